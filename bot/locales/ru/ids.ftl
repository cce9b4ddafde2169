# `/id`, and `sellerdesk ids` before there is a desk.

id-own = Ваш id: <code>{ $id }</code>
id-group = Id этой группы: <code>{ $id }</code>
id-group-added = Id этой группы: <code>{ $id }</code>. { $able ->
    [yes] Темы включены, прав боту хватает.
    [no-topics] Темы выключены: чтобы у каждого диалога была своя тема, включите их в настройках группы.
   *[no-rights] Сделайте бота администратором с правами «Управление темами» и «Закрепление сообщений».
}
