"""The composition root: the one place that names core, storage and bot, and puts the parts together, a wing a file."""

from bot.app.desk import SHIPPED_CATALOGUE, desk_of
from bot.app.process import App, run

__all__ = ["SHIPPED_CATALOGUE", "App", "desk_of", "run"]
