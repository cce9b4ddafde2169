# Until when an answer was promised, and what was put off
day-and-time = { $date }, { $time }

card-due = ⏳ Ответить до <b>{ $until }</b>
card-snoozed = 💤 Отложен до <b>{ $until }</b>{ $told ->
    [yes] {" "}(продавец знает)
   *[no] {""}
}

list-due = ⏳ ответить до { $until }
list-late = 🔴 срок был { $until }
list-snoozed = 💤 отложен до { $until }
queue-snoozed = { $count ->
    [one] 💤 Отложен { $count } диалог: вернётся в свой срок.
    [few] 💤 Отложено { $count } диалога: вернутся в свой срок.
   *[many] 💤 Отложено { $count } диалогов: вернутся в свой срок.
}

line-due = { $late ->
    [yes] ⏰ Срок ответа прошёл: { $until }.
   *[no] ⏳ Скоро срок: ответить нужно до { $until }.
} { $agent_id ->
    [none] Диалог пока никто не взял.
    [anonymous] Ведёт { $agent }.
   *[known] Ведёт <a href="tg://user?id={ $agent_id }">{ $agent }</a>.
}
line-back = 🔔 Диалог снова здесь: его откладывали до этого времени.{ $waits ->
    [yes] {" "}Продавец ждёт ответа.
   *[no] {""}
} { $agent_id ->
    [none] {""}
    [anonymous] Ведёт { $agent }.
   *[known] Ведёт <a href="tg://user?id={ $agent_id }">{ $agent }</a>.
}

card-later = Отложить
later-until = До какого времени отложить? Своё время: { COMMAND("later") } завтра 10:00
later-hour = 1 час
later-hours = 3 часа
later-tomorrow = Завтра утром
later-monday = В понедельник
later-week = Неделя
later-done = 💤 Диалог №{ $number } отложен до { $until }. Он вернётся сам; если продавец напишет, то раньше.
later-told-done = 💤 Диалог №{ $number } отложен до { $until }. Продавцу сказали, что вернёмся к нему.
later-tell = Сказать продавцу
later-told = Продавцу сказали
later-now = Вернуть сейчас
later-back = Диалог №{ $number } { $waits ->
    [yes] снова в очереди.
   *[no] больше не отложен.
}

usage-agent-later = { $command } 2 дня, { $command } завтра 10:00, { $command } пятница — отложить диалог. { $command } нет вернёт его раньше.

refusal-not-put-off = Диалог №{ $number } не отложен: он уже вернулся.
refusal-moment-wrong = { refusal-moment-unreadable }
refusal-moment-unreadable = Не поняли, до какого времени. Напишите, например: { COMMAND("later") } 2 дня, { COMMAND("later") } завтра 10:00, { COMMAND("later") } пятница.
refusal-moment-past = Это время уже прошло. Напишите, когда вернуть диалог, например: { COMMAND("later") } завтра 10:00.
refusal-moment-too-far = Отложить можно не больше чем на { $days } дней.

notice-later = По диалогу №{ $number } ({ $topic }) вернёмся к вам { $until }.

stats-due = <b>В срок:</b> { $share } ({ $kept } из { $promised }){ $late ->
    [none] {""}
   *[some] . Остальные опоздали на { $late } (медиана)
}
    <i>ответы на темы со сроком; опоздание считается в рабочем времени</i>
picture-due = Ответ в срок
picture-due-late = остальные +{ $late }

figure-due = В срок, %
figure-due-is = Ответы на темы со сроком, которые дали вовремя
figure-late = Опоздание
figure-late-is = На сколько опоздали остальные, в рабочем времени
export-due = Ответить до
export-late = Опоздание, мин

catalogue-field-answer_in = Отвечаем за { $value } рабочего времени
catalogue-field-answer_in-off = Срока ответа нет
catalogue-change-answer_in = Срок ответа
catalogue-ask-answer_in = ⌨️ За сколько рабочего времени обещаете ответ? Например: 4 часа, 30 минут. Считаются только рабочие часы: «1 день» — это 24 таких часа. { $kind ->
    [topic] Срок темы важнее срока её категории. «нет» — у темы нет срока, «-» — как у категории.
   *[category] Действует для тем без своего срока. «-» уберёт его.
}
catalogue-no-duration = Нужен срок от 5 минут до 30 дней, например: 4 часа. Или «-», чтобы убрать его.
catalogue-error-no-duration = в поле { $field } стоит «{ $value }», а нужен срок от 5m до 30d, например 4h или «2 часа», либо off.
