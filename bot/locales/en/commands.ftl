# Menus of commands in Telegram, by who sees them. At most 256 characters each.

command-seller-start = Main menu
command-seller-new = New dialog with support
command-seller-dialogs = My dialogs: statuses, answers, search
command-seller-help = How to use the bot
command-seller-language = Language: Russian or English
command-seller-mydata = My data: download or delete

command-agent-queue = Unanswered dialogs: those that are due first, then the oldest
command-agent-mine = Dialogs assigned to me
command-agent-on = I am on shift: give me new dialogs
command-agent-off = My shift is over: hand on my dialogs
command-agent-find = Find a dialog: /find number, name or words
command-agent-take = Take the dialog
command-agent-release = Release the dialog
command-agent-give = Hand over to a colleague: /give @name
command-agent-ask = Ask for a clarification: /ask question
command-agent-hold = A message in between, not an answer: /hold looking into it
command-agent-note = A note that the seller never sees: /note text
command-agent-t = Canned answer: /t words to search
command-agent-similar = Answers that helped before
command-agent-undo = Take your answer back before it is sent
command-agent-later = Put the dialog off until a time
command-agent-move = Move to another category and topic
command-agent-merge = Merge with another dialog of the seller: /merge number
command-agent-history = Earlier dialogs of this seller
command-agent-close = Close the dialog
command-agent-ban = Ban the seller: /ban reason
command-agent-unban = Unban the seller

command-admin-stats = Figures: /stats yesterday, week, november, 01.11–15.11
command-admin-export = Export as a spreadsheet: /export 30d
command-admin-catalogue = Categories and topics
command-admin-templates = Canned answers
command-admin-settings = Support settings
command-admin-announce = Announcement of an incident
command-admin-admins = Admins
command-admin-ban = Ban: /ban dialog number or id, reason
command-admin-unban = Unban: /unban dialog number or id
command-admin-audit = Who did what and when
command-admin-check = Is everything in order
