"""A Telegram message as core's Content, and core's Content as the call that sends it again."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from aiogram.methods import (
    EditMessageCaption,
    EditMessageMedia,
    EditMessageText,
    SendAnimation,
    SendAudio,
    SendContact,
    SendDocument,
    SendLocation,
    SendMediaGroup,
    SendMessage,
    SendPhoto,
    SendSticker,
    SendVenue,
    SendVideo,
    SendVideoNote,
    SendVoice,
    TelegramMethod,
)
from aiogram.types import (
    InputMediaAnimation,
    InputMediaAudio,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
    LinkPreviewOptions,
    Message,
    MessageEntity,
    ReplyParameters,
)

from core.content import Content, File, Kind
from core.units import SECOND

TEXT_LIMIT = 4096  # code points
CAPTION_LIMIT = 1024
PREVIEW = "link_preview_options"

SENDERS: dict[Kind, Any] = {
    Kind.PHOTO: SendPhoto,
    Kind.DOCUMENT: SendDocument,
    Kind.VIDEO: SendVideo,
    Kind.ANIMATION: SendAnimation,
    Kind.AUDIO: SendAudio,
    Kind.VOICE: SendVoice,
    Kind.VIDEO_NOTE: SendVideoNote,
    Kind.STICKER: SendSticker,
}
MEDIA: dict[Kind, Any] = {
    Kind.PHOTO: InputMediaPhoto,
    Kind.DOCUMENT: InputMediaDocument,
    Kind.VIDEO: InputMediaVideo,
    Kind.AUDIO: InputMediaAudio,
    Kind.ANIMATION: InputMediaAnimation,
}
CAPTIONLESS = frozenset({Kind.VIDEO_NOTE, Kind.STICKER, Kind.CONTACT, Kind.LOCATION, Kind.VENUE})


# ---- in


def read(message: Message) -> Content | None:
    """None for what can't be relayed: polls, dice, games, stories, service messages …"""
    if message.text is not None:
        return Content(Kind.TEXT, message.text, _entities(message.entities), details=_preview(message))
    if message.contact:
        return Content(
            Kind.CONTACT, details=_fields(message.contact, "phone_number", "first_name", "last_name", "vcard")
        )
    if message.venue:
        thread = _fields(message.venue.location, "latitude", "longitude")
        return Content(Kind.VENUE, details=thread | _fields(message.venue, "title", "address"))
    if message.location:
        return Content(Kind.LOCATION, details=_fields(message.location, "latitude", "longitude"))
    found = _file(message)
    if found is None:
        return None
    kind, file = found
    details = {"has_spoiler": True} if message.has_media_spoiler else {}
    if message.show_caption_above_media:
        details["show_caption_above_media"] = True
    return Content(kind, message.caption or "", _entities(message.caption_entities), file, details)


def _preview(message: Message) -> dict[str, Any]:
    """How the author wanted links to be shown, where they wanted something."""
    options = message.link_preview_options
    return {PREVIEW: options.model_dump(mode="json", exclude_unset=True)} if options else {}


def second_of(message: Message) -> int:
    """When it was written: Telegram tells whole seconds."""
    return int(message.date.timestamp()) * SECOND


def _file(message: Message) -> tuple[Kind, File] | None:
    if message.photo:
        largest = message.photo[-1]
        return Kind.PHOTO, File(largest.file_id, largest.file_unique_id, None, largest.file_size or 0)
    # An animation comes with a document of the same file: it is looked for first.
    for kind in (
        Kind.ANIMATION,
        Kind.DOCUMENT,
        Kind.VIDEO,
        Kind.AUDIO,
        Kind.VOICE,
        Kind.VIDEO_NOTE,
        Kind.STICKER,
    ):
        media = getattr(message, kind.value)
        if media:
            return kind, File(
                id=media.file_id,
                unique_id=media.file_unique_id,
                name=getattr(media, "file_name", None),
                size=media.file_size or 0,
                mime=getattr(media, "mime_type", None),
            )
    return None


def _entities(entities: Sequence[MessageEntity] | None) -> tuple[dict[str, Any], ...]:
    return tuple(entity.model_dump(mode="json", exclude_none=True) for entity in entities or ())


def _fields(thing: Any, *names: str) -> dict[str, Any]:
    return {name: value for name in names if (value := getattr(thing, name)) is not None}


# ---- out


def reply(message_id: int | None) -> ReplyParameters | None:
    """A reply that is sent all the same where its target is gone."""
    return ReplyParameters(message_id=message_id, allow_sending_without_reply=True) if message_id else None


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def with_heading(heading: str, content: Content) -> Content:
    """The same content under a line of ours, its formatting moved along; the heading is bold."""
    return under(heading, "bold", content, gap="\n\n")


