// What is open on the page; it outlives a reload of the tab.
const KEY = "open";

export class Choice {
  seller = null;
  group = null;
  agent = null;
  admin = null;
  tab = "group";
  screen = "sellers";
  inTopic = false;
  inChat = false;
  threads = {};

  constructor() {
    try { Object.assign(this, JSON.parse(sessionStorage.getItem(KEY) || "{}")); } catch { /* begin anew */ }
  }

  threadOf(groupId) { return this.threads[groupId] ?? null; }
  setThread(groupId, thread) { this.threads[groupId] = thread; this.save(); }
  save() { sessionStorage.setItem(KEY, JSON.stringify(this)); }
}
