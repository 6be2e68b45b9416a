"""Where a subject and its verb stand in a sentence, as far as the words beside them tell."""

from __future__ import annotations

from copylint.checks.grammar._agreement import thirds
from copylint.checks.grammar._line import Line
from copylint.checks.grammar._lists import nouns, verbs
from copylint.word_kinds import KINDS

AUXILIARIES = frozenset(
    "is are was were has have had will would can could may might must should cannot won't wouldn't can't couldn't "
    "isn't aren't wasn't weren't hasn't haven't hadn't didn't doesn't don't did does".split()
)
BE = frozenset("is are was were isn't aren't wasn't weren't".split())
MAYBE = frozenset("would could may might".split())
PRONOUNS = frozenset("he she they we i".split())
DETERMINERS = frozenset(
    "the a an his her its their our my your this that these those some many several most no every each both all two "
    "three four five six seven eight nine ten dozens hundreds thousands".split()
)
_ARTICLES = frozenset("the a an his her its their".split())
SAYING = frozenset(
    "say says said saying tell told think thought thinks know knew known knows believe believed believes hope hoped "
    "hopes fear feared fears feel felt feels hear heard see saw seen sees find found finds learn learned learnt "
    "realise realised realize realized mean means meant suggest suggested suggests claim claimed claims show showed "
    "shown shows prove proved proves ensure ensured insist insisted deny warn warned admit admitted announce "
    "announced understand understood remember remembered forget forgot decide decided expect expected assume assumed "
    "imagine wish wished guess notice noticed discover discovered reveal revealed confirm confirmed report reported "
    "agree agreed note noted add added argue argued explain explained doubt doubted wonder wondered ask asked let "
    "conclude concluded allege alleged indicate indicated sure glad sorry afraid clear aware told fact way reason "
    "reports evidence belief moment day time year everything something anything nothing all".split()
)
"""Words after which a clause may stand without “that”."""
_SURE_PAST = frozenset("said told".split())
_SMALL = frozenset(KINDS["SMALL"].split()) | {"'", "’", "not"}
_BEFORE_VERB = frozenset("also still never now not already only often later soon finally then again both all simply".split())
_JOINERS = frozenset(
    "who that which what where how why whom whose if whether and or but than as because while when before after since "
    "until though although unless once so".split()
)
PARTICLES = frozenset("up down out off in on away back over together apart through home abroad here there".split())
_NOT_AFTER_MAIN_PAST = frozenset("by in at for on with from as under of to near".split())
_WILLING = frozenset(
    "refused agreed declined offered wanted planned threatened promised vowed continued began tried failed managed "
    "decided moved returned went turned hoped chose".split()
)
_ENDINGS = ("ment", "tion", "sion", "ness", "ity", "ance", "ence", "ship", "ism", "ists", "ers", "doing", "maker")
TITLES = frozenset("mr mrs ms dr president senator sir lord lady king queen prince princess pope judge general".split())
_LONGEST = 6


def is_noun(line: Line, number: int) -> bool:
    """Whether a token is a noun by the lists, a name or a word with the ending of a noun."""
    word, known = line.word(number), nouns()
    if word in _SMALL or not word[:1].isalpha():
        return False
    if word in known.singulars or word in known.plurals or word in known.mass or is_name(line, number):
        return True
    is_sole = line.before(number) in _ARTICLES and not word.endswith(("ed", "ing", "ous", "ful", "ic"))
    return is_sole or word.endswith(_ENDINGS)


def is_name(line: Line, number: int) -> bool:
    """Whether a token has a capital."""
    return line.written(number)[:1].isupper()


def is_sure_verb(line: Line, number: int) -> bool:
    """Whether a token can only be a finite verb."""
    word, known = line.word(number), verbs()
    if not line.is_small(number):
        return False
    is_past = word in known.pasts and word not in known.participles and word not in known.bases
    return is_past or word in AUXILIARIES or word in _SURE_PAST or word in thirds()


def is_past(line: Line, number: int) -> bool:
    """Whether a token is a past tense that may be a participle too."""
    word, known = line.word(number), verbs()
    return word in known.pasts and word not in known.bases and line.is_small(number)


def is_main_past(line: Line, number: int) -> bool:
    """Whether a past tense that may be a participle is none here, as far as the word after it tells."""
    after = line.after(number)
    if not is_past(line, number) or not after or line.word(number - 1) in AUXILIARIES or is_sure_verb(line, number + 1):
        return False
    return after not in _NOT_AFTER_MAIN_PAST or (after == "to" and line.word(number) in _WILLING)


def joins(line: Line, number: int) -> bool:
    """Whether a token joins clauses, or is a mark."""
    word = line.word(number)
    return word in _JOINERS or not (word[:1].isalnum() or word[:1] in "£$€'’")


def subject_start(line: Line, verb: int, limit: int) -> int:
    """The first token, after the limit, of the subject right before a verb, or -1 where none is sure."""
    place = verb - 1
    while place > limit and (line.word(place) in _BEFORE_VERB or line.word(place).endswith("ly")):
        place -= 1
    if place <= limit:
        return -1
    if line.word(place) in PRONOUNS or line.word(place) == "it":
        return place
    if not is_noun(line, place) or line.word(place).endswith("'s"):
        return -1
    return _name_start(line, place, limit) if is_name(line, place) else _phrase_start(line, place, limit)


def _name_start(line: Line, last: int, limit: int) -> int:
    place = last
    while place - 1 > limit and line.is_joined(place - 1) and is_name(line, place - 1):
        place -= 1
    return place - 1 if line.word(place - 1) in ("the", "a", "an") and place - 1 > limit else place


def _phrase_start(line: Line, head: int, limit: int) -> int:
    place = head
    while place - 1 > limit and line.is_joined(place - 1) and head - place < _LONGEST:
        before = line.word(place - 1)
        if before in DETERMINERS:
            return _whole(line, place - 1, limit)
        if before.endswith("'s"):
            return _name_start(line, place - 1, limit) if is_name(line, place - 1) else _phrase_start(line, place - 1, limit)
        if before == "of" and is_noun(line, place - 2):
            return _phrase_start(line, place - 2, limit)
        if before in _SMALL or is_sure_verb(line, place - 1):
            break
        place -= 1
    return head if _is_bare(line, head, limit) else -1


def _is_bare(line: Line, head: int, limit: int) -> bool:
    """Whether a noun that needs no article begins its phrase: right after a verb, a participle or a particle."""
    known, before = nouns(), line.word(head - 1)
    is_several = line.word(head) in known.plurals and line.word(head) not in known.singulars
    if not (is_several or line.word(head) in known.mass or line.word(head) in ("police", "people")):
        return False
    return head - 1 == limit or before in verbs().participles or before in PARTICLES


def _whole(line: Line, determiner: int, limit: int) -> int:
    """Where a phrase begins that has this determiner: before “all”, or before what “of” hangs on."""
    place = determiner
    if place - 1 > limit and line.word(place - 1) in ("all", "both"):
        place -= 1
    head = place - 2
    if line.word(place - 1) != "of" or head <= limit:
        return place
    if line.word(head) in ("one", "some", "many", "most"):
        return head
    if not is_noun(line, head):
        return -1
    return _name_start(line, head, limit) if is_name(line, head) else _phrase_start(line, head, limit)


def ends_clause(line: Line, number: int) -> bool:
    """Whether a clause may end with a token: a noun, a verb, a particle or an adverb; no small word that leads on."""
    word = line.word(number)
    if word in PARTICLES or word in ("him", "her", "it", "them", "us", "me"):
        return True
    return (word not in _SMALL or is_name(line, number)) and not joins(line, number)