def under(line: str, style: str, content: Content, gap: str = "\n") -> Content:
    """The same content under another line."""
    text = f"{line}{gap}{content.text}" if content.text else line
    shift = utf16_length(line) + len(gap)
    moved = tuple(entity | {"offset": entity["offset"] + shift} for entity in content.entities)
    styled = {"type": style, "offset": 0, "length": utf16_length(line)}
    return replace(content, text=text, entities=(styled, *moved))


def struck(content: Content) -> Content:
    """The same content, its words struck through."""
    all_of_it = {"type": "strikethrough", "offset": 0, "length": utf16_length(content.text)}
    return replace(content, entities=(*content.entities, all_of_it)) if content.text else content


def without_start(content: Content, length: int) -> Content:
    """The same content without its first characters, its formatting moved along and cut where it began in them."""
    start = len(content.text) - len(content.text[length:].lstrip())
    shift = utf16_length(content.text[:start])
    moved = []
    for entity in content.entities:
        begin, end = entity["offset"] - shift, entity["offset"] + entity["length"] - shift
        if end > 0:
            moved.append(entity | {"offset": max(begin, 0), "length": end - max(begin, 0)})
    return replace(content, text=content.text[start:], entities=tuple(moved))


def fits(content: Content) -> bool:
    limit = TEXT_LIMIT if content.kind is Kind.TEXT else CAPTION_LIMIT
    return len(content.text) <= limit


def apart(content: Content) -> tuple[Content, Content | None]:
    """A caption that is longer than a bot may write (people with Premium may) follows its file as a message."""
    if content.file is None or fits(content):
        return content, None
    return replace(content, text="", entities=()), Content(Kind.TEXT, content.text, content.entities)


def send(content: Content, chat_id: int, *, thread_id: int | None = None, reply_to: int | None = None,
         keyboard: Any = None) -> TelegramMethod[Any]:  # fmt: skip
    """The call that sends `content` once more, by its kind; see `apart`."""
    content, _ = apart(content)
    where: dict[str, Any] = {
        "chat_id": chat_id,
        "message_thread_id": thread_id,
        "reply_parameters": reply(reply_to),
        "reply_markup": keyboard,
    }
    entities = _given(content) or None
    if content.kind is Kind.TEXT:
        return SendMessage(text=content.text, entities=entities, link_preview_options=_shown(content), **where)
    if content.kind is Kind.CONTACT:
        return SendContact(**content.details, **where)
    if content.kind is Kind.LOCATION:
        return SendLocation(**content.details, **where)
    if content.kind is Kind.VENUE:
        return SendVenue(**content.details, **where)
    assert content.file is not None
    caption: dict[str, Any] = {}
    if content.kind not in CAPTIONLESS:
        caption = {"caption": content.text or None, "caption_entities": entities, **content.details}
    return SENDERS[content.kind](**{content.kind.value: content.file.id}, **caption, **where)  # type: ignore[no-any-return]


def send_album(contents: Sequence[Content], chat_id: int, *, thread_id: int | None = None,
               reply_to: int | None = None) -> SendMediaGroup:  # fmt: skip
    return SendMediaGroup(
        chat_id=chat_id,
        message_thread_id=thread_id,
        reply_parameters=reply(reply_to),
        media=[_media(apart(content)[0]) for content in contents],
    )


def _media(content: Content) -> Any:
    assert content.file is not None
    return MEDIA[content.kind](
        media=content.file.id,
        caption=content.text or None,
        caption_entities=_given(content) or None,
        **content.details,
    )


def _shown(content: Content) -> LinkPreviewOptions | None:
    return LinkPreviewOptions(**content.details[PREVIEW]) if PREVIEW in content.details else None


def _given(content: Content) -> list[MessageEntity]:
    return [MessageEntity(**entity) for entity in content.entities]


def edit(content: Content, chat_id: int, message_id: int, keyboard: Any = None) -> TelegramMethod[Any] | None:
    """The call that makes a delivered message what it is now; None where Telegram can't."""
    where: dict[str, Any] = {"chat_id": chat_id, "message_id": message_id, "reply_markup": keyboard}
    if content.kind is Kind.TEXT:
        entities = _given(content) or None
        return EditMessageText(text=content.text, entities=entities, link_preview_options=_shown(content), **where)
    if content.kind in CAPTIONLESS:
        return None
    if content.kind in MEDIA:
        return EditMessageMedia(media=_media(content), **where)
    return EditMessageCaption(caption=content.text or None, caption_entities=_given(content) or None, **where)
