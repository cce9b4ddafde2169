# What people are told when something can't be done, and what to do instead.
# A refusal with «-for-agents» is worded for the agents' group.

refusal-banned = { $reason ->
    [none] You are blocked: you can't write to support.
   *[other] You are blocked: you can't write to support. Reason: { $reason }
}
refusal-dialog-unknown = There is no dialog #{ $number }. Please check the number.
refusal-move-refused = That can't be done with dialog #{ $number } now.
refusal-dialog-finished = Dialog #{ $number } is finished ({ $ending }) and can't be continued. If the question remains, start a new one.
refusal-dialog-finished-for-agents = Dialog #{ $number } is finished ({ $ending }): nothing can reach the seller any more.
refusal-nothing-to-rate = { $status ->
    [clarifying] An answer can be rated, but in dialog #{ $number } support is still waiting for your reply.
   *[created] An answer can be rated, but in dialog #{ $number } it is still on its way. It will come with stars below it.
}
refusal-rated-already = You have already rated dialog #{ $number }: { $stars }. It can be rated once.
refusal-rating-too-late = Dialog #{ $number } was finished more than a week ago and can't be rated any more.
refusal-cooldown-active = { $open ->
    [yes] You have recently started dialog #{ $number } on this topic. If the question is the same, add to it. A new one can be started in { $left }.
    [erased] You have recently started a dialog on this topic. A new one can be started in { $left }.
   *[no] You have recently started dialog #{ $number } on this topic. A new one can be started in { $left }.
}
refusal-topic-unknown = This topic is gone. Please choose another one.

refusal-content-refused = Such a message can't be passed on.
refusal-kind-unsupported = { $kind ->
    [sticker] A sticker
    [poll] A poll
    [dice] A dice roll
    [game] A game
    [contact] A contact
    [location] A location
    [venue] A place on the map
    [story] A story
    [checklist] A checklist
   *[other] Such a message
} can't be passed on to support. Write in words, or send a photo, a document, a video, audio or a voice message.
refusal-comment-empty = This message has no text. Please write some text.
refusal-words-wanted = Only text works here. Write it, or press “Skip”.
refusal-file-too-large = Not accepted: { $what } ({ $size }). One file may be at most { $limit }.
refusal-total-too-large = Not accepted: { $what } ({ $size }). All attachments together may be at most { $limit }; { $room } left.
refusal-too-many-parts = One request holds { $most } messages and files. Send the rest when the dialog is created.
refusal-text-too-long = The text is too long. Please split it into two messages.
refusal-text-too-long-for-agents = With the name and the topic in it, this answer does not fit into one message. Send it in your own words.

refusal-dialogs-open = Your data can be deleted when all dialogs are finished; still open: { $count }. Cancel them or wait for the answer.
refusal-draft-incomplete = Fill in the fields marked *: a topic and a comment are needed.
refusal-draft-gone = This draft no longer exists: it was sent or cancelled. Press “New dialog” to start another one.
refusal-message-unknown = This message belongs to no dialog, so the edit can't be passed on.
refusal-message-unknown-for-agents = This message belongs to no dialog.
refusal-taken-already = Another agent has this dialog already: { $name }.

refusal-period-wrong = This period can't be read.
refusal-period-unreadable = No dates could be read here. Write a period such as 01.11.2026–15.11.2026, or one day: 01.11.2026.
refusal-date-unknown = There is no { $date } in the calendar. Please check the date.
refusal-period-backwards = The period ends before it begins. Write the first day, then the last one.
