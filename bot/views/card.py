"""The dialog's card and the topic's name in the agents' group."""

from collections.abc import Iterator

from bot.texts import Speech, Texts
from bot.views.status_icons import LEFT, SIGNS, stars
from core.dialog import Dialog, SellerHistory
from core.person import Person

NAME_LIMIT = 128


def topic_name(texts: Texts, locale: str, dialog: Dialog, seller: Person, *, left: bool = False) -> str:
    """`left`: of the forum topic in which the dialog stands no more."""
    name = texts.plain(
        locale,
        "topic-name",
        sign=LEFT if left else SIGNS[dialog.status],
        number=str(dialog.number),
        topic=dialog.titles.topic_in(locale),
        seller=seller.name,
    )
    return name if len(name) <= NAME_LIMIT else name[: NAME_LIMIT - 1] + "…"


def _mentioned(agent_id: int | None) -> str:
    """A new card calls whom it was given to; programs, and who acts in the group's name, have nobody to call."""
    return str(agent_id) if agent_id and agent_id > 0 else "none"


def _ending(dialog: Dialog) -> str:
    """A merged dialog is closed too, but its answer is given elsewhere."""
    if dialog.merged_into is not None:
        return "merged"
    return dialog.ending.value if dialog.ending else "none"


def card_text(texts: Texts, locale: str, dialog: Dialog, seller: Person, past: SellerHistory) -> str:
    lines = [
        texts.get(locale, "card-title", sign=SIGNS[dialog.status], number=str(dialog.number)),
        texts.get(
            locale,
            "card-topic",
            category=dialog.titles.category_in(locale),
            topic=dialog.titles.topic_in(locale),
        ),
        *(texts.get(locale, "card-field", title=field.title_in(locale), value=field.value) for field in dialog.fields),
        texts.get(locale, "card-seller", name=seller.name, id=str(seller.id)),
    ]
    if seller.username:
        lines.append(texts.get(locale, "card-username", username=seller.username))
    lines.append(texts.get(locale, "card-language", language=seller.locale or seller.language or "—"))
    lines.append(texts.get(locale, "card-past", count=past.dialogs))
    if past.ratings:
        lines.append(texts.get(locale, "card-ratings", ratings=" ".join(f"{rating}★" for rating in past.ratings)))
    lines.append(texts.get(locale, "card-created", at=texts.moment(locale, dialog.created_at)))
    ended = {"ending": _ending(dialog), "into": str(dialog.merged_into)}
    lines.append(texts.get(locale, "card-status", status=dialog.status.value, **ended))
    lines += _times(Speech(texts, locale), dialog)
    lines.append(
        texts.get(locale, "card-agent", name=dialog.agent_name, id=_mentioned(dialog.agent_id))
        if dialog.agent_name
        else texts.get(locale, "card-no-agent")
    )
    if dialog.rating:
        lines.append(texts.get(locale, "card-rating", stars=stars(dialog.rating)))
    if seller.banned_at:
        lines.append(texts.get(locale, "card-banned", reason=seller.ban_reason or "—"))
    if seller.unreachable_since:
        lines.append(texts.get(locale, "card-unreachable"))
    return "\n".join(lines)


def _times(speech: Speech, dialog: Dialog) -> Iterator[str]:
    if dialog.due_at is not None:
        yield speech.t("card-due", until=speech.until(dialog.due_at))
    if dialog.snoozed_until is not None:
        told = "yes" if dialog.snooze_told else "no"
        yield speech.t("card-snoozed", until=speech.until(dialog.snoozed_until), told=told)
