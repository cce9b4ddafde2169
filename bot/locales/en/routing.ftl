# Free text: where it goes, and the word that it got there.

writing-go-on = ✍️ Write: your next messages and files go to dialog #{ $number } ({ $topic }).
writing-which = { $count ->
    [one] Where should this message go?
   *[other] Where should these { $count } messages go?
}
writing-finished =
    Dialog #{ $number } is finished ({ $ending }), nothing can be added to it.

    Your message is kept: start a new dialog, and it becomes the comment.
writing-words-went = The caption went to support; the file itself did not.
writing-to = #{ $number } · { $topic }
writing-to-draft = 📝 To the draft
writing-again = ✏️ New dialog: { $topic }
writing-again-short = ✏️ { $topic }
writing-new = ✏️ New dialog
writing-other-topic = Another topic
writing-forget = Don't send
writing-forgotten = Nothing was sent.
writing-chosen = ➡️ #{ $number } · { $topic }
writing-added-to-draft = Added to your draft{ $title ->
    [none] {" "}(no topic yet)
   *[other] : <b>{ $title }</b>
}. Support does not see it yet.
