# /audit: who did what and when. `audit-<deed>` is a line's end.

audit-title = <b>Who did what</b>, newest first
audit-empty = Nothing yet.
audit-line = { $at } · <b>{ $name }</b>: { $what }
audit-console = at the command line
audit-catalogue-replaced = replaced the whole catalogue
audit-catalogue-changed = changed “{ $entry }” in the catalogue: { $change ->
    [title] title
    [hint] hint
    [keywords] words to search
    [link] link
    [order] order
    [group] group
    [hidden] hidden
    [shown] shown
    [added] added
   *[removed] removed
}
audit-setting-changed = setting “{ setting-title }”: { $value }
audit-admin-appointed = appointed { $name } (id { $person })
audit-admin-revoked = revoked { $name } (id { $person })
audit-template-added = added the canned answer “{ $title }”
audit-template-changed = changed the canned answer “{ $title }”
audit-template-removed = removed the canned answer “{ $title }”
audit-banned = banned { $name } (id { $person }): { $reason }
audit-unbanned = unbanned { $name } (id { $person })
audit-banned-forgotten = banned someone whose data is erased
audit-unbanned-forgotten = unbanned someone whose data is erased
audit-admin-appointed-forgotten = appointed an admin whose data is erased
audit-admin-revoked-forgotten = revoked an admin whose data is erased
audit-rerouted = { $count ->
    [one] { $count } dialog
   *[other] { $count } dialogs
} moved out of the group { $group }
audit-moved = moved dialog #{ $dialog } to the topic “{ $topic }”
audit-merged = dialog #{ $dialog } merged with #{ $survivor }
audit-merge-undone = the merge of #{ $dialog } with #{ $survivor } undone
audit-announced = announced: { $text }
audit-announcement-ended = ended the announcement: { $text }
audit-exported = exported { $since } – { $until }
audit-held-sent = sent what was held after a restore
audit-held-dropped = dropped what was held after a restore
