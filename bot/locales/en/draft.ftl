# The card of a dialog that is being written.

draft-title = 📝 <b>New dialog</b>
draft-category = <b>Category *</b>: { $category }
draft-topic = <b>Topic *</b>: { $topic }
draft-not-chosen = not chosen
draft-comment = <b>Comment *</b>: { $length ->
    [one] { $length } character
   *[other] { $length } characters
}
draft-comment-text = <blockquote>{ $comment }</blockquote>
draft-no-comment = <b>Comment *</b>: still empty
draft-files = <b>Attachments</b>: { $count ->
    [one] { $count } file
   *[other] { $count } files
}, { $used } of { $limit } MB
draft-no-files = <b>Attachments</b>: none yet
draft-file = • { $file }
draft-more-files = • and { $count } more

draft-ask-comment = ✍️ Describe the question: the more precise, the sooner we can help. Send text and files in any order, in several messages.
draft-ask-topic = Choose a topic to send this.
draft-ready = One step left: press “Create dialog”. You may still add more.

draft-create = ✅ Create dialog
draft-undo = Remove last
draft-drop-files = Remove files
draft-rewrite = Rewrite comment
draft-change-topic = Change topic
draft-back = ‹ To the draft
draft-cancel = Cancel

draft-which-file = Which file to remove?
draft-drop-all = Remove all
draft-rewrite-ask = Write the new comment: it will replace this one.
draft-sent = ✅ The dialog is sent. Its number will come in a moment.
draft-left = { $kept ->
    [yes] The draft is deleted, but can be brought back for a day.
   *[no] The draft is deleted.
} When you need us, press “New dialog”.
draft-moved = This draft continues below.
draft-moved-up = This draft continues above.

draft-bring-back = ↩️ Bring it back
draft-keep-comment = Keep the old comment
draft-drop-search = Remove the search words
draft-searched = The words you searched with became the comment. Add to them, or remove them with one button.
draft-rewriting = ✍️ Write the new comment: it will replace this one.

# Words that came when the comment was there already
draft-joined = Your last message was added to the comment. If it asks something else, press “A different question”: it will have a dialog of its own.
draft-other-question = ✏️ A different question
draft-aside = 📝 The draft “{ $title }” will wait until this question is done.

draft-follows = ↩️ Continues dialog #{ $number }
