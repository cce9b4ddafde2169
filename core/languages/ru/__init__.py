"""Russian."""

from core.languages.language import WEEK, WEEKEND, WORKDAYS, Language
from core.languages.ru.words import GREETS, ORDINARY_WORDS, STOP_WORDS, THANKS, WITH_GREETING, WITH_THANKS
from core.units import DAY, HOUR, MINUTE, SECOND

RUSSIAN = Language(
    code="ru",
    name="Русский",
    in_catalogues=True,
    stemmer="russian",
    letters="а-я",
    keys="ёйцукенгшщзхъфывапролджэячсмитьбю",
    shifted="ёхъжэбю",
    same_letters={"ё": "е"},
    sounds={
        "shch": "щ", "sch": "щ", "yo": "е", "jo": "е", "zh": "ж", "kh": "х", "ts": "ц", "ch": "ч", "sh": "ш",
        "yu": "ю", "ju": "ю", "ya": "я", "ja": "я", "a": "а", "b": "б", "v": "в", "w": "в", "g": "г", "d": "д",
        "e": "е", "z": "з", "i": "и", "j": "й", "y": "й", "k": "к", "l": "л", "m": "м", "n": "н", "o": "о",
        "p": "п", "r": "р", "s": "с", "t": "т", "u": "у", "f": "ф", "h": "х", "c": "ц", "q": "к", "x": "кс",
    },
    latin={
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i",
        "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
        "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sch", "ъ": "", "ы": "y", "ь": "",
        "э": "e", "ю": "yu", "я": "ya",
    },
    stop_words=STOP_WORDS,
    ordinary_words=ORDINARY_WORDS,
    greets=GREETS,
    with_greeting=WITH_GREETING,
    thanks=THANKS,
    with_thanks=WITH_THANKS,
    days=("пн", "вт", "ср", "чт", "пт", "сб", "вс"),
    day_groups={
        "ежедневно": WEEK, "будни": WORKDAYS, "будням": WORKDAYS, "выходные": WEEKEND, "выходным": WEEKEND,
        "понедельник": (0,), "вторник": (1,), "среда": (2,), "четверг": (3,), "пятница": (4,), "суббота": (5,),
        "воскресенье": (6,),
    },
    units={
        "с": SECOND, "сек": SECOND, "м": MINUTE, "мин": MINUTE, "минут": MINUTE, "минуты": MINUTE,
        "ч": HOUR, "час": HOUR, "часа": HOUR, "часов": HOUR,
        "д": DAY, "дн": DAY, "день": DAY, "дня": DAY, "дней": DAY,
    },
    off=frozenset({"нет", "выкл", "никогда", "всегда"}),
    today=frozenset({"сегодня"}),
    days_back=("д", "дн", "день", "дня", "дней"),
    between_dates=("с", "со", "от", "по", "до", "и"),
    variables={"имя": "name", "номер": "number", "тема": "topic"},
    date="%d.%m.%Y",
    on_weekday=("в понедельник", "во вторник", "в среду", "в четверг", "в пятницу", "в субботу", "в воскресенье"),
    day_of_month=(
        "{} января", "{} февраля", "{} марта", "{} апреля", "{} мая", "{} июня",
        "{} июля", "{} августа", "{} сентября", "{} октября", "{} ноября", "{} декабря",
    ),
    decimal=",",
    percent="{} %",
    zones={"Europe/Moscow": "МСК"},
)  # fmt: skip
