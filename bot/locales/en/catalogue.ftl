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
catalogue-no-text = This is no text in UTF-8. Save the file as UTF-8 and send it again.
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
