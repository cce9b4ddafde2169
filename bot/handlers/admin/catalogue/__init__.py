"""/catalogue: the whole as one file, and entry by entry."""

from aiogram import Router

from bot.handlers.admin.catalogue import adding, changing, file, looking


def router() -> Router:
    router = Router(name="catalogue")
    router.include_routers(looking.router(), changing.router(), adding.router(), file.router())
    return router
