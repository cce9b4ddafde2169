# What several screens of admins share.

admin-cancel = Cancel
admin-left = All right, nothing was changed.
admin-failed = Something went wrong. Please try again; the details are in the bot's log.
