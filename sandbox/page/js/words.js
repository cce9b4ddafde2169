// The page's own texts. What people and the bot write is never translated.

const ru = {
  title: "Песочница: Telegram на вашем компьютере",
  skip: "К переписке",
  sellers: "Продавцы", agents: "Сотрудники", admin: "Админ", trouble: "Неполадки", log: "Журнал",
  theme: { auto: "Тема: как в системе", light: "Тема: светлая", dark: "Тема: тёмная" },
  otherLanguage: "Switch to English",
  offline: "Нет связи с песочницей. Подключаемся снова…",
  bot: "бот", typing: "печатает…", sendingFile: "отправляет файл…",
  today: "Сегодня", yesterday: "Вчера",
  edited: "изменено", deleted: "Сообщение удалено",
  newMessages: (n) => `Вниз, к новым: ${n}`, toBottom: "Вниз",
  empty: "Здесь пока нет сообщений",
  emptyPrivate: "Нажмите «Старт», чтобы начать разговор с ботом",
  start: "Старт",
  errands: (n, of) => n < of ? `Что попробовать: сделано ${n} из ${of}` : "Всё попробовали",
  fillMonth: "Заполнить месяцем переписки", filling: "Заполняем…", filled: "Готово. Теперь есть что посмотреть: /stats, /queue, /find",
  fillMonthHint: "Ещё 240 выдуманных диалогов за месяц и пять открытых, чтобы посмотреть показатели, очередь и поиск.",
  pinned: "Закреплено", pinnedMessage: "Закреплённое сообщение",

  // people
  addSeller: "Добавить продавца", addPerson: "Новый человек", role: "Кто это",
  roles: { seller: "Продавец", agent: "Сотрудник", admin: "Админ" },
  firstName: "Имя", lastName: "Фамилия", username: "Имя пользователя", usernameHint: "без @, можно оставить пустым",
  language: "Язык Telegram", languages: { ru: "Русский", en: "English", uk: "Українська", kk: "Қазақша", zh: "中文", "": "не указан" },
  changePerson: "Изменить", blockBot: "Заблокировать бота", unblockBot: "Разблокировать бота", blocked: "Бот заблокирован",
  blockedNote: "Вы заблокировали бота: он не может вам писать",
  personMenu: (name) => `Действия: ${name}`, saved: "Сохранено", noPeople: "Никого нет. Добавьте первого.",
  writeAs: "Писать как", anonymous: "Анонимный админ", person: "Человек",

  // composer
  message: "Сообщение", comment: "Сообщение или подпись", send: "Отправить", save: "Сохранить", attach: "Прикрепить",
  commands: "Команды бота", keyboardShow: "Показать клавиатуру", keyboardHide: "Скрыть клавиатуру",
  replyTo: (name) => `Ответ: ${name}`, editing: "Изменение сообщения", cancel: "Отмена", close: "Закрыть",
  topicClosed: "Тема закрыта: пишут только администраторы",
  removedBot: "Бота нет в группе",

  // attaching
  pickPhoto: "Фото или видео", pickFile: "Файл", madeUp: "Файл любого размера…", dropHere: "Отпустите, чтобы прикрепить",
  madeUpTitle: "Файл любого размера", madeUpHint: "Песочница сама сделает файл нужного вида и размера.",
  kind: "Вид", size: "Размер", fileName: "Имя файла", count: "Сколько", unit: "Единица",
  units: { b: "байт", kb: "КБ", mb: "МБ" }, addFile: "Добавить", album: "Одним альбомом", removeFile: (name) => `Убрать ${name}`,
  asPhoto: "как фото", asDocument: "как файл", sendAs: (name) => `Как отправить: ${name}`,
  sizeWrong: "Размер должен быть больше нуля",
  kinds: {
    photo: "Фото", document: "Файл", video: "Видео", animation: "GIF", audio: "Аудио", voice: "Голосовое",
    video_note: "Видеосообщение", sticker: "Стикер", contact: "Контакт", location: "Место", venue: "Место", poll: "Опрос", dice: "Кубик",
    game: "Игра", story: "История", invoice: "Счёт", paid_media: "Платное медиа", checklist: "Список дел",
  },
  unknownKind: "Сообщение этого вида здесь не показано",
  bytes: (n) => bytes(n, "ru", ["Б", "КБ", "МБ", "ГБ"]),
  votes: (n) => plural("ru", n, { one: "голос", few: "голоса", many: "голосов" }),
  anonymousPoll: "Опрос", download: (name) => `Скачать ${name}`, openPhoto: "Открыть фото",

  // messages
  reply: "Ответить", edit: "Изменить", copy: "Скопировать текст", copied: "Скопировано", forward: "Переслать…",
  remove: "Удалить", react: "Реакция", details: "Подробности", messageMenu: "Действия с сообщением",
  forwardTo: "Кому переслать", forwarded: "Переслано", forwardedFrom: (name) => `Переслано от: ${name}`,
  sentAt: "Отправлено", editedAt: "Изменено", asBotSees: "Как это видит бот",
  noAnswer: "Бот не ответил на нажатие", notHere: "В песочнице эта кнопка не работает", openLink: "Открыть ссылку?", open: "Открыть",
  notLoaded: "Этого сообщения здесь нет",
  newFrom: (name, text) => `${name}: ${text}`,

  // group
  groups: "Группы", topics: "Темы", general: "Общая", newTopic: "Новая тема", topicName: "Название темы", create: "Создать",
  renameTopic: "Переименовать тему", closeTopic: "Закрыть тему", reopenTopic: "Открыть тему снова", deleteTopic: "Удалить тему",
  deleteTopicAsk: (name) => `Удалить тему «${name}» со всеми сообщениями? Боту об этом не сообщат.`,
  topicMenu: "Действия с темой", closedTopic: "закрыта", openTopic: "Открыть тему",
  membersCount: (n) => plural("ru", n, { one: "участник", few: "участника", many: "участников" }),
  noGroup: "Групп пока нет", groupMenu: "Настройки группы", showTopics: "К списку тем", noTopics: "Тем пока нет. Новый диалог откроет свою.",
  botInGroup: "Бот в группе", botRemoved: "Бота нет в группе", removeBot: "Удалить бота из группы", addBot: "Вернуть бота",
  demoteBot: "Снять бота с администраторов", promoteBot: "Сделать бота администратором", botIsAdmin: "бот — администратор", botIsMember: "бот — обычный участник",
  rights: "Права бота", rightNames: {
    can_manage_topics: "управлять темами", can_delete_messages: "удалять сообщения", can_pin_messages: "закреплять сообщения",
  },
  forumOn: "Включить темы", forumOff: "Выключить темы", upgrade: "Сделать супергруппой", members: "Участники",
  statuses: { creator: "владелец", administrator: "администратор", member: "участник", restricted: "ограничен", left: "вышел", kicked: "исключён" },
  newGroup: "Новая группа", groupTitle: "Название группы", forumGroup: "С темами", everyoneIn: "Войдут все сотрудники и админы, и бот.",

  // service messages
  service: {
    topicCreated: (who, name) => `${who}: создана тема «${name}»`, topicRenamed: (who, name) => `${who}: тема теперь называется «${name}»`,
    topicIcon: (who) => `${who}: сменён значок темы`, topicClosed: (who) => `${who}: тема закрыта`, topicReopened: (who) => `${who}: тема снова открыта`,
    pinned: (who, what) => `${who}: закреплено «${what}»`, joined: (who, whom) => (who === whom ? `${who} теперь в группе` : `${who}: добавлен участник ${whom}`),
    left: (who, whom) => (who === whom ? `${who} больше не в группе` : `${who}: исключён участник ${whom}`), groupCreated: (who) => `${who}: группа создана`,
    title: (who, name) => `${who}: группа теперь называется «${name}»`, migrated: "Группа стала супергруппой", other: "Служебное сообщение",
  },

  // trouble
  calm: "Всё спокойно: Telegram отвечает сразу и без ошибок.",
  troubled: (n) => `Сейчас неполадок: ${n}`,
  outage: "Обрыв связи", outageHint: "Каждое соединение бота рвётся.", seconds: "секунд", startOutage: "Оборвать", outageLeft: (n) => `Связи нет, ещё ${n} с`, endOutage: "Вернуть связь",
  limits: "Настоящие лимиты Telegram", limitsHint: "Около 20 сообщений в минуту в группу и одно в секунду в чат, иначе 429.",
  delay: "Задержка ответа, мс", delayHint: "Столько ждёт каждый запрос бота.", apply: "Применить",
  ruleTitle: "Новое правило", fault: "Что случится", faults: {
    429: "429: слишком много запросов", 500: "500: ошибка сервера", 502: "502: нет ответа от сервера", drop_before: "обрыв до дела: ничего не сделано",
    drop_after: "обрыв после дела: сделано, ответ потерян", slow: "медленно", blocked: "403: бот заблокирован", custom: "свой ответ с ошибкой",
  },
  methods: "Методы", methodsHint: "через запятую; пусто — все", whichChat: "Чат", anyChat: "любой", times: "Сколько раз", timesHint: "пусто — всегда",
  share: "Доля запросов, %", retryAfter: "retry_after, с", slowFor: "Задержка, мс", errorCode: "Код ошибки", description: "Текст ошибки",
  addRule: "Добавить правило", rules: "Действуют", noRules: "Правил нет.", removeRule: "Убрать правило", clearTrouble: "Убрать все неполадки",
  ruleTimes: (n) => `ещё ${plural("ru", n, { one: "раз", few: "раза", many: "раз" })}`,
  callLog: "Запросы бота", filterCalls: "Искать по методу или тексту", hidePolling: "Без getUpdates", noCalls: "Запросов пока нет.", clearLog: "Очистить список",
  failed: (text) => `Не получилось: ${text}`,
};

