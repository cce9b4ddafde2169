"""Keeps the desk: SQLite by default, PostgreSQL by a setting."""
