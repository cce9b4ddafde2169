"""Kills the bot, cuts its connections, and counts what was lost: `python -m tests.torture`."""
