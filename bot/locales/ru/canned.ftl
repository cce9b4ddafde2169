# Canned answers in the agents' group
canned-which = Какой ответ отправить?
canned-found = Готовые ответы по словам «{ $words }»:
canned-not-found = По словам «{ $words }» готовых ответов нет.
canned-all = Все готовые ответы
canned-none = Готовых ответов пока нет. Администратор добавит их в личном чате с ботом: /templates
canned-preview = <b>{ $title }</b>

    { $text }
canned-send = Отправить продавцу
canned-sent = 💬 { $agent }: { $text }
refusal-canned-answer-gone = Этот готовый ответ уже удалён. Выберите другой: /t
