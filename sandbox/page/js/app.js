// The page put together.
import { avatar } from "./avatar.js";
import { Choice } from "./choice.js";
import { control } from "./control.js";
import { Desk } from "./desk.js";
import { Errands } from "./errands.js";
import { fill, h, hint, icon, iconButton } from "./element.js";
import { attempt, toast } from "./overlay.js";
import { Pane } from "./pane.js";
import { Sellers, personMenu } from "./sellers.js";
import { topicsOf } from "./topics.js";
import { Trouble } from "./trouble.js";
import { Unread, badge } from "./unread.js";
import { language, switchLanguage, words } from "./words.js";
import { World, fullName, threadOf } from "./world.js";

class Page {
  constructor() {
    this.world = new World();
    this.unread = new Unread();
    this.choice = new Choice();
    this.seller = new Pane({ world: this.world, name: "seller", page: this });
    this.sellers = new Sellers({ world: this.world, unread: this.unread, chosen: () => this.choice.seller, choose: (id) => this.openSeller(id) });
    this.trouble = new Trouble({ world: this.world, visible: () => this.trouble.node.checkVisibility() && !document.hidden });
    this.desk = new Desk({ world: this.world, unread: this.unread, choice: this.choice, page: this, trouble: this.trouble });
    this.errands = new Errands({ world: this.world });
    this.offline = h("div", { class: "offline", role: "alert", hidden: true }, words.offline);
    this.screens = h("nav", { class: "screens", "aria-label": words.title });
    this.main = h("main", {}, this.sellers.node, this.seller.node, this.desk.node);
    this.#hear();
  }

  async start() {
    document.documentElement.lang = language;
    document.title = words.title;
    document.body.prepend(this.offline, this.#topBar(), this.errands.node, this.main, this.screens);
    this.showScreen(this.choice.screen);
    await this.world.start();
  }

  // --- moving about -------------------------------------------------------------------------------------------
  openSeller(id) {
    this.choice.seller = id;
    this.choice.inChat = true;
    this.#showSeller();
    this.seller.composer.field.focus({ preventScroll: true });
  }

  showScreen(screen) {
    this.choice.screen = screen;
    this.main.dataset.screen = screen === "sellers" ? "sellers" : "desk";
    this.main.dataset.open = this.choice.inChat ? "chat" : "list";
    if (screen !== "sellers" && this.seller.place) this.desk.showTab(screen);
    this.#drawScreens();
    this.choice.save();
    if (this.seller.isOpen()) this.seen(this.seller);
  }

  seen(pane) {
    const place = pane.place;
    if (place && pane.isOpen()) this.unread.seen(place.chatId, place.thread);
  }

  /** A Telegram link is followed inside the page; says whether it was one. */
  follow(url, viewer) {
    let link;
    try { link = new URL(url); } catch { return false; }
    if (link.protocol === "tg:") {
      const person = this.world.people.get(Number(link.searchParams.get("id")));
      toast(person ? `${fullName(person)}${person.username ? ` · @${person.username}` : ""} · ${person.id}` : words.notHere);
      return true;
    }
    if (!["t.me", "telegram.me"].includes(link.hostname)) return false;
    const path = link.pathname.split("/").filter(Boolean);
    if (path[0] === "c" && path.length > 2) return this.#followMessage(Number(`-100${path[1]}`), path.slice(2).map(Number));
    if (path.length === 1 && path[0].toLowerCase() === (this.world.bot.username || "").toLowerCase()) {
      const payload = link.searchParams.get("start");
      const person = this.world.people.get(viewer.behind ?? viewer.id);
      attempt(() => control.send({ chat_id: person.id, from_id: person.id, text: payload ? `/start ${payload}` : "/start" }));
      if (person.role === "seller") { this.showScreen("sellers"); this.openSeller(person.id); } else this.desk.openPrivate(person.id);
      return true;
    }
    return false;
  }

  #followMessage(chatId, ids) {
    if (!this.world.chats.has(chatId)) { toast(words.notLoaded); return true; }
    const message = this.world.message(chatId, ids.at(-1));
    const topics = topicsOf(this.world.chat(chatId));
    const thread = [ids[0], message && threadOf(message)].find((id) => topics.some((topic) => topic.message_thread_id === id)) ?? 0;
    this.desk.showTab("group", chatId);
    this.showScreen("group");
    this.desk.openTopic(thread, ids.length > 1 || ids[0] !== thread ? ids.at(-1) : null);
    return true;
  }

  forwardTargets({ viewer }) {
    const fromId = viewer.behind ?? viewer.id;
    const targets = this.world.people.has(fromId) ? [{ name: this.world.bot.first_name, chatId: fromId, fromId }] : [];
    for (const view of this.world.groups()) {
      if (!view.members.some((member) => member.user_id === fromId && !["left", "kicked"].includes(member.status))) continue;
      if (!view.chat.is_forum) targets.push({ name: view.chat.title, chatId: view.chat.id, fromId: viewer.id });
      else targets.push({ name: `${view.chat.title} › ${words.general}`, chatId: view.chat.id, fromId: viewer.id }, ...topicsOf(view).map((topic) => ({ name: `${view.chat.title} › ${topic.name}`, chatId: view.chat.id, fromId: viewer.id, thread: topic.message_thread_id })));
    }
    return targets;
  }

