# An incident that everybody knows of: shown where sellers choose a category.

incident-shown = ⚠️ <b>Мы об этом знаем:</b> { $text }
incident-subscribe = 🔔 Сообщить, когда починят
incident-subscribed = Хорошо, сообщим, как только всё заработает.
notice-incident-over = ✅ Всё снова работает. Мы сообщали: «{ $text }»
refusal-announcement-over = Это уже исправили.
