# What sellers are told without asking. The headings of answers stand above an agent's own words, as plain text.

notice-answer = New answer in dialog #{ $number }{ $agent ->
    [none] {""}
   *[known] {" · "}{ $agent }
}
notice-asks = We are waiting for your reply in dialog #{ $number }{ $agent ->
    [none] {""}
   *[known] {" · "}{ $agent }
}
notice-holds = 💬 We are working on dialog #{ $number }{ $agent ->
    [none] {""}
   *[known] {" · "}{ $agent }
}
notice-continue = Continue the dialog
notice-reply = ✍️ Reply

notice-created =
    ✅ <b>Dialog #{ $number } is created</b>

    { $category } › { $topic }
    Received: { $receipt }.{ $usual ->
        [unknown] {""}
       *[known] {" "}We usually answer in { $usual }.
    }

    The answer will come here. To add something, just write here.
notice-receipt = { $of ->
    [0] a comment
    [one] a comment and { $files } of { $of } file
   *[other] a comment and { $files } of { $of } files
}
notice-added = Passed on to support, dialog #{ $number } ({ $topic }).
notice-back-in-work = Passed on to support, dialog #{ $number } ({ $topic }). It is open again.

notice-after-hours = 🌙 It is outside our working hours. We will answer { $at }.

notice-closed = Support has finished dialog #{ $number } ({ $topic }).
notice-closed-unanswered = Support has closed dialog #{ $number } ({ $topic }) without an answer. If the question remains, start a new one.
notice-closed-rate = Support has finished dialog #{ $number } ({ $topic }). Please rate its work.
notice-expired = Dialog #{ $number } ({ $topic }) closed automatically: we had no reply from you for a long time. If the question remains, start a new dialog.
notice-expired-rate = Dialog #{ $number } ({ $topic }) closed automatically: a long time has passed since the answer. You can still rate it for a week.
notice-reminder = Dialog #{ $number } ({ $topic }): we are waiting for your reply. Without it the dialog closes automatically in { $left }.
notice-reminder-rate = Dialog #{ $number } ({ $topic }): did the answer help? Rate it or continue, otherwise the dialog closes automatically in { $left }.

notice-banned = { $reason ->
    [none] You are blocked: you can't write to support.
   *[other] You are blocked: you can't write to support. Reason: { $reason }
}
notice-unbanned = You are unblocked. Press “New dialog” to ask a question.

notice-set-aside = ⏳ Your message could not be handled yet. It is not lost: we will try again by ourselves, and the admins know.

notice-not-relayed = ⚠️ A message in dialog #{ $number } did not reach support: { $reason ->
    [file-wrong] Telegram no longer has this file. Please send it again.
    [too-long] the text is too long. Please split it.
   *[other] it could not be shown. Support knows; please try to write it another way.
}
notice-correction-lost = ⚠️ A correction in dialog #{ $number } did not reach support. Please write what has changed as a new message.

# To “thank you” after an answer
notice-thanked = You are welcome! Please rate the answer in dialog #{ $number } ({ $topic }).

# To 👎 on an answer
notice-what-lacks = We are sorry that the answer in dialog #{ $number } ({ $topic }) did not help. What is missing? Write it here, and support will get back to it.
notice-what-lacked = We are sorry that the answer in dialog #{ $number } ({ $topic }) did not help. That dialog is finished: tell us what was missing in a new one.
