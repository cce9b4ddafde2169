// One open chat: a head, what is pinned, the messages, and the field below.
import { copyText } from "./buttons.js";
import { exactTime } from "./clock.js";
import { Composer } from "./composer.js";
import { control } from "./control.js";
import { fill, h, icon } from "./element.js";
import { Feed } from "./feed.js";
import { alertBox, attempt, dialog, menu, say, sure, toast } from "./overlay.js";
import { preview, shorten } from "./service.js";
import { words } from "./words.js";
import { ANONYMOUS, senderName, threadOf } from "./world.js";

const EMOJI = ["👍", "👎", "❤", "🔥", "🎉", "🤔", "😢", "🙏"];
const WAIT = 10;

export class Pane {
  #place = null;
  #pinnedAt = 0;
  #typingTimer = 0;

  /** `page` knows the other panes: `follow(url, viewer)`, `forwardTargets()`, `seen(pane)`. */
  constructor({ world, name, page }) {
    this.world = world;
    this.name = name;
    this.page = page;
    const on = {
      press: (message, button, node) => this.#press(message, button, node),
      menu: (messages, where) => this.#menu(messages, where),
      reply: (message) => this.composer.replyTo(message),
      jump: (id) => { if (!this.jump(id)) toast(words.notLoaded); },
      command: (text) => this.composer.say(text),
      link: (url) => this.page.follow(url, this.#place.viewer),
    };
    this.view = { isMine: (message) => this.#isMine(message), isGroup: false, on };
    this.feed = new Feed({ name, view: this.view, older: (before) => this.#older(before) });
    this.composer = new Composer({ world, name, lastOwn: () => this.feed.lastWhere((message) => this.#isMine(message) && !message.forward_origin) });
    this.head = h("header", { class: "pane-head" });
    this.status = h("small", { class: "pane-status", "data-testid": `status-${name}` });
    this.pinned = h("button", { type: "button", class: "pinned", hidden: true, "data-testid": `pinned-${name}`, on: { click: () => this.#nextPinned() } });
    this.notice = h("div", { class: "notice", hidden: true });
    this.drop = h("div", { class: "drop", "aria-hidden": "true" }, words.dropHere);
    this.node = h("section", { class: "pane", "data-testid": `chat-${name}` }, this.head, this.pinned, this.feed.node, this.notice, this.composer.node, this.drop);
    this.#acceptDrops();
    this.#hear();
  }

  /** `place`: `{chatId, thread (null: the whole chat), viewer: {id, anonymous?}, empty, status}` */
  show(place) {
    this.#place = place;
    this.#pinnedAt = 0;
    this.view.isGroup = this.#chat().chat.type !== "private";
    this.feed.show(this.world.messagesOf(place.chatId, place.thread), place.empty || words.empty);
    this.composer.show(place);
    this.#showStatus();
    this.refresh();
    this.page.seen(this);
    if (place.thread !== null && this.world.isFull(place.chatId)) this.#older(0).then(() => this.feed.stuck && this.feed.toBottom());
  }

  get place() { return this.#place; }
  isOpen() { return this.#place !== null && this.node.checkVisibility() && !document.hidden; }
  holds(chatId, thread) { return this.#place?.chatId === chatId && (this.#place.thread === null || this.#place.thread === thread); }
  jump(id) { return this.feed.jump(id); }

  /** Pins, rights or keyboard of the chat changed. */
  refresh() {
    this.composer.refresh();
    this.#showPinned();
  }

  setNotice(...content) {
    const shown = content.filter(Boolean);
    this.notice.hidden = !shown.length;
    fill(this.notice, shown);
  }

  lock(locked) { this.composer.node.hidden = locked; }

  // --- hearing ------------------------------------------------------------------------------------------------
  #hear() {
    const on = (type, act) => this.world.addEventListener(type, (event) => { if (this.#place) act(event.detail); });
    on("message", ({ message }) => this.#arrived(message));
    on("edited", ({ message }) => { if (this.feed.has(message.message_id) && message.chat.id === this.#place.chatId) this.feed.upsert(message); });
    on("deleted", ({ chat_id: chatId, message_ids: ids }) => {
      if (chatId !== this.#place.chatId) return;
      this.feed.remove(ids);
      this.composer.gone(ids);
      this.#showPinned();
    });
    on("reaction", ({ chat_id: chatId, message_id: id }) => {
      const message = chatId === this.#place.chatId && this.feed.has(id) && this.world.message(chatId, id);
      if (message) this.feed.upsert(message);
    });
    on("chat", ({ chat }) => { if (chat.chat.id === this.#place.chatId) this.refresh(); });
    on("commands-known", () => this.composer.refresh());
    on("action", (event) => this.#acts(event));
  }

  #arrived(message) {
    if (!this.holds(message.chat.id, threadOf(message))) return;
    const mine = this.#isMine(message);
    this.feed.upsert(message, { mine });
    if (mine) return;
    this.#showStatus();
    if (this.isOpen()) say(words.newFrom(senderName(message), preview(message)));
    if (message.reply_markup?.force_reply && !this.view.isGroup) this.composer.replyTo(message, message.reply_markup.input_field_placeholder);
  }

  #acts({ chat_id: chatId, message_thread_id: thread, action }) {
    if (!this.holds(chatId, thread || 0)) return;
    this.status.textContent = action.startsWith("upload") ? words.sendingFile : words.typing;
    this.status.classList.add("acts");
    clearTimeout(this.#typingTimer);
    this.#typingTimer = setTimeout(() => this.#showStatus(), 5000);
  }

  #showStatus() {
    clearTimeout(this.#typingTimer);
    this.status.classList.remove("acts");
    this.status.textContent = this.#place.status || "";
  }

  // --- what a person does -------------------------------------------------------------------------------------
  async #press(message, button, node) {
    if (button.url || button.login_url) { await this.#openUrl(button.url || button.login_url.url); return; }
    if (button.copy_text) { toast(await copyText(button.copy_text.text), { from: this.node }); return; }
    if (button.callback_data === undefined) { toast(words.notHere, { from: this.node }); return; }
    node.classList.add("waiting");
    node.setAttribute("aria-busy", "true");
    const said = await attempt(() => control.press({ chat_id: message.chat.id, message_id: message.message_id, from_id: this.#actor(), data: button.callback_data, wait: WAIT }));
    node.classList.remove("waiting");
    node.removeAttribute("aria-busy");
    if (!said) return;
    const answer = said.answer;
    if (!answer) toast(words.noAnswer, { from: this.node });
    else if (answer.text && answer.show_alert) await alertBox(answer.text);
    else if (answer.text) toast(answer.text, { from: this.node });
    else if (answer.url) await this.#openUrl(answer.url);
  }

  async #openUrl(url) {
    if (this.page.follow(url, this.#place.viewer)) return;
    const yes = await dialog({ title: words.openLink, body: h("p", { class: "link-text" }, url), actions: [{ text: words.cancel }, { text: words.open, main: true, value: () => true }] });
    if (yes && /^https?:/i.test(url)) open(url, "_blank", "noopener");
  }

  #menu(messages, where) {
    const message = messages[0];
    const mine = this.#isMine(message);
    const text = message.text ?? message.caption;
    const react = h("div", { class: "emoji-row", role: "group", "aria-label": words.react }, EMOJI.map((emoji) => h("button", { type: "button", role: "menuitem", "data-testid": `react-${emoji}`, on: { click: () => this.#react(message, emoji) } }, emoji)));
    menu(where, [
      react,
      { text: words.reply, act: () => this.composer.replyTo(message), testid: "menu-reply" },
      mine && text !== undefined && !message.forward_origin && { text: words.edit, act: () => this.composer.edit(message), testid: "menu-edit" },
      text && { text: words.copy, act: async () => toast(await copyText(text), { from: this.node }) },
      { text: words.forward, act: () => this.#forward(message), testid: "menu-forward" },
      { text: words.details, act: () => this.#details(message), testid: "menu-details" },
      { text: words.remove, danger: true, act: () => this.#remove(messages), testid: "menu-delete" },
    ]);
  }

  async #react(message, emoji) {
    document.querySelector(".menu")?.remove();
    const has = message._reactors?.[this.#actor()] === emoji;
    await attempt(() => control.react({ chat_id: message.chat.id, message_id: message.message_id, from_id: this.#actor(), emoji: has ? "" : emoji }));
  }

  async #remove(messages) {
    if (await sure(shorten(preview(messages[0]), 200) || words.kinds.document, words.remove)) {
      await attempt(() => control.remove(messages[0].chat.id, messages.map((message) => message.message_id)));
    }
  }

  async #forward(message) {
    let target = null;
    const choice = dialog({ title: words.forwardTo, testid: "forward", body: h("div", { class: "choices" }, this.page.forwardTargets(this.#place).map((one) => h("button", { type: "button", class: "choice", dir: "auto", on: { click: (event) => { target = one; event.target.closest("dialog").querySelector("header button").click(); } } }, one.name))) });
    await choice;
    if (!target) return;
    const done = await attempt(() => control.send({ chat_id: target.chatId, from_id: target.fromId, ...(target.thread ? { message_thread_id: target.thread } : {}), forward_from: { chat_id: message.chat.id, message_id: message.message_id } }));
    if (done) toast(`${words.forwardTo}: ${target.name}`, { from: this.node });
  }

  #details(message) {
    const lines = [[words.sentAt, exactTime(message.date)], message.edit_date && [words.editedAt, exactTime(message.edit_date)], ["message_id", message.message_id], message.message_thread_id && ["message_thread_id", message.message_thread_id]].filter(Boolean);
    return dialog({ title: words.details, wide: true, testid: "details", body: [h("dl", {}, lines.map(([term, value]) => [h("dt", {}, term), h("dd", {}, String(value))])), h("h3", {}, words.asBotSees), h("pre", { class: "json" }, JSON.stringify(message, null, 2))] });
  }

  #acceptDrops() {
    const has = (event) => [...(event.dataTransfer?.types || [])].includes("Files");
    this.node.addEventListener("dragover", (event) => { if (has(event)) { event.preventDefault(); this.node.classList.add("dropping"); } });
    this.node.addEventListener("dragleave", (event) => { if (!this.node.contains(event.relatedTarget)) this.node.classList.remove("dropping"); });
    this.node.addEventListener("drop", (event) => {
      if (!has(event)) return;
      event.preventDefault();
      this.node.classList.remove("dropping");
      this.composer.attachments.addFiles([...event.dataTransfer.files]);
    });
  }

  // --- what it shows ------------------------------------------------------------------------------------------
  #chat() { return this.world.chat(this.#place.chatId); }

  /** A button is always pressed by a real person, also when an admin writes anonymously. */
  #actor() { return this.#place.viewer.behind ?? this.#place.viewer.id; }

  #isMine(message) {
    const { viewer, chatId } = this.#place;
    if (viewer.anonymous || viewer.id === ANONYMOUS) return message.sender_chat?.id === chatId;
    return message.from?.id === viewer.id && !message.sender_chat;
  }

  async #older(before) {
    const { chatId, thread } = this.#place;
    const got = await this.world.older(chatId, thread, before).catch(() => ({ fresh: [], more: false }));
    if (this.#place.chatId !== chatId || this.#place.thread !== thread) return false;
    if (got.fresh.length) { this.feed.prepend(got.fresh); this.#showPinned(); }
    return got.more && got.fresh.length > 0;
  }

  #pins() {
    const { chatId, thread } = this.#place;
    const found = this.#chat().pinned.map((id) => this.world.message(chatId, id)).filter((message) => message && (thread === null || threadOf(message) === thread));
    return found.sort((a, b) => b.message_id - a.message_id);
  }

  #showPinned() {
    const pins = this.#pins();
    this.pinned.hidden = !pins.length;
    if (!pins.length) return;
    const pin = pins[this.#pinnedAt % pins.length];
    fill(this.pinned, icon("pin"), h("span", {}, h("b", {}, pins.length > 1 ? `${words.pinnedMessage} ${(this.#pinnedAt % pins.length) + 1}/${pins.length}` : words.pinnedMessage), h("span", { dir: "auto" }, shorten(preview(pin), 140))));
  }

  #nextPinned() {
    const pins = this.#pins();
    const pin = pins[this.#pinnedAt % pins.length];
    this.jump(pin.message_id);
    this.#pinnedAt = (this.#pinnedAt + 1) % pins.length;
    this.#showPinned();
  }
}
