# Stars, and the words that may follow.

rating-ask = Как вам ответ по диалогу №{ $number }? Одна звезда — не помог, пять — всё решили. С оценкой диалог завершится.
rating-star = { $stars } ⭐
rating-thanks =
    Спасибо за оценку: { $stars }
    Диалог №{ $number } завершён.

    Если хотите, напишите пару слов о работе поддержки.
rating-skip = Пропустить
rating-skipped =
    Спасибо за оценку: { $stars }
    Диалог №{ $number } завершён.
rating-comment-kept = Спасибо! Ваши слова передали команде поддержки.
