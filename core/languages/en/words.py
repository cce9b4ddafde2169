"""Words that say little or nothing of what a question is about."""

# Nothing at all. Negations too: sellers ask about what does not work.
NOTHING = """
    a about after all also am an and any are as at be been but by can could d did do does doesn doing don for from
    getting had has have hello help hi i if in into is isn it its just let ll m me my of on or our please problem
    question re s should so some such t than thank thanks that the their them then there these they this to too us
    ve want was we will with would you your
"""

# Words of any talk. They help to tell whole sentences apart, hardly lead to a topic alone, and are no typos.
ORDINARY = """
    actually again ago already always another anyone anything anyway asked asking back because before being believe
    better big both call called came cannot come day days dear done down each eight eighty eleven else even ever every
    everything explain few fifteen fifty find first five forty found four gave get gets give given go goes going gone
    good got happen happened happening happens here him his hour hours how hundred keep keeps kindly know last later
    left less like little long look looks made make makes many maybe mean means million month months more most much
    must need needs never new next nine ninety no nobody none not nothing now off old once one only other out over own
    people person put quite really right said same saw say saying says second see seen send sent set seven seventy
    several show shows since situation six sixty somehow someone something start started still sure take taken takes
    tell ten thing think third thirty thousand three time today told tomorrow took tried try trying twelve twenty twice
    two under until up use used using very wait waiting way week weeks went what when where which while who why without
    work working works wrong year years yesterday yet
"""

STOP_WORDS = frozenset(NOTHING.split())
ORDINARY_WORDS = frozenset(ORDINARY.split())

BESIDE_THANKS = """
    you very much so a lot for the your help answer reply quick ok okay great good got it understood all perfect and
    yes many cheers
"""

BESIDE_CANCEL = """
    it this that all everything please the draft dialog step
"""

GREETS = frozenset({"hello", "hi", "hey", "good"})
WITH_GREETING = frozenset({"morning", "afternoon", "evening", "day", "there", "dear", "support"})
THANKS = frozenset({"thanks", "thank", "thx", "ty"})
WITH_THANKS = frozenset(BESIDE_THANKS.split())
CANCELS = frozenset({"cancel", "cancelled", "abort"})
WITH_CANCEL = frozenset(BESIDE_CANCEL.split())
