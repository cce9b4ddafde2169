# Two dialogs of one seller become one
merge-which = Which of the seller's dialogs should become part of this one? Its messages will come here.
merge-none = The seller has no other open dialogs.
merge-row = #{ $number } · { $topic }
merge-with = 🔗 Merge with #{ $number }
merge-done = 🔗 Dialog #{ $merged } is part of #{ $survivor } now: messages, files and notes have moved, and the seller has been told. You can undo it for a minute.
merge-undo = Undo the merge
merge-undone = The merge is undone: #{ $merged } and #{ $survivor } are separate again.
merge-digest = 🔗 From dialog #{ $number }:

line-merged-away = 🔗 This dialog became part of { $link ->
    [none] dialog #{ $survivor }
   *[other] <a href="{ $link }">dialog #{ $survivor }</a>
}: its messages are there now, and the answer will be too.
line-merge-undone = The merge with #{ $other } is undone: the dialogs are separate again.
line-same-topic-open = 🔗 The seller has another open dialog on this topic: #{ $other }.
line-written-in-merged-thread = 💬 { $name }, { $kind ->
    [note] a note
    [ask] a question to the seller
    [hold] a word to the seller
   *[answer] an answer to the seller
} from the thread of the dialog that was merged:
    <blockquote>{ $text }</blockquote>

notice-merged = 🔗 We have merged your dialogs: everything from #{ $merged } is now in #{ $number } ({ $topic }), and the answer will come there.
notice-merge-undone = Dialogs #{ $merged } and #{ $number } are separate again: we merged them by mistake.

ending-merged = merged with #{ $into }

refusal-dialog-merged = Dialog #{ $number } was merged with #{ $into }: everything is there.
refusal-dialog-merged-for-agents = Dialog #{ $number } is already part of #{ $into }.
refusal-merge-refused = These dialogs can't be merged.
refusal-merge-into-itself = #{ $number } is this very dialog. Give the number of another one.
refusal-other-sellers-dialog = Dialog #{ $number } is another seller's: only dialogs of one seller can be merged.
refusal-merge-settled = A merge can be undone for a minute only, and the minute has passed.
refusal-merge-undone-already = The merge is undone already: the dialogs are two again.
refusal-merge-of-another = Only the person who merged the dialogs can undo it.
