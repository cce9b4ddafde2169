// Which commands a person sees in a chat: the first scope, from narrow to wide, that has a list; their language before none.

export function commandsFor(lists, { chat, personId, isAdmin, language }) {
  for (const matches of scopes(chat, personId, isAdmin)) {
    for (const code of [language, ""]) {
      const list = lists.find((entry) => matches(entry.scope) && (entry.language_code || "") === code);
      if (list?.commands.length) return list.commands;
    }
  }
  return [];
}

function scopes(chat, personId, isAdmin) {
  const here = (scope) => scope.chat_id === chat.id;
  const type = (name) => (scope) => scope.type === name;
  const local = (name) => (scope) => scope.type === name && here(scope);
  if (chat.type === "private") return [local("chat"), type("all_private_chats"), type("default")];
  return [
    (scope) => scope.type === "chat_member" && here(scope) && scope.user_id === personId,
    isAdmin && local("chat_administrators"),
    local("chat"),
    isAdmin && type("all_chat_administrators"),
    type("all_group_chats"),
    type("default"),
  ].filter(Boolean);
}
