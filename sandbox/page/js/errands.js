// What to try: a list that ticks itself off by what stands in the chats, and a button that fills the bot with a month.
import { control } from "./control.js";
import { fill, h } from "./element.js";
import { attempt, toast } from "./overlay.js";
import { language, words } from "./words.js";

export class Errands {
  #errands = [];
  #done = new Set();
  #canFill = false;

  constructor({ world }) {
    this.world = world;
    this.summary = h("summary", { "data-testid": "errands-summary" });
    this.list = h("ol", { "data-testid": "errands" });
    this.fillButton = h("button", { type: "button", class: "button", "data-testid": "fill-month", on: { click: () => this.#fillMonth() } }, words.fillMonth);
    this.node = h("details", { class: "errands", hidden: true }, this.summary, this.list, h("p", { class: "note" }, words.fillMonthHint), this.fillButton);
    for (const heard of ["message", "edited"]) world.addEventListener(heard, ({ detail }) => this.#look([detail.message]));
    world.addEventListener("trouble", () => this.#look([]));
    world.addEventListener("state", () => this.#open());
  }

  async #open() {
    const guide = await control.guide();
    this.#errands = guide.errands;
    this.#canFill = guide.can_fill;
    this.node.hidden = !this.#errands.length;
    this.fillButton.hidden = !this.#canFill;
    this.#done = new Set(JSON.parse(localStorage.getItem("errands") || "[]").filter((key) => this.world.chats.size && this.#errands.some((one) => one.key === key)));
    this.#look([...this.world.chats.keys()].flatMap((id) => this.world.messagesOf(id)));
    if (!this.#done.size) this.node.open = innerWidth > 760;
  }

  /** Trouble leaves no message, so it is remembered here. */
  #look(messages) {
    for (const errand of this.#errands) {
      if (messages.some((message) => fits(errand, message)) || (errand.trouble && this.#isTrouble())) this.#done.add(errand.key);
    }
    localStorage.setItem("errands", JSON.stringify([...this.#done]));
    this.#draw();
  }

  #isTrouble() {
    const { limits, outage_until: until, rules } = this.world.trouble;
    return Boolean(limits || rules.length || until * 1000 > Date.now());
  }

  #draw() {
    this.summary.textContent = words.errands(this.#done.size, this.#errands.length);
    fill(this.list, this.#errands.map((errand) => h("li", { class: this.#done.has(errand.key) ? "done" : null, "data-testid": `errand-${errand.key}` }, errand.title[language] ?? errand.title.en)));
  }

  async #fillMonth() {
    this.fillButton.disabled = true;
    this.fillButton.textContent = words.filling;
    const done = await attempt(() => control.fill());
    this.fillButton.textContent = words.fillMonth;
    this.fillButton.disabled = false;
    if (done) toast(words.filled);
  }
}

function fits(errand, message) {
  if (errand.trouble) return false;
  const isGroup = message.chat.type !== "private";
  const text = message.text ?? message.caption ?? "";
  return isGroup === (errand.where === "group") && Boolean(message.from?.is_bot && !message.sender_chat) === (errand.by === "bot")
    && (!errand.has || errand.has.split("|").some((field) => field in message)) && (!errand.says || new RegExp(errand.says).test(text)) && Boolean(errand.has || text);
}
