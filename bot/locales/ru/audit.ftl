# /audit: who did what and when. `audit-<deed>` is a line's end.

audit-title = <b>Кто и что сделал</b>, сначала новое
audit-empty = Пока ничего.
audit-line = { $at } · <b>{ $name }</b>: { $what }
audit-console = из командной строки
audit-catalogue-replaced = каталог заменён целиком
audit-catalogue-changed = каталог, «{ $entry }»: { $change ->
    [title] название
    [hint] подсказка
    [keywords] слова для поиска
    [link] ссылка
    [order] порядок
    [group] группа
    [hidden] скрыто
    [shown] показано
    [added] добавлено
   *[removed] удалено
}
audit-setting-changed = настройка «{ setting-title }»: { $value }
audit-admin-appointed = новый администратор: { $name } (id { $person })
audit-admin-revoked = больше не администратор: { $name } (id { $person })
audit-template-added = готовый ответ «{ $title }» добавлен
audit-template-changed = готовый ответ «{ $title }» изменён
audit-template-removed = готовый ответ «{ $title }» удалён
audit-banned = блокировка: { $name } (id { $person }), { $reason }
audit-unbanned = разблокировка: { $name } (id { $person })
audit-banned-forgotten = заблокирован тот, чьи данные удалены
audit-unbanned-forgotten = разблокирован тот, чьи данные удалены
audit-admin-appointed-forgotten = назначен администратор, чьи данные удалены
audit-admin-revoked-forgotten = снят администратор, чьи данные удалены
audit-rerouted = { $count ->
    [one] { $count } диалог перенесён
    [few] { $count } диалога перенесены
   *[many] { $count } диалогов перенесены
} из группы { $group }
audit-moved = диалог №{ $dialog } перенесён в тему «{ $topic }»
audit-merged = диалог №{ $dialog } объединён с №{ $survivor }
audit-merge-undone = объединение №{ $dialog } с №{ $survivor } отменено
audit-announced = объявление: { $text }
audit-announcement-ended = объявление снято: { $text }
audit-exported = выгрузка за { $since } – { $until }
audit-held-sent = придержанное после восстановления отправлено
audit-held-dropped = придержанное после восстановления удалено
