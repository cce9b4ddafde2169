# Two dialogs of one seller become one
merge-which = Какой диалог продавца присоединить к этому? Его переписка перейдёт сюда.
merge-none = У продавца нет других открытых диалогов.
merge-row = №{ $number } · { $topic }
merge-with = 🔗 Объединить с №{ $number }
merge-done = 🔗 Диалог №{ $merged } теперь часть №{ $survivor }: переписка, файлы и заметки перешли, продавцу сказали. Отменить можно в течение минуты.
merge-undo = Отменить объединение
merge-undone = Объединение отменено: №{ $merged } и №{ $survivor } снова отдельно.
merge-digest = 🔗 Из диалога №{ $number }:

line-merged-away = 🔗 Этот диалог стал частью { $link ->
    [none] диалога №{ $survivor }
   *[other] <a href="{ $link }">диалога №{ $survivor }</a>
}: переписка и ответ теперь там.
line-merge-undone = Объединение с №{ $other } отменено: диалоги снова отдельно.
line-same-topic-open = 🔗 У продавца открыт ещё один диалог на эту тему: №{ $other }.
line-written-in-merged-thread = 💬 { $name }, { $kind ->
    [note] заметка
    [ask] вопрос продавцу
    [hold] слово продавцу
   *[answer] ответ продавцу
} из темы присоединённого диалога:
    <blockquote>{ $text }</blockquote>

notice-merged = 🔗 Объединили ваши диалоги: всё из №{ $merged } теперь в №{ $number } ({ $topic }), и ответ придёт туда.
notice-merge-undone = Диалоги №{ $merged } и №{ $number } снова отдельно: мы объединили их по ошибке.

ending-merged = объединён с №{ $into }

refusal-dialog-merged = Диалог №{ $number } объединён с №{ $into }: вся переписка там.
refusal-dialog-merged-for-agents = Диалог №{ $number } уже стал частью №{ $into }.
refusal-merge-refused = Эти диалоги объединить нельзя.
refusal-merge-into-itself = №{ $number } — это и есть этот диалог. Укажите номер другого.
refusal-other-sellers-dialog = Диалог №{ $number } — другого продавца. Объединить можно только диалоги одного.
refusal-merge-settled = Отменить объединение можно только в течение минуты, она прошла.
refusal-merge-undone-already = Объединение уже отменено: диалоги снова отдельно.
refusal-merge-of-another = Отменить объединение может тот, кто его сделал.
