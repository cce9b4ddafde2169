"""From what a person typed to what can be compared: words, their stems, what other keys would have said."""

import re
import unicodedata

import Stemmer

LONGEST_QUESTION = 300  # letters of it that are read

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
        а без бы был была были было быть в вам вами вас ваш ваша ваше вашего ваши весь во вопрос вот все
        всего всем всех вы да даже для до доброго доброе добрый его ее если еще же за здравствуйте здрасьте
        и из или им их к которая которые который ли либо между меня мне могу мое моего моей можем может мои
        моим моих мой мою моя мы на над надо нам нас наш наша наше наши не него нее ни них но ну нужен нужна
        нужно нужны о об объясните он она они оно от очень плиз по подскажите пожалуйста помогите поможете
        помощь понимаю понять при привет про проблема проблемы просто прошу пусть с себе себя скажите со
        спасибо так такая такие такое такой там тебя тем то тогда того тоже тот тут у хотел хотела хотелось
        хотим хочу чего чем через что чтоб чтобы чья эта эти это этого этой этом этому этот эту я
        a about after all also am an and any are as at be been but by can could d did do does doesn doing
        don for from getting had has have hello help hi i if in into is isn it its just let ll m me my of on
        or our please problem question re s should so some such t than thank thanks that the their them then
        there these they this to too us ve want was we will with would you your
        """
    )
)

# Words of any talk. They help to tell whole sentences apart, hardly lead to a topic alone, and are no typos.
ORDINARY_WORDS = frozenset(
    WORD.findall(
        """
        август апрель блин больно больше брать будет будто будут бывает ваще вдруг везде век вечер вещь
        взять видеть видит видно вижу вместо вообще впервые вперед время вроде всегда вторник второй вторые
        вчера выходит выше где глаз говорит говорить год года давать давно дает дайте дал дали два две двое
        декабрь делает делать делаю дело день десять дней дня добиться долго должен должны дом дома
        достаточно достать друг другое другой думать единственный есть ждать жду жена завтра зайти заново
        зачем здесь знать значит знаю идет идти иду именно иначе иногда искать итог июль июнь каждый кажется
        как какая какие какого какой какой-то какую когда конец конкретно короче кроме кругом кто куда куча
        лежать лежит лет лето лично лишь лучше любой люди май мало март месяц месяца минута много можно мол
        момент муж наверно назад найти наконец написал написала написать например народ нарочно насчет начал
        начало начать неделю неделя несколько нет неужели нигде никак никакой никто ничего новая новый норма
        нормально ночь ноябрь оба обе объясни один одна одни одно одной октябрь опять осень остается отдать
        отдельно откуда первая первый перед писали писать пишет пишу под подскажи пойти пока полгода полный
        половина половину получается получил получить помню понедельник пор посмотреть поставил поставить
        потом потому почему почти поэтому появилось правда правильно примерно прислать приходит приходится
        приходят пришел пришла пришли пришло пробовал пробовать проверьте просит просят против прочее пусто
        пятница пять раз разный разобраться рано раньше реально решение решите решить руб рублей рубль руки
        сам сама сами само самый сверху свои своим своих свой сделал сделали сделать сегодня седьмой сейчас
        сентябрь сидеть сижу сильно ситуация сих сказал сказали сказать сколько скоро слишком словно случай
        случилось слышать смотреть смотрю снова совсем сорок сперва сразу среда срочно стал стала стали
        стало старая старый сто стоит сторона стоять странно суббота сутки сюда та также тебе теперь тип
        типа только точно третий три трое туда тыс тысяча тыща уважаемые угодно уже узнать указать утро
        ухожу ушел ушла ушло февраль хватает хватит ходить хорошо хоть хотя целый час часто часть человек
        честно числится число что-то чужой шесть шт штука якобы январь ясно
        actually again ago already always another anyone anything anyway asked asking back because before
        being believe better big both call called came cannot come day days dear done down each else even
        ever every everything explain few find first five found four gave get gets give given go goes going
        gone good got happen happened happening happens here him his hour hours how keep keeps kindly know
        last later left less like little long look looks made make makes many maybe mean means month months
        more most much must need needs never new next no nobody none not nothing now off old once one only
        other out over own people person put quite really right said same saw say saying says second see
        seen send sent set several show shows since situation somehow someone something start started still
        sure take taken takes tell ten thing think third three time today told tomorrow took tried try
        trying twice two under until up use used using very wait waiting way week weeks went what when where
        which while who why without work working works wrong year years yesterday yet
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
