// The dialogs that add a person or change one.
import { control } from "./control.js";
import { h } from "./element.js";
import { attempt, dialog, field, select } from "./overlay.js";
import { words } from "./words.js";

const ROLES = ["seller", "agent", "admin"];

export async function addPerson(role = "seller") {
  const form = fields({ language_code: "ru", role }, true);
  return dialog({ title: role === "seller" ? words.addSeller : words.addPerson, testid: "person-form", body: form.body, actions: [{ text: words.cancel }, { text: words.addFile, main: true, testid: "person-save", value: async () => (await attempt(() => control.addPerson(form.value()))) || undefined }] });
}

export async function changePerson(person) {
  const form = fields(person, false);
  return dialog({ title: words.changePerson, testid: "person-form", body: form.body, actions: [{ text: words.cancel }, { text: words.save, main: true, testid: "person-save", value: async () => (await attempt(() => control.changePerson(person.id, form.value()))) || undefined }] });
}

function fields(person, isNew) {
  const first = h("input", { value: person.first_name || "", required: true, maxlength: "64", dir: "auto", "data-testid": "person-first-name" });
  const last = h("input", { value: person.last_name || "", maxlength: "64", dir: "auto" });
  const username = h("input", { value: person.username || "", maxlength: "32", pattern: "[A-Za-z][A-Za-z0-9_]{3,31}", "data-testid": "person-username" });
  const known = words.languages;
  const code = person.language_code || "";
  const languages = Object.entries(code in known ? known : { ...known, [code]: code });
  const language = select(languages, code, { "data-testid": "person-language" });
  const role = select(ROLES.map((name) => [name, words.roles[name]]), person.role || "seller", { "data-testid": "person-role" });
  return {
    body: [field(words.firstName, first), field(words.lastName, last), field(words.username, username, words.usernameHint), field(words.language, language), isNew && field(words.role, role)].filter(Boolean),
    value: () => ({ first_name: first.value.trim(), last_name: last.value.trim(), username: username.value.trim(), language_code: language.value, ...(isNew ? { role: role.value } : {}) }),
  };
}
