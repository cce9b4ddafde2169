# Stars, and the words that may follow.

rating-ask = How was the answer in dialog #{ $number }? 1: it did not help, 5: solved. Rating finishes the dialog.
rating-star = { $stars } ⭐
rating-thanks =
    Thank you for your rating: { $stars }
    Dialog #{ $number } is finished.

    If you like, write a few words about our support.
rating-skip = Skip
rating-skipped =
    Thank you for your rating: { $stars }
    Dialog #{ $number } is finished.
rating-comment-kept = Thank you! Your words went to the support team. If it is a new question, press the button below: no need to type it again.
rating-was-question = ✏️ This is a new question

# After one star or two
rating-sorry =
    We are sorry the answer did not help. Your rating: { $stars }
    Dialog #{ $number } is finished.

    If the question remains, press “Not solved”: we will start a new dialog on this topic, with no need to wait. Or write what was wrong.
rating-unsolved = Not solved
