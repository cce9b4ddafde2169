# Lists of dialogs in the agents' group
queue-title = { $count ->
    [0] Все ответы даны, никто не ждёт 🎉
    [one] Ждёт ответа { $count } диалог:
    [few] Ждут ответа { $count } диалога:
   *[many] Ждут ответа { $count } диалогов:
}
queue-mine = { $count ->
    [0] { $name }, у вас нет открытых диалогов.
    [one] { $name }: { $count } открытый диалог
    [few] { $name }: { $count } открытых диалога
   *[many] { $name }: { $count } открытых диалогов
}

list-link = <a href="{ $link }">№{ $number }</a>
list-number = №{ $number }
list-topic = { $topic }
list-waits = ждёт { $waited }
list-agent = ведёт { $name }

history-title = Другие диалоги, { $name }:
history-none = { $name }: это единственный диалог.

move-where = Куда перенести диалог?
move-found = Нашлись такие темы. Куда перенести диалог?
move-all = Все категории
