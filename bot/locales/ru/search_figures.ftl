# How the search does, in /stats and /check

stats-search =
    <b>Поиск темы</b>: { $asked } { $asked ->
        [few] раза
       *[many] раз
    }. Выбрали первую тему: { $first }, одну из трёх первых: { $seen }, тему не из найденных: { $elsewhere }, ничего не нашли: { $nothing }.
    «Вопрос решён» нажали: { $solved }. Агенты перенесли в другую тему: { $moved }.
check-missed = 🔎 Чаще всего не нашли: { $words }
missed-add = ➕ «{ $word }» → { $topic }
missed-added = Готово: по слову «{ $word }» теперь находится тема «{ $topic }».
