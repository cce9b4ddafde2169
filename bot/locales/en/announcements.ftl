# An incident that everybody knows of: shown where sellers choose a category.

announcement-shown = ⚠️ <b>We know of this:</b> { $text }
announcement-subscribe = 🔔 Tell me when it is fixed
announcement-subscribed = We will tell you as soon as it works again.
notice-announcement-closed = ✅ { $closing }

    We had reported: “{ $text }”
notice-announcement-over = ✅ It works again. We had reported: “{ $text }”
refusal-announcement-over = It is fixed already.
