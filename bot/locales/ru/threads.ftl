# A topic that was made anew
digest-title = 🧵 Прежней темы больше нет. Последние сообщения диалога:
digest-line = { $sign } <i>{ $at }</i> { $text }
