"""From the words that open a clause to the verb that goes with them: the head of the subject, what hangs on it, the verb."""

from __future__ import annotations

from copylint.checks.grammar._agreement import FOR_ONE, FOR_SEVERAL, for_one, for_several
from copylint.checks.grammar._line import Line
from copylint.checks.grammar._lists import nouns, verbs
from copylint.checks.grammar._number import NUMBERS

EITHER = frozenset("the his her my your our their its".split())
ONE = frozenset("a an this every each another".split())
SEVERAL = NUMBERS | frozenset("these those many several some all both most few".split())
LEADS = EITHER | ONE | SEVERAL
LINKS = frozenset(
    "of in at near from with on for behind around inside outside along across under against about between by to into over "
    "without after before during since among through within below above beside beyond".split()
)
WHO = frozenset("who that which".split())
_AUXILIARIES = frozenset(FOR_SEVERAL) | frozenset(FOR_ONE)
_FINITE = _AUXILIARIES | frozenset("had did will would can could may might must should".split())
SAYING = frozenset(
    "say think know show believe hope fear claim suggest find see feel hear learn tell mean worry wish argue insist warn "
    "ensure understand realise realize remember forget doubt deny admit expect suspect decide report announce read guess "
    "agree prove discover reveal declare indicate imagine prefer require demand ask wonder let make help have be do swear "
    "note note conclude confirm assume pretend estimate write predict promise accept acknowledge add concede complain "
    "determine explain maintain observe recall state testify vow threaten protest propose recommend order request".split()
)
_STOPPING = frozenset("and or nor but than as if when while where whose whom whether because until so though although".split())
_LEADING_IN = frozenset(
    "in on at after before during since for by with despite according however meanwhile still yet yesterday today last this "
    "although while if when as because but and under over until among instead once earlier later".split()
)
_CLAUSE = frozenset("that because when while although though whether where if said says".split())
_HEAD_WORDS = 4
FARTHEST = 16


def head_of(line: Line, lead: int) -> int:
    """The noun before the first word that leads on from it, or 0."""
    for place in range(lead + 1, lead + 1 + _HEAD_WORDS):
        word = line.word(place)
        if not line.is_joined(place - 1) or word in _FINITE or not word[:1].isalpha():
            return 0
        leads_on = word in LINKS or word in WHO or (place > lead + 1 and _is_modifier(line, place))
        if leads_on:
            is_noun = line.is_small(place - 1) and not (place > lead + 2 and line.word(place - 1) in verbs().thirds)
            return place - 1 if place > lead + 1 and is_noun else 0
        if word in _STOPPING or "'" in word or (place > lead + 1 and line.word(place - 1) in nouns().plurals):
            return 0
    return 0


def _is_modifier(line: Line, place: int) -> bool:
    """Whether a participle tells more of the noun before it: living near the plant, held in May."""
    word, known = line.word(place), verbs()
    after = line.after(place)
    is_going = word in known.gerunds and (after in LINKS or after in LEADS)
    is_done = word in known.participles and word not in known.bases and after in ("in", "by", "at", "from", "on", "for", "near")
    is_noun = line.word(place - 1) in nouns().singulars or line.word(place - 1) in nouns().plurals
    return is_noun and (is_going or (is_done and (word not in known.pasts or after == "by")))


def is_led_in(line: Line, lead: int) -> bool:
    """Whether only a phrase or clause that leads in, with its comma, stands before a word: In May, the …."""
    if line.word(lead - 1) != ",":
        return False
    for place in range(lead - 2, max(lead - FARTHEST, -1), -1):
        if line.opens(place):
            return line.word(place) in _LEADING_IN
        if line.word(place) == ",":
            return False
    return False


def begins_clause(line: Line, number: int) -> bool:
    """Whether a word is the first of a clause within its sentence: that the …, , but the …, On Monday, the …."""
    before = line.before(number)
    return before in _CLAUSE or is_led_in(line, number) or (before in ("and", "but") and line.word(number - 2) == ",")


