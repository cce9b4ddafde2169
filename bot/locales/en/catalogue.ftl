# /catalogue: categories and topics

catalogue-home =
    <b>Catalogue</b>
    { catalogue-counts }

    To replace it as a whole, export the file, edit it and send it here (.yaml, up to 1 MB). I will show what changes first.
catalogue-counts = Categories: { $categories }, topics: { $topics }{ $hidden ->
    [0] {""}
   *[other] , of them hidden: { $hidden }
}
catalogue-export = 📥 Export
catalogue-file = The catalogue that is in use now. Edit it and send it back.
catalogue-use = ✅ Replace
catalogue-leave = Leave it as it is
catalogue-wrong = { $count ->
    [one] The file has { $count } error, the catalogue has not changed:
   *[other] The file has { $count } errors, the catalogue has not changed:
}

    { $problems }
catalogue-all-errors = All errors of the file
catalogue-too-large = The file is too large: a catalogue has at most { $limit }.
catalogue-no-download = The file could not be fetched from Telegram: { $reason }. Send it once more.
catalogue-no-text = This is not UTF-8 text. Save the file as UTF-8 and send it again.
catalogue-same = The file holds the catalogue that is in use already: nothing to change.
catalogue-preview =
    The file is in order. It will be: { catalogue-counts }
catalogue-preview-added = ➕ New, { $count }: { $titles }
catalogue-preview-removed = ➖ Gone, { $count }: { $titles }
catalogue-preview-changed = ✏️ Changed, { $count }: { $titles }
catalogue-preview-synonyms = 🔎 Synonyms for the search change
catalogue-preview-kept = Dialogs that were begun keep their topics.
catalogue-used = ✅ The new catalogue is in use. { catalogue-counts }
catalogue-left = The catalogue stays as it was.
catalogue-gone = This file does not wait for an answer any more. Send it once more.

# Entry by entry

catalogue-categories = 🗂 Categories and topics
catalogue-every-category = <b>Categories.</b> 🙈 is hidden from sellers, the number says how many topics it has.
catalogue-topics-of = <b>{ $title }</b>: topics
catalogue-topics = 📋 Topics
catalogue-add-category = ➕ Category
catalogue-add-topic = ➕ Topic
catalogue-entry = <b>{ $title }</b> · <code>{ $key }</code>
catalogue-language = { $locale ->
    [en] English
   *[ru] Russian
}
catalogue-field-title = Title, { catalogue-language }: { $value }
catalogue-field-hint = Hint, { catalogue-language }: { $value }
catalogue-field-keywords = Words to search, { catalogue-language }: { $value }
catalogue-field-link = Link, { catalogue-language }: { $value }
catalogue-field-order = Place above the alphabet: { $value }
catalogue-field-group = Answered by the group <code>{ $value }</code>
catalogue-field-hidden = 🙈 Hidden from sellers
catalogue-change-title = Title, { catalogue-language }
catalogue-change-hint = Hint, { catalogue-language }
catalogue-change-keywords = Words, { catalogue-language }
catalogue-change-link = Link, { catalogue-language }
catalogue-change-order = Order
catalogue-change-group = Group
catalogue-hide = 🙈 Hide
catalogue-unhide = 👁 Show
catalogue-remove = 🗑 Remove
catalogue-remove-sure = Yes, remove
catalogue-ask-title = ⌨️ Send the title ({ catalogue-language }), up to 60 characters.
catalogue-ask-hint = ⌨️ Send the hint ({ catalogue-language }): what to check before writing. Up to 700 characters. “-” takes it away.
catalogue-ask-keywords = ⌨️ Send words and phrases to search ({ catalogue-language }), comma-separated: as sellers write of it. “-” takes them away.
catalogue-ask-link = ⌨️ Send the link to an article ({ catalogue-language }). “-” takes it away.
catalogue-ask-order = ⌨️ Send a number: the smaller stands higher, and all of them above the alphabet. “-” puts it back into the alphabet.
catalogue-ask-group = ⌨️ Send the id of the group that answers this category, such as -1001234567890. The bot must be an admin there. “-” gives the category back to the home group.
catalogue-group-fitness = { $fitness ->
    [outside] Not saved: the bot is not in the group <code>{ $group }</code>, or there is no such group. Add the bot, make it an admin, and send the id again.
    [no-group] Not saved: “{ $title }” is not a group. Only a group of agents can answer.
    [silenced] Not saved: the bot may not write in the group “{ $title }”. Make it an admin and send the id again.
    [no-admin] ⚠️ The bot is not an admin in the group “{ $title }”. Make it an admin who may pin messages and manage topics.
    [no-rights] ⚠️ The bot lacks rights in the group “{ $title }”: { $rights }.
   *[unknown] ⚠️ Telegram did not say what the bot may do in the group <code>{ $group }</code>. Look again later: /check
}
catalogue-ask-new-category = ⌨️ What is the new category called? Russian in the first line, English in the second. Sellers will see it once it has a topic.
catalogue-ask-new-topic = ⌨️ What is the new topic in “{ $title }” called? Russian in the first line, English in the second.
catalogue-ask-removal = Remove “{ $title }”{ $topics ->
    [0] {""}
    [one] {" "}and { $topics } topic in it
   *[other] {" "}and { $topics } topics in it
}? Dialogs that were begun keep their topic.
catalogue-removed = “{ $title }” is no longer in the catalogue.
catalogue-entry-gone = This entry is no longer in the catalogue.
catalogue-no-number = A whole number is needed, such as 1. Or “-” for none.
catalogue-not-changed = Not saved: { $problems }
