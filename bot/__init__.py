"""Telegram: updates in, messages out, and every text that a person reads."""
