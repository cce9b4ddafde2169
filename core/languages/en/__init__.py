"""English."""

from core.languages.en.words import GREETS, ORDINARY_WORDS, STOP_WORDS, THANKS, WITH_GREETING, WITH_THANKS
from core.languages.language import WEEK, WEEKEND, WORKDAYS, Language
from core.units import DAY, HOUR, MINUTE, SECOND

ENGLISH = Language(
    code="en",
    name="English",
    in_catalogues=True,
    stemmer="english",
    letters="a-z",
    keys="`qwertyuiop[]asdfghjkl;'zxcvbnm,.",
    shifted='~{}:"<>',
    stop_words=STOP_WORDS,
    ordinary_words=ORDINARY_WORDS,
    greets=GREETS,
    with_greeting=WITH_GREETING,
    thanks=THANKS,
    with_thanks=WITH_THANKS,
    days=("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
    day_groups={
        "daily": WEEK, "weekdays": WORKDAYS, "workdays": WORKDAYS, "weekends": WEEKEND, "monday": (0,), "tuesday": (1,),
        "wednesday": (2,), "thursday": (3,), "friday": (4,), "saturday": (5,), "sunday": (6,),
    },
    units={
        "s": SECOND, "sec": SECOND, "second": SECOND, "seconds": SECOND,
        "m": MINUTE, "min": MINUTE, "mins": MINUTE, "minute": MINUTE, "minutes": MINUTE,
        "h": HOUR, "hr": HOUR, "hrs": HOUR, "hour": HOUR, "hours": HOUR,
        "d": DAY, "day": DAY, "days": DAY, "w": 7 * DAY, "week": 7 * DAY, "weeks": 7 * DAY,
    },
    units_alone=frozenset({"minute", "hour", "day", "week"}),
    megabytes=frozenset({"m", "mb", "mbyte", "megabyte", "megabytes"}),
    off=frozenset({"off", "no", "never", "always"}),
    today=frozenset({"today"}),
    yesterday=frozenset({"yesterday"}),
    spans={
        "d": 1, "day": 1, "days": 1, "w": 7, "week": 7, "weeks": 7, "month": 30, "months": 30, "quarter": 90,
        "y": 365, "year": 365, "years": 365,
    },
    this=frozenset({"this", "current"}),
    previous=frozenset({"last", "previous"}),
    beside_spans=frozenset({"for", "in", "of", "the", "past", "whole", "during"}),
    since=frozenset({"from", "since"}),
    between_dates=("from", "since", "to", "till", "until", "and"),
    months=(
        "jan(?:uary)?", "feb(?:ruary)?", "mar(?:ch)?", "apr(?:il)?", "may", "june?", "july?", "aug(?:ust)?",
        "sept?(?:ember)?", "oct(?:ober)?", "nov(?:ember)?", "dec(?:ember)?",
    ),
    days_ahead={"today": 0, "tomorrow": 1},
    times_of_day={"morning": 9, "noon": 12, "afternoon": 13, "evening": 18},
    before_noon=frozenset({"am", "a.m."}),
    after_noon=frozenset({"pm", "p.m."}),
    beside_moments=frozenset({"in", "on", "at", "until", "till", "by", "the", "an", "a", "next"}),
    variables={"name": "name", "number": "number", "topic": "topic"},
    date="%d %b %Y",
    date_of_this_year="%d %b",
    on_weekday=("on Monday", "on Tuesday", "on Wednesday", "on Thursday", "on Friday", "on Saturday", "on Sunday"),
    day_of_month=(
        "{} January", "{} February", "{} March", "{} April", "{} May", "{} June",
        "{} July", "{} August", "{} September", "{} October", "{} November", "{} December",
    ),
    decimal=".",
    percent="{}%",
)  # fmt: skip
