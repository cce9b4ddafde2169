# What sellers are told without asking. The headings of answers stand above an agent's own words, as plain text.

notice-answer = Поступил ответ по диалогу №{ $number }{ $agent ->
    [none] {""}
   *[known] {" · "}{ $agent }
}
notice-asks = Ждём вашего ответа по диалогу №{ $number }{ $agent ->
    [none] {""}
   *[known] {" · "}{ $agent }
}
notice-holds = 💬 Мы занимаемся диалогом №{ $number }{ $agent ->
    [none] {""}
   *[known] {" · "}{ $agent }
}
notice-continue = Продолжить диалог
notice-reply = ✍️ Ответить

notice-created =
    ✅ <b>Диалог №{ $number } создан</b>

    { $category } › { $topic }
    Приняли: { $receipt }.{ $usual ->
        [unknown] {""}
       *[known] {" "}Обычно отвечаем за { $usual }.
    }

    Ответ придёт сюда. Если нужно что-то добавить, просто напишите.
notice-receipt = { $of ->
    [0] комментарий
   *[other] комментарий и { $files ->
        [one] { $files } файл
        [few] { $files } файла
       *[many] { $files } файлов
    } из { $of }
}
notice-added = Передали поддержке, диалог №{ $number } ({ $topic }).
notice-back-in-work = Передали поддержке, диалог №{ $number } ({ $topic }). Он снова в работе.

notice-after-hours = 🌙 Сейчас нерабочее время. Ответим { $at }.

notice-closed = Поддержка завершила диалог №{ $number } ({ $topic }).
notice-closed-unanswered = Поддержка закрыла диалог №{ $number } ({ $topic }) без ответа. Если вопрос остался, создайте новый.
notice-closed-rate = Поддержка завершила диалог №{ $number } ({ $topic }). Оцените, пожалуйста, её работу.
notice-expired = Диалог №{ $number } ({ $topic }) закрылся автоматически: мы долго ждали вашего ответа. Если вопрос остался, создайте новый диалог.
notice-expired-rate = Диалог №{ $number } ({ $topic }) закрылся автоматически: после ответа прошло много времени. Оценить ответ можно ещё неделю.
notice-reminder = Диалог №{ $number } ({ $topic }): мы ждём вашего ответа. Без него диалог закроется автоматически через { $left }.
notice-reminder-rate = Диалог №{ $number } ({ $topic }): помог ли ответ? Оцените его или продолжите диалог, иначе он закроется автоматически через { $left }.

notice-banned = { $reason ->
    [none] Вы заблокированы: писать в поддержку нельзя.
   *[other] Вы заблокированы: писать в поддержку нельзя. Причина: { $reason }
}
notice-unbanned = Вас разблокировали. Нажмите «Новый диалог», чтобы задать вопрос.

notice-set-aside = ⏳ Ваше сообщение пока не удалось обработать. Оно не потеряно: попробуем снова сами, а администраторы уже знают.

notice-not-relayed = ⚠️ Сообщение в диалог №{ $number } не дошло до поддержки: { $reason ->
    [file-wrong] Telegram больше не отдаёт этот файл. Пришлите его, пожалуйста, ещё раз.
    [too-long] текст слишком длинный. Разделите его, пожалуйста, на части.
   *[other] его не удалось показать. Поддержка об этом знает; попробуйте, пожалуйста, написать иначе.
}
notice-correction-lost = ⚠️ Исправление в диалоге №{ $number } не дошло до поддержки. Напишите, пожалуйста, то, что изменилось, отдельно.

# To «спасибо» after an answer
notice-thanked = Пожалуйста! Оцените ответ по диалогу №{ $number } ({ $topic }).

# To 👎 on an answer
notice-what-lacks = Жаль, что ответ по диалогу №{ $number } ({ $topic }) не помог. Чего в нём не хватает? Напишите, и поддержка к нему вернётся.
notice-what-lacked = Жаль, что ответ по диалогу №{ $number } ({ $topic }) не помог. Диалог уже завершён: напишите, чего не хватило, в новом.
