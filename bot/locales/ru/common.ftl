# Words that many screens share.

duration-days = { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[many] { $count } дней
}
duration-hours = { $count ->
    [one] { $count } час
    [few] { $count } часа
   *[many] { $count } часов
}
# In the accusative: «через 1 минуту», «ждёт 1 минуту».
duration-minutes = { $count ->
    [one] { $count } минуту
    [few] { $count } минуты
   *[many] { $count } минут
}
# In the nominative, as a value: «Напомнить через: 1 минута».
length-days = { duration-days }
length-hours = { duration-hours }
length-minutes = { $count ->
    [one] { $count } минута
    [few] { $count } минуты
   *[many] { $count } минут
}
length-seconds = { $count ->
    [one] { $count } секунда
    [few] { $count } секунды
   *[many] { $count } секунд
}
weekday-after = { $weekday }, { $date }, после { $time } ({ $zone })
size-mb = { $number } МБ

status-created = Создан
status-answered = Поступил ответ
status-clarifying = Ждём вашего ответа
status-finished = Завершён

ending-rated = ответ оценён
ending-cancelled = переписка отменена
ending-closed = закрыт поддержкой
ending-expired = закрылся автоматически после долгого молчания

kind = { $kind ->
    [text] текст
    [photo] фото
    [document] документ
    [video] видео
    [animation] анимация
    [audio] аудио
    [voice] голосовое сообщение
    [video_note] видеосообщение
    [sticker] стикер
    [contact] контакт
    [location] геопозиция
    [venue] место на карте
   *[other] вложение
}

page-earlier = ‹
page-later = ›
page-of = { $page } из { $pages }
back = ‹ Назад

# Why messages did not arrive, in /stats and /check
failure-blocked = продавец заблокировал бота
failure-deactivated = аккаунт удалён
failure-never-started = чат с ботом закрыт
failure-outside = чат недоступен
failure-voice-forbidden = голосовые запрещены
failure-no-rights = у бота нет прав
failure-file-wrong = файл пропал
failure-too-long = слишком длинно
failure-post-gone = сообщения уже нет
failure-gone = сообщения уже нет
failure-bug = ошибка бота
failure-other = другая причина

# On buttons: «через 11 мин»
brief-minutes = { $count } мин
brief-hours = { $count } ч
brief-days = { $count } дн.
