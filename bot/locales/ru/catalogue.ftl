# /catalogue: categories and topics

catalogue-home =
    <b>Каталог</b>
    { catalogue-counts }

    Чтобы заменить его целиком, выгрузите файл, поправьте и пришлите сюда (.yaml, до 1 МБ). Перед заменой покажем, что изменится.
catalogue-counts = Категорий: { $categories }, тем: { $topics }{ $hidden ->
    [0] {""}
   *[other] , из них скрыто: { $hidden }
}
catalogue-export = 📥 Выгрузить
catalogue-file = Каталог, который работает сейчас. Поправьте и пришлите обратно.
catalogue-use = ✅ Заменить
catalogue-leave = Оставить как есть
catalogue-wrong = { $count ->
    [one] В файле { $count } ошибка, каталог не изменился:
    [few] В файле { $count } ошибки, каталог не изменился:
   *[many] В файле { $count } ошибок, каталог не изменился:
}

    { $problems }
catalogue-all-errors = Все ошибки файла
catalogue-too-large = Файл слишком большой: каталог весит не больше { $limit }.
catalogue-no-download = Не получилось скачать файл из Telegram: { $reason }. Пришлите его ещё раз.
catalogue-no-text = Это не текст в кодировке UTF-8. Сохраните файл как UTF-8 и пришлите снова.
catalogue-same = В файле тот же каталог, что и сейчас: менять нечего.
catalogue-preview =
    Файл в порядке. Станет так: { catalogue-counts }
catalogue-preview-added = ➕ Добавится: { $count } ({ $titles })
catalogue-preview-removed = ➖ Удалится: { $count } ({ $titles })
catalogue-preview-changed = ✏️ Изменится: { $count } ({ $titles })
catalogue-preview-synonyms = 🔎 Изменятся синонимы для поиска
catalogue-preview-kept = Начатые диалоги сохранят свои темы.
catalogue-used = ✅ Новый каталог работает. { catalogue-counts }
catalogue-left = Каталог остался прежним.
catalogue-gone = Файл устарел. Пришлите его ещё раз.

# Entry by entry

catalogue-categories = 🗂 Категории и темы
catalogue-every-category = <b>Категории.</b> 🙈 — скрыта от продавцов, число — сколько в ней тем.
catalogue-topics-of = <b>{ $title }</b>: темы
catalogue-topics = 📋 Темы
catalogue-add-category = ➕ Категория
catalogue-add-topic = ➕ Тема
catalogue-entry = <b>{ $title }</b> · <code>{ $key }</code>
catalogue-language = { $locale ->
    [en] англ.
   *[ru] рус.
}
catalogue-field-title = Название, { catalogue-language }: { $value }
catalogue-field-hint = Подсказка, { catalogue-language }: { $value }
catalogue-field-keywords = Слова для поиска, { catalogue-language }: { $value }
catalogue-field-link = Ссылка, { catalogue-language }: { $value }
catalogue-field-order = Закреплено вверху, место { $value }
catalogue-field-group = Отвечает группа: <code>{ $value }</code>
catalogue-field-hidden = 🙈 Скрыта от продавцов
catalogue-change-title = Название, { catalogue-language }
catalogue-change-hint = Подсказка, { catalogue-language }
catalogue-change-keywords = Слова, { catalogue-language }
catalogue-change-link = Ссылка, { catalogue-language }
catalogue-change-order = Порядок
catalogue-change-group = Группа
catalogue-hide = 🙈 Скрыть
catalogue-unhide = 👁 Показать
catalogue-remove = 🗑 Удалить
catalogue-remove-sure = Да, удалить
catalogue-ask-title = ⌨️ Пришлите название ({ catalogue-language }), до 60 знаков.
catalogue-ask-hint = ⌨️ Пришлите подсказку ({ catalogue-language }): что проверить прежде, чем писать. До 700 знаков. «-» уберёт её.
catalogue-ask-keywords = ⌨️ Пришлите слова и фразы через запятую ({ catalogue-language }): как об этом пишут сами продавцы. «-» уберёт их.
catalogue-ask-link = ⌨️ Пришлите ссылку на статью ({ catalogue-language }). «-» уберёт её.
catalogue-ask-order = ⌨️ Пришлите число. Записи с числом стоят первыми, меньшее — выше. «-» вернёт на место по алфавиту.
catalogue-ask-group = ⌨️ Пришлите id группы, которая отвечает на эту категорию, например -1001234567890. Бот должен быть в ней администратором. «-» вернёт категорию основной группе.
catalogue-group-fitness = { $fitness ->
    [outside] Не сохранили: бота нет в группе <code>{ $group }</code>, или такой группы нет. Добавьте в неё бота, сделайте его администратором и пришлите id ещё раз.
    [no-group] Не сохранили: «{ $title }» — не группа. Отвечать может только группа агентов.
    [silenced] Не сохранили: в группе «{ $title }» боту нельзя писать. Сделайте его администратором и пришлите id ещё раз.
    [no-admin] ⚠️ В группе «{ $title }» бот не администратор. Сделайте его администратором с правом закреплять сообщения и управлять темами.
    [no-rights] ⚠️ В группе «{ $title }» боту не хватает прав: { $rights }.
   *[unknown] ⚠️ Telegram не ответил, что бот может в группе <code>{ $group }</code>. Проверьте позже: /check
}
catalogue-ask-new-category = ⌨️ Как назвать новую категорию? В первой строке по-русски, во второй по-английски. Продавцы увидят её, когда в ней появится тема.
catalogue-ask-new-topic = ⌨️ Как назвать новую тему в «{ $title }»? В первой строке по-русски, во второй по-английски.
catalogue-ask-removal = Удалить «{ $title }»{ $topics ->
    [0] {""}
    [one] {" "}и { $topics } тему в ней
    [few] {" "}и { $topics } темы в ней
   *[many] {" "}и { $topics } тем в ней
}? Начатые диалоги сохранят свою тему.
catalogue-removed = «{ $title }» больше нет в каталоге.
catalogue-entry-gone = Этой записи в каталоге больше нет.
catalogue-no-number = Нужно целое число, например 1. Или «-», чтобы убрать его.
catalogue-not-changed = Не сохранили: { $problems }
