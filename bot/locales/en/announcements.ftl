# An incident that everybody knows of: shown where sellers choose a category.

incident-shown = ⚠️ <b>We know of this:</b> { $text }
incident-subscribe = 🔔 Tell me when it is fixed
incident-subscribed = We will tell you as soon as it works again.
notice-incident-over = ✅ It works again. We had reported: “{ $text }”
refusal-announcement-over = It is fixed already.
