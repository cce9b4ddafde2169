# «Это о другом»: words that went to the wrong dialog
withdraw-about-other = ↪️ Это о другом
withdraw-where = { $count ->
    [one] Куда перенести сообщение?
    [few] Куда перенести { $count } сообщения?
   *[many] Куда перенести { $count } сообщений?
}
withdraw-leave = Оставить в №{ $number }
line-words-withdrawn = ↪️ Продавец перенёс отсюда { $count ->
    [one] { $count } сообщение: оно
    [few] { $count } сообщения: они
   *[many] { $count } сообщений: они
} о другом.
refusal-words-gone = Этих слов уже нет в диалоге №{ $number }: вы их перенесли.
refusal-answered-meanwhile = Поддержка уже ответила на это в диалоге №{ $number }, перенести слова нельзя. Напишите их, пожалуйста, в новом диалоге.
