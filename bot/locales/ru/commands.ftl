# Menus of commands in Telegram, by who sees them. At most 256 characters each.

command-seller-start = Главное меню
command-seller-new = Новый диалог с поддержкой
command-seller-dialogs = Мои диалоги: статусы, ответы, поиск
command-seller-help = Как пользоваться ботом
command-seller-language = Язык: русский или английский
command-seller-mydata = Мои данные: скачать или удалить

command-agent-queue = Диалоги без ответа: сначала те, чей срок ближе, потом самые старые
command-agent-mine = Диалоги, которые веду я
command-agent-on = Я на смене: давать мне новые диалоги
command-agent-off = Смена окончена: передать мои диалоги
command-agent-find = Найти диалог: /find номер, имя или слова
command-agent-take = Взять диалог себе
command-agent-release = Отпустить диалог
command-agent-give = Передать коллеге: /give @имя
command-agent-ask = Запросить уточнение: /ask вопрос
command-agent-hold = Промежуточное сообщение, не ответ: /hold смотрим ваш вопрос
command-agent-note = Заметка, которую продавец не увидит: /note текст
command-agent-t = Готовый ответ: /t слова для поиска
command-agent-similar = Ответы, которые помогли раньше
command-agent-undo = Отозвать свой ответ, пока он не отправлен
command-agent-later = Отложить до времени
command-agent-move = Перенести в другую категорию и тему
command-agent-merge = Объединить с другим диалогом продавца: /merge номер
command-agent-history = Прежние диалоги этого продавца
command-agent-close = Закрыть диалог
command-agent-ban = Заблокировать продавца: /ban причина
command-agent-unban = Разблокировать продавца

command-admin-stats = Показатели: /stats вчера, неделя, ноябрь, 01.11–15.11
command-admin-export = Выгрузка в таблицу: /export 30d
command-admin-catalogue = Категории и темы
command-admin-templates = Готовые ответы
command-admin-settings = Настройки поддержки
command-admin-announce = Объявление о сбое
command-admin-admins = Администраторы
command-admin-ban = Заблокировать: /ban номер диалога или id, причина
command-admin-unban = Разблокировать: /unban номер диалога или id
command-admin-audit = Кто, что и когда сделал
command-admin-check = Всё ли в порядке
