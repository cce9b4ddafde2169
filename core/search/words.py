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
        а без бы был была были было быть в вам вами вас ваш ваша ваше ваши вашего весь во вот все всего
        всем всех вы где да даже для до добрый доброго доброе его ее если еще же за зачем
        здравствуйте здрасьте и из или им их к как какая какие какой какую какого который
        которая которые кто куда ли либо между меня мне может можем мой моя мое мои
        моего моей мою моих моим мы на над надо нам нас наш наша наше наши не него нее ни них но ну нужен
        нужна нужно нужны о об объясните он она они оно от очень пожалуйста плиз помогите помощь
        подскажите поможете понять понимаю по почему при привет про просто прошу пусть с
        себе себя скажите со спасибо так такая такие такое такой
        там тебя тем то тогда того тоже тот тут у хотел хотела хотелось хочу хотим чего чем
        через что чтоб чтобы чья эта эти это этот этого этой этому эту этом я вопрос проблема
        проблемы могу a about after all also am an and any are as at be been but
        by can could did do does doesn doing don for from getting had has have help hello
        hi how i if in into is isn it its just let me my of on or our please problem question
        should so some such than thank thanks that the their them then there these they this to
        too us want was we what where which why will with would you your t s m ve ll re d
        """
    )
)

# Words of any talk. They help to tell whole sentences apart, hardly lead to a topic alone, and are no typos.
ORDINARY_WORDS = frozenset(
    WORD.findall(
        """
        август апрель больше больно брать будет будто будут бывает ваще везде век вещь взять вечер видеть
        видит вижу видно вместо вообще вперед впервые время вроде всегда вторник второй вторые
        вчера вы выходит выше глаз говорить говорит год года лет давать давно дает дайте дал дали две два
        двое делать делаю делает дело день дня дней десять декабрь должен должны долго дом дома
        достать другой думать друг единственный есть ждать жду завтра зайти заново знать знаю значит иду
        идти идет именно иначе иногда искать итог июль июнь каждый кажется когда конец конкретно короче
        кроме кругом куча лежит лежать лето лишь любой люди лучше май мало март месяц месяца минута много
        можно момент муж жена назад найти написать написал написала например народ нарочно начать начал
        начало неделя неделю неужели несколько нет нигде никак никакой никто ничего новый новая норма
        нормально ноябрь ночь обе оба один одна одно одни одной октябрь опять осень остается
        откуда отдельно ответить отдать первый первая перед писать пишет пишу писали под пойти пока полный
        половина половину полгода получается получить получил помню понедельник поставить поставил потом
        почти появилось правда правильно примерно пришел пришла пришло пришли приходит приходится приходят
        прислать пробовать пробовал просит просят против просят пять пятница пусто разный раз рано раньше
        руки рубль рублей руб сам сама само сами самый сверху свой свои своих своим сделать сделал сделали
        сегодня седьмой сейчас сентябрь сидеть сижу сильно сказать сказал сказали сколько скоро слишком
        словно слышать смотреть смотрю снова совсем сорок сразу сперва среда срочно стал стала стало стали
        старый старая сто стоит стоять сторона странно стоять суббота сутки сюда та так тебе теперь
        тип того только только точно три третий трое туда тыща тысяча тыс угодно уже указать утро ухожу
        ушел ушла ушло февраль ходить хорошо хоть хотя целый час часто часть человек через честно число
        числится что-то чужой штука шт шесть январь якобы ясно другое прочее
        again ago already always another anyone anything asked asking back because before being better
        big both call called came cannot come day days done down each else even ever every everything few
        find first five found four gave get gets give given go goes going gone good got happen happens
        happened happening here him his hour hours keep keeps know last later left less like little long
        look looks made make makes many maybe mean means month months more most much must need needs never
        new next no nobody none nothing not now off old once one only other out over own people person put
        really right said same saw say saying says second see seen send sent set show shows since someone
        something start started still sure take taken takes tell ten thing think third three time today
        told tomorrow took tried try trying twice two under until up use used using very wait waiting way
        week weeks went while who without work works working wrong year years yesterday yet
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
