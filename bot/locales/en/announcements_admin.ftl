# /announce: an incident is told to sellers who choose its categories

announce-home = <b>Announcements of incidents</b>{ $count ->
    [0] {""}: none now.
   *[other] {""}, now shown: { $count }
}
announce-running =
    ⚠️ { $text }
    Where: { $where }{ $until ->
        [none] {""}
       *[other] , until { $until }
    }
announce-write = ➕ Announce an incident
announce-end = ✅ Fixed: { $text }
announce-ask = ⌨️ What happened? Write it as a seller should read it: what does not work and when it will. Up to 700 characters.
announce-too-long = Too long: { $length } characters where { $limit } are allowed. Send a shorter one.
announce-draft =
    Sellers will see:

    ⚠️ { $text }

    Where: { $where }. Choose categories and for how long, then press “Show to sellers”.
announce-everywhere = In every category
announce-in-all = in every category
announce-hours = { $hours ->
    [0] Until it is fixed
   *[other] { $hours } h
}
announce-show = 📢 Show to sellers
announce-made =
    📢 Shown to sellers: { $where }

    ⚠️ { $text }

    When it is fixed, press “Fixed” in /announce: whoever asked will be told.
announce-ended = ✅ The announcement is taken down: { $text }

    { $count ->
        [0] Nobody asked to be told.
        [one] { $count } seller who asked will be told.
       *[other] { $count } sellers who asked will be told.
    }
announce-over = This announcement was taken down already.
