# /stats: the figures, each with its definition (core/figures.py)

stats-title = 📊 <b>Показатели за { $period }</b>
stats-compared = <i>«было» — за { $period }</i>
stats-was = {""} · было { $before }
stats-empty = За это время диалогов не было.
stats-usage = Так: <code>/stats 7</code>, <code>/stats вчера</code>, <code>/stats неделя</code>, <code>/stats прошлый месяц</code>, <code>/stats ноябрь</code> или <code>/stats 01.11–15.11</code>
stats-volume = { $count ->
    [one] Открыт <b>{ $count }</b> диалог
    [few] Открыто <b>{ $count }</b> диалога
   *[many] Открыто <b>{ $count }</b> диалогов
}
stats-none = пока нет данных
stats-spread = медиана { $median }, 90 % за { $p90 } (диалогов: { $count })
stats-first-response = <b>Первый ответ:</b> { $figures }
    <i>от открытия диалога до первого доставленного ответа</i>
stats-first-response-at-work = <b>Первый ответ в рабочее время:</b> { $figures }
    <i>то же, но часы вне работы не считаются</i>
stats-next-response = <b>Следующий ответ:</b> { $figures }
    <i>от каждого вопроса продавца до доставленного ответа</i>
stats-resolution = <b>Решение:</b> { $figures }
    <i>от открытия до оценки или закрытия поддержкой</i>
stats-csat = <b>Довольны (CSAT):</b> { $csat } ({ $satisfied } из { $ratings }){ $was }
    <i>оценки 4 и 5 среди всех; оценили { $rate } из { $answered } { $answered ->
        [one] диалога с ответом
       *[other] диалогов с ответом
    }</i>
stats-apart = <b>Закрылись автоматически:</b> { $share } ({ $expired } из { $finished } { $finished ->
        [one] завершённого
       *[other] завершённых
    }){ $was }. Отменены продавцом: { $cancelled }
stats-delivery = <b>Доставка сообщений:</b> { $share } ({ $delivered } из { $accepted })
stats-undelivered = <i>{ $reasons }</i>
stats-waiting = ждут отправки: { $count }
stats-split-legend = <i>диалогов · первый ответ (медиана) · CSAT</i>
stats-split-line = <b>{ $name }</b>: { $count } · { $first } · { $csat }
stats-split-more = …и ещё { $count }
stats-period = { $period ->
    [today] Сегодня
    [week] 7 дней
   *[month] 30 дней
}
stats-cut = { $cut ->
    [category] Категории
    [topic] Темы
    [agent] Агенты
   *[all] Всё
}
stats-draw = 🖼 Графики

# On the picture
picture-title = Поддержка продавцов
picture-dialogs = Диалогов
picture-first-response = Первый ответ, медиана
picture-csat = Довольны (CSAT)
picture-expired = Автозакрытие
picture-was = было { $before }
picture-volume = Новые диалоги по дням
picture-volume-weeks = Новые диалоги по неделям
picture-waiting = Сколько ждут продавцы
picture-median = медиана
picture-p90 = 90 % за
picture-first = Первый ответ
picture-next = Следующий ответ
picture-resolution = Решение
picture-categories = Категории
picture-agents = Агенты
picture-ratings = оценили { $rate }
picture-columns = диалогов · первый ответ (медиана) · CSAT
picture-days = { $count } д
picture-hours = { $count } ч
picture-minutes = { $count } мин
