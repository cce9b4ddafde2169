# What a program is told over the API; a developer reads it.
problem-token-missing = A token is needed: Authorization: Bearer <token>. “sellerdesk token add” makes one.
problem-token-unknown = This token is unknown, revoked or expired.
problem-right-missing = This token may not do that. It needs another right.
problem-too-many-requests = Too many requests. Try again after the time in Retry-After.
problem-request-wrong = The request can't be read; “errors” says where.
problem-not-json = Send the body as application/json.
problem-too-large = The request is too large.
problem-text-too-long = The text has more than 3500 characters; an emoji counts as two. Shorten it, or send it in parts.
problem-key-wrong = An Idempotency-Key has 1 to 255 printable ASCII characters.
problem-key-used = This Idempotency-Key belongs to another request. Take a new one.
problem-busy = The dialog is being changed by others. Try again.
problem-path-unknown = There is nothing at this address. /openapi.json says what there is.
problem-method-unknown = This address is not used with this method.
problem-unavailable = This can't be done now. Try again in a moment, with the same Idempotency-Key.
