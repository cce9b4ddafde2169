// One message, or one album, as a bubble.
import { avatar, hueOf } from "./avatar.js";
import { inlineKeyboard } from "./buttons.js";
import { exactTime, timeOf } from "./clock.js";
import { h, icon, iconButton } from "./element.js";
import { isTile, kindOf, mediaOf } from "./media.js";
import { richText } from "./richtext.js";
import { preview, serviceText, shorten } from "./service.js";
import { words } from "./words.js";
import { fullName, senderName } from "./world.js";

/** `messages`: one, or the items of an album. `view`: `{isMine, isGroup, on}`; `on` holds what a person can do with it. */
export function drawMessage(messages, view) {
  const first = messages[0];
  const said = serviceText(first);
  if (said) return serviceLine(first, said, view);
  const mine = view.isMine(first);
  const row = h("div", {
    class: `row ${mine ? "out" : "in"}`, "data-testid": `message-${first.message_id}`, "data-id": first.message_id, tabindex: "-1",
    "aria-label": `${senderName(first)}, ${timeOf(first.date)}`, role: "group",
  });
  if (view.isGroup && !mine) row.append(avatar(senderId(first), senderName(first)));
  row.append(h("div", { class: "stack" }, bubble(messages, view, mine), first.reply_markup?.inline_keyboard?.length > 0 && inlineKeyboard(first.reply_markup, (button, node) => view.on.press(first, button, node)), reactions(messages)));
  row.append(iconButton("more", words.messageMenu, { class: "icon-button row-menu", tabindex: "-1", "data-testid": `menu-${first.message_id}`, on: { click: (event) => view.on.menu(messages, event.currentTarget) } }));
  row.addEventListener("contextmenu", (event) => {
    if (event.target.closest("a, textarea") || String(getSelection())) return;
    event.preventDefault();
    view.on.menu(at(event.target, messages), { x: event.clientX, y: event.clientY });
  });
  row.addEventListener("dblclick", (event) => { if (!event.target.closest("button, a, .spoiler")) view.on.reply(at(event.target, messages)[0]); });
  return row;
}

function at(target, messages) {
  const id = Number(target.closest?.("[data-item]")?.dataset.item);
  const item = messages.find((message) => message.message_id === id);
  return item ? [item, ...messages.filter((message) => message !== item)] : messages;
}

function serviceLine(message, text, view) {
  const act = message.pinned_message ? () => view.on.jump(message.pinned_message.message_id) : null;
  return h("div", { class: "service", tabindex: "-1", "data-testid": `message-${message.message_id}`, "data-id": message.message_id, title: exactTime(message.date) },
    act ? h("button", { type: "button", class: "pill", dir: "auto", on: { click: act } }, text) : h("span", { class: "pill", dir: "auto" }, text));
}

function bubble(messages, view, mine) {
  const first = messages[0];
  const kind = kindOf(first);
  const bare = messages.length === 1 && ["sticker", "video_note", "dice"].includes(kind) && !first.reply_to_message;
  const tiles = isTile(first);
  const node = h("div", { class: `bubble ${bare ? "bare" : ""} ${tiles ? "with-tiles" : ""}` });
  if (view.isGroup && !mine) node.append(h("div", { class: "sender", dir: "auto", style: { "--hue": hueOf(senderId(first)) } }, senderName(first), badge(first)));
  if (first.forward_origin) node.append(forwardLine(first.forward_origin));
  const answered = first.reply_to_message;
  if (answered && !answered.forum_topic_created) node.append(quote(answered, first.quote, view));
  if (messages.length > 1) node.append(album(messages, tiles));
  else { const media = mediaOf(first); if (media) node.append(media); }
  const captions = messages.filter((message) => message.text !== undefined || message.caption);
  const shownInside = messages.length > 1 && !tiles;
  const worded = shownInside ? null : captions[0];
  if (worded) {
    const above = worded.show_caption_above_media;
    const text = h("div", { class: "text", dir: "auto", "data-testid": "text" }, richText(worded.text ?? worded.caption, worded.entities || worded.caption_entities, view.on));
    text.append(meta(messages));
    if (above && node.lastChild) node.insertBefore(text, node.lastChild); else node.append(text);
  } else {
    const line = meta(messages);
    line.classList.add(tiles ? "over" : "below");
    node.append(line);
  }
  return node;
}

function album(messages, tiles) {
  if (tiles) {
    return h("div", { class: "album", "data-count": messages.length, "data-testid": "album" }, messages.map((message) => {
      const tile = mediaOf(message);
      tile.dataset.item = message.message_id;
      return tile;
    }));
  }
  return h("div", { class: "album-list", "data-testid": "album" }, messages.map((message) => h("div", { "data-item": message.message_id }, mediaOf(message), message.caption && h("div", { class: "text", dir: "auto" }, richText(message.caption, message.caption_entities)))));
}

function meta(messages) {
  const first = messages[0];
  const editDate = Math.max(...messages.map((message) => message.edit_date || 0));
  const title = editDate ? `${exactTime(first.date)}\n${words.editedAt}: ${exactTime(editDate)}` : exactTime(first.date);
  return h("span", { class: "meta", title }, editDate > 0 && h("span", { class: "edited" }, words.edited), h("time", { datetime: new Date(first.date * 1000).toISOString() }, timeOf(first.date)));
}

function reactions(messages) {
  const all = messages.flatMap((message) => message._reactions || []);
  const counts = new Map();
  for (const emoji of all.map((item) => item.emoji || item)) counts.set(emoji, (counts.get(emoji) || 0) + 1);
  return counts.size > 0 && h("div", { class: "reactions", "data-testid": "reactions" }, [...counts].map(([emoji, n]) => h("span", { class: "reaction" }, emoji, n > 1 && h("b", {}, String(n)))));
}

function forwardLine(origin) {
  const name = origin.sender_user_name || (origin.sender_user && fullName(origin.sender_user)) || (origin.sender_chat || origin.chat)?.title || "";
  return h("div", { class: "forwarded", dir: "auto" }, icon("forward"), name ? words.forwardedFrom(name) : words.forwarded);
}

export function quote(message, part, view) {
  const said = part?.text || preview(message);
  return h("button", { type: "button", class: "quote", style: { "--hue": hueOf(senderId(message)) }, "data-testid": "quote", on: { click: () => view.on.jump(message.message_id) } },
    h("b", { dir: "auto" }, senderName(message)), h("span", { dir: "auto" }, shorten(said, 120)));
}

export function senderId(message) {
  return message.sender_chat?.id ?? message.from?.id ?? 0;
}

function badge(message) {
  const text = message.author_signature || (message.sender_chat ? words.anonymous : message.from?.is_bot ? words.bot : "");
  return text && h("small", {}, text);
}
