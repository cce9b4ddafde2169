# What several screens of admins share.

admin-cancel = Отмена
admin-left = Хорошо, оставили как было.
admin-failed = Не получилось. Попробуйте ещё раз; подробности записаны в журнале бота.
