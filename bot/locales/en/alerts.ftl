# What admins are told at once
alert-store = ⚠️ The database is unavailable: { $reason }. New messages wait at Telegram; the bot goes on by itself once it is back.
alert-store-over = ✅ The database is back.
alert-set-aside = ⚠️ Telegram update { $update } could not be handled and was set aside: { $error }. See /check
alert-set-aside-over = ✅ No updates are set aside any more.
alert-group = ⚠️ The bot can’t write to the group “{ $group }”: { $reason }. Messages wait and leave by themselves when the rights are back.
alert-group-over = ✅ The group “{ $group }” is available again.
alert-waiting = ⚠️ Messages have been waiting to leave for { $age }, { $count } in all. See /check
alert-waiting-over = ✅ All messages have left.
alert-undeliverable = ⚠️ A message of dialog #{ $dialog } could not be delivered and was set aside: { $error }. See /check
alert-crowded = ⚠️ For some minutes the group “{ $group }” has been getting almost 20 messages a minute, the most that Telegram lets a bot send. Route some categories to another group: /catalogue
alert-crowded-over = ✅ The group “{ $group }” is calm again.
alert-unanswered = ⚠️ Telegram does not answer what the bot asks: { $error }. Buttons pressed in the group are not carried out; messages wait and go on by themselves.
alert-webhook = ⚠️ The bot's webhook was taken away or points to another address ({ $url ->
    [none] none
   *[other] { $url }
}): another process runs with this token. The bot has set its own again.
alert-webhook-over = ✅ The webhook points to this bot again.
alert-webhook-elsewhere = ⚠️ Somebody set a webhook for this bot's token, and no updates came. It is taken away and the bot goes on; please check whether it also runs elsewhere.
alert-polled-elsewhere = ⚠️ Another process runs with this bot's token, and each of them takes a part of the messages. Stop the one too many. If you can't find it, change the token with @BotFather.
alert-polled-elsewhere-over = ✅ The bot is the only one again that gets its messages.
alert-held = ⚠️ The database was restored from a backup. Messages held: { $count }. Send or drop them in /check
alert-held-over = ✅ Nothing is held any more.
alert-events = ⚠️ The receiver of events, { $host }, does not accept them: { $error }. They wait and will be sent again; nothing else is delayed.
alert-events-over = ✅ The receiver accepts events again.
alert-events-off = ⚠️ The receiver of events, { $host }, has refused them for good (410), and sending is off. To turn it on again: “sellerdesk events replay --since …”.
alert-unread = ⚠️ Messages have been waiting to be handled for over a minute, { $count } in all. They are not lost: the bot handles them as soon as it can. See /check
alert-unread-over = ✅ All messages are handled.
