// What is attached to the message that is being written: real files, and made-up ones of any size.
import { fill, h, icon, iconButton } from "./element.js";
import { check, dialog, field, select, toast } from "./overlay.js";
import { words } from "./words.js";

const UNITS = { b: 1, kb: 1024, mb: 1024 * 1024 };
const MADE_UP = ["photo", "document", "video", "animation", "audio", "voice", "video_note"];
const ENDINGS = { photo: "jpg", document: "pdf", video: "mp4", animation: "mp4", audio: "mp3", voice: "ogg", video_note: "mp4" };
const TOGETHER = { photo: "pictures", video: "pictures", document: "documents", audio: "audio" };
const ALBUM = 10;

export class Attachments {
  items = [];
  album = true;

  constructor({ name, changed }) {
    this.name = name;
    this.changed = changed;
    this.node = h("div", { class: "tray", hidden: true, "data-testid": `tray-${name}` });
    this.photos = this.#picker("image/*,video/*", (file) => kindOfFile(file), "photo");
    this.files = this.#picker("", () => "document", "file");
    this.pickers = h("div", { hidden: true }, this.photos, this.files);
  }

  #picker(accept, kindFor, word) {
    return h("input", { type: "file", multiple: true, accept, tabindex: "-1", "aria-hidden": "true", "data-testid": `pick-${word}-${this.name}`, on: { change: (event) => {
      this.addFiles([...event.target.files], kindFor);
      event.target.value = "";
    } } });
  }

  addFiles(files, kindFor = kindOfFile) {
    for (const file of files) this.items.push({ kind: kindFor(file), file, name: file.name, size: file.size, mime: file.type, url: file.type.startsWith("image/") ? URL.createObjectURL(file) : null });
    this.draw();
  }

  async addMadeUp() {
    const kind = select(MADE_UP.map((name) => [name, words.kinds[name]]), "document", { "data-testid": "made-kind" });
    const size = h("input", { type: "number", min: "0", step: "any", value: "5", required: true, "data-testid": "made-size" });
    const unit = select(Object.keys(UNITS).map((name) => [name, words.units[name]]), "mb", { "data-testid": "made-unit", "aria-label": words.unit });
    const name = h("input", { value: "file.pdf", maxlength: "200", "data-testid": "made-name" });
    const count = h("input", { type: "number", min: "1", max: "20", value: "1", required: true, "data-testid": "made-count" });
    let named = false;
    name.addEventListener("input", () => { named = true; });
    kind.addEventListener("change", () => { if (!named) name.value = `file.${ENDINGS[kind.value]}`; });
    const presets = [[1, "mb"], [10, "mb"], [10485761, "b"], [20, "mb"], [51, "mb"]];
    const quick = h("div", { class: "chips" }, presets.map(([n, u]) => h("button", { type: "button", class: "chip", on: { click: () => { size.value = n; unit.value = u; } } }, `${n.toLocaleString()} ${words.units[u]}`)));
    const made = await dialog({
      title: words.madeUpTitle, testid: "made-up",
      body: [h("p", { class: "note" }, words.madeUpHint), field(words.kind, kind), h("div", { class: "pair" }, field(words.size, size), field(words.unit, unit)), quick, field(words.fileName, name), field(words.count, count)],
      actions: [{ text: words.cancel }, { text: words.addFile, main: true, testid: "made-add", value: () => {
        const bytes = Math.round(Number(size.value) * UNITS[unit.value]);
        if (!(bytes > 0)) { toast(words.sizeWrong, { bad: true }); return undefined; }
        return { kind: kind.value, name: name.value || `file.${ENDINGS[kind.value]}`, size: bytes, count: Number(count.value) };
      } }],
    });
    if (!made) return;
    for (let n = 1; n <= made.count; n += 1) this.items.push({ kind: made.kind, size: made.size, name: made.count > 1 ? numbered(made.name, n) : made.name });
    this.draw();
  }

  clear() { for (const item of this.items) if (item.url) URL.revokeObjectURL(item.url); this.items = []; this.draw(); }

  take() { const taken = { items: this.items, album: this.album }; this.items = []; this.draw(); return taken; }
  putBack({ items }) { this.items = [...items, ...this.items]; this.draw(); }

  draw() {
    this.node.hidden = !this.items.length;
    fill(this.node, h("ul", {}, this.items.map((item, index) => this.#row(item, index))), this.items.length > 1 && check(words.album, this.album, (on) => { this.album = on; }, { "data-testid": `album-${this.name}` }));
    this.changed();
  }

  #row(item, index) {
    const choices = choicesFor(item);
    return h("li", { "data-testid": "attached" }, item.url ? h("img", { src: item.url, alt: "" }) : h("span", { class: "file-sign" }, icon("file")),
      h("span", { class: "file-words" }, h("b", { dir: "auto" }, item.name), h("small", {}, `${words.kinds[item.kind]} · ${words.bytes(item.size)}`)),
      choices.length > 1 && select(choices, item.kind, { "aria-label": words.sendAs(item.name), "data-testid": "attached-as", on: { change: (event) => { item.kind = event.target.value; this.draw(); } } }),
      iconButton("close", words.removeFile(item.name), { on: { click: () => { this.items.splice(index, 1); this.draw(); } } }));
  }
}

function choicesFor(item) {
  if (!item.file) return [];
  const own = kindOfFile(item.file);
  return own === "document" ? [] : [[own, words.kinds[own].toLowerCase()], ["document", words.asDocument]];
}

function kindOfFile(file) {
  if (file.type === "image/gif") return "animation";
  if (/^image\/(jpeg|png|webp)$/.test(file.type)) return "photo";
  if (file.type.startsWith("video/")) return "video";
  if (file.type.startsWith("audio/")) return "audio";
  return "document";
}

function numbered(name, n) {
  const dot = name.lastIndexOf(".");
  return dot > 0 ? `${name.slice(0, dot)} ${n}${name.slice(dot)}` : `${name} ${n}`;
}

/** What goes in one album: pictures with videos, documents with documents, audio with audio; at most ten. */
export function parcels(items, album) {
  const out = [];
  for (const item of items) {
    const type = TOGETHER[item.kind];
    const last = out.at(-1);
    if (album && type && last?.type === type && last.items.length < ALBUM) last.items.push(item);
    else out.push({ type: album ? type : null, items: [item] });
  }
  return out.map((parcel) => parcel.items);
}
