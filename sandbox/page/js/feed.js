// The list of messages of one chat or topic. Changes touch only the block they belong to.
import { dayKey, dayName } from "./clock.js";
import { fill, h, icon } from "./element.js";
import { drawMessage, senderId } from "./message.js";
import { words } from "./words.js";

const NEAR_BOTTOM = 120;

export class Feed {
  #blocks = [];
  #byMessage = new Map();
  #below = 0;
  #older = null;

  constructor({ name, view, older }) {
    this.view = view;
    this.askOlder = older;
    this.list = h("div", { class: "feed-list" });
    this.scroller = h("div", { class: "feed", role: "log", "aria-live": "off", "aria-label": words.message, tabindex: "0", "data-testid": `feed-${name}`, on: { scroll: () => this.#scrolled(), keydown: (event) => this.#walk(event) } }, this.list);
    this.down = h("button", { type: "button", class: "down", hidden: true, "data-testid": `down-${name}`, on: { click: () => this.toBottom(true) } }, icon("down"), h("b", {}));
    this.node = h("div", { class: "feed-frame" }, this.scroller, this.down);
    const resized = new ResizeObserver(() => { if (this.stuck) this.toBottom(); });
    for (const node of [this.scroller, this.list]) resized.observe(node);
    this.stuck = true;
  }

  show(messages, empty) {
    this.#blocks = [];
    this.#byMessage.clear();
    this.#older = null;
    this.list.replaceChildren();
    this.empty = h("p", { class: "empty" }, h("span", { class: "pill" }, empty));
    const grouped = new Map();
    for (const message of messages) {
      const key = keyOf(message);
      if (!grouped.has(key)) grouped.set(key, []);
      grouped.get(key).push(message);
    }
    for (const items of grouped.values()) this.#append(items);
    this.#showEmpty();
    this.toBottom();
  }

  /** Adds the message, or draws it again where it stands. Says whether it is new here. */
  upsert(message, { mine = false } = {}) {
    const stood = this.#byMessage.get(message.message_id) || this.#blocks.findLast((block) => block.key === keyOf(message) && message.media_group_id);
    const stick = this.stuck;
    if (stood) {
      const at = stood.messages.findIndex((item) => item.message_id === message.message_id);
      if (at >= 0) stood.messages[at] = message; else stood.messages.push(message);
      stood.messages.sort((a, b) => a.message_id - b.message_id);
      this.#byMessage.set(message.message_id, stood);
      this.#redraw(stood);
    } else this.#insert([message]);
    this.#showEmpty();
    if (stick || (mine && !stood)) this.toBottom();
    else if (!stood) { this.#below += 1; this.#showDown(); }
    return !stood;
  }

  remove(ids) {
    for (const id of ids) {
      const block = this.#byMessage.get(id);
      if (!block) continue;
      this.#byMessage.delete(id);
      block.messages = block.messages.filter((message) => message.message_id !== id);
      if (block.messages.length) { this.#redraw(block); continue; }
      const at = this.#blocks.indexOf(block);
      this.#blocks.splice(at, 1);
      block.node.remove();
      if (this.#blocks[at]) this.#join(at);
    }
    this.#showEmpty();
  }

  prepend(messages) {
    const tall = this.scroller.scrollHeight;
    const top = this.scroller.scrollTop;
    const known = messages.filter((message) => !this.#byMessage.has(message.message_id)).sort((a, b) => b.message_id - a.message_id);
    for (const message of known) {
      const album = message.media_group_id && this.#blocks.find((block) => block.key === keyOf(message));
      if (album) this.upsert(message); else this.#insert([message]);
    }
    this.#showEmpty();
    this.scroller.scrollTop = top + this.scroller.scrollHeight - tall;
  }

  has(id) { return this.#byMessage.has(id); }

  jump(id) {
    const block = this.#byMessage.get(id);
    if (!block) return false;
    block.row.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
    block.row.classList.remove("flash");
    void block.row.offsetWidth;
    block.row.classList.add("flash");
    block.row.focus?.({ preventScroll: true });
    return true;
  }

  lastWhere(suits) {
    return this.#blocks.findLast((block) => suits(block.messages[0]))?.messages[0] || null;
  }

  toBottom(smooth = false) {
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior: smooth ? "smooth" : "instant" });
    this.stuck = true;
    this.#below = 0;
    this.#showDown();
  }

  // --- blocks -------------------------------------------------------------------------------------------------
  #append(items) {
    this.#blocks.push(this.#make(items));
    this.list.append(this.#blocks.at(-1).node);
    this.#join(this.#blocks.length - 1);
  }

  #insert(items) {
    const id = items[0].message_id;
    let at = this.#blocks.length;
    while (at > 0 && this.#blocks[at - 1].messages[0].message_id > id) at -= 1;
    if (at === this.#blocks.length) { this.#append(items); return; }
    const block = this.#make(items);
    this.list.insertBefore(block.node, this.#blocks[at].node);
    this.#blocks.splice(at, 0, block);
    this.#join(at);
    this.#join(at + 1);
  }

  #make(items) {
    const row = drawMessage(items, this.view);
    const block = { key: keyOf(items[0]), messages: items, row, node: h("div", { class: "block" }, row) };
    for (const item of items) this.#byMessage.set(item.message_id, block);
    return block;
  }

  #redraw(block) {
    const held = block.row.contains(document.activeElement) ? document.activeElement.dataset.key || "row" : null;
    const row = drawMessage(block.messages, this.view);
    if (block.row.classList.contains("joined")) row.classList.add("joined");
    block.row.replaceWith(row);
    block.row = row;
    if (held) (row.querySelector(`[data-key="${held}"]`) || row).focus({ preventScroll: true });
  }

  /** A date above the first message of a day; no second name and avatar for the same sender in a row. */
  #join(at) {
    const block = this.#blocks[at];
    const before = this.#blocks[at - 1];
    const first = block.messages[0];
    const newDay = !before || dayKey(before.messages[0].date) !== dayKey(first.date);
    block.node.querySelector(".day")?.remove();
    if (newDay) block.node.prepend(h("div", { class: "day" }, h("span", { class: "pill" }, dayName(first.date))));
    const joined = !newDay && isRow(before) && isRow(block) && senderId(before.messages[0]) === senderId(first) && first.date - before.messages.at(-1).date < 600;
    block.row.classList.toggle("joined", joined);
  }

  #showEmpty() {
    if (this.#blocks.length) this.empty?.remove();
    else if (!this.empty.isConnected) fill(this.list, this.empty);
  }

  /** Arrows go from message to message, Enter opens what can be done with it. */
  #walk(event) {
    const at = this.#blocks.findIndex((block) => block.row === event.target);
    if (event.target !== this.scroller && at < 0) return;
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step) {
      const next = at < 0 ? (step < 0 ? this.#blocks.length - 1 : -1) : at + step;
      const row = this.#blocks[next]?.row;
      if (!row?.hasAttribute("tabindex") && at < 0 && next < 0) return;
      event.preventDefault();
      row?.focus();
      row?.scrollIntoView({ block: "nearest" });
    } else if (at >= 0 && ["Enter", "ContextMenu"].includes(event.key)) {
      event.preventDefault();
      event.target.querySelector(".row-menu")?.click();
    }
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    this.stuck = scrollHeight - scrollTop - clientHeight < NEAR_BOTTOM;
    if (this.stuck) this.#below = 0;
    this.#showDown();
    if (scrollTop < 80 && this.#blocks.length && !this.#older) {
      this.#older = this.askOlder(this.#blocks[0].messages[0].message_id).then((more) => { if (more) this.#older = null; });
    }
  }

  #showDown() {
    this.down.hidden = this.stuck;
    this.down.setAttribute("aria-label", this.#below ? words.newMessages(this.#below) : words.toBottom);
    this.down.querySelector("b").textContent = this.#below || "";
  }
}

function isRow(block) { return block.row.classList.contains("row"); }
function keyOf(message) { return message.media_group_id ? `album-${message.media_group_id}` : `one-${message.message_id}`; }
