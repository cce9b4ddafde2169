# Canned answers in the agents' group
canned-which = Which answer to send?
canned-found = Canned answers for “{ $words }”:
canned-not-found = No canned answer has the words “{ $words }”.
canned-all = All canned answers
canned-none = There are no canned answers yet. An admin adds them in their private chat with the bot: /templates
canned-preview = <b>{ $title }</b>

    { $text }
canned-preview-long = <b>{ $title }</b>

    <code>{ $text }</code>

    Tap the text to copy it.
canned-section = 📁 { $title ->
    [none] Without a section
   *[other] { $title }
} · { $count }
canned-does = ⚙️ With the answer:
canned-does-ask = we wait for a clarification
canned-does-move = the dialog goes to “{ $topic }”
canned-does-later = the dialog is put off: { $until }
canned-does-close = the dialog is finished
canned-copy = 📋 Copy and edit
canned-send = Send to the seller
canned-sent-already = Sent already.
canned-sent = 💬 { $agent }: { $text }
refusal-canned-answer-gone = This canned answer is gone already.
refusal-canned-answer-gone-for-agents = This canned answer was removed. Choose another: { COMMAND("t") }
