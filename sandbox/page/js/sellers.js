// The left column: the sellers, and whom of them the middle chat belongs to.
import { avatar } from "./avatar.js";
import { briefTime } from "./clock.js";
import { control } from "./control.js";
import { fill, h, icon, iconButton } from "./element.js";
import { attempt, menu } from "./overlay.js";
import { addPerson, changePerson } from "./person.js";
import { preview, shorten } from "./service.js";
import { badge } from "./unread.js";
import { words } from "./words.js";
import { fullName } from "./world.js";

export class Sellers {
  constructor({ world, unread, chosen, choose }) {
    this.world = world;
    this.unread = unread;
    this.chosen = chosen;
    this.choose = choose;
    this.list = h("ul", { class: "people", "data-testid": "people" });
    this.node = h("nav", { class: "sellers", "aria-label": words.sellers },
      h("header", { class: "column-head" }, h("h2", {}, words.sellers), iconButton("plus", words.addSeller, { "data-testid": "add-seller", on: { click: () => this.#add() } })), this.list);
    const redraw = () => this.draw();
    for (const type of ["state", "person", "message", "edited", "deleted", "chat"]) world.addEventListener(type, redraw);
    unread.addEventListener("change", redraw);
  }

  draw() {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => {
      const held = this.list.contains(document.activeElement) && document.activeElement.dataset.testid;
      const sellers = this.world.peopleOf("seller");
      fill(this.list, sellers.map((person) => this.#row(person)), !sellers.length && h("li", { class: "note" }, words.noPeople));
      if (held) this.list.querySelector(`[data-testid="${held}"]`)?.focus();
    });
  }

  #row(person) {
    const name = fullName(person);
    const last = this.world.messagesOf(person.id).at(-1);
    const isChosen = this.chosen() === person.id;
    return h("li", {}, h("button", {
      type: "button", class: `person ${isChosen ? "chosen" : ""}`, "aria-current": isChosen ? "true" : null, "data-testid": `person-${person.id}`, title: name, on: { click: () => this.choose(person.id), contextmenu: (event) => { event.preventDefault(); personMenu(person, { x: event.clientX, y: event.clientY }); } },
    }, avatar(person.id, name), h("span", { class: "person-words" },
      h("span", { class: "person-name" }, h("b", { dir: "auto" }, name), person.blocked && h("span", { class: "blocked", title: words.blocked }, icon("lock")), last && h("time", {}, briefTime(last.date))),
      h("span", { class: "person-last" }, h("span", { class: "code" }, person.language_code || "–"), h("span", { class: "last", dir: "auto" }, last ? shorten(preview(last), 60) : person.username ? `@${person.username}` : ""), badge(this.unread.of(person.id)))),
    ));
  }

  async #add() {
    const person = await addPerson("seller");
    if (!person) return;
    this.world.people.set(person.id, person); // the event that tells it may come later
    this.choose(person.id);
  }
}

export function personMenu(person, where) {
  const languages = Object.entries(words.languages).filter(([code]) => code && code !== person.language_code).slice(0, 2);
  menu(where, [
    { text: words.changePerson, act: () => changePerson(person), testid: "person-change" },
    ...languages.map(([code, name]) => ({ text: `${words.language}: ${name}`, act: () => attempt(() => control.changePerson(person.id, { language_code: code })), testid: `person-language-${code}` })),
    { text: person.blocked ? words.unblockBot : words.blockBot, danger: !person.blocked, act: () => attempt(() => control.changePerson(person.id, { blocked: !person.blocked })), testid: "person-block" },
  ]);
}
