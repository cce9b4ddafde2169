// Photos, files and all that is not text.
import { control } from "./control.js";
import { duration } from "./clock.js";
import { h, hint, icon } from "./element.js";
import { words } from "./words.js";

const KINDS = [
  "photo", "animation", "video", "video_note", "voice", "audio", "sticker", "document", "contact", "venue", "location", "poll", "dice",
  "game", "story", "invoice", "paid_media", "checklist",
];

/** The kind of attachment that a message carries, or null. Order matters: an animation also carries a document. */
export function kindOf(message) {
  return KINDS.find((kind) => message[kind]) || null;
}

export function mediaOf(message) {
  const kind = kindOf(message);
  if (!kind) return null;
  const draw = drawers[kind] || ((thing) => placeholder("file", words.kinds[kind] || words.unknownKind, thing?.title || ""));
  const node = draw(message[kind], message);
  node.dataset.kind = kind;
  return node;
}

/** Is it drawn as a tile (a picture that fills the bubble)? */
export function isTile(message) {
  return Boolean(message.photo || message.video || message.animation);
}

const drawers = {
  photo: (sizes, message) => picture(best(sizes), message),
  animation: (thing, message) => film(thing, message, "GIF"),
  video: (thing, message) => film(thing, message, duration(thing.duration)),
  video_note: (thing) => h("div", { class: "round" }, icon("play"), h("span", {}, duration(thing.duration))),
  voice: (thing) => sound(words.kinds.voice, thing),
  audio: (thing) => sound([thing.performer, thing.title].filter(Boolean).join(" – ") || thing.file_name || words.kinds.audio, thing),
  sticker: (thing) => h("div", { class: "sticker", role: "img", "aria-label": `${words.kinds.sticker} ${thing.emoji || ""}` }, thing.emoji || "🙂"),
  document: (thing) => fileLine("file", thing.file_name || words.kinds.document, words.bytes(thing.file_size), thing),
  contact: (thing) => placeholder("person", [thing.first_name, thing.last_name].filter(Boolean).join(" "), thing.phone_number),
  location: (thing) => placeholder("place", words.kinds.location, `${thing.latitude.toFixed(5)}, ${thing.longitude.toFixed(5)}`),
  venue: (thing) => placeholder("place", thing.title, thing.address),
  poll: (thing) => poll(thing),
  dice: (thing) => h("div", { class: "sticker dice" }, thing.emoji || "🎲", h("span", {}, String(thing.value))),
};

function best(sizes) {
  const fitting = sizes.filter((size) => size.width <= 1280);
  return (fitting.length ? fitting : sizes).at(-1);
}

function fitted(width, height, wide = 320, tall = 340) {
  const scale = Math.min(wide / (width || wide), tall / (height || tall), 1);
  return [Math.max(120, Math.round((width || wide) * scale)), Math.max(80, Math.round((height || tall) * scale))];
}

function picture(size, message) {
  const [width, height] = fitted(size.width, size.height);
  const image = h("img", { src: control.fileUrl(size.file_id), alt: message.caption || words.kinds.photo, width, height, decoding: "async" });
  if (message.has_media_spoiler) image.classList.add("hidden-media");
  const tile = h("button", { type: "button", class: "tile", style: { "--ratio": `${width} / ${height}` }, on: { click: () => lightbox(image) } }, image);
  return hint(tile, words.openPhoto);
}

function lightbox(image) {
  if (image.classList.contains("hidden-media")) { image.classList.remove("hidden-media"); return; }
  const box = h("dialog", { class: "lightbox", "aria-label": image.alt, on: { click: () => box.close(), close: () => box.remove() } }, h("img", { src: image.src, alt: image.alt }));
  document.body.append(box);
  box.showModal();
}

function film(thing, message, label) {
  const [width, height] = fitted(thing.width, thing.height);
  return h("a", {
    class: "tile film", style: { "--ratio": `${width} / ${height}`, "--wide": `${width}px` }, href: control.fileUrl(thing.file_id), target: "_blank", rel: "noopener",
    "aria-label": `${message.animation ? words.kinds.animation : words.kinds.video}, ${label}`,
  }, h("span", { class: "film-label" }, `${label} · ${words.bytes(thing.file_size)}`), h("span", { class: "film-play" }, icon("play")), h("span", { class: "film-name", dir: "auto" }, thing.file_name || ""));
}

const WAVE = [5, 9, 14, 8, 16, 11, 6, 13, 18, 10, 7, 15, 9, 5, 12, 17, 8, 11, 6, 10, 14, 7, 5, 9];

function sound(title, thing) {
  const isVoice = title === words.kinds.voice;
  const wave = h("span", { class: "wave", "aria-hidden": "true" }, WAVE.map((tall) => h("i", { style: { height: `${tall}px` } })));
  return h("a", { class: "file-line", href: control.fileUrl(thing.file_id), download: thing.file_name || "", "aria-label": words.download(title) },
    h("span", { class: "file-sign" }, icon("play")),
    h("span", { class: "file-words" }, isVoice ? wave : h("b", { dir: "auto" }, title), h("small", {}, `${duration(thing.duration)} · ${words.bytes(thing.file_size)}`)));
}

function fileLine(sign, name, note, thing) {
  return h("a", { class: "file-line", href: control.fileUrl(thing.file_id), download: name, "aria-label": words.download(name) },
    h("span", { class: "file-sign" }, icon(sign)), h("span", { class: "file-words" }, h("b", { dir: "auto" }, name), h("small", {}, note)));
}

function placeholder(sign, name, note) {
  return h("div", { class: "file-line" }, h("span", { class: "file-sign" }, icon(sign)), h("span", { class: "file-words" }, h("b", { dir: "auto" }, name), h("small", { dir: "auto" }, note)));
}

function poll(thing) {
  const total = thing.total_voter_count || 0;
  return h("div", { class: "poll" }, h("b", { dir: "auto" }, thing.question), h("small", {}, words.anonymousPoll),
    (thing.options || []).map((option) => h("div", { class: "poll-option" }, h("span", {}, `${total ? Math.round((100 * option.voter_count) / total) : 0}%`), h("span", { dir: "auto" }, option.text))),
    h("small", {}, words.votes(total)));
}
