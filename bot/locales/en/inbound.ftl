# Somebody writes faster than Telegram lets a bot pass on
flood = ⏳ You write very fast. Nothing gets lost: all of it is passed on in order, only a little more slowly.
# A button that was pressed too long ago to be carried out
tap-too-late = Telegram did not answer in time, so nothing has changed. Please press again.
# Above a copy of what was forwarded, or answers a message of another chat
origin-forward = ↪ Forwarded from { $name }
origin-reply = ↩ In reply to { $name }
