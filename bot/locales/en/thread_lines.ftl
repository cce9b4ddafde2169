# Said at the dialog's place in the agents' group
line-heading = #{ $number } · { $seller }
line-cancelled = The seller cancelled. The dialog is finished.
line-rated = The seller rated the answer: { $stars }. The dialog is finished.
line-rating-comment = Comment on the rating { $stars }:
    <blockquote>{ $comment }</blockquote>
line-expired = No reply from the seller for a long time; the dialog closed automatically.
line-undeliverable = ⚠️ Not delivered: { $reason ->
    [blocked] the seller blocked the bot.
    [deactivated] the seller's account is deleted.
    [outside] the seller can’t be reached.
    [never-started] the seller closed the chat with the bot.
    [voice-forbidden] the seller does not accept voice and video messages. Write it as text.
    [file-wrong] Telegram no longer has this file. Send it again.
    [too-long] the text is too long. Split it into two messages.
    [gone] the message is gone.
    [bug] the reason is in the bot; admins know already.
   *[other] Telegram answered: { $detail }
}
line-waiting = ⏳ The seller has been waiting { $waited } for an answer. { $agent_id ->
    [none] The dialog is unassigned.
    [anonymous] Assigned to { $agent }.
   *[known] Assigned to <a href="tg://user?id={ $agent_id }">{ $agent }</a>.
}
line-given = The dialog is now assigned to <a href="tg://user?id={ $agent_id }">{ $agent }</a>.
line-released = { $by } lets the dialog go, it is nobody's again. Until now it was assigned to { $agent_id ->
    [none] { $agent }.
    [anonymous] { $agent }.
   *[known] <a href="tg://user?id={ $agent_id }">{ $agent }</a>.
}
line-moved = The dialog was moved: { $category } › { $topic }. { $link ->
    [none] It is in another group now.
   *[other] It is <a href="{ $link }">in another group</a> now.
}
line-unreachable = ⚠️ The seller blocked the bot. Answers will arrive when they are back.
line-reachable-again = The seller is back: messages arrive, and those that did not were sent again.
line-unmarked = Reactions are restricted in this group, so answers that arrived get no mark. If one does not arrive, the bot says so here.
line-not-relayed = ⚠️ A message of the seller could not be shown: { $reason ->
    [file-wrong] Telegram no longer has this file. Ask for it once more.
    [too-long] the text is too long. Ask for it in parts.
    [gone] the message is gone.
    [bug] the reason is in the bot; admins know already.
   *[other] Telegram answered: { $detail }
}
line-correction-lost = ⚠️ { $side ->
    [seller] The seller corrected a message, but the correction could not be shown.
   *[agent] The correction did not reach the seller.
} { $reason ->
    [post-gone] { $side ->
        [seller] The earlier message can no longer be changed; the seller was told.
       *[agent] The earlier message can no longer be changed: please write what has changed as a new message.
    }
    [blocked] The seller blocked the bot.
    [file-wrong] Telegram no longer has this file.
    [too-long] The text is too long.
    [bug] The reason is in the bot; admins know already.
   *[other] Telegram answered: { $detail }
}
line-written-elsewhere = 🔌 { $name } { $kind ->
    [note] left a note over the API:
    [ask] asked the seller over the API:
   *[answer] answered the seller over the API:
}
    <blockquote>{ $text }</blockquote>
line-done-elsewhere = 🔌 { $name } { $act ->
    [took] took the dialog over the API.
    [released] released the dialog over the API.
    [gave] handed the dialog over through the API.
    [moved] moved the dialog over the API.
   *[closed] closed the dialog over the API.
}

line-follows = ↩️ Continues dialog #{ $before }, whose answer did not help.
