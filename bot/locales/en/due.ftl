# Until when an answer was promised, and what was put off
day-and-time = { $date }, { $time }

card-due = ⏳ Answer by <b>{ $until }</b>
card-snoozed = 💤 Put off until <b>{ $until }</b>{ $told ->
    [yes] {" "}(the seller knows)
   *[no] {""}
}

list-due = ⏳ answer by { $until }
list-late = 🔴 was due { $until }
list-snoozed = 💤 put off until { $until }
queue-snoozed = { $count ->
    [one] 💤 { $count } dialog is put off: back in due time.
   *[other] 💤 { $count } dialogs are put off: back in due time.
}

line-due = { $late ->
    [yes] ⏰ The answer was due { $until }.
   *[no] ⏳ Soon due: the answer is promised by { $until }.
} { $agent_id ->
    [none] The dialog is unassigned.
    [anonymous] Assigned to { $agent }.
   *[known] Assigned to <a href="tg://user?id={ $agent_id }">{ $agent }</a>.
}
line-back = 🔔 The dialog is back: it was put off until now.{ $waits ->
    [yes] {" "}The seller waits for an answer.
   *[no] {""}
} { $agent_id ->
    [none] {""}
    [anonymous] Assigned to { $agent }.
   *[known] Assigned to <a href="tg://user?id={ $agent_id }">{ $agent }</a>.
}

card-later = Later
later-until = Put it off until when? Your own time: { COMMAND("later") } tomorrow 10:00
later-hour = 1 hour
later-hours = 3 hours
later-tomorrow = Tomorrow morning
later-monday = On Monday
later-week = A week
later-done = 💤 Dialog #{ $number } is put off until { $until }. It comes back by itself; if the seller writes, sooner.
later-told-done = 💤 Dialog #{ $number } is put off until { $until }. The seller knows that we will be back.
later-tell = Tell the seller
later-told = The seller has been told
later-now = Bring it back now
later-back = Dialog #{ $number } { $waits ->
    [yes] is in the queue again.
   *[no] is no longer put off.
}

usage-agent-later = { $command } 2 days, { $command } tomorrow 10:00, { $command } friday — put the dialog off. { $command } off brings it back sooner.

refusal-not-put-off = Dialog #{ $number } is not put off: it is back already.
refusal-moment-wrong = { refusal-moment-unreadable }
refusal-moment-unreadable = Until when? Write, for example: { COMMAND("later") } 2 days, { COMMAND("later") } tomorrow 10:00, { COMMAND("later") } friday.
refusal-moment-past = That time has passed. Write when the dialog should be back, for example: { COMMAND("later") } tomorrow 10:00.
refusal-moment-too-far = A dialog can be put off for { $days } days at most.

notice-later = On dialog #{ $number } ({ $topic }) we will be back { $until }.

stats-due = <b>In time:</b> { $share } ({ $kept } of { $promised }){ $late ->
    [none] {""}
   *[some] . The others were { $late } late (median)
}
    <i>answers on topics with a time; how late is counted in working time</i>
picture-due = Answers in time
picture-due-late = the others +{ $late }

figure-due = In time, %
figure-due-is = Answers on topics with a time that were given within it
figure-late = Late by
figure-late-is = By how much the others were late, in working time
export-due = Answer by
export-late = Late by, min

catalogue-field-answer_in = We answer within { $value } of working time
catalogue-field-answer_in-off = No time to answer in
catalogue-change-answer_in = Time to answer in
catalogue-ask-answer_in = ⌨️ Within how much working time do you promise an answer? For example: 4 hours, 30 minutes. Only working hours count: “1 day” is 24 of them. { $kind ->
    [topic] A topic's time goes before that of its category. “no”: the topic has none; “-”: that of the category.
   *[category] It is for the topics without a time of their own. “-” takes it away.
}
catalogue-no-duration = A time from 5 minutes to 30 days is needed, for example: 4 hours. Or “-” to take it away.
catalogue-error-no-duration = field { $field } holds “{ $value }”, and a time from 5m to 30d is needed, such as 4h or “2 hours”, or off.
