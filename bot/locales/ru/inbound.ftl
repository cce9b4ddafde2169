# Somebody writes faster than Telegram lets a bot pass on
flood = ⏳ Вы пишете очень быстро. Ничего не потеряется: передадим всё по порядку, просто чуть медленнее.
# A button that was pressed too long ago to be carried out
tap-too-late = Telegram долго не отвечал, поэтому ничего не изменилось. Нажмите ещё раз.
