# Free text: where it goes, and the word that it got there.

writing-go-on = ✍️ Пишите: следующие сообщения и файлы попадут в диалог №{ $number } ({ $topic }).
writing-which = { $count ->
    [one] Куда отправить сообщение?
    [few] Куда отправить { $count } сообщения?
   *[many] Куда отправить { $count } сообщений?
}
writing-finished =
    Диалог №{ $number } завершён ({ $ending }), дописать в него нельзя.

    Сообщение не пропало: создайте новый диалог, и оно станет комментарием.
writing-words-went = Подпись передали, сам файл — нет.
writing-to = №{ $number } · { $topic }
writing-to-draft = 📝 В черновик
writing-again = ✏️ Новый диалог: { $topic }
writing-again-short = ✏️ { $topic }
writing-new = ✏️ Новый диалог
writing-other-topic = Другая тема
writing-forget = Не отправлять
writing-forgotten = Хорошо, никуда не отправили.
writing-chosen = ➡️ №{ $number } · { $topic }
writing-added-to-draft = Добавили в черновик{ $title ->
    [none] {" "}(тема не выбрана)
   *[other] : <b>{ $title }</b>
}. Поддержка его пока не видит.
