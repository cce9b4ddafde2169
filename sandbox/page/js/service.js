// What a service message says, and the one-line preview of any message.
import { kindOf } from "./media.js";
import { words } from "./words.js";
import { fullName, senderName } from "./world.js";

/** The sentence of a service message, or null when the message is an ordinary one. `topicName` finds a topic's name. */
export function serviceText(message, topicName = () => "") {
  const say = words.service;
  const who = senderName(message);
  if (message.forum_topic_created) return say.topicCreated(who, message.forum_topic_created.name);
  if (message.forum_topic_edited) return message.forum_topic_edited.name ? say.topicRenamed(who, message.forum_topic_edited.name) : say.topicIcon(who);
  if (message.forum_topic_closed) return say.topicClosed(who, topicName(message));
  if (message.forum_topic_reopened) return say.topicReopened(who, topicName(message));
  if (message.pinned_message) return say.pinned(who, shorten(preview(message.pinned_message), 48));
  if (message.new_chat_members) return message.new_chat_members.map((person) => say.joined(who, fullName(person))).join("\n");
  if (message.left_chat_member) return say.left(who, fullName(message.left_chat_member));
  if (message.group_chat_created || message.supergroup_chat_created) return say.groupCreated(who);
  if (message.new_chat_title) return say.title(who, message.new_chat_title);
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return say.migrated;
  const isOrdinary = message.text !== undefined || kindOf(message) || message.caption !== undefined || message.rich_message;
  return isOrdinary ? null : say.other;
}

export function preview(message) {
  if (!message) return "";
  const kind = kindOf(message);
  const name = kind && (message[kind].file_name || message[kind].emoji);
  const said = message.text ?? message.caption;
  if (said) return (kind ? `${words.kinds[kind]}, ${said}` : said).replace(/\s+/g, " ");
  if (kind) return name ? `${words.kinds[kind]}: ${name}` : words.kinds[kind];
  return serviceText(message) || "";
}

export function shorten(text, length) {
  const signs = [...text];
  return signs.length > length ? `${signs.slice(0, length - 1).join("")}…` : text;
}
