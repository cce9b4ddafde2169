# Canned answers in the agents' group
canned-which = Какой ответ отправить?
canned-found = Готовые ответы по словам «{ $words }»:
canned-not-found = По словам «{ $words }» готовых ответов нет.
canned-all = Все готовые ответы
canned-none = Готовых ответов пока нет. Администратор добавит их в личном чате с ботом: /templates
canned-preview = <b>{ $title }</b>

    { $text }
canned-preview-long = <b>{ $title }</b>

    <code>{ $text }</code>

    Нажмите на текст, чтобы скопировать его.
canned-section = 📁 { $title ->
    [none] Без раздела
   *[other] { $title }
} · { $count }
canned-does = ⚙️ Вместе с ответом:
canned-does-ask = ждём уточнения
canned-does-move = диалог перейдёт в тему «{ $topic }»
canned-does-later = диалог отложится: { $until }
canned-does-close = диалог завершится
canned-copy = 📋 Скопировать и исправить
canned-send = Отправить продавцу
canned-sent-already = Уже отправлено.
canned-sent = 💬 { $agent }: { $text }
refusal-canned-answer-gone = Этого готового ответа уже нет.
refusal-canned-answer-gone-for-agents = Этот готовый ответ уже удалён. Выберите другой: { COMMAND("t") }
