from tests.conversations.conftest import clock, desk, more_settings, sandbox_url, schema, shop, world

__all__ = ["clock", "desk", "more_settings", "sandbox_url", "schema", "shop", "world"]
