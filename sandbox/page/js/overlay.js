// What lies over the page: menus, dialogs, toasts, and the quiet voice for screen readers.
import { h, icon, iconButton } from "./element.js";
import { words } from "./words.js";

// --- menu ------------------------------------------------------------------------------------------------------
let openMenu = null;

/** `entries`: `{text, icon?, danger?, act, testid?}` or a node. Opens at an element or at `{x, y}`. */
export function menu(where, entries) {
  closeMenu();
  const before = document.activeElement;
  const close = () => { closeMenu(); before?.focus?.({ preventScroll: true }); };
  const items = entries.filter(Boolean).map((entry) => (entry instanceof Node ? entry : h("button", {
    type: "button", role: "menuitem", class: entry.danger ? "danger" : null, "data-testid": entry.testid,
    on: { click: () => { close(); entry.act(); } },
  }, entry.icon && icon(entry.icon), h("span", {}, entry.text))));
  const node = h("div", { class: "menu", role: "menu", "data-testid": "menu", on: { keydown: (event) => walk(event, node, close) } }, items);
  document.body.append(node);
  place(node, where);
  openMenu = node;
  node.querySelector("button")?.focus({ preventScroll: true });
}

export function closeMenu() { openMenu?.remove(); openMenu = null; }

function walk(event, node, close) {
  const buttons = [...node.querySelectorAll("button")];
  const at = buttons.indexOf(document.activeElement);
  const go = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (event.key === "Escape") { event.stopPropagation(); close(); }
  else if (event.key === "Tab") close();
  else if (go !== undefined) { event.preventDefault(); buttons.at(go % buttons.length)?.focus(); }
}

function place(node, where) {
  const point = where instanceof Element ? where.getBoundingClientRect() : null;
  const wide = node.offsetWidth;
  const tall = node.offsetHeight;
  let left = point ? (point.left + wide > innerWidth - 8 ? point.right - wide : point.left) : where.x;
  let top = point ? (point.bottom + tall + 4 > innerHeight - 8 ? point.top - tall - 4 : point.bottom + 4) : where.y;
  left = Math.max(8, Math.min(left, innerWidth - wide - 8));
  top = Math.max(8, Math.min(top, innerHeight - tall - 8));
  node.style.left = `${left}px`;
  node.style.top = `${top}px`;
}

document.addEventListener("pointerdown", (event) => { if (openMenu && !openMenu.contains(event.target)) closeMenu(); });
addEventListener("resize", closeMenu);

// --- dialog ----------------------------------------------------------------------------------------------------
/** Shows a modal dialog; resolves with what the chosen button's `value()` gives, or null. */
export function dialog({ title, body = [], actions = [], wide = false, testid = "dialog" }) {
  return new Promise((resolve) => {
    const node = h("dialog", { class: wide ? "wide" : null, "data-testid": testid, "aria-label": title });
    const done = (value) => { node.close(); node.remove(); resolve(value); };
    const form = h("form", { method: "dialog", on: { submit: (event) => { event.preventDefault(); const first = actions.find((a) => a.main); if (first) finish(first); } } });
    const finish = async (action) => {
      if (action.value && !form.reportValidity()) return;
      const value = action.value ? await action.value() : null;
      if (value !== undefined) done(value);
    };
    const buttons = actions.map((action) => h("button", {
      type: action.main ? "submit" : "button", class: `button ${action.main ? "main" : ""} ${action.danger ? "danger" : ""}`, "data-testid": action.testid,
      on: action.main ? {} : { click: () => finish(action) },
    }, action.text));
    form.append(
      h("header", {}, h("h2", { dir: "auto" }, title), iconButton("close", words.close, { on: { click: () => done(null) } })),
      h("div", { class: "dialog-body" }, ...[body].flat()),
      ...(buttons.length ? [h("footer", {}, buttons)] : []),
    );
    node.append(form);
    node.addEventListener("cancel", (event) => { event.preventDefault(); done(null); });
    node.addEventListener("click", (event) => { if (event.target === node) done(null); });
    document.body.append(node);
    node.showModal();
    (form.querySelector("input:not([type=checkbox]), select, textarea") || form.querySelector("footer .main") || form.querySelector("button"))?.focus();
  });
}

export function alertBox(text) {
  return dialog({ title: words.bot[0].toUpperCase() + words.bot.slice(1), testid: "alert", body: h("p", { class: "alert-text", dir: "auto" }, text), actions: [{ text: "OK", main: true, value: () => true, testid: "alert-ok" }] });
}

export async function ask(title, value, { label, ok = words.save } = {}) {
  const input = h("input", { value, required: true, maxlength: 128, "data-testid": "ask-input" });
  return dialog({ title, body: field(label || title, input), actions: [{ text: words.cancel }, { text: ok, main: true, value: () => input.value.trim() || undefined, testid: "ask-ok" }] });
}

export function sure(text, ok) {
  return dialog({ title: ok, body: h("p", { dir: "auto" }, text), actions: [{ text: words.cancel }, { text: ok, main: true, danger: true, value: () => true, testid: "sure-ok" }] });
}

export function field(label, input, hint) {
  return h("label", { class: "field" }, h("span", {}, label), input, hint && h("small", {}, hint));
}

export function check(label, checked, changed, props = {}) {
  return h("label", { class: "check" }, h("input", { type: "checkbox", checked, on: { change: (event) => changed?.(event.target.checked) }, ...props }), h("span", {}, label));
}

export function select(options, chosen, props = {}) {
  return h("select", props, options.map(([value, text]) => h("option", { value, selected: String(value) === String(chosen) }, text)));
}

// --- toasts ----------------------------------------------------------------------------------------------------
const tray = h("div", { class: "toasts", role: "status", "aria-live": "polite" });
document.body.append(tray);

export function toast(text, { bad = false, from = null } = {}) {
  const node = h("div", { class: `toast ${bad ? "bad" : ""}`, "data-testid": "toast", dir: "auto" }, text);
  if (from) {
    const box = from.getBoundingClientRect();
    tray.style.left = `${box.left + box.width / 2}px`;
  } else tray.style.removeProperty("left");
  tray.append(node);
  while (tray.children.length > 3) tray.firstChild.remove();
  setTimeout(() => node.remove(), 3500 + Math.min(text.length * 30, 4000));
}

/** Runs what a person asked for; a refusal of the sandbox becomes a toast. Gives null then. */
export async function attempt(doing) {
  try { return await doing(); } catch (error) { toast(words.failed(error.message), { bad: true }); return null; }
}

// --- the voice -------------------------------------------------------------------------------------------------
const voice = h("div", { class: "unseen", "aria-live": "polite", "data-testid": "voice" });
document.body.append(voice);
export function say(text) { voice.textContent = text; }
