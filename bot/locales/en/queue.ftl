# Lists of dialogs in the agents' group
queue-title = { $count ->
    [0] All are answered, nobody waits 🎉
    [one] { $count } dialog waits for an answer:
   *[other] { $count } dialogs wait for an answer:
}
queue-mine = { $count ->
    [0] { $name }, you have no open dialogs.
    [one] { $name }: { $count } open dialog
   *[other] { $name }: { $count } open dialogs
}

list-link = <a href="{ $link }">#{ $number }</a>
list-number = #{ $number }
list-topic = { $topic }
list-waits = waiting { $waited }
list-agent = assigned to { $name }

history-title = Other dialogs, { $name }:
history-none = { $name }: this is the only dialog.

move-where = Move it where?
move-into = { $category }: to which topic?
move-not-found = No topics found for “{ $words }”. Move it where?
move-found = These topics were found. Move it where?
move-all = All categories

list-seller = { $name }
list-fields = { $text }
list-said = <i>{ $text }</i>

find-title = Found for “{ $words }”:
find-nothing = Nothing found: “{ $words }”. Try the dialog's number, the seller's name or other words.
find-again = This list is out of date. Search again: { COMMAND("find") } words
usage-agent-find = { $command } words — find a dialog by number, by the seller (name, @name, id) or by words of the history.
