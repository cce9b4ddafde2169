"""What people do to their groups: who is in them, with what rights, and the topics."""

from sandbox import topics
from sandbox.chat import Chat, Member
from sandbox.icons import COLORS
from sandbox.refusals import Impossible, Json
from sandbox.user_actions import chat_called, person_called, sender
from sandbox.world import World

STATUSES = frozenset({"creator", "administrator", "member", "restricted", "left", "kicked"})


def change_group(world: World, asked: Json) -> Chat:
    action = asked["action"]
    if action == "create":
        return create_group(world, asked)
    chat = chat_called(world, asked["chat_id"])
    if chat.is_private:
        raise Impossible("this is no group")
    match action:
        case "forum_on" | "forum_off":
            return switch_forum(world, chat, on=action == "forum_on")
        case "upgrade":
            return upgrade(world, chat)
        case "remove_bot":
            place_member(world, chat, world.bot_id, Member("kicked"), asked)
        case "add_bot":
            place_member(world, chat, world.bot_id, Member("member"), asked)
        case "reactions":
            chat.reactions = asked.get("allowed")
        case "rights":
            set_rights(world, chat, asked)
        case "member":
            if asked["status"] not in STATUSES:
                raise Impossible(f"no status is called {asked['status']!r}")
            place_member(world, chat, int(asked.get("user_id") or world.bot_id), Member(asked["status"]), asked)
        case _:
            raise Impossible(f"no action is called {action!r}")
    return chat


def create_group(world: World, asked: Json) -> Chat:
    """The bot comes in as an admin, unless `bot` says another status."""
    kind = asked.get("type", "supergroup")
    number = world.number()
    chat_id = -1_001_000_001_000 - number if kind == "supergroup" else -4_000_000 - number
    chat = Chat(chat_id, kind, asked["title"], is_forum=bool(asked.get("is_forum")) and kind == "supergroup")
    for user_id in asked.get("members", ()):
        chat.members[person_called(world, user_id).id] = Member("member")
    if chat.members:
        chat.members[next(iter(chat.members))] = Member("creator")
    world.chats[chat.id] = chat
    status = asked.get("bot", "administrator")
    if status in STATUSES:
        place_member(world, chat, world.bot_id, Member(status), asked)
    return chat


def admin_of(world: World, chat: Chat) -> int:
    """Who does what nobody is named for: the owner, or the first who is there."""
    ranked = sorted(chat.members.items(), key=lambda one: one[1].status != "creator")
    return next(
        (user_id for user_id, one in ranked if one.inside and user_id in world.people),
        next(iter(world.people)),
    )


def place_member(world: World, chat: Chat, user_id: int, member: Member, asked: Json) -> None:
    """Puts somebody into the group or out of it, and says so in the chat."""
    user = world.user(user_id)
    if user is None:
        raise Impossible(f"there is no person {user_id}")
    by = int(asked.get("from_id") or admin_of(world, chat))
    was_inside = chat.member(user_id).inside
    actor = {"from": world.user(by)}
    if was_inside and not member.inside:  # said first: who is out does not hear it
        world.post(chat, actor, {"left_chat_member": user})
    world.set_member(chat, user_id, member, by)
    if member.inside and not was_inside:
        world.post(chat, actor, {"new_chat_members": [user], "new_chat_member": user})


def set_rights(world: World, chat: Chat, asked: Json) -> None:
    """Of the bot, or of `user_id`; what is not named stays."""
    user_id = int(asked.get("user_id") or world.bot_id)
    member = chat.member(user_id)
    changed = Member(member.status, {**member.rights, **{name: bool(on) for name, on in asked["rights"].items()}})
    world.set_member(chat, user_id, changed, admin_of(world, chat))


def switch_forum(world: World, chat: Chat, *, on: bool) -> Chat:
    if chat.type != "supergroup":
        raise Impossible("only a supergroup has topics")
    chat.is_forum = on
    world.chat_changed(chat)
    return chat


def upgrade(world: World, chat: Chat) -> Chat:
    """A plain group becomes a supergroup with a new id; what was written stays behind."""
    if chat.type != "group":
        raise Impossible("this is a supergroup already")
    new = Chat(-1_001_000_002_000 - world.number(), "supergroup", chat.title, members={**chat.members})
    world.chats[new.id] = new
    actor = {"from": world.user(admin_of(world, chat))}
    world.chat_changed(new)
    world.post(chat, actor, {"migrate_to_chat_id": new.id})
    chat.moved_to = new.id
    world.post(new, actor, {"migrate_from_chat_id": chat.id})
    world.chat_changed(chat)
    return new


# ---- topics


def change_topic(world: World, asked: Json) -> Json:
    chat = chat_called(world, asked["chat_id"])
    if not chat.is_forum:
        raise Impossible("this chat has no topics")
    from_id = int(asked.get("from_id") or admin_of(world, chat))
    who = sender(world, chat, from_id)
    action = asked["action"]
    if action == "create":
        topic = topics.create(world, chat, who, str(asked["name"]), color=COLORS[len(chat.topics) % len(COLORS)])
        return {"message_thread_id": topic.id}
    found = chat.topic(asked["message_thread_id"])
    if found is None:
        raise Impossible(f"there is no topic {asked['message_thread_id']}")
    match action:
        case "close" | "reopen":
            if found.closed != (action == "close"):
                topics.turn(world, chat, who, found, closed=action == "close")
        case "rename":
            topics.edit(world, chat, who, found, str(asked["name"]), None)
        case "delete":
            topics.delete(world, chat, found)
        case _:
            raise Impossible(f"no action is called {action!r}")
    return {"message_thread_id": found.id}
