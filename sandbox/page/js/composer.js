// Where a person writes: the field, what is attached, the reply, the commands and the bot's keyboard.
import { Attachments, parcels } from "./attachments.js";
import { replyKeyboard } from "./buttons.js";
import { commandsFor } from "./commands.js";
import { control } from "./control.js";
import { fill, h, hint, icon, iconButton } from "./element.js";
import { SHORTCUTS, parseMarkup, surround } from "./markup.js";
import { attempt, menu, toast } from "./overlay.js";
import { preview, shorten } from "./service.js";
import { words } from "./words.js";
import { senderName } from "./world.js";

const QUICK = ["contact", "location", "poll", "dice", "sticker", "voice", "video_note"];

export class Composer {
  #drafts = new Map();
  #folded = new Map();
  #place = null;
  #reply = null;
  #edited = null;
  #suggested = 0;

  constructor({ world, name, lastOwn }) {
    this.world = world;
    this.name = name;
    this.lastOwn = lastOwn;
    this.attachments = new Attachments({ name, changed: () => this.#looks() });
    this.bar = h("div", { class: "composer-bar", hidden: true });
    this.suggestions = h("div", { class: "suggestions", role: "listbox", "aria-label": words.commands, hidden: true, "data-testid": `commands-${name}` });
    this.field = h("textarea", {
      rows: "1", class: "composer-field", dir: "auto", placeholder: words.message, "aria-label": words.message, "data-testid": `composer-${name}`, autocomplete: "off",
      on: { input: () => this.#typed(), keydown: (event) => this.#key(event), paste: (event) => this.#pasted(event), blur: () => setTimeout(() => { if (document.activeElement !== this.field) this.suggestions.hidden = true; }, 150) },
    });
    this.clip = iconButton("clip", words.attach, { "data-testid": `attach-${name}`, on: { click: () => this.#attachMenu() } });
    this.slash = iconButton("slash", words.commands, { "data-testid": `slash-${name}`, on: { click: () => this.#showAllCommands() } });
    this.fold = iconButton("keyboard", words.keyboardShow, { hidden: true, "data-testid": `keyboard-toggle-${name}`, on: { click: () => this.#toggleKeyboard() } });
    this.button = iconButton("send", words.send, { class: "icon-button send", "data-testid": `send-${name}`, on: { click: () => this.send() } });
    this.keyboard = h("div", { class: "keyboard-place" });
    this.writer = h("div", { class: "writer-place" });
    this.node = h("div", { class: "composer" }, this.suggestions, this.writer, this.bar, this.attachments.node, this.attachments.pickers,
      h("div", { class: "composer-row" }, this.clip, h("div", { class: "field-box" }, this.field, this.slash, this.fold), this.button), this.keyboard);
  }

  /** `place`: `{chatId, thread, viewer}`; what was typed elsewhere stays there. */
  show(place) {
    if (this.#place) this.#drafts.set(this.#key_of(this.#place), this.field.value);
    const moved = this.#place?.chatId !== place.chatId || this.#place?.thread !== place.thread;
    this.#place = place;
    if (moved) {
      this.#forget();
      this.attachments.clear();
      this.field.value = this.#drafts.get(this.#key_of(place)) || "";
    }
    this.suggestions.hidden = true;
    this.refresh();
    this.#grow();
  }

  /** The bot's keyboard or the commands changed. */
  refresh() {
    const markup = this.#markup();
    const text = JSON.stringify(markup);
    if (this.drawnKeyboard !== text || this.drawnChat !== this.#place.chatId) {
      if (this.drawnChat === this.#place.chatId) this.#folded.delete(this.#place.chatId);
      this.drawnKeyboard = text;
      this.drawnChat = this.#place.chatId;
      fill(this.keyboard, markup?.keyboard && replyKeyboard(markup, (button) => this.#pressReply(button, markup)));
    }
    this.#looks();
  }

  replyTo(message, placeholder) {
    this.#forget();
    this.#reply = message;
    this.placeholder = placeholder;
    this.#showBar(words.replyTo(senderName(message)), preview(message));
    this.field.focus();
  }

  edit(message) {
    this.#forget();
    this.#edited = message;
    this.#before = this.field.value;
    this.field.value = message.text ?? message.caption ?? "";
    this.#showBar(words.editing, preview(message));
    this.#grow();
    this.field.focus();
    this.field.setSelectionRange(this.field.value.length, this.field.value.length);
  }

  #before = "";

  /** The message it answers or changes is gone. */
  gone(ids) {
    if (ids.includes(this.#reply?.message_id) || ids.includes(this.#edited?.message_id)) this.#cancel();
  }

  async say(text) {
    const sent = await attempt(() => control.send({ ...this.#address(), text }));
    if (sent && !this.#edited) this.#forget();
    return sent;
  }

  async send() {
    const typed = this.field.value;
    const { text, entities } = parseMarkup(typed.trim());
    if (this.#edited) { await this.#saveEdit(text, typed); return; }
    const parts = this.attachments.take();
    if (!text && !parts.items.length) return;
    const address = this.#address();
    const reply = this.#reply;
    this.field.value = "";
    this.#forget();
    this.#typed();
    const sent = parts.items.length ? await this.#sendFiles(address, parts, text, entities) : await attempt(() => control.send({ ...address, text, ...(entities.length ? { entities } : {}) }));
    if (sent) return;
    if (!this.field.value) this.field.value = typed;
    if (reply) this.replyTo(reply);
    this.attachments.putBack(parts);
    this.#grow();
  }

  async #sendFiles(address, { items, album }, text, entities) {
    let caption = text ? { caption: text, ...(entities.length ? { caption_entities: entities } : {}) } : {};
    for (const parcel of parcels(items, album)) {
      const files = [];
      const told = parcel.map((item, index) => {
        const entry = { kind: item.kind, name: item.name, ...(index ? {} : caption) };
        if (item.file) { entry.part = `file${files.length}`; if (item.mime) entry.mime = item.mime; files.push(item.file); } else entry.size = item.size;
        return entry;
      });
      const sent = await attempt(() => control.send({ ...address, items: told, album: told.length > 1 }, files));
      if (!sent) return null;
      caption = {};
    }
    return true;
  }

  async #saveEdit(text, typed) {
    const message = this.#edited;
    const what = message.text !== undefined ? { text } : { caption: text };
    this.#cancel();
    const done = await attempt(() => control.edit({ chat_id: message.chat.id, message_id: message.message_id, from_id: this.#place.viewer.id, ...what }));
    if (!done) { this.edit(message); this.field.value = typed; }
  }

  #address() {
    const { chatId, thread, viewer } = this.#place;
    return {
      chat_id: chatId, from_id: viewer.id, ...(thread ? { message_thread_id: thread } : {}),
      ...(this.#reply ? { reply_to_message_id: this.#reply.message_id } : {}),
    };
  }

  // --- the bot's keyboard and commands ------------------------------------------------------------------------
  #markup() { return this.world.chat(this.#place.chatId).keyboard; }

  async #pressReply(button, markup) {
    if (markup.one_time_keyboard) { this.#folded.set(this.#place.chatId, true); this.#looks(); }
    const kind = (button.request_contact && "contact") || (button.request_location && "location") || (button.request_poll && "poll");
    if (kind) await attempt(() => control.send({ ...this.#address(), items: [{ kind }] }));
    else if (button.web_app || button.request_users || button.request_chat) toast(words.notHere);
    else await this.say(button.text);
  }

  #toggleKeyboard() {
    this.#folded.set(this.#place.chatId, !this.#isFolded());
    this.#looks();
  }

  #isFolded() { return this.#folded.get(this.#place.chatId) || false; }

  #commands() {
    const { chatId, viewer } = this.#place;
    const view = this.world.chat(chatId);
    const member = view.members.find((one) => one.user_id === viewer.id);
    const person = this.world.people.get(viewer.id);
    return commandsFor(this.world.commands, {
      chat: view.chat, personId: viewer.id, language: person?.language_code || "",
      isAdmin: viewer.anonymous || ["administrator", "creator"].includes(member?.status),
    });
  }

  #showAllCommands() {
    if (!this.suggestions.hidden) { this.suggestions.hidden = true; return; }
    this.#suggest(this.#commands());
    this.field.focus();
  }

  #suggest(list) {
    this.#suggested = 0;
    this.suggestions.hidden = !list.length;
    fill(this.suggestions, list.map((command, index) => h("button", {
      type: "button", role: "option", tabindex: "-1", "aria-selected": String(index === 0), "data-command": command.command, "data-testid": "command", on: { mousedown: (event) => event.preventDefault(), click: () => this.#runCommand(command.command) },
    }, h("b", {}, `/${command.command}`), h("span", { dir: "auto" }, command.description))));
  }

  async #runCommand(command) {
    this.suggestions.hidden = true;
    this.field.value = "";
    this.#grow();
    const isGroup = this.world.chat(this.#place.chatId).chat.type !== "private";
    await this.say(isGroup ? `/${command}@${this.world.bot.username}` : `/${command}`);
  }

  // --- keys ---------------------------------------------------------------------------------------------------
  #typed() {
    this.#grow();
    this.#looks();
    const word = /^\/(\w*)$/.exec(this.field.value);
    this.#suggest(word ? this.#commands().filter((command) => command.command.startsWith(word[1])) : []);
  }

  #key(event) {
    const options = this.suggestions.hidden ? [] : [...this.suggestions.children];
    const mark = (event.ctrlKey || event.metaKey) && !event.altKey && SHORTCUTS[event.key.toLowerCase()];
    if (event.isComposing) return;
    if (options.length && ["ArrowDown", "ArrowUp"].includes(event.key)) {
      event.preventDefault();
      this.#suggested = (this.#suggested + (event.key === "ArrowDown" ? 1 : -1) + options.length) % options.length;
      options.forEach((option, index) => option.setAttribute("aria-selected", String(index === this.#suggested)));
      options[this.#suggested].scrollIntoView({ block: "nearest" });
    } else if (options.length && event.key === "Tab") {
      event.preventDefault();
      this.field.value = `/${options[this.#suggested].dataset.command} `;
      this.suggestions.hidden = true;
    } else if (event.key === "Escape") {
      if (options.length) this.suggestions.hidden = true; else this.#cancel();
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      const picked = options[this.#suggested];
      if (picked && this.field.value !== `/${picked.dataset.command}`) this.#runCommand(picked.dataset.command);
      else { this.suggestions.hidden = true; this.send(); }
    } else if (event.key === "ArrowUp" && !this.field.value && !this.#edited) {
      const own = this.lastOwn();
      if (own) { event.preventDefault(); this.edit(own); }
    } else if (mark && (event.shiftKey || !["x", "p", "m"].includes(event.key.toLowerCase()))) {
      event.preventDefault();
      surround(this.field, mark);
      this.#typed();
    }
  }

  #pasted(event) {
    const files = [...(event.clipboardData?.files || [])];
    if (files.length) { event.preventDefault(); this.attachments.addFiles(files); }
  }

  #attachMenu() {
    const send = (kind) => attempt(() => control.send({ ...this.#address(), items: [{ kind }] }));
    menu(this.clip, [
      { text: words.pickPhoto, act: () => this.attachments.photos.click(), testid: "attach-photo" },
      { text: words.pickFile, act: () => this.attachments.files.click(), testid: "attach-file" },
      { text: words.madeUp, act: () => this.attachments.addMadeUp().then(() => this.field.focus()), testid: "attach-made-up" },
      h("hr"),
      ...QUICK.map((kind) => ({ text: words.kinds[kind], act: () => send(kind), testid: `attach-${kind}` })),
    ]);
  }

  // --- looks --------------------------------------------------------------------------------------------------
  #key_of({ chatId, thread, viewer }) { return `${chatId}/${thread ?? ""}/${viewer.id}`; }

  #looks() {
    if (!this.#place) return;
    const markup = this.#markup();
    const folded = this.#isFolded();
    this.fold.hidden = !markup?.keyboard;
    this.keyboard.hidden = !markup?.keyboard || folded;
    hint(this.fold, folded ? words.keyboardShow : words.keyboardHide);
    this.fold.setAttribute("aria-pressed", String(!folded));
    this.slash.hidden = Boolean(this.field.value) || !this.#commands().length;
    this.field.placeholder = this.placeholder || (!folded && markup?.input_field_placeholder) || (this.attachments.items.length ? words.comment : words.message);
    hint(this.button, this.#edited ? words.save : words.send);
    this.button.classList.toggle("ready", Boolean(this.field.value.trim() || this.attachments.items.length));
  }

  #showBar(title, text) {
    this.bar.hidden = false;
    fill(this.bar, h("div", {}, h("b", { dir: "auto" }, title), h("span", { dir: "auto" }, shorten(text, 120))), iconButton("close", words.cancel, { on: { click: () => this.#cancel() } }));
    this.#looks();
  }

  #cancel() {
    if (this.#edited) { this.field.value = this.#before; this.#before = ""; }
    this.#forget();
    this.#grow();
  }

  #forget() {
    this.#reply = null;
    this.#edited = null;
    this.placeholder = null;
    this.bar.hidden = true;
    this.#looks();
  }

  #grow() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, 160)}px`;
  }
}
