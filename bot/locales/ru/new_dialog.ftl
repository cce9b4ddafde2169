# From «Новый диалог» to the draft: categories, topics, search, a topic's hint.

new-categories =
    <b>Новый диалог</b>

    Выберите категорию или опишите вопрос своими словами: подскажем тему.
new-categories-kept =
    <b>Новый диалог</b>

    Ваше сообщение сохранили. Выберите категорию или поищите тему словами.
new-topics =
    <b>{ $category }</b>

    Выберите тему или опишите вопрос своими словами: подскажем тему.
new-to-categories = ‹ Категории
new-row-topic = { $category } › { $topic }

new-found = Вот что нашлось. Выберите тему:
new-found-kept =
    Похоже на одну из этих тем. Выберите подходящую, сообщение станет комментарием.
new-nothing = Не нашли подходящей темы. Опишите иначе{ $rest ->
    [yes] , выберите категорию или «Другой вопрос».
   *[no] {" "}или выберите категорию.
}
new-nothing-kept = Не нашли подходящей темы, но сообщение сохранили. Опишите иначе{ $rest ->
    [yes] , выберите категорию или «Другой вопрос».
   *[no] {" "}или выберите категорию.
}
new-show-categories = Категории
new-file-kept = Файл сохранили. Выберите тему, и он попадёт в диалог.

new-topic = <b>{ $title }</b>
new-hint = { $hint }
new-hint-link-only = Возможно, ответ уже есть в статье.
new-article = 📖 Открыть статью
new-solved = Вопрос решён
new-anyway = Всё равно написать
new-solved-thanks = Рады, что всё решилось! Если понадобимся, нажмите «Новый диалог».

new-draft-waiting =
    У вас есть неотправленный черновик{ $title ->
        [none] {" "}(тема не выбрана)
       *[other] : <b>{ $title }</b>
    }.

    Продолжить его или начать заново?
new-continue = Продолжить черновик
new-anew = Начать заново

# Below what was found, always a way on
new-all-topics = Все темы: { $category }
new-other-question = Другой вопрос
# On a button: the topic can't be used again yet
new-not-free-yet = { $label } · через { $left }
# To a greeting alone
new-greeted = Здравствуйте! Напишите, что случилось, одним сообщением или несколькими: подскажем тему и передадим вопрос поддержке.
