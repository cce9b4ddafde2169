// Inline keyboards below messages, and the reply keyboard below the field.
import { h, icon } from "./element.js";
import { words } from "./words.js";

const SIGNS = { url: "out", login_url: "out", web_app: "out", copy_text: "copy", switch_inline_query: "forward", switch_inline_query_current_chat: "forward", switch_inline_query_chosen_chat: "forward" };

export function inlineKeyboard(markup, press) {
  return h("div", { class: "inline-keyboard", "data-testid": "inline-keyboard" }, markup.inline_keyboard.map((row, line) => h("div", { class: "button-row" }, row.map((button, column) => {
    const sign = Object.keys(SIGNS).find((name) => button[name]);
    const node = h("button", {
      type: "button", class: `key ${styleOf(button)}`, "data-key": `${line}-${column}`, "data-testid": "inline-button", "data-callback": button.callback_data,
      title: button.url || button.copy_text?.text || null, on: { click: () => press(button, node) },
    }, h("span", { dir: "auto" }, button.text), sign && h("i", { class: "key-sign" }, icon(SIGNS[sign])));
    return node;
  }))));
}

export function replyKeyboard(markup, press) {
  const tall = markup.resize_keyboard ? "" : "tall";
  return h("div", { class: `reply-keyboard ${tall}`, "data-testid": "reply-keyboard" }, markup.keyboard.map((row) => h("div", { class: "button-row" }, row.map((raw) => {
    const button = typeof raw === "string" ? { text: raw } : raw;
    const sign = (button.request_contact && "person") || (button.request_location && "place") || (button.request_poll && "poll");
    return h("button", { type: "button", class: `key ${styleOf(button)}`, "data-testid": "reply-button", on: { click: () => press(button) } }, sign && icon(sign), h("span", { dir: "auto" }, button.text));
  }))));
}

function styleOf(button) {
  return ["danger", "success", "primary"].includes(button.style) ? button.style : "";
}

export async function copyText(text) {
  try { await navigator.clipboard.writeText(text); } catch {
    const field = h("textarea", { class: "unseen", value: text });
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
  return words.copied;
}
