# An incident that everybody knows of: shown where sellers choose a category.

announcement-shown = ⚠️ <b>Мы об этом знаем:</b> { $text }
announcement-subscribe = 🔔 Сообщить, когда починят
announcement-subscribed = Хорошо, сообщим, как только всё заработает.
notice-announcement-closed = ✅ { $closing }

    Мы сообщали: «{ $text }»
notice-announcement-over = ✅ Всё снова работает. Мы сообщали: «{ $text }»
refusal-announcement-over = Это уже исправили.
