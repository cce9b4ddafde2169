# Fields of a topic: on the draft's card, to agents, in the catalogue

draft-field = <b>{ $title }{ $required ->
    [yes] {" "}*
   *[no] {""}
}</b>: { $value }
draft-ask-field = ✍️ { $title }: { $kind ->
    [number] write it in digits.
    [date] write the date, for example 24.11.2026.
    [amount] write the amount, for example 1234.56.
   *[text] write it here.
}
draft-field-change = ✏️ { $title }
draft-field-skip = Skip: { $title }
dialog-field = { $title }: { $value }
card-field = { $title }: <code>{ $value }</code>
export-fields = Other fields
refusal-field-wrong = { $reason ->
    [number] “{ $field }”: digits only, up to 20. Please check and send it again.
    [date] “{ $field }”: a date is needed, for example 24.11.2026.
    [future] “{ $field }”: this day is still to come. Please check the date.
    [amount] “{ $field }”: an amount is needed, for example 1234.56.
    [long] “{ $field }”: too long: at most 200 characters fit here. Send the details after it: they become the comment.
   *[pattern] “{ $field }”: this has another format. Please check and send it again.
}
catalogue-field-fields = Field: <code>{ $value }</code>
catalogue-change-fields = Fields
catalogue-ask-fields = ⌨️ Send the fields that sellers fill in, one a line:
    <code>key | title in Russian | title in English | kind | * | pattern</code>
    Kind: text, number, date or amount. An asterisk: the field is required; the pattern is a regular expression; both may be left out. For example: <code>supply | Номер поставки | Supply number | number | *</code>. “-” takes all fields away.
catalogue-bad-fields = This line is not a field: <code>{ $line }</code>. It should be like this: <code>supply | Номер поставки | Supply number | number | *</code>
catalogue-error-not-one-of = the field { $field } says “{ $value }”, and may say: { $known }.
catalogue-error-bad-pattern = the pattern “{ $value }” in { $field } is not valid: it is not a regular expression, or it repeats a group.
catalogue-error-field-keys = a key in { $field } occurs twice.
