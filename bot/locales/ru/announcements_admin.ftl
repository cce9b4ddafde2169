# /announce: an incident is told to sellers who choose its categories

announce-home = <b>Объявления о сбоях</b>{ $count ->
    [0] {""}: сейчас нет.
   *[other] {""}, сейчас показываем: { $count }
}
announce-running =
    ⚠️ { $text }
    Где: { $where }{ $until ->
        [none] {""}
       *[other] , до { $until }
    }
announce-write = ➕ Объявить о сбое
announce-end = ✅ Починили: { $text }
announce-ask = ⌨️ Что случилось? Напишите так, как это должен прочитать продавец: что не работает и когда заработает. До 700 знаков.
announce-too-long = Слишком длинно: { $length } знаков, а можно { $limit }. Пришлите короче.
announce-draft =
    Продавец увидит:

    ⚠️ { $text }

    Где: { $where }. Выберите категории и срок, потом нажмите «Показать продавцам».
announce-everywhere = Во всех категориях
announce-in-all = во всех категориях
announce-hours = { $hours ->
    [0] Пока не починим
   *[other] { $hours } ч
}
announce-show = 📢 Показать продавцам
announce-made =
    📢 Показываем продавцам: { $where }

    ⚠️ { $text }

    Когда починят, нажмите «Починили» в /announce: всем, кто просил, придёт сообщение.
announce-ended = ✅ Объявление снято: { $text }

    { $count ->
        [0] Сообщить об этом никто не просил.
        [one] Об этом узнает { $count } продавец, который просил сообщить.
        [few] Об этом узнают { $count } продавца, которые просили сообщить.
       *[many] Об этом узнают { $count } продавцов, которые просили сообщить.
    }
announce-over = Это объявление уже снято.
