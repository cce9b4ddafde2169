# /templates: canned answers that agents send with /t

templates-home = <b>Canned answers</b>{ $count ->
    [0] {""}. None yet: add the first, and agents will send it with /t.
   *[other] : { $count }. Agents send them with /t or the button on the card.
}
templates-add = ➕ Add
templates-change = ✏️ Change
templates-remove = 🗑 Remove
templates-page = { $section ->
    [none] {""}
   *[other] { $section } ›{" "}
}<b>{ $title }</b>

    { $text }
templates-ask =
    ⌨️ Send the answer as one message. The title in the first line, with a section if you like: <code>Returns / No label</code>. The text from the second line on.

    In the text <code>{ $name }</code>, <code>{ $number }</code> and <code>{ $topic }</code> are filled in.
templates-wrong = Not saved: the title in the first line (up to { $title } characters), the answer from the second on (up to { $text } characters).
templates-unknown = There is no such variable: { $strange }. There are { $name }, { $number } and { $topic }. Correct it and send it again.
templates-kept = ✅ Saved.
templates-removed = The answer “{ $title }” is removed.
templates-language = 🌐 { $language }{ $given ->
    [yes] {" "}✓
   *[no] {""}
}
templates-language-ask =
    <b>{ $title }</b>

    { $text }

    ⌨️ Send this answer in { $language }: sellers who write in it will get it. The variables are the same: <code>{ $name }</code>, <code>{ $number }</code>, <code>{ $topic }</code>.
templates-language-remove = 🗑 Remove the translation
templates-language-wrong = Not saved: an answer has up to { $text } characters.
templates-macro = ⚙️ With the answer…
templates-macro-which = What is to be done with the dialog when an agent sends this answer?
templates-macro-ask = { $on ->
    [yes] ☑️
   *[no] ▫️
} It asks: we wait for a clarification
templates-macro-close = { $on ->
    [yes] ☑️
   *[no] ▫️
} Finish the dialog
templates-macro-move = ↪️ Move to a topic…
templates-macro-later = 💤 Put it off…
templates-macro-now = Do not put it off
templates-macro-until = Until when is the dialog put off with the answer “{ $title }”?
templates-macro-stay = Do not move
templates-macro-where = Which topic does the dialog go to with the answer “{ $title }”?
# What stands in braces in a canned answer (core/canned.py)
templates-variable-name = name
templates-variable-number = number
templates-variable-topic = topic
