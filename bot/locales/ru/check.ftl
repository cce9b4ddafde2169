# /check and `sellerdesk check`: is everything in order. No markup: a terminal shows it too.

check-bot = Бот @{ $name }, версия { $version }, { $mode ->
    [webhook] обновления приходят на вебхук
   *[polling] связь с Telegram в порядке (polling)
}
check-telegram-silent = Telegram не отвечает: { $reason }
check-webhook-error = Telegram не смог доставить обновления на вебхук: { $reason }
check-group = Группа «{ $title }»: бот администратор, прав хватает
check-group-unreachable = Группа { $group } недоступна: { $reason }
check-group-no-admin = Группа «{ $title }»: бот не администратор. Сделайте его администратором с правом закреплять сообщения и управлять темами
check-group-rights = Группа «{ $title }»: боту не хватает прав: { $rights }
check-group-no-forum = Группа «{ $title }» без тем: каждый диалог идёт веткой ответов
check-right-pin-messages = закреплять сообщения
check-right-manage-topics = управлять темами
check-database = База: { $make }, { $size }, отвечает за { $latency } мс
check-database-in-use = База занята работающим ботом: о ней и об очереди он сам скажет в ответ на /check
check-nothing-waits = Недоставленных сообщений нет
check-waits = { $count ->
    [one] Ждёт доставки { $count } сообщение
    [few] Ждут доставки { $count } сообщения
   *[many] Ждут доставки { $count } сообщений
}, самое давнее ждёт { $age }
check-failures = Не удалось доставить за 7 дней: { $count } ({ $reasons })
check-set-aside = { $count ->
    [one] Отложено { $count } обновление, которое не удалось обработать
    [few] Отложено { $count } обновления, которые не удалось обработать
   *[many] Отложено { $count } обновлений, которые не удалось обработать
}. Последняя ошибка: { $error }
check-disk = Свободно на диске: { $free } ГБ
check-held = { $count ->
    [one] База восстановлена из копии: { $count } сообщение ждало отправки, когда копию делали, и придержано. Скорее всего, оно уже дошло
    [few] База восстановлена из копии: { $count } сообщения ждали отправки, когда копию делали, и придержаны. Скорее всего, они уже дошли
   *[many] База восстановлена из копии: { $count } сообщений ждали отправки, когда копию делали, и придержаны. Скорее всего, они уже дошли
}
held-send = Отправить
held-drop = Удалить
held-sent = { $count ->
    [0] Придержанных сообщений больше нет.
   *[other] Отправляю: { $count }.
}
held-dropped = { $count ->
    [0] Придержанных сообщений больше нет.
   *[other] Удалено, никто ничего не получит: { $count }.
}
check-group-reactions = В группе «{ $title }» запрещены реакции, которыми бот отмечает ответы агентов: 👀 ждёт, 👌 дошёл, 👎 не дошёл. Разрешите их в настройках группы.
