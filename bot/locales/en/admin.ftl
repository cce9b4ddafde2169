# What several screens of admins share.

admin-cancel = Cancel