  /** «Start» in an empty chat with the bot, «Unblock» where the person blocked it. */
  startBar(pane, person) {
    if (!person || pane.place?.chatId !== person.id) return;
    const act = (text, testid, doing) => h("button", { type: "button", class: "button main", "data-testid": testid, on: { click: () => attempt(doing) } }, text);
    const isEmpty = !this.world.chat(person.id).messages.size;
    pane.setNotice(...(person.blocked
      ? [h("span", {}, words.blockedNote), act(words.unblockBot, `unblock-${pane.name}`, () => control.changePerson(person.id, { blocked: false }))]
      : isEmpty ? [act(words.start, `start-${pane.name}`, () => control.send({ chat_id: person.id, from_id: person.id, text: "/start" }))] : []));
    pane.lock(person.blocked);
  }

  // --- hearing ------------------------------------------------------------------------------------------------
  #hear() {
    const world = this.world;
    world.addEventListener("state", () => this.#open());
    world.addEventListener("connection", ({ detail }) => { this.offline.hidden = detail.online; });
    world.addEventListener("person", ({ detail }) => { if (detail.person.id === this.choice.seller) this.#sellerHead(); });
    world.addEventListener("message", ({ detail }) => this.#count(detail.message));
    this.unread.addEventListener("change", () => this.#drawScreens());
    world.addEventListener("trouble", () => this.#drawScreens());
    document.addEventListener("visibilitychange", () => { for (const pane of this.#panes()) this.seen(pane); });
  }

  #panes() { return [this.seller, this.desk.group, this.desk.admin]; }

  #count(message) {
    const thread = threadOf(message);
    if (this.choice.seller === message.chat.id) this.startBar(this.seller, this.world.people.get(message.chat.id));
    if (this.choice.admin === message.chat.id) this.startBar(this.desk.admin, this.world.people.get(message.chat.id));
    const isLooked = this.#panes().some((pane) => pane.isOpen() && pane.holds(message.chat.id, thread));
    const isOwn = message.chat.type === "private" && message.from?.id === message.chat.id;
    if (!isLooked && !isOwn) this.unread.add(message.chat.id, thread);
  }

  #open() {
    const sellers = this.world.peopleOf("seller");
    if (!sellers.some((person) => person.id === this.choice.seller)) this.choice.seller = sellers[0]?.id ?? null;
    this.sellers.draw();
    this.#showSeller();
    this.desk.open();
    this.showScreen(this.choice.screen);
  }

  // --- the seller's chat --------------------------------------------------------------------------------------
  #showSeller() {
    const person = this.world.people.get(this.choice.seller);
    this.seller.node.hidden = !person;
    this.main.dataset.open = this.choice.inChat ? "chat" : "list";
    if (!person) return;
    this.seller.show({ chatId: person.id, thread: null, viewer: { id: person.id }, empty: words.emptyPrivate, status: words.bot });
    this.#sellerHead();
    this.sellers.draw();
    this.choice.save();
  }

  #sellerHead() {
    const person = this.world.people.get(this.choice.seller);
    const bot = this.world.bot;
    const name = fullName(person);
    fill(this.seller.head, iconButton("back", words.sellers, { class: "icon-button back-to-list", "data-testid": "back-to-sellers", on: { click: () => { this.choice.inChat = false; this.showScreen("sellers"); } } }),
      avatar(bot.id, bot.first_name), h("div", { class: "pane-title" }, h("h3", { dir: "auto" }, bot.first_name), this.seller.status),
      h("div", { class: "whose" }, h("small", {}, words.roles.seller), h("b", { dir: "auto", title: name, "data-testid": "seller-name" }, name)),
      iconButton("more", words.personMenu(name), { "data-testid": "seller-menu", on: { click: (event) => personMenu(this.world.people.get(person.id), event.currentTarget) } }));
    this.startBar(this.seller, person);
    this.seller.composer.refresh();
  }

  // --- top and bottom -----------------------------------------------------------------------------------------
  #topBar() {
    const themes = ["auto", "light", "dark"];
    const theme = iconButton("theme", words.theme.auto, { "data-testid": "theme", on: { click: () => setTheme(themes[(themes.indexOf(document.documentElement.dataset.theme) + 1) % 3]) } });
    const setTheme = (name) => {
      document.documentElement.dataset.theme = name;
      localStorage.setItem("theme", name);
      hint(theme, words.theme[name]);
    };
    setTheme(document.documentElement.dataset.theme || "auto");
    const other = hint(h("button", { type: "button", class: "button plain", lang: language === "ru" ? "en" : "ru", "data-testid": "page-language", on: { click: switchLanguage } }, language === "ru" ? "EN" : "РУ"), words.otherLanguage);
    return h("header", { class: "top" }, h("h1", {}, h("span", {}, words.title.split(":")[0]), h("span", { class: "wide-only" }, words.title.slice(words.title.indexOf(":")))), other, theme);
  }

  #drawScreens() {
    const admins = [...this.world.peopleOf("admin"), ...this.world.peopleOf("agent")];
    const sum = (ids) => ids.reduce((total, id) => total + this.unread.of(id), 0);
    const entries = [
      ["sellers", "chat", words.sellers, sum(this.world.peopleOf("seller").map((person) => person.id))], ["group", "people", words.agents, sum(this.world.groups().map((view) => view.chat.id))],
      ["admin", "shield", words.admin, sum(admins.map((person) => person.id))], ["trouble", "storm", words.trouble, this.trouble.count()],
    ];
    const unread = entries.slice(0, 3).reduce((total, entry) => total + entry[3], 0);
    document.title = unread ? `(${unread}) ${words.title}` : words.title;
    fill(this.screens, entries.map(([name, sign, text, n]) => h("button", { type: "button", class: "screen", "aria-current": this.choice.screen === name ? "page" : null, "data-testid": `screen-${name}`, on: { click: () => this.showScreen(name) } }, icon(sign), h("span", {}, text), badge(n))));
  }
}

new Page().start();
