# Первый день: что владельцу осталось настроить

first-steps = <b>Осталось настроить</b>
first-step-rights = Права бота в группе агентов: проверить, что он сможет вести темы.
first-step-catalogue = Каталог: сейчас в нём темы из поставки, оставьте нужные.
first-step-hours = График работы: продавцы узнают, когда ждать ответа.
first-step-canned = Готовые ответы: на частые вопросы, в одно касание.
first-step-delay = Задержка ответа: с ней отправленное по ошибке можно отозвать (/undo). Хватит 10 секунд.
first-step-rights-button = 🔎 Проверить права
first-step-catalogue-button = 🗂 Каталог
first-step-hours-button = 🕘 График работы
first-step-canned-button = 💬 Готовые ответы
first-step-delay-button = ⏳ Задержка ответа
