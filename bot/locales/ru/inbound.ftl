# Somebody writes faster than Telegram lets a bot pass on
flood = ⏳ Вы пишете очень быстро. Ничего не потеряется: передадим всё по порядку, просто чуть медленнее.
# A button that was pressed too long ago to be carried out
tap-too-late = Telegram долго не отвечал, поэтому ничего не изменилось. Нажмите ещё раз.
# Above a copy of what was forwarded, or answers a message of another chat
origin-forward = ↪ Переслано: { $name }
origin-reply = ↩ В ответ на сообщение: { $name }
