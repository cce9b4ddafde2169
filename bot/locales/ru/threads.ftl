# A dialog where it did not stand before
digest-moved = ↪️ Диалог перенесли из другой группы. Его последние сообщения:
digest-anew = 🧵 Прежней темы больше нет. Последние сообщения диалога:
digest-line = { $sign } <i>{ $at }</i> { $text }
