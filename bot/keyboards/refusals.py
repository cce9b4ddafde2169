"""What a refused person can do instead."""

from aiogram.types import InlineKeyboardMarkup

from bot.keyboards.buttons import button, grid
from bot.keyboards.dialog_page import ShowDialogs, WriteTo, open_button, same_topic_button
from bot.keyboards.new_dialog import NewDialog
from bot.texts import Speech
from core.errors import CooldownActive, DialogFinished, DialogMerged, DialogsOpen, DialogUnknown, Refusal, TopicUnknown


def way_on(speech: Speech, refusal: Refusal, wait: int | None = None) -> InlineKeyboardMarkup | None:
    """A button that goes on from a seller's refusal; None where the words say it all."""
    match refusal:
        case CooldownActive():
            number = refusal.values["number"]
            if refusal.values["open"] == "erased":
                return None
            add = button(speech.plain("dialog-add"), WriteTo(number=number))
            return grid([add if refusal.values["open"] == "yes" else None, open_button(speech, number)])
        case DialogMerged():
            return grid([open_button(speech, refusal.values["into"])])
        case DialogFinished():
            return grid([same_topic_button(speech, refusal.values["number"], wait)])
        case DialogUnknown() | DialogsOpen():
            return grid([button(speech.plain("home-dialogs"), ShowDialogs(below=True))])
        case TopicUnknown():
            return grid([button(speech.plain("home-new"), NewDialog())])
    return None
