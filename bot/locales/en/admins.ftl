# /admins: owners appoint admins and revoke them

admins-title = <b>Admins</b>
admins-owner = 👑 { $name } (id <code>{ $id }</code>), owner
admins-admin = 👤 { $name } (id <code>{ $id }</code>), since { $since }
admins-how = To appoint one: <code>/admins id</code>, <code>/admins @name</code>, or <code>/admins</code> in reply to a message forwarded from them. They must have written to the bot at least once. Admins may do everything but settings and this list.
admins-unknown = The bot does not know who { $named } is. Let this person press /start, then try again.
admins-appoint = Appoint as an admin? <b>{ $name }</b>{ $username ->
    [none] {""}
   *[other] {""}, @{ $username }
} (id <code>{ $id }</code>)
admins-appoint-sure = Yes, appoint
admins-already = { $name } (id <code>{ $id }</code>) is an admin already.
admins-appointed = ✅ { $name } (id <code>{ $id }</code>) is an admin now.
admins-revoke = Revoke: { $name }
admins-revoke-sure = Yes, revoke
admins-ask = Revoke admin rights of { $name } (id <code>{ $id }</code>)?
admins-revoked = { $name } (id <code>{ $id }</code>) is no longer an admin.
admins-gone = This person is no longer an admin.

notice-appointed = You are an admin of the support desk now. Your commands are in the menu, such as /stats and /check.
notice-revoked = You are no longer an admin of the support desk.
