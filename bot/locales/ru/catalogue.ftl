# /catalogue: categories and topics

catalogue-home =
    <b>Каталог</b>
    { catalogue-counts }

    Чтобы заменить его целиком, выгрузите файл, поправьте и пришлите сюда (.yaml, до 1 МБ). Перед заменой я покажу, что изменится.
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
catalogue-preview-added = ➕ Добавится { $count }: { $titles }
catalogue-preview-removed = ➖ Исчезнет { $count }: { $titles }
catalogue-preview-changed = ✏️ Изменится { $count }: { $titles }
catalogue-preview-synonyms = 🔎 Изменятся синонимы для поиска
catalogue-preview-kept = Начатые диалоги сохранят свои темы.
catalogue-used = ✅ Новый каталог работает. { catalogue-counts }
catalogue-left = Каталог остался прежним.
catalogue-gone = Этот файл уже не ждёт решения. Пришлите его ещё раз.
