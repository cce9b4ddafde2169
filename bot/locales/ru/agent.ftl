# What agents are told in their group
agent-taken = Диалог №{ $number } теперь ваш
agent-released = { $whose ->
    [own] Вы больше не ведёте диалог №{ $number }
    [none] Диалог №{ $number } и так никто не ведёт
   *[colleague] { $name } больше не ведёт диалог №{ $number }
}
agent-closed = Диалог №{ $number } закрыт
agent-close-unanswered = Продавец ждёт ответа. Закрыть диалог без ответа?
agent-recalled = Отозвано: продавец этого не увидит. Осталось заметкой.
agent-ask-next = { $where ->
    [topic] Ваше следующее сообщение в этом диалоге (в течение 10 минут) уйдёт как уточняющий вопрос.
   *[reply] Ответьте на сообщение этого диалога (в течение 10 минут): ваш ответ уйдёт как уточняющий вопрос.
} Передумали — нажмите ещё раз.
agent-ask-not = Хорошо, следующее сообщение уйдёт как обычный ответ.
agent-ban-which = Выберите причину (продавец её увидит). Другая — командой { COMMAND("ban") } причина
agent-banned = Продавец заблокирован
agent-unbanned = Продавец снова может писать
ban-spam = Спам
ban-abuse = Оскорбления
ban-fraud = Мошенничество
refusal-banned-already-for-agents = Этот продавец уже заблокирован. Разблокировать: { COMMAND("unban") }
refusal-not-banned-for-agents = Этот продавец не заблокирован.
agent-colleague-has-it = Этот диалог ведёт { $name }. Ваше сообщение продавец тоже получит.
agent-finished = Не отправлено: диалог №{ $number } завершён ({ $ending ->
    [rated] продавец поставил оценку
    [cancelled] продавец отменил переписку
    [expired] закрылся автоматически
   *[closed] закрыт поддержкой
}). Продавец может создать новый.
agent-moved-away = Не отправлено: диалог №{ $number } перенесён { $link ->
    [none] в другую группу.
   *[known] <a href="{ $link }">в другую группу</a>.
}
agent-kind-unsendable = Не отправлено: такие сообщения продавцу не передаются. Подойдут текст, файлы, голосовые, стикеры, контакты и геопозиция.
agent-channel-unsendable = Не отправлено: сообщения от имени канала не передаются. Напишите от своего имени или от имени группы.
agent-command-unknown = Не отправлено: то, что начинается с «/», продавцу не уходит. { $meant ->
    [none] { "" }
   *[other] Похоже на { $meant }. { "" }
}Команды: { COMMAND("help") }
agent-given = Диалог передан: { $name }
agent-give-whom = Кому передать диалог?
agent-give-how = Предложить пока некого: коллеги ещё не писали в группе. Напишите { COMMAND("give") } @имя или ответьте командой { COMMAND("give") } на сообщение коллеги.
agent-moved = Перенесён в тему «{ $topic }»
agent-note-stays = Это осталось заметкой. Чтобы продавец увидел текст, отправьте его новым сообщением.
agent-edit-unsent = Правка не отправлена: этого сообщения у продавца нет. Напишите новое.
agent-button-gone = Эта кнопка больше не работает.
agent-help =
    Всё, что вы пишете в теме диалога, уходит продавцу. Без тем — ответом на сообщение диалога.
    Заметка для своих: //текст или ..текст
agent-help-row = { $command } — { $what }
help-agent-queue = кто ждёт ответа
help-agent-mine = мои диалоги
help-agent-on = выйти на смену
help-agent-off = уйти с неё и отдать свои диалоги
help-agent-find = найти: номер, имя или слова
help-agent-take = взять диалог
help-agent-release = отпустить
help-agent-give = передать: @имя
help-agent-ask = запросить уточнение: сам вопрос
help-agent-hold = «смотрим ваш вопрос»: без звёзд, диалог остаётся в очереди
help-agent-note = заметка для своих
help-agent-t = готовый ответ: слово из него
help-agent-similar = ответы, которые помогли раньше
help-agent-undo = отозвать ответ, пока он не отправлен
help-agent-later = отложить: завтра 10:00, 2 дня
help-agent-move = перенести в другую тему: слова
help-agent-merge = присоединить другой диалог продавца: номер
help-agent-history = другие диалоги продавца
help-agent-close = закрыть
help-agent-ban = заблокировать продавца: причина
help-agent-unban = разблокировать

