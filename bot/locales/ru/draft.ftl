# The card of a dialog that is being written.

draft-title = 📝 <b>Новый диалог</b>
draft-category = <b>Категория *</b>: { $category }
draft-topic = <b>Тема *</b>: { $topic }
draft-not-chosen = не выбрана
draft-comment = <b>Комментарий *</b>: { $length ->
    [one] { $length } знак
    [few] { $length } знака
   *[many] { $length } знаков
}
draft-comment-text = <blockquote>{ $comment }</blockquote>
draft-no-comment = <b>Комментарий *</b>: пока пусто
draft-files = <b>Вложения</b>: { $count ->
    [one] { $count } файл
    [few] { $count } файла
   *[many] { $count } файлов
}, { $used } из { $limit } МБ
draft-no-files = <b>Вложения</b>: пока нет
draft-file = • { $file }
draft-more-files = • и ещё { $count }

draft-ask-comment = ✍️ Опишите вопрос: чем точнее, тем быстрее поможем. Текст и файлы можно присылать по частям, в любом порядке.
draft-ask-topic = Выберите тему, чтобы создать диалог.
draft-ready = Осталось отправить: нажмите «Создать диалог». Можно дописать ещё.

draft-create = ✅ Создать диалог
draft-undo = Убрать последнее
draft-drop-files = Убрать файлы
draft-rewrite = Переписать комментарий
draft-change-topic = Сменить тему
draft-back = ‹ К черновику
draft-cancel = Отмена

draft-which-file = Какой файл убрать?
draft-drop-all = Убрать все
draft-rewrite-ask = Напишите новый комментарий: он заменит этот.
draft-sent = ✅ Диалог отправлен. Сейчас пришлём его номер.
draft-left = { $kept ->
    [yes] Черновик удалён, но сутки его можно вернуть.
   *[no] Черновик удалён.
} Если понадобимся, нажмите «Новый диалог».
draft-moved = Этот черновик продолжается ниже.
draft-moved-up = Этот черновик продолжается выше.

draft-bring-back = ↩️ Вернуть
draft-keep-comment = Оставить прежний комментарий
draft-drop-search = Убрать слова поиска
draft-searched = Слова, которыми вы искали тему, стали комментарием. Дополните их или уберите одной кнопкой.
draft-rewriting = ✍️ Напишите новый комментарий: он заменит этот.

# Words that came when the comment was there already
draft-joined = Последнее сообщение добавили в комментарий. Если это другой вопрос, нажмите «Это другой вопрос»: на него будет свой диалог.
draft-other-question = ✏️ Это другой вопрос
draft-aside = 📝 Черновик «{ $title }» подождёт: вернёмся к нему, когда закончим с этим вопросом.

draft-follows = ↩️ Продолжение диалога №{ $number }
