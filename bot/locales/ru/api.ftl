# Что узнаёт по API программа; читает это разработчик.
problem-token-missing = Нужен токен: Authorization: Bearer <токен>. Его создаёт «sellerdesk token add».
problem-token-unknown = Этот токен неизвестен, отозван или просрочен.
problem-right-missing = Этому токену так нельзя: нужны другие права.
problem-too-many-requests = Слишком много запросов. Повторите через время из Retry-After.
problem-request-wrong = Запрос не разобрать; где именно, написано в errors.
problem-not-json = Пришлите тело как application/json.
problem-too-large = Запрос слишком большой.
problem-text-too-long = Текст длиннее 3500 знаков; эмодзи считается за два. Сократите его или отправьте частями.
problem-key-wrong = В Idempotency-Key от 1 до 255 печатных знаков ASCII.
problem-key-used = Этот Idempotency-Key уже принадлежит другому запросу. Возьмите новый.
problem-busy = Диалог сейчас меняют другие. Повторите.
problem-path-unknown = По этому адресу ничего нет. Что есть, написано в /openapi.json.
problem-method-unknown = С этим методом адрес не работает.
problem-unavailable = Сейчас не получается. Повторите чуть позже с тем же Idempotency-Key.
