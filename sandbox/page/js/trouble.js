// The «Trouble» panel: how Telegram can fail, at will.
import { Calls } from "./calls.js";
import { control } from "./control.js";
import { fill, h, icon, iconButton } from "./element.js";
import { attempt, field, select } from "./overlay.js";
import { words } from "./words.js";
import { fullName } from "./world.js";

const METHODS = ["sendMessage", "sendPhoto", "sendDocument", "sendMediaGroup", "copyMessage", "copyMessages", "editMessageText", "answerCallbackQuery", "createForumTopic", "editForumTopic", "closeForumTopic", "setMessageReaction", "getUpdates", "getFile"];

export class Trouble {
  constructor({ world, visible }) {
    this.world = world;
    this.state = h("p", { class: "trouble-state", role: "status", "data-testid": "trouble-state" });
    this.clear = h("button", { type: "button", class: "button", "data-testid": "trouble-clear", on: { click: () => this.#clear() } }, words.clearTrouble);
    this.outage = h("div", {});
    this.limits = h("input", { type: "checkbox", "data-testid": "trouble-limits", on: { change: (event) => this.#set({ limits: event.target.checked }) } });
    this.delay = h("input", { type: "number", min: "0", step: "50", value: "0", "data-testid": "trouble-delay" });
    this.rules = h("ul", { class: "rules", "data-testid": "rules" });
    this.calls = new Calls({ world, visible });
    this.node = h("section", { class: "trouble", "aria-label": words.trouble, "data-testid": "trouble" },
      h("div", { class: "trouble-head" }, this.state, this.clear),
      h("section", { class: "card" }, h("h3", {}, words.outage), h("p", { class: "note" }, words.outageHint), this.outage),
      h("section", { class: "card" }, h("label", { class: "check" }, this.limits, h("span", {}, words.limits)), h("p", { class: "note" }, words.limitsHint),
        h("form", { class: "line", on: { submit: (event) => { event.preventDefault(); this.#set({ delay_ms: Number(this.delay.value) || 0 }); } } }, field(words.delay, this.delay, words.delayHint), h("button", { class: "button", type: "submit" }, words.apply))),
      this.#ruleForm(), h("section", { class: "card" }, h("h3", {}, words.rules), this.rules), this.calls.node);
    world.addEventListener("trouble", () => this.draw());
    world.addEventListener("state", () => this.draw());
  }

  count() {
    const { limits, delay_ms: delay, outage_until: until, rules } = this.world.trouble;
    return rules.length + (limits ? 1 : 0) + (delay ? 1 : 0) + (this.#left(until) > 0 ? 1 : 0);
  }

  draw() {
    const { limits, delay_ms: delay, outage_until: until, rules } = this.world.trouble;
    const n = this.count();
    this.state.textContent = n ? words.troubled(n) : words.calm;
    this.state.classList.toggle("troubled", n > 0);
    this.clear.disabled = !n;
    this.limits.checked = limits;
    if (document.activeElement !== this.delay) this.delay.value = delay || 0;
    this.#drawOutage(until);
    fill(this.rules, rules.map((rule, index) => h("li", {}, h("span", {}, describe(rule, this.world)), iconButton("close", words.removeRule, { on: { click: () => this.#set({ rules: rules.filter((_, at) => at !== index) }) } }))), !rules.length && h("li", { class: "note" }, words.noRules));
  }

  #left(until) { return Math.max(0, Math.ceil((until || 0) - Date.now() / 1000)); }

  #drawOutage(until) {
    clearTimeout(this.timer);
    const left = this.#left(until);
    if (left) {
      fill(this.outage, h("div", { class: "line" }, h("b", { "data-testid": "outage-left" }, words.outageLeft(left)), h("button", { type: "button", class: "button", on: { click: () => this.#set({ outage_seconds: 0 }) } }, words.endOutage)));
      this.timer = setTimeout(() => this.draw(), 1000);
    } else if (!this.outage.querySelector("form")) {
      const seconds = h("input", { type: "number", min: "1", value: "20", "aria-label": words.seconds, "data-testid": "outage-seconds" });
      fill(this.outage, h("form", { class: "line", on: { submit: (event) => { event.preventDefault(); this.#set({ outage_seconds: Number(seconds.value) || 1 }); } } }, seconds, h("span", {}, words.seconds), h("button", { class: "button danger", type: "submit", "data-testid": "outage-start" }, words.startOutage)));
    }
  }

  #ruleForm() {
    const fault = select(Object.entries(words.faults), "429", { "data-testid": "rule-fault" });
    const methods = h("input", { list: "methods", placeholder: "sendMessage", "data-testid": "rule-methods", autocapitalize: "off", spellcheck: "false" });
    const chat = h("select", { "data-testid": "rule-chat", on: { focus: () => this.#fillChats(chat) } });
    this.#fillChats(chat);
    this.world.addEventListener("state", () => this.#fillChats(chat));
    const times = h("input", { type: "number", min: "1", "data-testid": "rule-times" });
    const share = h("input", { type: "number", min: "1", max: "100", value: "100" });
    const extra = {
      429: [["retry_after", words.retryAfter, h("input", { type: "number", min: "1", value: "5", "data-testid": "rule-retry-after" })]],
      slow: [["delay_ms", words.slowFor, h("input", { type: "number", min: "1", value: "3000" })]],
      custom: [["error_code", words.errorCode, h("input", { type: "number", min: "400", max: "599", value: "400" })], ["description", words.description, h("input", { value: "Bad Request: chat not found" })]],
    };
    const more = h("div", { class: "pair" });
    const showMore = () => fill(more, (extra[fault.value] || []).map(([, label, input]) => field(label, input)));
    fault.addEventListener("change", showMore);
    showMore();
    const add = (event) => {
      event.preventDefault();
      const rule = fault.value === "custom" ? { fault: "error" } : { fault: fault.value };
      for (const [key, , input] of extra[fault.value] || []) rule[key] = input.type === "number" ? Number(input.value) : input.value;
      const named = methods.value.split(/[\s,]+/).filter(Boolean);
      if (named.length) rule.methods = named;
      if (chat.value) rule.chat_id = Number(chat.value);
      if (times.value) rule.times = Number(times.value);
      if (Number(share.value) < 100) rule.share = Number(share.value) / 100;
      this.#set({ rules: [...this.world.trouble.rules, rule] });
    };
    return h("form", { class: "card", on: { submit: add } }, h("h3", {}, words.ruleTitle), field(words.fault, fault), more, field(words.methods, methods, words.methodsHint),
      h("div", { class: "pair" }, field(words.whichChat, chat), field(words.share, share)), field(words.times, times, words.timesHint),
      h("datalist", { id: "methods" }, METHODS.map((name) => h("option", { value: name }))),
      h("button", { class: "button main", type: "submit", "data-testid": "rule-add" }, icon("plus"), words.addRule));
  }

  #fillChats(chat) {
    const chosen = chat.value;
    const named = [...[...this.world.people.values()].map((person) => [person.id, fullName(person)]), ...this.world.groups().map((view) => [view.chat.id, view.chat.title])];
    fill(chat, h("option", { value: "" }, words.anyChat), named.map(([id, name]) => h("option", { value: id, selected: String(id) === chosen }, name)));
  }

  #clear() { return this.#set({ rules: [], limits: false, delay_ms: 0, outage_seconds: 0 }); }

  async #set(changes) {
    const trouble = await attempt(() => control.trouble(changes));
    if (trouble) { this.world.trouble = trouble; this.world.dispatchEvent(new CustomEvent("trouble", { detail: {} })); }
  }
}

function describe(rule, world) {
  const parts = [rule.error_code ? `${rule.error_code}: ${rule.description || ""}` : words.faults[rule.fault] || rule.fault];
  if (rule.retry_after) parts.push(`retry_after ${rule.retry_after}`);
  if (rule.delay_ms) parts.push(`${rule.delay_ms} ms`);
  if (rule.methods?.length) parts.push(rule.methods.join(", "));
  if (rule.chat_id) parts.push(fullName(world.people.get(rule.chat_id)).replace("…", "") || world.chat(rule.chat_id).chat.title || String(rule.chat_id));
  if (rule.share && rule.share < 1) parts.push(`${Math.round(rule.share * 100)} %`);
  if (rule.times) parts.push(words.ruleTimes(rule.times));
  return parts.join(" · ");
}
