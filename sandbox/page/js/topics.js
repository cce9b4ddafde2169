// The forum topics of a group, the one with the newest message on top.
import { briefTime } from "./clock.js";
import { control } from "./control.js";
import { fill, h, icon, iconButton } from "./element.js";
import { ask, attempt, menu, sure } from "./overlay.js";
import { preview, shorten } from "./service.js";
import { badge } from "./unread.js";
import { words } from "./words.js";
import { fullName, threadOf } from "./world.js";

export class Topics {
  constructor({ world, unread, groupId, chosen, choose, actor }) {
    Object.assign(this, { world, unread, groupId, chosen, choose, actor });
    this.list = h("ul", { class: "topics-list", "data-testid": "topics" });
    this.node = h("nav", { class: "topics", "aria-label": words.topics },
      h("header", { class: "column-head" }, h("h3", {}, words.topics), iconButton("plus", words.newTopic, { "data-testid": "new-topic", on: { click: () => this.#create() } })), this.list);
    for (const type of ["state", "message", "edited", "deleted", "chat"]) world.addEventListener(type, () => this.draw());
    unread.addEventListener("change", () => this.draw());
  }

  draw() {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => {
      const held = this.list.contains(document.activeElement) && document.activeElement.dataset.testid;
      const last = this.#lastByTopic();
      const topics = topicsOf(this.world.chat(this.groupId()));
      topics.sort((a, b) => (last.get(b.message_thread_id)?.message_id || b.message_thread_id) - (last.get(a.message_thread_id)?.message_id || a.message_thread_id));
      const general = { message_thread_id: 0, name: words.general };
      fill(this.list, [...topics, general].map((topic) => this.#row(topic, last.get(topic.message_thread_id))), !topics.length && h("li", { class: "note" }, words.noTopics));
      if (held) this.list.querySelector(`[data-testid="${held}"]`)?.focus();
    });
  }

  #lastByTopic() {
    const last = new Map();
    for (const message of this.world.messagesOf(this.groupId())) last.set(threadOf(message), message);
    return last;
  }

  #row(topic, last) {
    const id = topic.message_thread_id;
    const isChosen = this.chosen() === id;
    return h("li", {}, h("button", {
      type: "button", class: `topic ${isChosen ? "chosen" : ""}`, "aria-current": isChosen ? "true" : null, title: topic.name, "data-testid": `topic-${id}`,
      on: { click: () => this.choose(id), contextmenu: (event) => { event.preventDefault(); if (id) topicMenu(this.groupId(), topic, { x: event.clientX, y: event.clientY }, this.actor()); } },
    }, topicIcon(topic), h("span", { class: "person-words" },
      h("span", { class: "person-name" }, h("b", { dir: "auto" }, topic.name), topic.closed && h("span", { class: "blocked", title: words.closedTopic }, icon("lock"))),
      h("span", { class: "person-last" }, h("span", { class: "last", dir: "auto" }, last ? shorten(said(last), 60) : ""), last && h("time", {}, briefTime(last.date)), badge(this.unread.of(this.groupId(), id)))),
    ));
  }

  async #create() {
    const name = await ask(words.newTopic, "", { label: words.topicName, ok: words.create });
    if (name) await attempt(() => control.topic({ chat_id: this.groupId(), action: "create", name, from_id: this.actor() }));
  }
}

function said(message) {
  const text = preview(message);
  const isService = !(message.text || message.caption);
  return isService || !message.from ? text : `${message.sender_chat?.title || fullName(message.from).split(" ")[0]}: ${text}`;
}

export function topicsOf(view) {
  return view.topics.filter((topic) => !topic.deleted && topic.message_thread_id > 1);
}

export function topicIcon(topic) {
  if (!topic.message_thread_id) return h("span", { class: "topic-icon general", "aria-hidden": "true" }, "#");
  const emoji = topic.icon_emoji;
  if (emoji) return h("span", { class: "topic-icon emoji", "aria-hidden": "true" }, emoji);
  const colour = `#${(topic.icon_color || 7322096).toString(16).padStart(6, "0")}`;
  const letter = topic.name.match(/\p{L}/u)?.[0] || topic.name.match(/\p{N}/u)?.[0] || "#";
  return h("span", { class: "topic-icon", "aria-hidden": "true", style: { "--colour": colour } }, letter.toUpperCase());
}

export function topicMenu(chatId, topic, where, actor) {
  const change = (action, more = {}) => attempt(() => control.topic({ chat_id: chatId, message_thread_id: topic.message_thread_id, action, from_id: actor, ...more }));
  menu(where, [
    { text: words.renameTopic, testid: "topic-rename", act: async () => { const name = await ask(words.renameTopic, topic.name, { label: words.topicName }); if (name) await change("rename", { name }); } },
    topic.closed ? { text: words.reopenTopic, testid: "topic-reopen", act: () => change("reopen") } : { text: words.closeTopic, testid: "topic-close", act: () => change("close") },
    { text: words.deleteTopic, danger: true, testid: "topic-delete", act: async () => { if (await sure(words.deleteTopicAsk(topic.name), words.deleteTopic)) await change("delete"); } },
  ]);
}
