// The log of what the bot asked of Telegram.
import { control } from "./control.js";
import { fill, h } from "./element.js";
import { words } from "./words.js";

const KEPT = 300;
const EVERY = 1000;

export class Calls {
  #next = 0;
  #calls = [];

  constructor({ visible }) {
    this.visible = visible;
    this.filter = h("input", { type: "search", placeholder: words.filterCalls, "aria-label": words.filterCalls, "data-testid": "calls-filter", on: { input: () => this.#draw() } });
    this.quiet = h("input", { type: "checkbox", checked: true, on: { change: () => this.#draw() } });
    this.list = h("ol", { class: "calls", "data-testid": "calls" });
    this.node = h("details", { class: "card calls-card", "data-testid": "call-log", on: { toggle: () => this.#poll() } }, h("summary", {}, words.callLog),
      h("div", { class: "line" }, this.filter, h("button", { type: "button", class: "button", on: { click: () => { this.#calls = []; this.#draw(); } } }, words.clearLog)),
      h("label", { class: "check" }, this.quiet, h("span", {}, words.hidePolling)), this.list);
  }

  async #poll() {
    clearTimeout(this.timer);
    if (!this.node.open) return;
    if (this.visible()) {
      const got = await control.calls(this.#next).catch(() => null);
      if (got) {
        if (got.next < this.#next) { this.#calls = []; }
        this.#next = got.next;
        this.#calls = [...this.#calls, ...got.calls].slice(-KEPT);
        if (got.calls.length) this.#add(got.calls); else if (!this.#calls.length) this.#draw();
      }
    }
    this.timer = setTimeout(() => this.#poll(), EVERY);
  }

  #suits(call) {
    const sought = this.filter.value.trim().toLowerCase();
    if (this.quiet.checked && call.method.toLowerCase() === "getupdates") return false;
    return !sought || `${call.method} ${call.description || ""} ${JSON.stringify(call.params)}`.toLowerCase().includes(sought);
  }

  #add(calls) {
    this.list.querySelector(".note")?.remove();
    this.list.prepend(...calls.filter((call) => this.#suits(call)).reverse().map(row));
    while (this.list.children.length > KEPT) this.list.lastChild.remove();
    if (!this.list.children.length) this.#draw();
  }

  #draw() {
    const shown = this.#calls.filter((call) => this.#suits(call));
    fill(this.list, [...shown].reverse().map(row), !shown.length && h("li", { class: "note" }, words.noCalls));
  }
}

function row(call) {
  const at = new Date(call.at * (call.at < 1e12 ? 1000 : 1));
  const clock = `${at.toTimeString().slice(0, 8)}.${String(at.getMilliseconds()).padStart(3, "0")}`;
  return h("li", { class: call.ok ? "" : "bad" }, h("details", {}, h("summary", {}, h("time", {}, clock), h("b", {}, call.method), h("span", { class: "call-end" }, call.ok ? "ok" : `${call.error_code ?? ""} ${call.description ?? ""}`)), h("pre", { class: "json" }, JSON.stringify(call.params, null, 2))));
}
