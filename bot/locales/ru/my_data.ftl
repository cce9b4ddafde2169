# «Мои данные»: all of one's dialogs as a file, or deleted.

mydata-what = { $count ->
    [0] <b>Мои данные</b>

        Диалогов у вас пока нет: скачивать и удалять нечего.
   *[other] <b>Мои данные</b>

        Мы храним ваши диалоги ({ $count }) с сообщениями и оценками. Их можно скачать одним файлом или удалить насовсем.
}
mydata-take = 📥 Скачать
mydata-erase = Удалить всё
mydata-sure = Удалить все диалоги ({ $count }) с сообщениями и оценками? Вернуть их нельзя. Сообщения, которые уже есть в чатах Telegram, там и останутся.
mydata-erase-yes = Да, удалить
mydata-erase-no = Оставить
mydata-kept = Хорошо, всё осталось как было.
mydata-erased = Готово: удалили все ваши диалоги ({ $count }) и данные о вас.
mydata-file-name = dialogs.txt
mydata-file-ready = Ваши диалоги: { $count }

mydata-file-title = Диалоги: { $count }. Выгружено { $at }
mydata-file-dialog =
    Диалог №{ $number }
    { $category } › { $topic }
    { $status }
    Создан: { $created }
mydata-file-rating = Ваша оценка: { $stars }
mydata-file-comment = Комментарий к оценке: { $comment }
mydata-file-you = [{ $at }] Вы
mydata-file-support = [{ $at }] Поддержка
mydata-file-reaction = { $side ->
    [seller] Реакция поддержки: { $emoji }
   *[agent] Ваша реакция: { $emoji }
}
