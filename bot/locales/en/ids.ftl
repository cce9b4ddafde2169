# `/id`, and `sellerdesk ids` before there is a desk.

id-own = Your id: <code>{ $id }</code>
id-group = This group's id: <code>{ $id }</code>
id-group-added = This group's id: <code>{ $id }</code>. { $able ->
    [yes] Topics are on, and the bot has the rights it needs.
    [no-topics] Topics are off: switch them on in the group's settings, and each dialog gets a topic of its own.
   *[no-rights] Make the bot an administrator with “Manage topics” and “Pin messages”.
}
