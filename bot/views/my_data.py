"""All of a seller's dialogs as one text file."""

from collections.abc import Iterable, Iterator

from bot.texts import Speech
from bot.views.dialog_page import status_of
from bot.views.formatting import file_line
from bot.views.status_icons import stars
from core.dialog import Dialog
from core.export import ExportedMessage
from core.message import Side

History = tuple[Dialog, list[ExportedMessage]]


def data_file(speech: Speech, dialogs: Iterable[History], count: int, now: int) -> str:
    parts = [speech.plain("mydata-file-title", count=count, at=speech.moment(now))]
    for dialog, history in dialogs:
        parts += ["", "-" * 40, *_dialog(speech, dialog), "", *(_message(speech, one) for one in history)]
    return "\n".join(parts) + "\n"


def _dialog(speech: Speech, dialog: Dialog) -> Iterator[str]:
    yield speech.plain(
        "mydata-file-dialog",
        number=str(dialog.number),
        category=dialog.titles.category_in(speech.locale),
        topic=dialog.titles.topic_in(speech.locale),
        status=status_of(speech, dialog),
        created=speech.moment(dialog.created_at),
    )
    if dialog.rating:
        yield speech.plain("mydata-file-rating", stars=stars(dialog.rating))
    if dialog.rating_comment:
        yield speech.plain("mydata-file-comment", comment=dialog.rating_comment)


def _message(speech: Speech, exported: ExportedMessage) -> str:
    message = exported.message
    key = "mydata-file-you" if message.side is Side.SELLER else "mydata-file-support"
    content = message.content
    lines = [speech.plain(key, at=speech.minute(message.created_at))]
    if content.file:
        lines.append(f"📎 {file_line(speech, content)}")
    if content.text:
        lines.append(content.text)
    elif not content.file:
        lines.append(speech.plain("kind", kind=content.kind.value))
    if exported.reaction:
        lines.append(speech.plain("mydata-file-reaction", side=message.side.value, emoji=exported.reaction))
    return "\n".join(lines) + "\n"
