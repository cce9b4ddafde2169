# /stats: the figures, each with its definition (core/figures.py)

stats-title = 📊 <b>Figures for { $period }</b>
stats-compared = <i>“was”: in { $period }</i>
stats-was = {""} · was { $before }
stats-empty = There were no dialogs in this time.
stats-usage = Like this: <code>/stats 7</code>, <code>/stats yesterday</code>, <code>/stats week</code>, <code>/stats last month</code>, <code>/stats november</code> or <code>/stats 01.11–15.11</code>
stats-volume = { $count ->
    [one] <b>{ $count }</b> dialog opened
   *[other] <b>{ $count }</b> dialogs opened
}
stats-none = no data yet
stats-spread = median { $median }, 90% within { $p90 } (n = { $count })
stats-first-response = <b>First response:</b> { $figures }
    <i>from the opening of a dialog to the first delivered answer</i>
stats-first-response-at-work = <b>First response in working hours:</b> { $figures }
    <i>the same, hours off not counted</i>
stats-next-response = <b>Next response:</b> { $figures }
    <i>from each turn of the seller to a delivered answer</i>
stats-resolution = <b>Resolution:</b> { $figures }
    <i>from the opening to the rating, or to the end by support</i>
stats-csat = <b>Satisfied (CSAT):</b> { $csat } ({ $satisfied } of { $ratings }){ $was }
    <i>ratings of 4 and 5 among all; { $rate } of { $answered } answered { $answered ->
        [one] dialog
       *[other] dialogs
    } were rated</i>
stats-apart = <b>Auto-closed:</b> { $share } ({ $expired } of { $finished } finished){ $was }. Cancelled by sellers: { $cancelled }
stats-delivery = <b>Delivery:</b> { $share } ({ $delivered } of { $accepted } messages)
stats-undelivered = <i>{ $reasons }</i>
stats-waiting = wait to leave: { $count }
stats-split-legend = <i>dialogs · first response (median) · CSAT</i>
stats-split-line = <b>{ $name }</b>: { $count } · { $first } · { $csat }
stats-split-more = …and { $count } more
stats-period = { $period ->
    [today] Today
    [week] 7 days
   *[month] 30 days
}
stats-cut = { $cut ->
    [category] Categories
    [topic] Topics
    [agent] Agents
   *[all] All
}
stats-draw = 🖼 Charts

# On the picture
picture-title = Seller support
picture-dialogs = Dialogs
picture-first-response = First response, median
picture-csat = Satisfied (CSAT)
picture-expired = Auto-closed
picture-was = was { $before }
picture-volume = New dialogs by day
picture-volume-weeks = New dialogs by week
picture-waiting = How long sellers wait
picture-median = median
picture-p90 = 90% within
picture-first = First response
picture-next = Next response
picture-resolution = Resolution
picture-categories = Categories
picture-agents = Agents
picture-ratings = { $rate } rated
picture-columns = dialogs · first response (median) · CSAT
picture-days = { $count } d
picture-hours = { $count } h
picture-minutes = { $count } min
