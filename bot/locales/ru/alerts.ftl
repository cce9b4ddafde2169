# What admins are told at once
alarm-store = ⚠️ База данных недоступна: { $reason }. Новые сообщения ждут у Telegram, продолжим сами, когда она вернётся.
alarm-store-over = ✅ База данных снова доступна.
alarm-set-aside = ⚠️ Обновление { $update } не удалось обработать, оно отложено: { $error }. Подробности: /check
alarm-set-aside-over = ✅ Отложенных обновлений больше нет.
alarm-group = ⚠️ Не могу писать в группу { $group }: { $reason }. Сообщения ждут и уйдут сами, когда права вернутся.
alarm-group-over = ✅ Группа снова доступна.
alarm-waiting = ⚠️ Сообщения ждут отправки уже { $age }, всего { $count }. Подробности: /check
alarm-waiting-over = ✅ Все сообщения отправлены.
alarm-undeliverable = ⚠️ Сообщение по диалогу { $dialog } не удалось доставить, оно отложено: { $error }. Подробности: /check
alarm-crowded = ⚠️ Группа { $group } уже несколько минут получает почти 20 сообщений в минуту, больше Telegram боту не даёт. Направьте часть категорий в другую группу: /catalogue
alarm-crowded-over = ✅ В группе снова спокойно.
