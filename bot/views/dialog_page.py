"""One dialog as its seller sees it."""

from collections.abc import Iterable, Iterator

from bot.texts import Speech
from bot.views.formatting import FIELD_SHOWN, NAME_SHOWN, file_line, one_line, shorten
from bot.views.status_icons import SIGNS, stars
from core.dialog import Dialog
from core.message import Message, Side

PAGE_SIZE = 5
TEXT_SHOWN = 400


def dialog_page(
    speech: Speech,
    dialog: Dialog,
    files: int,
    history: Iterable[Message],
    page: int,
    pages: int,
    *,
    names_agents: bool = False,
) -> str:
    """Stays within one message: a page of the history, long messages shortened."""
    heading = speech.t("dialog-history-page", page=page + 1, pages=pages) if pages > 1 else speech.t("dialog-history")
    items = (_item(speech, one, names_agents) for one in history)
    return "\n".join([*_about(speech, dialog, files), "", heading, *items])


def _about(speech: Speech, dialog: Dialog, files: int) -> Iterator[str]:
    yield speech.t("dialog-title", number=str(dialog.number))
    yield speech.t("dialog-category", category=dialog.titles.category_in(speech.locale))
    yield speech.t("dialog-topic", topic=dialog.titles.topic_in(speech.locale))
    for field in dialog.fields:
        value = shorten(field.value, FIELD_SHOWN)
        yield speech.t("dialog-field", title=field.title_in(speech.locale), value=value)
    yield _status(speech, dialog)
    yield speech.t("dialog-created", at=speech.moment(dialog.created_at))
    if dialog.ended_at is not None:
        yield speech.t("dialog-ended", at=speech.moment(dialog.ended_at))
    if files:
        yield speech.t("dialog-files", count=files)
    if dialog.rating:
        yield speech.t("dialog-rating", stars=stars(dialog.rating))


def _status(speech: Speech, dialog: Dialog) -> str:
    return speech.t("dialog-status", sign=SIGNS[dialog.status], status=status_of(speech, dialog))


def status_of(speech: Speech, dialog: Dialog) -> str:
    """«Завершён (ответ оценён)», as plain text."""
    status = speech.plain(f"status-{dialog.status.value}")
    return status if dialog.ending is None else f"{status} ({ending_of(speech, dialog)})"


def ending_of(speech: Speech, dialog: Dialog) -> str:
    """Of a finished one, as plain text."""
    if dialog.merged_into is not None:
        return speech.plain("ending-merged", into=str(dialog.merged_into))
    return speech.plain(f"ending-{dialog.ending.value}") if dialog.ending else ""


def _item(speech: Speech, message: Message, names_agents: bool) -> str:
    lines = ["", _who(speech, message, names_agents)]
    if message.content.file:
        lines.append(speech.t("dialog-item-file", file=file_line(speech, message.content)))
    if message.content.text:
        lines.append(speech.t("dialog-item-text", text=shorten(message.content.text, TEXT_SHOWN)))
    elif message.content.file is None:
        lines.append(speech.t("dialog-item-text", text=speech.plain("kind", kind=message.content.kind.value)))
    return "\n".join(lines)


def _who(speech: Speech, message: Message, names_agents: bool) -> str:
    """An agent is «Поддержка», with their name only where the shop shows it."""
    key = "dialog-you" if message.side is Side.SELLER else "dialog-support-asks" if message.asks else "dialog-support"
    agent = one_line(message.author_name, NAME_SHOWN) if names_agents and message.side is Side.AGENT else ""
    heading = speech.t(key, at=speech.minute(message.created_at), agent=agent or "none")
    return f"{heading}{speech.t('dialog-edited')}" if message.edited_at else heading