usage-place = Команда работает в теме диалога или в ответ на его сообщение.
usage-agent-take = { $command } — взять диалог.
usage-agent-release = { $command } — отпустить диалог.
usage-agent-close = { $command } — закрыть диалог.
usage-agent-ask = { $command } какой номер поставки? — запросить уточнение у продавца.
usage-agent-hold = { $command } смотрю ваш вопрос — сказать продавцу, что вы заняты его вопросом. Это не ответ: статус и очередь не меняются.
usage-agent-note = { $command } текст или //текст — заметка, которую продавец не увидит.
usage-agent-give = { $command } @имя — передать диалог коллеге. Или ответьте командой { $command } на сообщение коллеги.
usage-agent-similar = { $command } — ответы, которые помогли раньше.
usage-agent-undo = { $command } — отозвать ответ, пока он не отправлен: ваш последний или тот, на который вы отвечаете командой. Работает, если включена задержка ответа.
usage-agent-t = { $command } слова — готовый ответ.
usage-agent-move = { $command } слова — перенести диалог в другую тему.
usage-agent-merge = { $command } № — присоединить к этому другой открытый диалог продавца. Без номера покажет, какие есть.
usage-agent-history = { $command } — другие диалоги продавца.
usage-agent-ban = { $command } причина — заблокировать продавца, причину он увидит.
usage-agent-unban = { $command } — разблокировать продавца.
usage-private = Эта команда работает в личном чате с ботом.
usage-in-group = Эта команда работает в группе поддержки.

refusal-sent-already = Это сообщение уже ушло продавцу: отозвать его нельзя. Отредактируйте его, и продавец увидит новый текст.
refusal-no-such-colleague = В группе нет такого коллеги: { $name }.
refusal-seller-is-admin-for-agents = Этот продавец — администратор, заблокировать его нельзя.
refusal-not-an-agent = Это могут только участники группы поддержки. Если вы в ней состоите, нажмите ещё раз через минуту.

stranger-leaves = Это бот поддержки продавцов. Он работает только в личных чатах и в группе поддержки, поэтому выходит из этого чата.
stranger-admin = Id этой группы: <code>{ $id }</code>. Укажите его в AGENT_GROUP или у категории («Группа» в /catalogue), и диалоги будут приходить сюда.

notice-group-connected = ✅ Бот подключён к группе «{ $title }»: новые диалоги будут приходить туда.
notice-group-lost = ⚠️ Бота больше нет в группе «{ $title }». Сообщения продавцов ждут: верните бота, и они уйдут сами.
notice-group-rights = ⚠️ В группе «{ $title }» у бота { $lost ->
    [yes] забрали права администратора
   *[no] нет прав администратора
}: вести темы он не может. Дайте их, и дальше бот справится сам.
notice-group-back = ✅ В группе «{ $title }» бот снова может работать.

notice-incident-began = 📢 Продавцам показываем объявление{ $until ->
    [none] {""}
   *[other] {" "}(до { $until })
}:
    <blockquote>{ $text }</blockquote>
notice-incident-ended = ✅ Объявление для продавцов снято:
    <blockquote>{ $text }</blockquote>
notice-digest = ☀️ Доброе утро! { $count ->
    [one] Ждёт ответа { $count } диалог.
    [few] Ждут ответа { $count } диалога.
   *[many] Ждут ответа { $count } диалогов.
} Все: /queue
notice-digest-row = { $link ->
    [none] №{ $number }
   *[other] <a href="{ $link }">№{ $number }</a>
} · { $topic } · ждёт { $waited }
notice-waits-long = ⏰ Диалог №{ $number } ({ $topic }) ждёт ответа { $waited }. { $agent ->
    [none] Его никто не взял.
   *[other] Ведёт { $agent }.
}
agent-thread-unknown = Не отправлено: эта тема есть в группе, но диалога у бота больше нет (базу восстановили из копии или диалог удалён). Если вопрос ещё открыт, попросите продавца создать новый.

# Where a group allows no reaction that would say it
reaction-noted = 📝 Это заметка: продавец её не увидит.
reaction-done = Готово.
