# The dialog's card and its topic in the agents' group
topic-name = { $sign } #{ $number } · { $topic } · { $seller }

card-title = { $sign } <b>Dialog #{ $number }</b>
card-topic = { $category } › <b>{ $topic }</b>
card-seller = 👤 { $name } · <code>{ $id }</code>
card-username = @{ $username }
card-language = Language: { $language ->
    [ru] Russian
    [en] English
   *[other] { $language }
}
card-past = { $count ->
    [0] First dialog
    [one] { $count } dialog before
   *[other] { $count } dialogs before
}
card-ratings = Last ratings: { $ratings }
card-created = Opened { $at }
card-status = Status: <b>{ $status ->
    [created] Open, awaiting an answer
    [answered] Answered
    [clarifying] Waiting for the seller
   *[finished] Finished
}</b>{ $ending ->
    [rated] { "" } · rated by the seller
    [cancelled] { "" } · cancelled by the seller
    [closed] { "" } · closed by support
    [expired] { "" } · closed automatically
    [merged] { "" } · merged into #{ $into }
   *[none] { "" }
}
card-agent = Assigned to { $id ->
    [none] <b>{ $name }</b>
   *[person] <a href="tg://user?id={ $id }">{ $name }</a>
}
card-no-agent = Unassigned
card-rating = Rating: { $stars }
card-unreachable = ⚠️ The seller blocked the bot: messages do not arrive
card-banned = ⛔ The seller is banned: { $reason }

card-take = Take
card-release = Release
card-ask = Ask for clarification
card-give = Hand over
card-t = Canned answer
card-similar = Similar answers
card-move = Change topic
card-merge = Merge with another
card-history = Seller's history
card-close = Close
card-ban = Ban
card-unban = Unban
card-close-anyway = Close without an answer
