# A draft that only waits to be sent
notice-draft-waits = 📝 Вопрос на тему «{ $topic }» ещё не отправлен: поддержка его не видит. Осталось нажать «Создать диалог».
