# One dialog: what it is, what was written, what can be done with it.

dialog-title = <b>Dialog #{ $number }</b>
dialog-category = Category: { $category }
dialog-topic = Topic: { $topic }
dialog-status = Status: { $sign } <b>{ $status }</b>
dialog-created = Created: { $at }
dialog-ended = Finished: { $at }
dialog-files = Attachments: 📎 { $count }
dialog-rating = Your rating: { $stars }

dialog-history = <b>History</b>
dialog-history-page = <b>History</b>, page { $page } of { $pages }
dialog-you = <b>You</b>, { $at }
dialog-support = <b>Support</b>{ $agent ->
        [none] {""}
       *[other] {" · "}{ $agent }
    }, { $at }
dialog-support-asks = <b>Support asks</b>{ $agent ->
        [none] {""}
       *[other] {" · "}{ $agent }
    }, { $at }
dialog-edited = {", "}<i>edited</i>
dialog-item-text = { $text }
dialog-item-file = 📎 { $file }

dialog-add = ✍️ Add more
dialog-rate = ⭐ Rate
dialog-attachments = 📎 Attachments
dialog-cancel = Cancel the dialog
dialog-again = ✏️ New dialog on this topic
dialog-again-short = ✏️ New dialog
dialog-to-list = ‹ My dialogs
dialog-open = Open the dialog

dialog-cancel-sure = Cancel dialog #{ $number }? Support will no longer answer in it, and it can't be reopened: you can only start a new one.
dialog-cancel-yes = Yes, cancel
dialog-cancel-no = Keep it
dialog-cancelled = The dialog is cancelled
dialog-no-files = Dialog #{ $number } has no attachments.
dialog-files-here = Attachments of dialog #{ $number }:
