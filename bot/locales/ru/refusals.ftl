# What people are told when something can't be done, and what to do instead.
# A refusal with «-for-agents» is worded for the agents' group.

refusal-banned = { $reason ->
    [none] Вы заблокированы: писать в поддержку нельзя.
   *[other] Вы заблокированы: писать в поддержку нельзя. Причина: { $reason }
}
refusal-dialog-unknown = Диалог №{ $number } не найден. Проверьте номер.
refusal-move-refused = С диалогом №{ $number } сейчас так поступить нельзя.
refusal-dialog-finished = Диалог №{ $number } завершён ({ $ending }), продолжить его нельзя. Если вопрос остался, создайте новый.
refusal-dialog-finished-for-agents = Диалог №{ $number } завершён ({ $ending }): продавцу в нём уже не написать.
refusal-nothing-to-rate = { $status ->
    [clarifying] Оценить можно ответ, а в диалоге №{ $number } поддержка пока ждёт вашего уточнения.
   *[created] Оценить можно ответ, а в диалоге №{ $number } его ещё готовят. Когда он придёт, под ним будут звёзды.
}
refusal-rated-already = Диалог №{ $number } вы уже оценили: { $stars }. Оценка ставится один раз.
refusal-rating-too-late = Диалог №{ $number } завершён больше недели назад, оценить его уже нельзя.
refusal-cooldown-active = { $open ->
    [yes] По этой теме вы недавно создали диалог №{ $number }. Если вопрос о том же, дополните его. Новый можно создать через { $left }.
    [erased] По этой теме вы недавно создавали диалог. Новый можно создать через { $left }.
   *[no] По этой теме вы недавно создавали диалог №{ $number }. Новый можно создать через { $left }.
}
refusal-topic-unknown = Этой темы больше нет. Выберите, пожалуйста, другую.

refusal-content-refused = Такое сообщение передать нельзя.
refusal-kind-unsupported = { $kind ->
    [sticker] Стикер
    [poll] Опрос
    [dice] Кубик
    [game] Игру
    [contact] Контакт
    [location] Геопозицию
    [venue] Место на карте
    [story] Историю
    [checklist] Список дел
   *[other] Такое сообщение
} передать в поддержку нельзя. Напишите словами или пришлите фото, документ, видео, аудио или голосовое сообщение.
refusal-comment-empty = В сообщении нет текста. Напишите, пожалуйста, текст.
refusal-words-wanted = Здесь нужен текст. Напишите его или нажмите «Пропустить».
refusal-file-too-large = Не приняли { $what } ({ $size }): один файл может весить не больше { $limit }.
refusal-total-too-large = Не приняли { $what } ({ $size }): вложения вместе могут весить не больше { $limit }, свободно ещё { $room }.
refusal-too-many-parts = В новый диалог помещается не больше { $most } сообщений и файлов. Остальное пришлите, когда диалог будет создан.
refusal-text-too-long = Текст слишком длинный. Разделите его на два сообщения.
refusal-text-too-long-for-agents = С подставленным именем и темой ответ длиннее одного сообщения. Сократите его и отправьте сами.

refusal-dialogs-open = Удалить данные можно, когда все диалоги завершены, а сейчас открыто: { $count }. Отмените переписку или дождитесь ответа.
refusal-draft-incomplete = Заполните поля со знаком *: нужны тема и комментарий.
refusal-draft-gone = Этого черновика уже нет: он отправлен или отменён. Чтобы начать другой, нажмите «Новый диалог».
refusal-message-unknown = Это сообщение не относится ни к одному диалогу, передать правку некуда.
refusal-message-unknown-for-agents = Это сообщение не относится ни к одному диалогу.
refusal-taken-already = Диалог уже взял коллега: { $name }.

refusal-period-wrong = Период написан неверно.
refusal-period-unreadable = Не получилось прочитать даты. Напишите период так: 01.11.2026–15.11.2026. Или один день: 01.11.2026.
refusal-date-unknown = Дня { $date } нет в календаре. Проверьте дату.
refusal-period-backwards = Период заканчивается раньше, чем начинается. Напишите сначала первый день, потом последний.