def main_verb(line: Line, head: int) -> int:
    """The verb of the clause whose subject ends in a noun and what hangs on it, or 0 where that isn't plain."""
    place, is_relative, is_done = head + 1, False, False
    while place < head + FARTHEST and line.is_joined(place - 1):
        word = line.word(place)
        if word in WHO:
            if is_relative:
                return 0
            is_relative = True
            place = _past_relative(line, place)
            if not place:
                return 0
            is_done = True
            continue
        if word in _STOPPING or not (word[:1].isalnum()) or "'" in word:
            return place if word in _AUXILIARIES and _is_far(line, head, place) else 0
        if _is_verb(line, place):
            return place if _is_far(line, head, place) else 0
        if not _may_stand(line, place) and not (is_done and line.word(place) in ("not", "here", "there", "away", "home")):
            return 0
        place += 1
    return 0


def _past_relative(line: Line, who: int) -> int:
    """The place after the verb of a clause that opens with “who”, or 0 if it may hold a clause of its own."""
    place, known = who + 1, verbs()
    for place in range(who + 1, who + 5):
        word = line.word(place)
        if not line.is_joined(place - 1) or word in _STOPPING or word in LINKS or word in WHO:
            return 0
        base = known.thirds.get(word) or known.pasts.get(word) or (word if word in known.bases else "")
        if place == who + 1 and not base and word.endswith(("s", "ed")) and word not in nouns().plurals:
            base = word
        if word in _FINITE:
            return _past_auxiliary(line, place)
        is_verb = bool(base) and (place == who + 1 or word in known.pasts or word not in nouns().plurals)
        if is_verb and (place == who + 1 or line.word(place - 1) in nouns().singulars or _is_several(line, place - 1)):
            return place + 1 if base not in SAYING else 0
    return 0


def _is_several(line: Line, place: int) -> bool:
    return line.word(place) in nouns().plurals or line.word(place) in ("he", "she", "they", "we", "it")


def _past_auxiliary(line: Line, place: int) -> int:
    """The place after “is”, “have been” and the like with the verb they go with."""
    known, step = verbs(), place + 1
    while line.is_joined(step - 1) and line.word(step) in ("not", "been", "be", "also", "still", "now", "already"):
        step += 1
    word = line.word(step)
    base = known.participles.get(word) or known.gerunds.get(word) or (word if word in known.bases else "")
    if base in SAYING:
        return 0
    return step + 1 if base or word in LINKS or _may_stand(line, step) else 0


def _is_verb(line: Line, place: int) -> bool:
    """Whether a word can only be a verb with a subject."""
    word = line.word(place)
    if word in _FINITE:
        return True
    known, before = nouns(), line.word(place - 1)
    is_noun = (
        before in known.singulars or before in known.plurals or before in known.mass or line.written(place - 1)[:1].isupper()
    )
    return is_noun and line.is_small(place) and (word in ("live", "lives") or bool(for_several(word) or for_one(word)))


def _is_far(line: Line, head: int, verb: int) -> bool:
    """Whether words stand between, and the last of them is no preposition: what it stands for is …."""
    last = line.word(verb - 1)
    return verb > head + 1 and last not in LINKS and last not in LEADS and line.is_small(verb)


def _may_stand(line: Line, place: int) -> bool:
    """Whether a word may be a part of a phrase: a preposition, a determiner, a noun, a name, an adjective or a number."""
    word, known = line.word(place), nouns()
    before = line.word(place - 1)
    if word in known.plurals or word in ("people", "police"):
        is_own_subject = before in known.plurals or before in known.mass or before.endswith("ods")  # the goods traders sell
        return not (is_own_subject or (word in ("people", "police") and before in known.singulars))
    if word in LINKS or word in LEADS or word in known.singulars or word in known.mass:
        return not (word in LEADS and (before in known.singulars or before in known.plurals) and before not in LINKS)
    surface = line.written(place)
    if surface[:1].isupper() or surface[:1].isdigit():
        return True
    is_other_verb = word in verbs().thirds or (word in verbs().pasts and word not in verbs().participles)
    return not is_other_verb and word not in ("he", "she", "they", "we", "i", "it", "you", "there", "what", "how", "why")
