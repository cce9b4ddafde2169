# /settings: what an owner may change while the desk runs

settings-home = <b>Settings.</b> Changes apply at once and survive a restart.
settings-line = { $title }: <b>{ $value }</b>
settings-page =
    <b>{ $title }: { $value }</b>

    { $meaning }

    { $kind ->
        [switch] { $form }
        [assignment] { $form }
       *[other] ⌨️ To change it, send another value. { $form }
    }

    Default: { $default }.
settings-switch = { $on ->
    [true] Turn off
   *[false] Turn on
}
settings-reset = ↩️ Default
settings-on = yes
settings-no = no
settings-off = { $name ->
    [hours] around the clock
    [group_hours] as for everybody
    [keep_closed] forever
   *[other] off
}
settings-form = { $kind ->
    [duration] Such as 90s, 15 min, 36 hours, 3 days. { $least ->
        [none] At most { $most }
       *[other] From { $least } to { $most }
    }. { $off ->
        [no] {""}
        [cooldown] 0: no limit.
        [nudge_after] 0: never remind.
        [remind_before] 0: never remind.
        [escalate_after] 0: never tell.
        [keep_closed] 0: keep forever.
       *[other] 0: off.
    }
    [megabytes] Such as 20 MB. A whole number of megabytes, from { $least } to { $most }.
    [clock] A time, such as 9:00 or 9. 0: off.
    [hours] Such as mon-fri 9:00-18:00; sat 10:00-16:00. 0: around the clock.
    [group-hours] A line for each group: -1001234567890 mon-fri 9:00-18:00. 0: all as everybody.
    [assignment] Tap a group to switch.
   *[switch] Use the button below to switch it.
}
settings-wrong = Not saved: { $reason ->
    [reminder] the reminder must come before the dialog closes automatically.
    [total] one file can't be larger than all together.
    [no-unit] “{ $typed }” lacks its unit: minutes, hours or days? { $form }
    [too-little] “{ $typed }” is less than is possible. { $form }
    [too-much] “{ $typed }” is more than is possible. { $form }
    [duration] “{ $typed }” is not a length of time. { $form }
    [megabytes] “{ $typed }” is not a size. { $form }
    [clock] “{ $typed }” is not a time of day. { $form }
    [hours] “{ $typed }” can't be read as working hours. { $form }
    [group-hours] “{ $typed }” can't be read as hours of groups. { $form }
   *[switch] this one is switched. { $form }
}
settings-saved = ✅ Saved.
settings-shorter =
    { $count ->
        [one] <b>{ $count }</b> dialog that ended
       *[other] <b>{ $count }</b> dialogs that ended
    } more than { $kept } ago will be deleted now: with all its messages, and for good. Save “{ $title }: { $kept }”?
settings-shorter-sure = { $count ->
    [one] 🗑 Save, and delete { $count } dialog
   *[other] 🗑 Save, and delete { $count } dialogs
}
settings-only-owners = Settings and admins are changed by owners only: those whose ids were given when the bot was started.

setting-title = { $name ->
    [cooldown] Pause per topic
    [auto_close] Auto-close
    [remind_before] Reminder
    [max_file] File limit
    [max_total] Attachments limit
    [answer_delay] Delay of answers
    [replies_only] Pass on replies only
    [show_agent] Show agent's name
    [hours] Working hours
    [group_hours] Group hours
    [assignment] Assignment
    [nudge_after] Remind agents after
    [escalate_after] Tell admins after
    [digest_at] Morning digest
   *[keep_closed] Keep finished dialogs
}
setting-meaning = { $name ->
    [cooldown] How soon a seller may open another dialog on the same topic.
    [auto_close] How long a seller may be silent after an answer of support until the dialog closes automatically.
    [remind_before] How long before that they are reminded.
    [max_file] The largest file that may be attached.
    [max_total] How large all files that are sent in one go may be together.
    [answer_delay] How long an agent's answer waits before it leaves: until then it can be taken back.
    [replies_only] When on, only what an agent writes in reply to the seller's messages goes to the seller; the rest of the topic stays between agents.
    [show_agent] When on, a seller sees in an answer who wrote it. When off, the agent's name is not shown.
    [hours] When people are at the desk. At other times messages are accepted, and the seller is told when to expect an answer.
    [group_hours] Working hours of single groups, where they are not those of everybody.
    [assignment] Who has a new dialog: agents take it themselves, or it goes to them in turn, or to whoever has fewest open. They get it who are on shift: wrote /on, or wrote in a dialog today. Whoever goes (/off), or leaves the group, hands their dialogs on to the others.
    [nudge_after] How much working time a dialog may wait until the bot reminds the agents of it.
    [escalate_after] How much working time a dialog may wait until the bot writes to the admins.
    [digest_at] When agents get the list of dialogs without an answer.
   *[keep_closed] How long after its end a dialog is removed for good, with all its messages.
}
