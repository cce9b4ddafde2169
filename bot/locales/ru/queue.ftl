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
move-into = { $category }: в какую тему перенести диалог?
move-not-found = По словам «{ $words }» тем не нашлось. Куда перенести диалог?
move-found = Нашлись такие темы. Куда перенести диалог?
move-all = Все категории

list-seller = { $name }
list-fields = { $text }
list-said = <i>{ $text }</i>

find-title = Нашлось по словам «{ $words }»:
find-nothing = Ничего не нашлось: «{ $words }». Попробуйте номер диалога, имя продавца или другие слова.
find-again = Этот список устарел. Поищите ещё раз: { COMMAND("find") } слова
usage-agent-find = { $command } слова — найти диалог по номеру, продавцу (имя, @имя, id) или словам переписки.
