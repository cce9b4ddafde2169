// The right column: the agents' groups, the private chats of admins and agents, and the trouble panel.
import { avatar } from "./avatar.js";
import { control } from "./control.js";
import { fill, h, iconButton } from "./element.js";
import { groupSettings, isInside, newGroup } from "./group.js";
import { attempt, menu, select } from "./overlay.js";
import { Pane } from "./pane.js";
import { addPerson } from "./person.js";
import { personMenu } from "./sellers.js";
import { Topics, topicIcon, topicMenu, topicsOf } from "./topics.js";
import { badge } from "./unread.js";
import { words } from "./words.js";
import { ANONYMOUS, fullName, threadOf } from "./world.js";

export class Desk {
  constructor({ world, unread, choice, page, trouble }) {
    Object.assign(this, { world, unread, choice, page, trouble });
    this.tabs = h("div", { class: "desk-tabs", role: "tablist" });
    this.group = new Pane({ world, name: "group", page });
    this.admin = new Pane({ world, name: "admin", page });
    this.topics = new Topics({ world, unread, groupId: () => choice.group, chosen: () => this.#thread(), choose: (thread) => this.openTopic(thread), actor: () => this.#writer().behind ?? this.#writer().id });
    this.groupBody = h("div", { class: "desk-body group-body" }, this.topics.node, this.group.node);
    this.adminBody = h("div", { class: "desk-body" }, this.admin.node);
    this.troubleBody = h("div", { class: "desk-body" }, trouble.node);
    this.node = h("section", { class: "desk", "aria-label": words.agents }, this.tabs, this.groupBody, this.adminBody, this.troubleBody);
    unread.addEventListener("change", () => this.drawTabs());
    world.addEventListener("trouble", () => this.drawTabs());
    world.addEventListener("person", () => this.#heads());
    world.addEventListener("chat", ({ detail }) => this.#chatChanged(detail.chat.chat));
  }

  /** After the state came anew. */
  open() {
    const groups = this.world.groups();
    if (!groups.some((view) => view.chat.id === this.choice.group)) this.choice.group = groups[0]?.chat.id ?? null;
    const writers = this.#writers();
    if (!writers.some((one) => one.id === this.choice.agent)) this.choice.agent = writers[0]?.id ?? ANONYMOUS;
    const owners = this.#privateOwners();
    if (!owners.some((one) => one.id === this.choice.admin)) this.choice.admin = owners[0]?.id ?? null;
    this.trouble.draw();
    this.showTab(this.choice.tab || "group");
    this.#showGroup();
    this.#showAdmin();
  }

  showTab(tab, groupId = this.choice.group) {
    const moved = groupId !== this.choice.group;
    this.choice.tab = tab;
    this.choice.group = groupId;
    this.groupBody.hidden = tab !== "group";
    this.adminBody.hidden = tab !== "admin";
    this.troubleBody.hidden = tab !== "trouble";
    this.choice.save();
    this.drawTabs();
    if (moved) this.#showGroup();
    for (const pane of [this.group, this.admin]) if (pane.isOpen()) { this.page.seen(pane); pane.feed.toBottom(); }
  }

  drawTabs() {
    const tab = (name, text, count, groupId) => h("button", {
      type: "button", role: "tab", class: "desk-tab", "aria-selected": String(this.choice.tab === name && (name !== "group" || groupId === this.choice.group)), "data-testid": groupId ? `tab-group-${groupId}` : `tab-${name}`, dir: "auto",
      on: { click: () => this.showTab(name, groupId ?? this.choice.group) },
    }, h("span", {}, text), badge(count));
    const groups = this.world.groups();
    const admins = this.#privateOwners().reduce((sum, person) => sum + this.unread.of(person.id), 0);
    fill(this.tabs, groups.length ? groups.map((view) => tab("group", view.chat.title, this.unread.of(view.chat.id), view.chat.id)) : tab("group", words.agents, 0), tab("admin", words.admin, admins), tab("trouble", words.trouble, this.trouble.count()));
    this.tabs.hidden = false;
  }

  openTopic(thread, messageId) {
    this.choice.setThread(this.choice.group, thread);
    this.choice.inTopic = true;
    this.#showGroup();
    if (messageId) this.group.jump(messageId);
  }

  openPrivate(personId) {
    this.choice.admin = personId;
    this.showTab("admin");
    this.#showAdmin();
  }

  writer() { return this.#writer(); }

  // --- the group ----------------------------------------------------------------------------------------------
  #thread() {
    const view = this.world.chat(this.choice.group);
    if (!view.chat.is_forum) return null;
    const known = this.choice.threadOf(this.choice.group);
    if (known === 0 || topicsOf(view).some((topic) => topic.message_thread_id === known)) return known;
    return newestOpen(this.world, view) ?? 0;
  }

  #showGroup() {
    const id = this.choice.group;
    const view = this.world.chat(id);
    const isForum = Boolean(view.chat.is_forum);
    this.groupBody.classList.toggle("forum", isForum);
    this.groupBody.classList.toggle("in-topic", !isForum || Boolean(this.choice.inTopic));
    if (id === null) { this.group.node.hidden = true; return; }
    this.group.node.hidden = false;
    this.#groupHead();
    this.group.show({ chatId: id, thread: this.#thread(), viewer: this.#writer(), status: words.membersCount(view.members.filter((one) => isInside(view, one.user_id)).length) });
    this.topics.draw();
    this.choice.save();
  }

  #groupHead() {
    const view = this.world.chat(this.choice.group);
    const thread = this.#thread();
    const topic = thread ? view.topics.find((one) => one.message_thread_id === thread) : { message_thread_id: 0, name: words.general };
    const title = thread === null ? view.chat.title : topic?.name ?? "";
    const writer = select(this.#writers().map((one) => [one.id, one.name]), this.choice.agent, { "aria-label": words.writeAs, title: words.writeAs, "data-testid": "write-as", on: { change: (event) => { this.choice.agent = Number(event.target.value); this.#showGroup(); } } });
    const more = iconButton("more", thread ? words.topicMenu : words.groupMenu, { "data-testid": "group-menu", on: { click: (event) => this.#groupMenu(event.currentTarget, topic, thread) } });
    fill(this.group.head, thread !== null && iconButton("back", words.showTopics, { class: "icon-button back-to-topics", "data-testid": "back-to-topics", on: { click: () => { this.choice.inTopic = false; this.#showGroup(); this.topics.node.querySelector(".chosen")?.focus(); } } }),
      thread !== null ? topicIcon(topic || {}) : avatar(view.chat.id, view.chat.title || ""), h("div", { class: "pane-title" }, h("h3", { dir: "auto", title, "data-testid": "group-title-shown" }, title), this.group.status), more);
    fill(this.group.composer.writer, h("label", { class: "writer" }, h("small", {}, words.writeAs), writer));
    const gone = !isInside(view, this.world.bot.id);
    this.group.setNotice(gone ? h("span", {}, words.removedBot) : topic?.closed ? h("span", {}, words.topicClosed) : null, gone ? h("button", { type: "button", class: "button", on: { click: () => attempt(() => control.group({ chat_id: view.chat.id, action: "add_bot" })) } }, words.addBot) : null);
  }

  #groupMenu(where, topic, thread) {
    const entries = [
      { text: words.groupMenu, act: () => groupSettings(this.world, this.choice.group), testid: "group-settings-open" },
      { text: words.newGroup, act: () => newGroup(this.world), testid: "new-group" },
    ];
    if (!thread) { menu(where, entries); return; }
    topicMenu(this.choice.group, topic, where, this.#writer().behind ?? this.#writer().id);
    document.querySelector(".menu")?.append(h("hr"), ...entries.map((entry) => h("button", { type: "button", role: "menuitem", "data-testid": entry.testid, on: { click: () => { document.querySelector(".menu")?.remove(); entry.act(); } } }, entry.text)));
  }

  #chatChanged(chat) {
    this.drawTabs();
    if (this.choice.group === null || !this.world.chats.has(this.choice.group)) { this.open(); return; }
    if (chat.id !== this.choice.group) return;
    const place = this.group.place;
    if (!place || place.chatId !== chat.id || place.thread !== this.#thread()) this.#showGroup();
    else this.#groupHead();
  }

  #writers() {
    const view = this.world.chat(this.choice.group);
    const inside = [...this.world.people.values()].filter((person) => isInside(view, person.id));
    return [...inside.map((person) => ({ id: person.id, name: fullName(person) })), { id: ANONYMOUS, name: words.anonymous }];
  }

  #writer() {
    if (this.choice.agent !== ANONYMOUS) return { id: this.choice.agent };
    return { id: ANONYMOUS, anonymous: true, behind: this.#writers()[0]?.id };
  }

  // --- private chats of admins and agents -----------------------------------------------------------------------
  #privateOwners() { return [...this.world.peopleOf("admin"), ...this.world.peopleOf("agent")]; }

  #showAdmin() {
    const person = this.world.people.get(this.choice.admin);
    this.admin.node.hidden = !person;
    if (!person) return;
    this.#adminHead();
    this.admin.show({ chatId: person.id, thread: null, viewer: { id: person.id }, empty: words.emptyPrivate, status: words.bot });
    this.page.startBar(this.admin, person);
    this.choice.save();
  }

  #adminHead() {
    const person = this.world.people.get(this.choice.admin);
    if (!person) return;
    const bot = this.world.bot;
    const owners = select(this.#privateOwners().map((one) => [one.id, `${fullName(one)} · ${words.roles[one.role].toLowerCase()}`]), person.id, { "aria-label": words.person, "data-testid": "admin-person", on: { change: (event) => this.openPrivate(Number(event.target.value)) } });
    fill(this.admin.head, avatar(bot.id, bot.first_name), h("div", { class: "pane-title" }, h("h3", { dir: "auto" }, bot.first_name), this.admin.status), h("label", { class: "writer" }, h("small", {}, words.writeAs), owners),
      iconButton("plus", words.addPerson, { on: { click: async () => { const added = await addPerson("agent"); if (added) this.#heads(); } } }),
      iconButton("more", words.personMenu(fullName(person)), { "data-testid": "admin-menu", on: { click: (event) => personMenu(this.world.people.get(person.id), event.currentTarget) } }));
  }

  #heads() {
    if (this.choice.group !== null && this.group.place) this.#groupHead();
    if (this.admin.place) { this.#adminHead(); this.page.startBar(this.admin, this.world.people.get(this.choice.admin)); }
    this.drawTabs();
  }
}

function newestOpen(world, view) {
  const open = new Set(topicsOf(view).filter((topic) => !topic.closed).map((topic) => topic.message_thread_id));
  return world.messagesOf(view.chat.id).map(threadOf).findLast((thread) => open.has(thread)) ?? topicsOf(view).at(-1)?.message_thread_id;
}
