"""Telegram's own ways: calls and their errors, limits, messages as content, membership, menus."""
