# A dialog where it did not stand before
digest-moved = ↪️ The dialog was moved here from another group. Its latest messages:
digest-anew = 🧵 The former topic is gone. The dialog’s latest messages:
digest-line = { $sign } <i>{ $at }</i> { $text }
