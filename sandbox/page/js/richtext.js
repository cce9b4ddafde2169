// Text with Telegram's entities -> DOM. Offsets count UTF-16 units, which is how JavaScript counts too.
import { h } from "./element.js";

const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);

/** `on.command`, `on.link` are called when a person clicks such a piece. */
export function richText(text, entities = [], on = {}) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  const out = document.createDocumentFragment();
  write(out, text, 0, text.length, sorted, on);
  return out;
}

function write(into, text, start, end, entities, on) {
  let at = start;
  let index = 0;
  while (index < entities.length) {
    const entity = entities[index];
    const from = Math.max(entity.offset, at);
    const to = Math.min(entity.offset + entity.length, end);
    if (from >= end || to <= from) { index += 1; continue; }
    const isBlock = BLOCKS.has(entity.type);
    const before = text.slice(at, from);
    if (before) into.append(isBlock ? before.replace(/\n$/, "") : before);
    const inside = [];
    const rest = [];
    for (const other of entities.slice(index + 1)) {
      if (other.offset < to) inside.push(other);
      if (other.offset + other.length > to) rest.push(other);
    }
    const node = wrap(entity, text.slice(from, to), on);
    write(node.inner || node, text, from, to, inside, on);
    into.append(node);
    at = isBlock && text[to] === "\n" && to < end ? to + 1 : to;
    entities = rest;
    index = 0;
  }
  if (at < end) into.append(text.slice(at, end));
}

function wrap(entity, piece, on) {
  switch (entity.type) {
    case "bold": return h("b");
    case "italic": return h("i");
    case "underline": return h("u");
    case "strikethrough": return h("s");
    case "code": return h("code");
    case "pre": return h("pre", { "data-language": entity.language });
    case "spoiler": return spoiler();
    case "blockquote": return h("blockquote");
    case "expandable_blockquote": return expandable();
    case "custom_emoji": return h("span", { class: "custom-emoji" });
    case "bot_command": return clickable(() => on.command?.(piece));
    case "text_link": return link(entity.url, on);
    case "url": return link(/^[a-z][a-z0-9+.-]*:/i.test(piece) ? piece : `https://${piece}`, on);
    case "email": return link(`mailto:${piece}`, on);
    case "phone_number": return link(`tel:${piece.replace(/[^\d+]/g, "")}`, on);
    case "mention": case "text_mention": case "hashtag": case "cashtag": return h("span", { class: "mention" });
    default: return h("span");
  }
}

export function safeUrl(url) {
  try {
    const parsed = new URL(url);
    return ["http:", "https:", "mailto:", "tel:", "tg:"].includes(parsed.protocol) ? parsed.href : null;
  } catch { return null; }
}

function link(url, on) {
  const safe = safeUrl(url);
  if (!safe) return h("span", { class: "mention", title: url });
  const node = h("a", { href: safe, target: "_blank", rel: "noopener noreferrer", title: url });
  node.addEventListener("click", (event) => { if (on.link?.(safe)) event.preventDefault(); });
  return node;
}

function clickable(act) {
  return h("button", { type: "button", class: "link-button", on: { click: act } });
}

function spoiler() {
  const node = h("span", { class: "spoiler", tabindex: "0", role: "button", "aria-expanded": "false" });
  const show = (event) => {
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
    if (!node.classList.contains("shown")) event.preventDefault();
    node.classList.add("shown");
    node.setAttribute("aria-expanded", "true");
  };
  node.addEventListener("click", show);
  node.addEventListener("keydown", show);
  return node;
}

function expandable() {
  const node = h("blockquote", { class: "expandable", tabindex: "0", role: "button", "aria-expanded": "false" });
  const toggle = (event) => {
    if (event.type === "keydown" && event.key !== "Enter") return;
    const open = node.classList.toggle("open");
    node.setAttribute("aria-expanded", String(open));
  };
  node.addEventListener("click", toggle);
  node.addEventListener("keydown", toggle);
  return node;
}
