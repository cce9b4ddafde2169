# What can be wrong in a catalogue's file (core/catalogue). Names of fields stand as they stand in the file.

catalogue-error-line = Line { $line }: { $problem }
catalogue-error-more = { $count ->
    [one] …and { $count } more error.
   *[other] …and { $count } more errors.
}

catalogue-error-alias = YAML references (“&name”, “*name”) have no use here: write the value out.
catalogue-error-bad-key = the key “{ $value }” won't do: small Latin letters, digits and hyphens only, at most 24.
catalogue-error-bad-link = “{ $value }” in the field { $field } is no link: one begins with http:// or https://.
catalogue-error-empty = the field { $field } is empty.
catalogue-error-field-twice = the field { $field } stands here twice.
catalogue-error-key-twice = the key “{ $value }” is taken in line { $before }.
catalogue-error-missing-field = the field { $field } is missing.
catalogue-error-missing-language = the field { $field } lacks the language { $locale }.
catalogue-error-no-categories = there is no category in this file.
catalogue-error-no-flag = the field { $field } is “{ $value }” where true or false is needed.
catalogue-error-no-group = “{ $value }” is no group: its id begins with a minus, such as -1001234567890.
catalogue-error-no-list = the field { $field } must be a list.
catalogue-error-no-number = the field { $field } is “{ $value }” where a whole number is needed.
catalogue-error-no-text = the field { $field } must be a text.
catalogue-error-no-topics = sellers would see no topic: there is none, or all are hidden.
catalogue-error-no-yaml = this can't be read as YAML: { $problem }.
catalogue-error-not-by-language = the field { $field } needs its values by language: ru and en.
catalogue-error-not-fields = fields of an entry ({ $field }) are expected here.
catalogue-error-title-twice = the title “{ $value }” is there already, in line { $before }.
catalogue-error-too-deep = nested too deeply: more than { $limit } levels.
catalogue-error-too-large = the file is too large: { $size } characters where { $limit } are allowed.
catalogue-error-too-long = the field { $field } is too long: { $length } characters where { $limit } are allowed.
catalogue-error-too-many = too many entries in the field { $field }: { $count } where { $limit } are allowed.
catalogue-error-unknown-field = there is no field { $field } here.
catalogue-error-unknown-language = the language { $locale } in the field { $field } is unknown: there are ru and en.
catalogue-error-unprintable = the character U+{ $character } can't be printed; save the file as UTF-8.
