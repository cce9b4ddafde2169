# “My dialogs”: the list and its filters.

dialogs-title = <b>My dialogs</b>: { $count }
dialogs-filters = Filter: { $filters }
dialogs-legend = { $created } Open · { $answered } Answered · { $clarifying } Waiting for your reply · { $finished } Finished
dialogs-how = Tap a dialog, or send its number.
dialogs-empty = You have no dialogs yet. Press “New dialog” to ask a question.
dialogs-none-match = No dialogs match. Change or reset the filters.

dialogs-row = { $sign } #{ $number } { $topic }{ $files ->
    [yes] {" "}📎
   *[no] {""}
} · { $day }

dialogs-by-date = Date
dialogs-by-status = Status
dialogs-by-topic = Topic
dialogs-reset = Reset filters

dialogs-choose-date = From when?
dialogs-choose-status = With which status?
dialogs-choose-topic = On which topic?
dialogs-today = Today
dialogs-7d = 7 days
dialogs-30d = 30 days
dialogs-period = Other period
dialogs-any-date = All time
dialogs-any-status = Any status
dialogs-any-topic = Any topic

dialogs-period-ask = Write a period such as 01.11.2026–15.11.2026. Or one day: 01.11.2026.
dialogs-period-shown = { $first }–{ $last }
