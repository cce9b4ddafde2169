"""From what a person typed to what can be compared: words, their stems, what other keys would have said."""

import re
import unicodedata

import Stemmer

WORD = re.compile(r"[0-9a-zа-я]+")
CYRILLIC = re.compile("[а-я]")
UNSEEN = re.compile("[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufe0f]")  # stress marks, soft hyphens, zero widths

LATIN_KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
CYRILLIC_KEYS = "ёйцукенгшщзхъфывапролджэячсмитьбю"
OTHER_LAYOUT = str.maketrans(LATIN_KEYS + CYRILLIC_KEYS + '~{}:"<>', CYRILLIC_KEYS + LATIN_KEYS + "ёхъжэбю")

SOUNDS = {
    "shch": "щ", "sch": "щ", "yo": "е", "jo": "е", "zh": "ж", "kh": "х", "ts": "ц", "ch": "ч", "sh": "ш",
    "yu": "ю", "ju": "ю", "ya": "я", "ja": "я", "a": "а", "b": "б", "v": "в", "w": "в", "g": "г", "d": "д",
    "e": "е", "z": "з", "i": "и", "j": "й", "y": "й", "k": "к", "l": "л", "m": "м", "n": "н", "o": "о",
    "p": "п", "r": "р", "s": "с", "t": "т", "u": "у", "f": "ф", "h": "х", "c": "ц", "q": "к", "x": "кс",
}  # fmt: skip
SOUND = re.compile("|".join(SOUNDS))

# Words that say nothing about the topic. Negations too: sellers ask about what does not work.
STOP_WORDS = frozenset(
    WORD.findall(
        """
        а без бы был была были было быть в вам вами вас ваш ваша ваше ваши вашего весь во вот все всего
        всем всех вы где да давно даже день для до добрый доброго дня его ее если есть еще же за зачем
        здравствуйте здрасьте и из или им их к каждый как какая какие какой какую какого когда которая
        которые который кто куда ли либо лучше между меня мне много можем может можно мой моя мое мои
        моего моей мою моих моим мы на над надо нам нас наш наша не него нее нет ни них но ну нужен
        нужна нужно нужны о об объясните один он она они опять от очень пожалуйста плиз помогите помощь
        подскажите поможете понять понимаю по почему под при привет про просто прошу пусть с сам сами
        сейчас себе себя скажите сколько снова со спасибо срочно стало стоит так такая такие такое такой
        там тебя тем то тогда того тоже только тот тут у уже хотел хотела хотелось хочу хотим чего чем
        через что чтоб чтобы чья эта эти это этот этого этой этому эту я вопрос проблема
        проблемы делать сделать могу a about after all also am an and any are as at be been before but
        by can cannot could did do does doesn doing don for from get getting got had has have help hello
        hi how i if in into is isn it its just let me my no not of on or our out please problem question
        should so some still such than thank thanks that the their them then there these they this to
        too up us want was we what when where which who why will with would you your t s m ve ll re d
        """
    )
)


def normal(text: str) -> str:
    composed = unicodedata.normalize("NFKC", text).casefold()
    return UNSEEN.sub("", composed).replace("ё", "е")


def tokens(text: str) -> list[str]:
    return WORD.findall(normal(text))


def other_layout(text: str) -> str:
    """The same keys pressed with the keyboard in the other language."""
    return text.casefold().translate(OTHER_LAYOUT)


def in_cyrillic(word: str) -> str:
    """Russian that was typed in Latin letters, by its sound."""
    return SOUND.sub(lambda sound: SOUNDS[sound[0]], word)


class Stems:
    """A stemmer is not to be shared between threads; making one costs nothing, and its cache more than it saves."""

    def __init__(self) -> None:
        self._russian = Stemmer.Stemmer("russian", 0)
        self._english = Stemmer.Stemmer("english", 0)

    def __call__(self, word: str) -> str:
        stemmer = self._russian if CYRILLIC.search(word) else self._english
        return str(stemmer.stemWord(word))

    def all(self, text: str) -> list[str]:
        return [self(word) for word in tokens(text) if word not in STOP_WORDS]
