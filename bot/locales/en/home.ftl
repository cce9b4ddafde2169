# The first screen, the help, the language, and the buttons that are always there.

home-new = ✏️ New dialog
home-dialogs = 📂 My dialogs
home-help = ❓ Help
home-placeholder = Message to support

home-greeting =
    { $name ->
        [none] Hello!
       *[other] Hello, { $name }!
    } This is seller support.

    Press “New dialog”, or simply write what happened: we will suggest a topic and pass your question to a specialist. The answer will come right here.

    🛡 <b>Beware of scammers.</b> Support never asks for passwords or codes from text messages. Don't send them to anyone.

home-help-text =
    <b>How this works</b>

    ✏️ “New dialog”: choose a category and a topic, describe the question, attach files. You can search for the topic by words, typos and all.
    📂 “My dialogs”: all your questions, their statuses and answers. Send a dialog's number to open it.
    💬 To add to a dialog, simply write here or reply to any of its messages.
    ⭐ When an answer comes, rate it or go on. After { $silence } of silence the dialog closes automatically.

    One file may be up to { $file }, all together up to { $total }.{ $cooldown ->
        [none] {""}
       *[other] {" "}A new dialog on the same topic can be started after { $cooldown }.
    }

    🛡 <b>Beware of scammers.</b> Support never asks for passwords or codes from text messages.

    /new — new dialog
    /dialogs — my dialogs
    /language — language
    /mydata — my data: download or delete

home-help-admin =
    <b>For admins</b>
    /stats, /export — figures and a spreadsheet
    /catalogue, /templates — topics and canned answers
    /announce — tell sellers of an incident
    /ban, /unban — ban a seller, unban
    /settings, /admins, /audit — settings, admins, who did what
    /check — is everything in order

home-language = На каком языке вам удобно? · Which language do you prefer?
home-language-set = Done: we speak English now.
home-language-menu = The buttons below are in English too.

home-button-gone = This button no longer works. Open “My dialogs” or start a “New dialog”.
admin-button-gone = This button no longer works. Open the section again with its command: they are in the menu and in /help.
home-command-unknown = There is no such command. Here is what there is:
    /new — new dialog
    /dialogs — my dialogs
    /help — help
    /language — language
    /mydata — my data: download or delete

# What waits for a seller who comes back
home-waits-answered = 💬 Dialog #{ $number } has an answer.
home-waits-clarifying = ❓ In dialog #{ $number } support is waiting for your reply.
home-waits-draft = 📝 There is a draft that was not sent{ $title ->
    [none] {" "}(no topic yet)
   *[other] : <b>{ $title }</b>
}.
