// What the page knows of the world: people, chats, messages. Changes come from /control/events.
import { control, listen } from "./control.js";

export const ANONYMOUS = 1087968824;
const NEWEST = 200;

export class World extends EventTarget {
  bot = { id: 0, first_name: "", username: "" };
  people = new Map();
  chats = new Map();
  commands = [];
  trouble = { limits: false, delay_ms: 0, outage_until: 0, rules: [] };
  #waiting = null;

  start() {
    return new Promise((ready) => {
      listen({
        heard: (event) => (this.#waiting ? this.#waiting.push(event) : this.#apply(event)),
        opened: () => { this.#waiting = []; this.refetch().then(ready); },
        broken: () => this.#tell("connection", { online: false }),
      });
    });
  }

  async refetch() {
    let state;
    try { state = await control.state(); } catch { setTimeout(() => this.refetch(), 1000); return; }
    this.bot = state.bot;
    this.commands = state.commands;
    this.trouble = state.trouble;
    this.people = new Map(state.people.map((person) => [person.id, person]));
    this.chats = new Map();
    for (const view of state.chats) this.#keepChat(view);
    const missed = this.#waiting || [];
    this.#waiting = null;
    this.#tell("connection", { online: true });
    this.#tell("state", {});
    for (const event of missed) this.#apply(event);
  }

  // --- asking -------------------------------------------------------------------------------------------------
  peopleOf(role) { return [...this.people.values()].filter((person) => person.role === role); }
  groups() { return [...this.chats.values()].filter((view) => view.chat.type !== "private"); }
  chat(id) { return this.chats.get(id) || emptyChat({ id, type: "private" }); }
  message(chatId, id) { return this.chats.get(chatId)?.messages.get(id); }

  /** Messages of a chat, or of one topic of it (`thread` 0 is General), oldest first. */
  messagesOf(chatId, thread = null) {
    const all = [...this.chat(chatId).messages.values()].filter((m) => thread === null || threadOf(m) === thread);
    return all.sort((a, b) => a.message_id - b.message_id);
  }

  async older(chatId, thread, before) {
    const query = { chat_id: chatId, limit: 100 };
    if (thread !== null) query.thread_id = thread;
    if (before) query.before = before;
    const { messages } = await control.messages(query);
    const view = this.#chatFor(chatId);
    const fresh = messages.filter((message) => !view.messages.has(message.message_id));
    for (const message of fresh) view.messages.set(message.message_id, message);
    return { fresh, more: messages.length >= query.limit };
  }

  isFull(chatId) { return this.chat(chatId).cut; }

  // --- hearing ------------------------------------------------------------------------------------------------
  #apply(event) {
    const doing = {
      message: () => this.#keepMessage(event.message),
      edited: () => this.#keepMessage(event.message),
      deleted: () => { for (const id of event.message_ids) this.chats.get(event.chat_id)?.messages.delete(id); },
      reaction: () => { const m = this.message(event.chat_id, event.message_id); if (m) Object.assign(m, { _reactions: event.reactions, _reactors: event.reactors }); },
      chat: () => this.#keepChat(event.chat),
      person: () => this.people.set(event.person.id, event.person),
      trouble: () => { this.trouble = event.trouble; },
      commands: () => this.#refetchCommands(),
      reset: () => { this.refetch(); },
    }[event.type];
    doing?.();
    this.#tell(event.type, event);
  }

  async #refetchCommands() {
    this.commands = (await control.state()).commands;
    this.#tell("commands-known", {});
  }

  #chatFor(id) {
    if (!this.chats.has(id)) this.chats.set(id, emptyChat({ id, type: id > 0 ? "private" : "supergroup" }));
    return this.chats.get(id);
  }

  #keepMessage(message) {
    const view = this.#chatFor(message.chat.id);
    if (message._deleted) view.messages.delete(message.message_id);
    else view.messages.set(message.message_id, message);
  }

  #keepChat(view) {
    if (view.moved_to) { this.chats.delete(view.chat.id); return; }
    const known = this.chats.get(view.chat.id);
    const kept = { ...emptyChat(view.chat), ...view, messages: known?.messages || new Map(), cut: known?.cut || false };
    if (view.messages) {
      kept.messages = new Map(view.messages.filter((m) => !m._deleted).map((m) => [m.message_id, m]));
      kept.cut = view.messages.length >= NEWEST;
    }
    this.chats.set(view.chat.id, kept);
  }

  #tell(type, detail) { this.dispatchEvent(new CustomEvent(type, { detail })); }
}

function emptyChat(chat) {
  return { chat, members: [], topics: [], pinned: [], messages: new Map(), keyboard: null, cut: false };
}

export function threadOf(message) {
  return message.is_topic_message || message.forum_topic_created ? message.message_thread_id || 0 : 0;
}

export function fullName(person) {
  return [person?.first_name, person?.last_name].filter(Boolean).join(" ") || "…";
}

export function senderName(message) {
  if (message.sender_chat) return message.sender_chat.title || fullName(message.sender_chat);
  return fullName(message.from);
}
