# Shifts, and dialogs that find their agents

shift-began = You are on shift: new dialogs come to you, too.{ $divided ->
    [0] {""}
    [one] {" "}{ $divided } more dialog waited and was nobody's: it is given out now.
   *[other] {" "}{ $divided } more dialogs waited and were nobody's: they are given out now.
} When you go: { COMMAND("off") }
shift-ended = Your shift is over, no new dialogs come.{ $given ->
    [0] {""}
    [one] {" "}{ $given } dialog of yours went to colleagues.
   *[other] {" "}{ $given } dialogs of yours went to colleagues.
}{ $freed ->
    [0] {""}
    [one] {" "}{ $freed } dialog of yours is nobody's now: nobody else is on shift.
   *[other] {" "}{ $freed } dialogs of yours are nobody's now: nobody else is on shift.
} When you are back: { COMMAND("on") }
shift-left = { $name } is in the group no more.{ $given ->
    [0] {""}
    [one] {" "}{ $given } dialog went to colleagues.
   *[other] {" "}{ $given } dialogs went to colleagues.
}{ $freed ->
    [0] {""}
    [one] {" "}{ $freed } dialog is nobody's now: /queue
   *[other] {" "}{ $freed } dialogs are nobody's now: /queue
}
shift-not-needed = In this group dialogs are taken: { COMMAND("take") }. An owner can have them given out: /settings.
shift-anonymous = Nobody is on shift in the group's name. Write under your own.

assignment-of = { $group }: { $how ->
    [in-turn] in turn
    [least-open] to whoever has fewest
   *[off] taken by hand
}
assignment-home = The main group
settings-assignment-on = { $count ->
    [one] in { $count } group
   *[other] in { $count } groups
}
