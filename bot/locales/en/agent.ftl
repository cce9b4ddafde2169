# What agents are told in their group
agent-taken = Dialog #{ $number } is yours now
agent-released = { $whose ->
    [own] Dialog #{ $number } is no longer assigned to you
    [none] Dialog #{ $number } is assigned to nobody as it is
   *[colleague] Dialog #{ $number } is no longer assigned to { $name }
}
agent-closed = Dialog #{ $number } is closed
agent-close-unanswered = The seller waits for an answer. Close the dialog without one?
agent-recalled = Taken back: the seller never sees it. It stays as a note.
agent-ask-next = { $where ->
    [topic] Your next message in this dialog (within 10 minutes) will be sent as a question.
   *[reply] Reply to a message of this dialog (within 10 minutes): your reply will be sent as a question.
} Changed your mind? Press again.
agent-ask-not = All right, your next message will be an ordinary answer.
agent-ban-which = Choose the reason, the seller will see it. A reason of your own: { COMMAND("ban") } reason
agent-banned = The seller is banned
agent-unbanned = The seller can write again
ban-spam = Spam
ban-abuse = Abuse
ban-fraud = Fraud
refusal-banned-already-for-agents = This seller is banned already. To unban: { COMMAND("unban") }
refusal-not-banned-for-agents = This seller is not banned.
agent-colleague-has-it = { $name } has this dialog. The seller gets your message too.
agent-finished = Not sent: dialog #{ $number } is finished ({ $ending ->
    [rated] rated by the seller
    [cancelled] cancelled by the seller
    [expired] closed automatically
   *[closed] closed by support
}). The seller can open a new one.
agent-moved-away = Not sent: dialog #{ $number } was moved { $link ->
    [none] to another group.
   *[known] <a href="{ $link }">to another group</a>.
}
agent-kind-unsendable = Not sent: messages of this kind can't be passed on. Text, files, voice, a sticker, a contact or a place will do.
agent-channel-unsendable = Not sent: messages in a channel's name are not passed on. Write as yourself or as the group.
agent-command-unknown = Not sent: what begins with “/” never goes to the seller. { $meant ->
    [none] { "" }
   *[other] Did you mean { $meant }? { "" }
}Commands: { COMMAND("help") }
agent-given = Handed over to { $name }
agent-give-whom = Hand over to whom?
agent-give-how = Nobody to suggest yet. Write { COMMAND("give") } @name, or reply to a colleague's message with { COMMAND("give") }.
agent-moved = Moved to “{ $topic }”
agent-note-stays = This stays a note. To show it to the seller, send it as a new message.
agent-edit-unsent = The edit was not sent: the seller does not have this message. Write a new one.
agent-button-gone = This button no longer works.
agent-help =
    All that you write in a dialog's topic goes to the seller. Without topics: reply to a message of the dialog.
    A note for colleagues: //text or ..text
agent-help-row = { $command } — { $what }
help-agent-queue = who waits for an answer
help-agent-mine = my dialogs
help-agent-on = come on shift
help-agent-off = go off it and hand your dialogs on
help-agent-find = find: a number, a name or words
help-agent-take = take the dialog
help-agent-release = let it go
help-agent-give = hand it over: @name
help-agent-ask = ask for a clarification: the question
help-agent-hold = “we are looking into it”: no stars, the dialog stays in the queue
help-agent-note = a note for colleagues
help-agent-t = a canned answer: a word of it
help-agent-similar = answers that helped before
help-agent-undo = take an answer back before it is sent
help-agent-later = put off: tomorrow 10:00, 2 days
help-agent-move = move to another topic: words
help-agent-merge = make another dialog of the seller part of this one: its number
help-agent-history = the seller's other dialogs
help-agent-close = close
help-agent-ban = ban the seller: the reason
help-agent-unban = unban

usage-place = Write it in the dialog's topic, or in reply to one of its messages.
usage-agent-take = { $command } — take the dialog.
usage-agent-release = { $command } — let the dialog go.
usage-agent-close = { $command } — close the dialog.
usage-agent-ask = { $command } which supply is it? — ask the seller for a clarification.
usage-agent-hold = { $command } looking into it — tells the seller that you are on it. It is no answer: status and queue stay as they are.
usage-agent-note = { $command } text or //text — a note that the seller never sees.
usage-agent-give = { $command } @name — hand the dialog over. Or reply to a colleague's message with { $command }.
usage-agent-similar = { $command } — answers that helped before.
usage-agent-undo = { $command } — take an answer back before it is sent: your last one, or the one you reply to. Works when answers are delayed.
usage-agent-t = { $command } words — a canned answer.
usage-agent-move = { $command } words — move the dialog to another topic.
usage-agent-merge = { $command } # — make another open dialog of the seller part of this one. Without a number it shows which there are.
usage-agent-history = { $command } — the seller's other dialogs.
usage-agent-ban = { $command } reason — ban the seller; they see the reason.
usage-agent-unban = { $command } — unban the seller.
usage-private = This command works in your private chat with the bot.
usage-in-group = This command works in the agents' group.

refusal-sent-already = This message has left for the seller, or is leaving: it can't be taken back or become a note. Correct it by editing, and the seller sees the new text.
refusal-no-such-colleague = There is no such colleague in the group: { $name }.
refusal-seller-is-admin-for-agents = This seller is an admin and can't be banned.
refusal-not-an-agent = Only members of the support group can do this. If you are one, press again in a moment.

stranger-leaves = This is a seller support bot. It works in private chats and in its own support group, so it leaves this one.
stranger-admin = This group's id: <code>{ $id }</code>. Put it into AGENT_GROUP or into the catalogue, and categories will come here.

notice-group-connected = ✅ The bot is connected to the group “{ $title }”: new dialogs will arrive there.
notice-group-lost = ⚠️ The bot is no longer in the group “{ $title }”. Sellers' messages wait: add the bot again and they will leave by themselves.
notice-group-rights = ⚠️ In the group “{ $title }” the bot { $lost ->
    [yes] lost its admin rights
   *[no] has no admin rights
}: it can't keep topics. Grant them, and the bot goes on by itself.
notice-group-back = ✅ The bot can work in the group “{ $title }” again.

notice-incident-began = 📢 Sellers are shown an announcement{ $until ->
    [none] {""}
   *[other] {" "}(until { $until })
}:
    <blockquote>{ $text }</blockquote>
notice-incident-ended = ✅ The announcement to sellers is taken down:
    <blockquote>{ $text }</blockquote>
notice-digest = ☀️ Good morning! { $count ->
    [one] { $count } dialog waits for an answer.
   *[other] { $count } dialogs wait for an answer.
} All of them: /queue
notice-digest-row = { $link ->
    [none] #{ $number }
   *[other] <a href="{ $link }">#{ $number }</a>
} · { $topic } · waiting { $waited }
notice-waits-long = ⏰ Dialog #{ $number } ({ $topic }) has been waiting { $waited } for an answer. { $agent ->
    [none] It is unassigned.
   *[other] Assigned to { $agent }.
}
agent-thread-unknown = Not sent: this topic is in the group, but the bot has its dialog no more (the database was restored from a backup, or the dialog erased). If the question is still open, ask the seller to start a new one.

# Where a group allows no reaction that would say it
reaction-noted = 📝 This is a note: the seller will not see it.
reaction-done = Done.
