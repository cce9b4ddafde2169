"""Telegram on one's own machine: a Bot API server for one bot, and a page to play the people."""
