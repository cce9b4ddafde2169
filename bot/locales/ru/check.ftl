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
