# /ban and /unban of admins

usage-admin-ban = Так: <code>{ $command } 123456 причина</code> — номер диалога или id продавца, потом причина: продавец её увидит. Можно и ответом на пересланное от него сообщение: <code>{ $command } причина</code>
usage-admin-unban = Так: <code>{ $command } 123456</code> — номер диалога или id продавца.
people-unknown = Нет ни диалога, ни продавца с номером { $number }.
refusal-seller-is-admin = Это администратор: сначала заберите права: /admins
people-banned = 🚫 { $name } (id <code>{ $id }</code>) больше не может писать в поддержку. Продавец увидит причину: { $reason }

    Разблокировать: /unban { $id }
refusal-banned-already = { $name } (id <code>{ $id }</code>) уже заблокирован: { $reason }
people-unbanned = { $name } (id <code>{ $id }</code>) снова может писать в поддержку. Продавец получит об этом сообщение.
refusal-not-banned = { $name } (id <code>{ $id }</code>) не заблокирован.
