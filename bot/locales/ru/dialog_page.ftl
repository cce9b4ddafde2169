# One dialog: what it is, what was written, what can be done with it.

dialog-title = <b>Диалог №{ $number }</b>
dialog-category = Категория: { $category }
dialog-topic = Тема: { $topic }
dialog-status = Статус: { $sign } <b>{ $status }</b>
dialog-created = Создан: { $at }
dialog-ended = Завершён: { $at }
dialog-files = Вложения: 📎 { $count }
dialog-rating = Ваша оценка: { $stars }

dialog-history = <b>История</b>
dialog-history-page = <b>История</b>, страница { $page } из { $pages }
dialog-you = <b>Вы</b>, { $at }
dialog-support = <b>Поддержка</b>{ $agent ->
        [none] {""}
       *[other] {" · "}{ $agent }
    }, { $at }
dialog-support-asks = <b>Поддержка спрашивает</b>{ $agent ->
        [none] {""}
       *[other] {" · "}{ $agent }
    }, { $at }
dialog-edited = {", "}<i>изменено</i>
dialog-item-text = { $text }
dialog-item-file = 📎 { $file }

dialog-add = ✍️ Дополнить
dialog-rate = ⭐ Оценить
dialog-attachments = 📎 Вложения
dialog-cancel = Отменить переписку
dialog-again = ✏️ Новый диалог на эту тему
dialog-again-short = ✏️ Новый диалог
dialog-to-list = ‹ Мои диалоги
dialog-open = Открыть диалог

dialog-cancel-sure = Отменить переписку по диалогу №{ $number }? Поддержка в нём больше не ответит, и вернуть его не получится: только создать новый.
dialog-cancel-yes = Да, отменить
dialog-cancel-no = Не отменять
dialog-cancelled = Переписка отменена
dialog-no-files = В диалоге №{ $number } нет вложений.
dialog-files-here = Вложения диалога №{ $number }:
