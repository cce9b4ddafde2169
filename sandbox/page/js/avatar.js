// A coloured circle with initials, as Telegram draws people without a picture.
import { h } from "./element.js";

const HUES = [358, 24, 262, 128, 186, 208, 326];

export function hueOf(id) { return HUES[Math.abs(id) % HUES.length]; }

export function avatar(id, name) {
  return h("span", { class: "avatar", "aria-hidden": "true", style: { "--hue": hueOf(id) } }, initials(name));
}

function initials(name) {
  const letters = name.split(/\s+/u).map((word) => [...word].find((sign) => /[\p{L}\p{N}]/u.test(sign))).filter(Boolean);
  return letters.slice(0, 2).join("").toUpperCase() || [...name][0] || "•";
}
