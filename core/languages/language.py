"""What depends on a language and is no sentence. Sentences stand in the messenger's locales."""

from collections.abc import Mapping
from dataclasses import dataclass, field

WEEK, WORKDAYS, WEEKEND = tuple(range(7)), tuple(range(5)), (5, 6)  # Monday first


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Language:
    code: str  # as messengers tell it: ISO 639-1
    name: str  # in the language itself

    in_catalogues: bool = False  # every title of a catalogue must be given in it

    # search
    stemmer: str  # of Snowball
    letters: str  # a range of a regular expression, in small letters
    keys: str  # what the keys of an English keyboard type in this language, in the order of `ENGLISH_KEYS`
    shifted: str = ""  # and with Shift those that type no letter in English
    same_letters: Mapping[str, str] = field(default_factory=dict)  # that people write one for the other: ё as е
    sounds: Mapping[str, str] = field(default_factory=dict)  # Latin letters -> the letters that they stand for
    latin: Mapping[str, str] = field(default_factory=dict)  # its letters -> Latin ones, for keys that people read
    stop_words: frozenset[str] = frozenset()
    ordinary_words: frozenset[str] = frozenset()

    # names
    name_endings: frozenset[str] = frozenset()  # that cases give them: «Сергею», «Лавровой»
    lost_vowels: frozenset[str] = frozenset()  # before their last letter: «Павел», «Павла»

    # small talk
    greets: frozenset[str] = frozenset()
    with_greeting: frozenset[str] = frozenset()  # what may stand beside: «добрый день»
    thanks: frozenset[str] = frozenset()
    with_thanks: frozenset[str] = frozenset()  # «ок, спасибо за помощь»
    cancels: frozenset[str] = frozenset()
    with_cancel: frozenset[str] = frozenset()  # «отмените это, пожалуйста»

    # what people type
    days: tuple[str, str, str, str, str, str, str]  # short, Monday first
    day_groups: Mapping[str, tuple[int, ...]]  # «ежедневно», «будни», and days by their whole name -> days of the week
    units: Mapping[str, int]  # of a duration -> ms
    units_alone: frozenset[str]  # «через час»: that need no number
    megabytes: frozenset[str]
    off: frozenset[str]  # that switches a setting off
    today: frozenset[str]
    yesterday: frozenset[str]
    spans: Mapping[str, int]  # «7 дней», «неделя» -> days
    this: frozenset[str]  # «эта неделя»
    previous: frozenset[str]  # «прошлый месяц»
    beside_spans: frozenset[str]  # «за последние 7 дней»: what says no more than «7 дней»
    since: frozenset[str]  # «с 1.11»: until today
    between_dates: tuple[str, ...]  # «с 1.11 по 15.11»
    months: tuple[str, ...]  # January first: regular expressions of what a month is called, in small letters
    days_ahead: Mapping[str, int]  # «завтра» -> 1
    times_of_day: Mapping[str, int]  # «вечером» -> an hour
    before_noon: frozenset[str]  # «9 утра»
    after_noon: frozenset[str]
    beside_moments: frozenset[str]  # «через 2 дня», «в пятницу в 10:00»
    variables: Mapping[str, str]  # what a canned answer may name in braces -> name, number, topic

    # how it is shown
    date: str  # strftime
    date_of_this_year: str  # the same where room is short
    on_weekday: tuple[str, ...]  # Monday first: «в понедельник»
    day_of_month: tuple[str, ...]  # January first, with {} for the day: «{} января»
    decimal: str
    percent: str  # with {}
    zones: Mapping[str, str] = field(default_factory=dict)  # names of time zones that people know
