# /templates: canned answers that agents send with /t

templates-home = <b>Готовые ответы</b>{ $count ->
    [0] {""}. Пока ни одного: добавьте первый, и агенты отправят его командой /t.
   *[other] : { $count }. Агенты отправляют их командой /t или кнопкой на карточке.
}
templates-add = ➕ Добавить
templates-change = ✏️ Изменить
templates-remove = 🗑 Удалить
templates-page = { $section ->
    [none] {""}
   *[other] { $section } ›{" "}
}<b>{ $title }</b>

    { $text }
templates-ask =
    ⌨️ Пришлите ответ одним сообщением. В первой строке название, можно с разделом: <code>Возвраты / Нет этикетки</code>. Со второй строки текст.

    Вместо <code>{ $name }</code>, <code>{ $number }</code> и <code>{ $topic }</code> подставятся данные диалога.
templates-wrong = Не сохранили: в первой строке название (до { $title } знаков), со второй — текст ответа (до { $text } знаков).
templates-unknown = Такой подстановки нет: { $strange }. Есть { $name }, { $number } и { $topic }. Поправьте и пришлите ещё раз.
templates-kept = ✅ Сохранено.
templates-removed = Ответ «{ $title }» удалён.
templates-language = 🌐 { $language }{ $given ->
    [yes] {" "}✓
   *[no] {""}
}
templates-language-ask =
    <b>{ $title }</b>

    { $text }

    ⌨️ Пришлите этот ответ на языке «{ $language }»: его получат продавцы, которые пишут на нём. Подстановки те же: <code>{ $name }</code>, <code>{ $number }</code>, <code>{ $topic }</code>.
templates-language-remove = 🗑 Убрать перевод
templates-language-wrong = Не сохранили: в ответе может быть до { $text } знаков.
templates-macro = ⚙️ Вместе с ответом…
templates-macro-which = Что сделать с диалогом, когда агент отправит этот ответ?
templates-macro-ask = { $on ->
    [yes] ☑️
   *[no] ▫️
} Это вопрос: ждём уточнения
templates-macro-close = { $on ->
    [yes] ☑️
   *[no] ▫️
} Завершить диалог
templates-macro-move = ↪️ Перенести в тему…
templates-macro-later = 💤 Отложить…
templates-macro-now = Не откладывать
templates-macro-until = До какого времени отложить диалог вместе с ответом «{ $title }»?
templates-macro-stay = Не переносить
templates-macro-where = В какую тему перенести диалог вместе с ответом «{ $title }»?
# What stands in braces in a canned answer (core/canned.py)
templates-variable-name = имя
templates-variable-number = номер
templates-variable-topic = тема
