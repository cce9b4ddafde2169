# «About something else»: words that went to the wrong dialog
withdraw-about-other = ↪️ About something else
withdraw-where = { $count ->
    [one] Where should the message go?
   *[other] Where should the { $count } messages go?
}
withdraw-leave = Leave in #{ $number }
line-words-withdrawn = ↪️ The seller has moved { $count ->
    [one] { $count } message
   *[other] { $count } messages
} elsewhere: about something else.
refusal-words-gone = These words are not in dialog #{ $number } any more: you have moved them.
refusal-answered-meanwhile = Support has already answered this in dialog #{ $number }, so the words stay there. Please write them in a new dialog.
