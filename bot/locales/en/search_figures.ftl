# How the search does, in /stats and /check

stats-search =
    <b>Search for topics</b>: { $asked } { $asked ->
        [one] time
       *[other] times
    }. The first topic was chosen: { $first }, one of the first three: { $seen }, one that was not found: { $elsewhere }, nothing was found: { $nothing }.
    “That solved it” was pressed: { $solved }. Moved to another topic by agents: { $moved }.
check-missed = 🔎 Most often not found: { $words }
missed-add = ➕ “{ $word }” → { $topic }
missed-added = Done: the word “{ $word }” now finds the topic “{ $topic }”.