const en = {
  title: "Sandbox: Telegram on your own machine",
  skip: "Skip to the chat",
  sellers: "Sellers", agents: "Agents", admin: "Admin", trouble: "Trouble", log: "Log",
  theme: { auto: "Theme: as the system", light: "Theme: light", dark: "Theme: dark" },
  otherLanguage: "Переключить на русский",
  offline: "No connection to the sandbox. Trying again…",
  bot: "bot", typing: "typing…", sendingFile: "sending a file…",
  today: "Today", yesterday: "Yesterday",
  edited: "edited", deleted: "Deleted message",
  newMessages: (n) => `Down to the new ones: ${n}`, toBottom: "Down",
  empty: "No messages here yet",
  emptyPrivate: "Press “Start” to begin talking with the bot",
  start: "Start",
  errands: (n, of) => n < of ? `What to try: ${n} of ${of} done` : "All of it tried",
  fillMonth: "Fill it with a month of dialogs", filling: "Filling…", filled: "Done: /stats, /queue and /find have something to show now",
  fillMonthHint: "240 more made-up dialogs of a month, and five open ones, to see figures, the queue and the search.",
  pinned: "Pinned", pinnedMessage: "Pinned message",

  addSeller: "Add a seller", addPerson: "New person", role: "Who they are",
  roles: { seller: "Seller", agent: "Agent", admin: "Admin" },
  firstName: "First name", lastName: "Last name", username: "Username", usernameHint: "without @, may be left empty",
  language: "Telegram language", languages: { ru: "Русский", en: "English", uk: "Українська", kk: "Қазақша", zh: "中文", "": "not known" },
  changePerson: "Change", blockBot: "Block the bot", unblockBot: "Unblock the bot", blocked: "Bot is blocked",
  blockedNote: "You blocked the bot: it cannot write to you",
  personMenu: (name) => `Actions: ${name}`, saved: "Saved", noPeople: "Nobody yet. Add the first.",
  writeAs: "Write as", anonymous: "Anonymous admin", person: "Person",

  message: "Message", comment: "Message or caption", send: "Send", save: "Save", attach: "Attach",
  commands: "Bot commands", keyboardShow: "Show the keyboard", keyboardHide: "Hide the keyboard",
  replyTo: (name) => `Reply: ${name}`, editing: "Editing a message", cancel: "Cancel", close: "Close",
  topicClosed: "This topic is closed: only administrators write here",
  removedBot: "The bot is not in the group",

  pickPhoto: "Photo or video", pickFile: "File", madeUp: "File of any size…", dropHere: "Drop to attach",
  madeUpTitle: "A file of any size", madeUpHint: "The sandbox makes a file of the kind and size you want.",
  kind: "Kind", size: "Size", fileName: "File name", count: "How many", unit: "Unit",
  units: { b: "bytes", kb: "KB", mb: "MB" }, addFile: "Add", album: "As one album", removeFile: (name) => `Remove ${name}`,
  asPhoto: "as photo", asDocument: "as file", sendAs: (name) => `How to send: ${name}`,
  sizeWrong: "The size must be more than zero",
  kinds: {
    photo: "Photo", document: "File", video: "Video", animation: "GIF", audio: "Audio", voice: "Voice message",
    video_note: "Video message", sticker: "Sticker", contact: "Contact", location: "Location", venue: "Venue", poll: "Poll", dice: "Dice",
    game: "Game", story: "Story", invoice: "Invoice", paid_media: "Paid media", checklist: "Checklist",
  },
  unknownKind: "This kind of message is not shown here",
  bytes: (n) => bytes(n, "en", ["B", "KB", "MB", "GB"]),
  votes: (n) => plural("en", n, { one: "vote", other: "votes" }),
  anonymousPoll: "Poll", download: (name) => `Download ${name}`, openPhoto: "Open photo",

  reply: "Reply", edit: "Edit", copy: "Copy text", copied: "Copied", forward: "Forward…",
  remove: "Delete", react: "Reaction", details: "Details", messageMenu: "Message actions",
  forwardTo: "Forward to", forwarded: "Forwarded", forwardedFrom: (name) => `Forwarded from ${name}`,
  sentAt: "Sent", editedAt: "Edited", asBotSees: "As the bot sees it",
  noAnswer: "The bot did not answer the press", notHere: "This button does nothing in the sandbox", openLink: "Open this link?", open: "Open",
  notLoaded: "This message is not here",
  newFrom: (name, text) => `${name}: ${text}`,

  groups: "Groups", topics: "Topics", general: "General", newTopic: "New topic", topicName: "Topic name", create: "Create",
  renameTopic: "Rename topic", closeTopic: "Close topic", reopenTopic: "Reopen topic", deleteTopic: "Delete topic",
  deleteTopicAsk: (name) => `Delete the topic “${name}” with all its messages? The bot is not told.`,
  topicMenu: "Topic actions", closedTopic: "closed", openTopic: "Open the topic",
  membersCount: (n) => plural("en", n, { one: "member", other: "members" }),
  noGroup: "No groups yet", groupMenu: "Group settings", showTopics: "Back to topics", noTopics: "No topics yet. A new dialog opens one.",
  botInGroup: "The bot in this group", botRemoved: "The bot is not in the group", removeBot: "Remove the bot from the group", addBot: "Bring the bot back",
  demoteBot: "Take away the bot’s admin rights", promoteBot: "Make the bot an administrator", botIsAdmin: "the bot is an administrator", botIsMember: "the bot is a plain member",
  rights: "Rights of the bot", rightNames: {
    can_manage_topics: "manage topics", can_delete_messages: "delete messages", can_pin_messages: "pin messages",
  },
  forumOn: "Turn topics on", forumOff: "Turn topics off", upgrade: "Make it a supergroup", members: "Members",
  statuses: { creator: "owner", administrator: "administrator", member: "member", restricted: "restricted", left: "left", kicked: "removed" },
  newGroup: "New group", groupTitle: "Group title", forumGroup: "With topics", everyoneIn: "All agents and admins join, and the bot.",

  service: {
    topicCreated: (who, name) => `${who} created the topic “${name}”`, topicRenamed: (who, name) => `${who} renamed the topic to “${name}”`,
    topicIcon: (who) => `${who} changed the topic icon`, topicClosed: (who) => `${who} closed the topic`, topicReopened: (who) => `${who} reopened the topic`,
    pinned: (who, what) => `${who} pinned “${what}”`, joined: (who, whom) => (who === whom ? `${who} joined the group` : `${who} added ${whom}`),
    left: (who, whom) => (who === whom ? `${who} left the group` : `${who} removed ${whom}`), groupCreated: (who) => `${who} created the group`,
    title: (who, name) => `${who} named the group “${name}”`, migrated: "The group became a supergroup", other: "Service message",
  },

  calm: "All is calm: Telegram answers at once and without errors.",
  troubled: (n) => `Troubles now: ${n}`,
  outage: "Outage", outageHint: "Every connection of the bot is dropped.", seconds: "seconds", startOutage: "Cut off", outageLeft: (n) => `Cut off for ${n} s more`, endOutage: "Reconnect",
  limits: "Telegram’s real limits", limitsHint: "About 20 messages a minute into a group and one a second into a chat, or else 429.",
  delay: "Delay of answers, ms", delayHint: "Every request of the bot waits so long.", apply: "Apply",
  ruleTitle: "New rule", fault: "What happens", faults: {
    429: "429: too many requests", 500: "500: server error", 502: "502: bad gateway", drop_before: "drop before: nothing was done",
    drop_after: "drop after: done, the answer is lost", slow: "slow", blocked: "403: bot was blocked", custom: "an error of your own",
  },
  methods: "Methods", methodsHint: "comma-separated; empty means all", whichChat: "Chat", anyChat: "any", times: "How many times", timesHint: "empty means always",
  share: "Share of requests, %", retryAfter: "retry_after, s", slowFor: "Delay, ms", errorCode: "Error code", description: "Error text",
  addRule: "Add rule", rules: "In force", noRules: "No rules.", removeRule: "Remove rule", clearTrouble: "Clear all trouble",
  ruleTimes: (n) => `${plural("en", n, { one: "time", other: "times" })} more`,
  callLog: "Calls of the bot", filterCalls: "Search by method or text", hidePolling: "Without getUpdates", noCalls: "No calls yet.", clearLog: "Empty the list",
  failed: (text) => `That did not work: ${text}`,
};

function plural(locale, n, forms) {
  return `${n} ${forms[new Intl.PluralRules(locale).select(n)] ?? forms.many ?? forms.other}`;
}

function bytes(n, locale, units) {
  let value = n ?? 0;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) { value /= 1024; unit += 1; }
  return `${value.toLocaleString(locale, { maximumFractionDigits: unit && value < 100 ? 1 : 0 })}\u00a0${units[unit]}`;
}

export const language = localStorage.getItem("language") || (navigator.language.toLowerCase().startsWith("ru") ? "ru" : "en");
export const words = language === "ru" ? ru : en;

export function switchLanguage() {
  localStorage.setItem("language", language === "ru" ? "en" : "ru");
  location.reload();
}
