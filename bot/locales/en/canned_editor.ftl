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
    ✏️ Send the answer as one message. The title in the first line, with a section if you like: <code>Returns / No label</code>. The text from the second line on.

    In the text <code>{ $name }</code>, <code>{ $number }</code> and <code>{ $topic }</code> are filled in.
templates-wrong = Not saved: the title in the first line (up to { $title } characters), the answer from the second on (up to { $text } characters).
templates-unknown = There is no such variable: { $strange }. There are { $name }, { $number } and { $topic }. Correct it and send it again.
templates-kept = ✅ Saved.
templates-removed = The answer “{ $title }” is removed.
templates-gone = This answer is gone already.
# What stands in braces in a canned answer (core/canned.py)
templates-variable-name = name
templates-variable-number = number
templates-variable-topic = topic
