# What admins are told at once
alert-store = ⚠️ The database is out of reach: { $reason }. New messages wait at Telegram; the bot goes on by itself when it is back.
alert-store-over = ✅ The database is back.
alert-set-aside = ⚠️ Telegram update { $update } could not be handled and was set aside: { $error }. See /check
alert-set-aside-over = ✅ No updates are set aside any more.
alert-group = ⚠️ The bot can’t write to the group “{ $group }”: { $reason }. Messages wait and leave by themselves when the rights are back.
alert-group-over = ✅ The group “{ $group }” is within reach again.
alert-waiting = ⚠️ Messages have been waiting to leave for { $age }, { $count } in all. See /check
alert-waiting-over = ✅ All messages have left.
alert-undeliverable = ⚠️ A message of dialog #{ $dialog } could not be delivered and was set aside: { $error }. See /check
alert-crowded = ⚠️ For some minutes the group “{ $group }” has been getting almost 20 messages a minute, the most that Telegram lets a bot send. Route some categories to another group: /catalogue
alert-crowded-over = ✅ The group “{ $group }” is calm again.
alert-unanswered = ⚠️ Telegram does not answer what the bot asks: { $error }. Buttons pressed in the group are not carried out; messages wait and go on by themselves.
alert-webhook = ⚠️ The bot's webhook was taken away or points to another address ({ $url ->
    [none] none
   *[other] { $url }
}): another process runs with this token. Setting ours again.
alert-webhook-over = ✅ The webhook is ours again.
alert-webhook-elsewhere = ⚠️ Somebody set a webhook for this bot's token, and no updates came. It is taken away and the bot goes on; see whether it runs elsewhere, too.
alert-held = ⚠️ The database was restored from a backup. Messages held: { $count }. Send or drop them in /check
alert-held-over = ✅ Nothing is held any more.
alert-events = ⚠️ The receiver of events, { $host }, does not take them: { $error }. They wait and are sent again; nothing else waits for them.
alert-events-over = ✅ Events are taken again.
alert-events-off = ⚠️ The receiver of events, { $host }, wants no more of them (410). They are switched off. “sellerdesk events replay” switches them on again.
alert-unread = ⚠️ Messages have been waiting to be handled for over a minute, { $count } in all. They are not lost and go on as soon as they can. See /check
alert-unread-over = ✅ All messages are handled.
