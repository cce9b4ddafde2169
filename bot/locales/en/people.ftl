# /ban and /unban of admins

usage-admin-ban = Like this: <code>{ $command } 123456 reason</code> — a dialog's number or a seller's id, then the reason: the seller will see it. Or reply to a message forwarded from them: <code>{ $command } reason</code>
usage-admin-unban = Like this: <code>{ $command } 123456</code> — a dialog's number or a seller's id.
people-unknown = There is neither a dialog nor a seller with the number { $number }.
refusal-seller-is-admin = This is an admin: remove them from the admins first.
people-banned = 🚫 { $name } (id <code>{ $id }</code>) can't write to support any more. The seller will see the reason: { $reason }

    To unban: /unban { $id }
refusal-banned-already = { $name } (id <code>{ $id }</code>) is banned already: { $reason }
people-unbanned = { $name } (id <code>{ $id }</code>) may write to support again. The seller will be told.
refusal-not-banned = { $name } (id <code>{ $id }</code>) is not banned.
