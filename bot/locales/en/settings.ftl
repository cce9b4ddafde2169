# /settings: what an owner may change while the desk runs

settings-home = <b>Settings.</b> They change at once and outlive a restart.
settings-line = { $title }: <b>{ $value }</b>
settings-page =
    <b>{ $title }: { $value }</b>

    { $meaning }

    ✏️ To change it, send another value. { $form }

    As set at the start: { $default }.
settings-switch = { $on ->
    [true] Turn off
   *[false] Turn on
}
settings-reset = ↩️ As set at the start
settings-on = yes
settings-no = no
settings-seconds = { $count ->
    [one] { $count } second
   *[other] { $count } seconds
}
settings-off = { $name ->
    [hours] around the clock
    [group_hours] as for everybody
    [keep_closed] for ever
   *[other] off
}
settings-form = { $kind ->
    [duration] Such as 90s, 15 min, 36 hours, 3 days. { $least ->
        [none] Up to { $most }
       *[other] From { $least } to { $most }
    }{ $off ->
        [true] , or 0 to turn it off
       *[false] {""}
    }.
    [megabytes] A whole number of megabytes, from { $least } to { $most }.
    [clock] A time, such as 9:00, or 0 to turn it off.
    [hours] Such as mon-fri 9:00-18:00; sat 10:00-16:00. Or 0: around the clock.
    [group-hours] A line for each group: -1001234567890 mon-fri 9:00-18:00. Or 0: all as everybody.
   *[switch] This is a switch: use the button below.
}
settings-wrong = { $reason ->
    [reminder] That won't do: the reminder must come before the dialog closes by itself.
    [total] That won't do: one file can't be larger than all together.
   *[other] That won't do. { $form }
}
settings-only-owners = Settings and admins are changed by owners only: those whose ids were given when the bot was started.

setting-title = { $name ->
    [cooldown] Next dialog on a topic
    [auto_close] Close by itself
    [remind_before] Remind before
    [max_file] Size of a file
    [max_total] Size of all files
    [answer_delay] Delay of answers
    [replies_only] Replies only
    [show_agent] Names of agents
    [hours] Working hours
    [group_hours] Hours of groups
    [nudge_after] Remind agents
    [escalate_after] Tell admins
    [digest_at] Morning digest
   *[keep_closed] Keep closed ones
}
setting-meaning = { $name ->
    [cooldown] How soon a seller may open another dialog on the same topic.
    [auto_close] How long a seller may be silent after an answer of support until the dialog closes by itself.
    [remind_before] How long before that they are reminded.
    [max_file] The largest file that may be attached.
    [max_total] How large all files that are sent in one go may be together.
    [answer_delay] How long an agent's answer waits before it leaves: until then it can be taken back.
    [replies_only] When on, only what an agent writes in reply to the seller's messages goes to the seller; the rest of the topic stays between agents.
    [show_agent] When on, a seller sees in an answer who wrote it. Else they learn nothing about the agent.
    [hours] When people are at the desk. At other times messages are accepted, and the seller is told when to expect an answer.
    [group_hours] Working hours of single groups, where they are not those of everybody.
    [nudge_after] How much working time a dialog may wait until the bot reminds the agents of it.
    [escalate_after] How much working time a dialog may wait until the bot writes to the admins.
    [digest_at] When agents get the list of dialogs without an answer.
   *[keep_closed] How long after its end a dialog is removed for good, with all its messages.
}
