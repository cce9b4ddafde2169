# What several screens of admins share.

admin-cancel = Cancel
admin-failed = That did not work. Try once more; the details are in the bot's log.
