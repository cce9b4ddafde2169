"""The bot itself: its name, its words about itself, its commands."""

import re
from typing import Any

from aiogram.methods import (
    DeleteMyCommands,
    GetChatMenuButton,
    GetMe,
    GetMyCommands,
    GetMyDescription,
    GetMyName,
    GetMyShortDescription,
    SetChatMenuButton,
    SetMyCommands,
    SetMyDescription,
    SetMyName,
    SetMyShortDescription,
)

from sandbox.method_registry import method
from sandbox.refusals import Json, bad_request
from sandbox.validation import known_chat
from sandbox.world import Commands, World

MOST_COMMANDS = 100
# What a bot says of itself, per language: the parameter's name and its longest length.
WORDS: dict[str, int] = {"name": 64, "description": 512, "short_description": 120}


@method(GetMe)
def get_me(world: World, call: GetMe) -> Json:
    return world.bot | {
        "can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False,
        "can_connect_to_business": False, "has_main_web_app": False, "has_topics_enabled": False,
    }  # fmt: skip


# ---- commands


def scope_key(world: World, call: Any) -> tuple[Json, tuple[str, str]]:
    scope: Json = call.scope.model_dump(mode="json", exclude_none=True) if call.scope else {"type": "default"}
    if "chat_id" in scope:
        scope["chat_id"] = known_chat(world, scope["chat_id"]).id
    return scope, (repr(sorted(scope.items())), call.language_code or "")


@method(SetMyCommands)
def set_commands(world: World, call: SetMyCommands) -> bool:
    if len(call.commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for one in call.commands:
        if not re.fullmatch(r"/?[a-z0-9_]{1,32}", one.command):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(one.description) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    scope, key = scope_key(world, call)
    told = [{"command": one.command.removeprefix("/"), "description": one.description} for one in call.commands]
    world.commands[key] = Commands(scope, call.language_code or "", told)
    world.tell({"type": "commands"})
    return True


@method(GetMyCommands)
def get_commands(world: World, call: GetMyCommands) -> list[Json]:
    found = world.commands.get(scope_key(world, call)[1])
    return found.commands if found else []


@method(DeleteMyCommands)
def delete_commands(world: World, call: DeleteMyCommands) -> bool:
    world.commands.pop(scope_key(world, call)[1], None)
    world.tell({"type": "commands"})
    return True


# ---- words


@method(SetMyName, SetMyDescription, SetMyShortDescription)
def set_words(world: World, call: Any) -> bool:
    for name, longest in WORDS.items():
        if name not in type(call).model_fields:
            continue
        said = getattr(call, name) or ""
        if len(said) > longest:
            raise bad_request(f"{name.replace('_', ' ')} is too long")
        world.profile[name, call.language_code or ""] = said
        if name == "name" and not call.language_code:
            world.bot = world.bot | {"first_name": said or world.bot["first_name"]}
        world.changes += 1
    return True


@method(GetMyName, GetMyDescription, GetMyShortDescription)
def get_words(world: World, call: Any) -> Json:
    name = {"getMyName": "name", "getMyDescription": "description"}.get(call.__api_method__, "short_description")
    usual = world.profile.get((name, "")) or (world.bot["first_name"] if name == "name" else "")
    return {name: world.profile.get((name, call.language_code or "")) or usual}


# ---- the button beside the field


@method(SetChatMenuButton)
def set_menu_button(world: World, call: SetChatMenuButton) -> bool:
    chat = known_chat(world, call.chat_id).id if call.chat_id else 0
    world.profile["menu", str(chat)] = call.menu_button.type if call.menu_button else "default"
    return True


@method(GetChatMenuButton)
def get_menu_button(world: World, call: GetChatMenuButton) -> Json:
    return {"type": world.profile.get(("menu", str(call.chat_id or 0)), "default")}
