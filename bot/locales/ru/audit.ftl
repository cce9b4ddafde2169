# /audit: who did what and when. `audit-<deed>` is a line's end.

audit-title = <b>Кто и что сделал</b>, сначала новое
audit-empty = Пока ничего.
audit-line = { $at } · <b>{ $name }</b>: { $what }
audit-console = из командной строки
audit-catalogue-replaced = заменил каталог целиком
audit-catalogue-changed = изменил в каталоге «{ $entry }»: { $change ->
    [title] название
    [hint] подсказку
    [keywords] слова для поиска
    [link] ссылку
    [order] порядок
    [group] группу
    [hidden] скрыл
    [shown] показал
    [added] добавил
   *[removed] удалил
}
audit-setting-changed = настройка «{ setting-title }»: { $value }
audit-admin-appointed = назначил администратора { $name } (id { $person })
audit-admin-revoked = снял администратора { $name } (id { $person })
audit-template-added = добавил готовый ответ «{ $title }»
audit-template-changed = изменил готовый ответ «{ $title }»
audit-template-removed = удалил готовый ответ «{ $title }»
audit-banned = заблокировал id { $person }: { $reason }
audit-unbanned = разблокировал id { $person }
audit-banned-forgotten = заблокировал того, чьи данные удалены
audit-unbanned-forgotten = разблокировал того, чьи данные удалены
audit-admin-appointed-forgotten = назначил администратора, чьи данные удалены
audit-admin-revoked-forgotten = снял администратора, чьи данные удалены
audit-moved = перенёс диалог №{ $dialog } в тему «{ $topic }»
audit-announced = объявил: { $text }
audit-announcement-ended = закончил объявление: { $text }
audit-exported = выгрузил { $since } – { $until }
