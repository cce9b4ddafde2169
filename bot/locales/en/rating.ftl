# Stars, and the words that may follow.

rating-ask = How was the answer in dialog #{ $number }? One star: no help; five: all solved. Rating finishes the dialog.
rating-star = { $stars } ⭐
rating-thanks =
    Thank you for your rating: { $stars }
    Dialog #{ $number } is finished.

    If you like, write a few words about our support.
rating-skip = Skip
rating-skipped =
    Thank you for your rating: { $stars }
    Dialog #{ $number } is finished.
rating-comment-kept = Thank you! Your words went to the support team. If it was a new question, ask it with “New dialog”.
