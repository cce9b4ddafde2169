# Somebody writes faster than Telegram lets a bot pass on
flood = ⏳ Вы пишете очень быстро. Ничего не потеряется: передадим всё по порядку, просто чуть медленнее.
