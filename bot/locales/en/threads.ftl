# A topic that was made anew
digest-title = 🧵 The former topic is gone. The dialog’s latest messages:
digest-line = { $sign } <i>{ $at }</i> { $text }
