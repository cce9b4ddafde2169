# Words that many screens share.

duration-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
duration-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
duration-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
# As a value on its own.
length-days = { duration-days }
length-hours = { duration-hours }
length-minutes = { duration-minutes }
length-seconds = { $count ->
    [one] { $count } second
   *[other] { $count } seconds
}
weekday-after = { $weekday }, { $date }, after { $time } ({ $zone })
size-mb = { $number } MB

status-created = Open
status-answered = Answered
status-clarifying = Waiting for your reply
status-finished = Finished

ending-rated = the answer was rated
ending-cancelled = cancelled
ending-closed = closed by support
ending-expired = closed automatically after a long silence

kind = { $kind ->
    [text] text
    [photo] photo
    [document] document
    [video] video
    [animation] animation
    [audio] audio
    [voice] voice message
    [video_note] video message
    [sticker] sticker
    [contact] contact
    [location] location
    [venue] place on the map
   *[other] attachment
}

page-earlier = ‹
page-later = ›
page-of = { $page } of { $pages }
back = ‹ Back

# Why messages did not arrive, in /stats and /check
failure-blocked = blocked by the seller
failure-deactivated = account deleted
failure-never-started = chat with the bot closed
failure-outside = chat out of reach
failure-voice-forbidden = voice messages forbidden
failure-no-rights = the bot lacks rights
failure-file-wrong = the file is gone
failure-too-long = too long
failure-post-gone = the message is gone
failure-gone = the message is gone
failure-bug = an error of the bot
failure-other = another reason

# On buttons: “in 11 min”
brief-minutes = { $count } min
brief-hours = { $count } h
brief-days = { $count } d
