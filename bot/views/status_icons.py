"""A status at a glance, the same for both sides."""

from core.dialog import Status

SIGNS = {
    Status.CREATED: "🔵",
    Status.ANSWERED: "🟢",
    Status.CLARIFYING: "🟡",
    Status.FINISHED: "⚪",
}
LEFT = "↪️"  # of a place where a dialog stood


def stars(rating: int) -> str:
    return "★" * rating + "☆" * (5 - rating)
