# /admins: owners appoint admins and revoke them

admins-title = <b>Администраторы</b>
admins-owner = 👑 { $name } (id <code>{ $id }</code>), владелец
admins-admin = 👤 { $name } (id <code>{ $id }</code>), с { $since }
admins-how = Чтобы назначить: <code>/admins id</code>, <code>/admins @имя</code> или <code>/admins</code> ответом на пересланное от человека сообщение. Он должен хотя бы раз написать боту. Администраторам доступно всё, кроме настроек и этого списка.
admins-unknown = Бот такого человека ещё не видел. Пусть он нажмёт /start, а потом назначьте его.
admins-already = { $name } (id <code>{ $id }</code>) уже администратор.
admins-appointed = ✅ { $name } (id <code>{ $id }</code>) теперь администратор.
admins-revoke = Снять: { $name }
admins-revoke-sure = Да, снять
admins-ask = Снять { $name } (id <code>{ $id }</code>) с администраторов?
admins-revoked = { $name } (id <code>{ $id }</code>) больше не администратор.
admins-gone = Этот человек уже не администратор.

notice-appointed = Вы теперь администратор поддержки. Ваши команды — в меню, например /stats и /check.
notice-revoked = Вы больше не администратор поддержки.
