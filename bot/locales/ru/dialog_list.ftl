# «Мои диалоги»: the list and its filters.

dialogs-title = <b>Мои диалоги</b>: { $count }
dialogs-filters = Фильтр: { $filters }
dialogs-legend = { $created } Создан · { $answered } Поступил ответ · { $clarifying } Ждём вашего ответа · { $finished } Завершён
dialogs-how = Нажмите на диалог или пришлите его номер.
dialogs-empty = У вас пока нет диалогов. Нажмите «Новый диалог», чтобы задать вопрос.
dialogs-none-match = Таких диалогов нет. Измените или сбросьте фильтры.

dialogs-row = { $sign } №{ $number } { $topic }{ $files ->
    [yes] {" "}📎
   *[no] {""}
} · { $day }

dialogs-by-date = Дата
dialogs-by-status = Статус
dialogs-by-topic = Тема
dialogs-reset = Сбросить фильтры

dialogs-choose-date = За какое время показать диалоги?
dialogs-choose-status = С каким статусом?
dialogs-choose-topic = Диалоги на какую тему показать?
dialogs-today = Сегодня
dialogs-7d = 7 дней
dialogs-30d = 30 дней
dialogs-period = Свой период
dialogs-any-date = За всё время
dialogs-any-status = Любой статус
dialogs-any-topic = Любая тема

dialogs-period-ask = Напишите период, например 01.11.2026–15.11.2026. Или один день: 01.11.2026.
dialogs-period-shown = { $first }–{ $last }
