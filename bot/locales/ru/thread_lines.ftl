# Said at the dialog's place in the agents' group
line-heading = №{ $number } · { $seller }
line-cancelled = Продавец отменил переписку. Диалог завершён.
line-rated = Продавец оценил ответ: { $stars }. Диалог завершён.
line-rating-comment = Комментарий к оценке { $stars }:
    <blockquote>{ $comment }</blockquote>
line-expired = Продавец долго не отвечал, диалог закрылся автоматически.
line-undeliverable = ⚠️ Не доставлено: { $reason ->
    [blocked] продавец заблокировал бота.
    [deactivated] аккаунт продавца удалён.
    [outside] продавец недоступен.
    [never-started] продавец закрыл чат с ботом.
    [voice-forbidden] продавец запретил голосовые и видеосообщения. Напишите текстом.
    [file-wrong] Telegram больше не отдаёт этот файл. Пришлите его ещё раз.
    [too-long] текст слишком длинный. Разделите его на два сообщения.
    [gone] сообщения больше нет.
    [bug] причина в боте, администраторы уже знают.
   *[other] Telegram ответил: { $detail }
}
line-waiting = ⏳ Продавец ждёт ответа { $waited }. { $agent_id ->
    [none] Диалог пока никто не взял.
    [anonymous] Ведёт { $agent }.
   *[known] Ведёт <a href="tg://user?id={ $agent_id }">{ $agent }</a>.
}
line-given = Диалог теперь ведёт <a href="tg://user?id={ $agent_id }">{ $agent }</a>.
line-released = Диалог больше не ведёт { $agent_id ->
    [none] { $agent },
    [anonymous] { $agent },
   *[known] <a href="tg://user?id={ $agent_id }">{ $agent }</a>,
} он снова ничей. Отпускает: { $by }.
line-moved = Диалог перенесён: { $category } › { $topic }. { $link ->
    [none] Он теперь в другой группе.
   *[other] Он теперь <a href="{ $link }">в другой группе</a>.
}
line-unreachable = ⚠️ Продавец заблокировал бота. Ответы дойдут, когда он вернётся.
line-reachable-again = Продавец снова на связи: сообщения доходят, а недоставленные отправлены ещё раз.
line-unmarked = Реакции в этой группе ограничены, поэтому дошедшие ответы не отмечаются. Если какой-то не дойдёт, бот скажет об этом здесь.
line-not-relayed = ⚠️ Сообщение продавца не удалось показать: { $reason ->
    [file-wrong] Telegram больше не отдаёт этот файл. Попросите прислать его ещё раз.
    [too-long] текст слишком длинный. Попросите прислать его частями.
    [gone] сообщения больше нет.
    [bug] причина в боте, администраторы уже знают.
   *[other] Telegram ответил: { $detail }
}
line-correction-lost = ⚠️ { $side ->
    [seller] Продавец исправил сообщение, но показать исправление не удалось.
   *[agent] Исправление до продавца не дошло.
} { $reason ->
    [post-gone] { $side ->
        [seller] Изменить прежнее уже нельзя; продавцу об этом сказано.
       *[agent] Изменить прежнее уже нельзя: напишите исправление отдельно.
    }
    [blocked] Продавец заблокировал бота.
    [file-wrong] Telegram больше не отдаёт этот файл.
    [too-long] Текст слишком длинный.
    [bug] Причина в боте, администраторы уже знают.
   *[other] Telegram ответил: { $detail }
}
line-written-elsewhere = 🔌 { $name } { $kind ->
    [note] (по API), заметка:
    [ask] (по API), вопрос продавцу:
   *[answer] (по API), ответ продавцу:
}
    <blockquote>{ $text }</blockquote>
line-done-elsewhere = 🔌 { $name } (по API): { $act ->
    [took] диалог взят.
    [released] диалог отпущен.
    [gave] диалог передан коллеге.
    [moved] диалог перенесён в другую тему.
   *[closed] диалог завершён.
}

line-follows = ↩️ Продолжение диалога №{ $before }: его ответ не помог.
