// How many messages came where nobody looked.
import { h } from "./element.js";

export class Unread extends EventTarget {
  #counts = new Map();

  add(chatId, thread) { this.#set(`${chatId}/${thread}`, (this.#counts.get(`${chatId}/${thread}`) || 0) + 1); }
  seen(chatId, thread = null) {
    for (const key of this.#counts.keys()) if (thread === null ? key.startsWith(`${chatId}/`) : key === `${chatId}/${thread}`) this.#set(key, 0);
  }
  of(chatId, thread = null) {
    if (thread !== null) return this.#counts.get(`${chatId}/${thread}`) || 0;
    return [...this.#counts].reduce((sum, [key, n]) => sum + (key.startsWith(`${chatId}/`) ? n : 0), 0);
  }

  #set(key, n) {
    if (n) this.#counts.set(key, n); else this.#counts.delete(key);
    this.dispatchEvent(new Event("change"));
  }
}

export function badge(n) {
  return n > 0 && h("span", { class: "badge", "data-testid": "unread" }, n > 99 ? "99+" : String(n));
}
