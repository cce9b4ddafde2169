# /admins: owners appoint admins and revoke them

admins-title = <b>Администраторы</b>
admins-owner = 👑 { $name } (id <code>{ $id }</code>), владелец
admins-admin = 👤 { $name } (id <code>{ $id }</code>), с { $since }
admins-how = Чтобы назначить администратора: <code>/admins id</code> или <code>/admins @имя</code>. Можно переслать сюда сообщение этого человека и ответить на него командой <code>/admins</code>. Сначала человек должен хотя бы раз написать боту. Администраторам доступно всё, кроме настроек и этого списка.
admins-unknown = Бот не знает, кто такой { $named }. Попросите этого человека нажать /start и повторите.
admins-appoint = Назначить администратором? <b>{ $name }</b>{ $username ->
    [none] {""}
   *[other] {""}, @{ $username }
} (id <code>{ $id }</code>)
admins-appoint-sure = Да, назначить
admins-already = { $name } (id <code>{ $id }</code>) уже администратор.
admins-appointed = ✅ { $name } (id <code>{ $id }</code>) теперь администратор.
admins-revoke = Забрать права: { $name }
admins-revoke-sure = Да, забрать
admins-ask = Забрать права администратора? { $name } (id <code>{ $id }</code>)
admins-revoked = { $name } (id <code>{ $id }</code>) больше не администратор.
admins-gone = Этот человек уже не администратор.

notice-appointed = Вы теперь администратор поддержки. Ваши команды — в меню, например /stats и /check.
notice-revoked = Вы больше не администратор поддержки.
