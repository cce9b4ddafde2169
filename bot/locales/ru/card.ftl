# The dialog's card and its topic in the agents' group
topic-name = { $sign } №{ $number } · { $topic } · { $seller }

card-title = { $sign } <b>Диалог №{ $number }</b>
card-topic = { $category } › <b>{ $topic }</b>
card-seller = 👤 { $name } · <code>{ $id }</code>
card-username = @{ $username }
card-language = Язык: { $language ->
    [ru] русский
    [en] английский
   *[other] { $language }
}
card-past = { $count ->
    [0] Первый диалог
    [one] Раньше { $count } диалог
    [few] Раньше { $count } диалога
   *[many] Раньше { $count } диалогов
}
card-ratings = Последние оценки: { $ratings }
card-created = Создан { $at }
card-status = Статус: <b>{ $status ->
    [created] Создан, ждёт ответа
    [answered] Поступил ответ
    [clarifying] Ждём ответа продавца
   *[finished] Завершён
}</b>{ $ending ->
    [rated] { "" } · продавец оценил
    [cancelled] { "" } · продавец отменил
    [closed] { "" } · закрыла поддержка
    [expired] { "" } · закрылся автоматически
    [merged] { "" } · объединён с №{ $into }
   *[none] { "" }
}
card-agent = Ведёт: { $id ->
    [none] <b>{ $name }</b>
   *[person] <a href="tg://user?id={ $id }">{ $name }</a>
}
card-no-agent = Пока никто не взял
card-rating = Оценка: { $stars }
card-unreachable = ⚠️ Продавец заблокировал бота: сообщения не доходят
card-banned = ⛔ Продавец заблокирован: { $reason }

card-take = Взять
card-release = Отпустить
card-ask = Запросить уточнение
card-give = Передать
card-t = Готовый ответ
card-similar = Похожие ответы
card-move = Сменить тему
card-merge = Объединить с другим
card-history = История продавца
card-close = Закрыть
card-ban = Заблокировать
card-unban = Разблокировать
card-close-anyway = Закрыть без ответа
