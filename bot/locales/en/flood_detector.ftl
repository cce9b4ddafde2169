# Somebody writes faster than Telegram lets a bot pass on
flood = ⏳ You write very fast. Nothing gets lost: all of it is passed on in order, only a little more slowly.
