# /check and `sellerdesk check`: is everything in order. No markup: a terminal shows it too.

check-bot = Bot @{ $name }, version { $version }, { $mode ->
    [webhook] updates come to the webhook
   *[polling] connected to Telegram (polling)
}
check-telegram-silent = Telegram does not answer: { $reason }
check-webhook-error = Telegram could not deliver updates to the webhook: { $reason }
check-owner-unknown = The admin { $id } of ADMIN_IDS has not written to the bot yet and can’t be told of trouble. Let them send it /start; if the number is wrong, correct the setting
check-group = Group “{ $title }”: the bot is an admin and has its rights
check-group-unreachable = Group { $group } can't be reached: { $reason }
check-group-no-admin = Group “{ $title }”: the bot is not an admin. Make it one that may pin messages and manage topics
check-group-rights = Group “{ $title }”: the bot lacks rights: { $rights }
check-group-no-forum = Group “{ $title }” has no topics: each dialog is a thread of replies
check-right-pin-messages = pin messages
check-right-manage-topics = manage topics
check-database = Database: { $make }, { $size }, answers in { $latency } ms
check-nothing-waits = No message waits for delivery
check-waits = { $count ->
    [one] { $count } message waits for delivery
   *[other] { $count } messages wait for delivery
}, the oldest for { $age }
check-failures = Could not be delivered in 7 days: { $count } ({ $reasons })
check-set-aside = { $count ->
    [one] { $count } update was set aside
   *[other] { $count } updates were set aside
} because handling failed. The last error: { $error }
check-disk = Free on disk: { $free } GB
check-misspelt = { $name } is no setting and does nothing; perhaps { $meant } was meant
check-no-setting = { $name } in .env is no setting and does nothing
check-held = { $count ->
    [one] The database was restored from a backup: { $count } message was waiting to leave when it was made, and is held. Most likely it has arrived already
   *[other] The database was restored from a backup: { $count } messages were waiting to leave when it was made, and are held. Most likely they have arrived already
}
check-stranded = { $count ->
    [one] { $count } open dialog stands
   *[other] { $count } open dialogs stand
} in the group “{ $title }”, { $reason ->
    [outside] where the bot is no longer a member: agents do not see them
   *[unnamed] which no setting and no category names any more. They can be finished there, or moved
}
stranded-send-on = Move { $count } from “{ $title }”
stranded-sent-on = { $count ->
    [one] Moving { $count } dialog
   *[other] Moving { $count } dialogs
} to the group of its category. The card and the last words appear there by themselves; sellers’ messages go first.
stranded-none = There is nothing left to move
held-send = Send
held-drop = Drop
held-sent = { $count ->
    [0] Nothing is held any more.
   *[other] Sending: { $count }.
}
held-dropped = { $count ->
    [0] Nothing is held any more.
   *[other] Dropped, nobody gets anything: { $count }.
}
check-group-reactions = The group “{ $title }” does not allow all reactions by which the bot marks agents’ messages: 👀 waits, 👌 arrived, 👎 did not, ✍ a note, 👍 done. It sets similar ones instead, or writes a line. Allow them in the group’s settings
