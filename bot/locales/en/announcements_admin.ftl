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

    { $where ->
        [none] Choose categories and for how long.
       *[other] Where: { $where }. In the last 7 days { $count ->
            [one] <b>{ $count }</b> seller wrote about it: about as many will see this within a week
           *[other] <b>{ $count }</b> sellers wrote about it: about as many will see this within a week
        }.
    }
announce-choose = Choose categories
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
announce-end-ask = Take the announcement down? ⚠️ { $text }

    { $count ->
        [0] Nobody asked to be told.
        [one] { $count } seller asked to be told and will get:
       *[other] { $count } sellers asked to be told and will get:
    }
announce-end-sure = { $count ->
    [0] Take down
    [one] Take down and tell { $count } seller
   *[other] Take down and tell { $count } sellers
}
announce-own-words = ⌨️ In your own words
announce-ask-closing = ⌨️ What shall sellers who asked be told? Up to 700 characters.
