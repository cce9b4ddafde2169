# Canned answers in the agents' group
canned-which = Which answer to send?
canned-found = Canned answers for “{ $words }”:
canned-not-found = No canned answer has the words “{ $words }”.
canned-all = All canned answers
canned-none = There are no canned answers yet. An admin adds them in their private chat with the bot: /templates
canned-preview = <b>{ $title }</b>

    { $text }
canned-send = Send to the seller
canned-sent = 💬 { $agent }: { $text }
refusal-canned-answer-gone = This canned answer was removed. Choose another: /t
