// What can be changed about a group: the bot's place in it, members, topics on or off.
import { control } from "./control.js";
import { h } from "./element.js";
import { attempt, check, dialog, field, select } from "./overlay.js";
import { words } from "./words.js";
import { fullName } from "./world.js";

const RIGHTS = ["can_manage_topics", "can_delete_messages", "can_pin_messages"];
const INSIDE = ["creator", "administrator", "member", "restricted"];

export function isInside(view, userId) {
  const member = view.members.find((one) => one.user_id === userId);
  return Boolean(member && INSIDE.includes(member.status));
}

export function groupSettings(world, chatId) {
  const body = h("div", { class: "stacked" });
  const change = async (what) => { await attempt(() => control.group({ chat_id: chatId, ...what })); };
  const draw = () => {
    const view = world.chat(chatId);
    const bot = view.members.find((one) => one.user_id === world.bot.id);
    const inside = isInside(view, world.bot.id);
    const isAdmin = bot?.status === "administrator";
    const act = (text, what, props = {}) => h("button", { type: "button", class: "button", ...props, on: { click: () => change(what) } }, text);
    body.replaceChildren(
      h("h3", {}, words.botInGroup), h("p", { class: "note", "data-testid": "bot-status" }, inside ? (isAdmin ? words.botIsAdmin : words.botIsMember) : words.botRemoved),
      h("div", { class: "chips" },
        inside ? act(words.removeBot, { action: "remove_bot" }, { "data-testid": "remove-bot" }) : act(words.addBot, { action: "add_bot" }, { "data-testid": "add-bot" }),
        inside && isAdmin ? act(words.demoteBot, { action: "member", user_id: world.bot.id, status: "member" }, { "data-testid": "demote-bot" }) : "",
        inside && !isAdmin ? act(words.promoteBot, { action: "member", user_id: world.bot.id, status: "administrator" }, { "data-testid": "promote-bot" }) : ""),
      ...(isAdmin ? [h("h3", {}, words.rights), ...RIGHTS.map((right) => check(words.rightNames[right], (bot.rights || bot)[right] !== false, (on) => change({ action: "rights", rights: { [right]: on } }), { "data-testid": `right-${right}` }))] : []),
      h("h3", {}, words.topics),
      h("div", { class: "chips" }, view.chat.is_forum ? act(words.forumOff, { action: "forum_off" }) : act(words.forumOn, { action: "forum_on" }), view.chat.type === "group" ? act(words.upgrade, { action: "upgrade" }, { "data-testid": "upgrade-group" }) : ""),
      h("h3", {}, words.members),
      ...[...world.people.values()].map((person) => {
        const status = view.members.find((one) => one.user_id === person.id)?.status || "left";
        return h("label", { class: "member" }, h("span", { dir: "auto" }, fullName(person)), select(["administrator", "member", "left", "kicked", ...(status === "creator" ? ["creator"] : [])].map((name) => [name, words.statuses[name]]), status, { on: { change: (event) => change({ action: "member", user_id: person.id, status: event.target.value }) } }));
      }),
    );
  };
  draw();
  world.addEventListener("chat", draw);
  return dialog({ title: world.chat(chatId).chat.title || "", testid: "group-settings", body }).finally(() => world.removeEventListener("chat", draw));
}

export async function newGroup(world) {
  const title = h("input", { required: true, maxlength: "128", "data-testid": "group-title" });
  const forum = h("input", { type: "checkbox", checked: true });
  const members = [...world.people.values()].filter((person) => person.role !== "seller").map((person) => person.id);
  return dialog({
    title: words.newGroup, body: [field(words.groupTitle, title), h("label", { class: "check" }, forum, h("span", {}, words.forumGroup)), h("p", { class: "note" }, words.everyoneIn)],
    actions: [{ text: words.cancel }, { text: words.create, main: true, value: async () => (await attempt(() => control.group({ action: "create", title: title.value.trim(), type: forum.checked ? "supergroup" : "group", is_forum: forum.checked, members }))) || undefined }],
  });
}
