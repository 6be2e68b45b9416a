"""A form of “be” or “have” that is missing: “He working in Leeds”, “They been waiting”, “The talks expected to last”."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.grammar._agreement import CONTENT_WORDS
from copylint.checks.grammar._line import STOPS, Line
from copylint.checks.grammar._lists import adjectives, nouns, verbs
from copylint.document import BlockKind, Document
from copylint.rule import Confidence, Fix, Match, Rule, Severity

_BE = {"i": ("am", "was"), "he": ("is", "was"), "she": ("is", "was"), "it": ("is", "was"), "we": ("are", "were")}
_BE |= {"they": ("are", "were"), "you": ("are", "were"), "this": ("is", "was")}
_PERSONS = frozenset(_BE)
_CLAUSE = frozenset("because that if although while but since whether".split())
_DETERMINERS = frozenset("the a an his her their its our my this these those some many several two three four five".split())
_FINITE = frozenset(
    "is are was were am has have had do does did will would can could may might must shall should isn't aren't wasn't "
    "weren't hasn't haven't hadn't don't doesn't didn't won't can't couldn't wouldn't shouldn't cannot 's 're 'll 'd".split()
)
_DOING = frozenset(
    "work play go get do live wait try look plan run talk start leave stay sleep watch study fight help move".split()
)
_ABSOLUTE = frozenset("being having barring according including regarding during".split())
_DEGREES = frozenset("very so too really quite always also still".split())
_BEFORE_CLAUSE = frozenset("to of with about that for in at on because when and from by".split())
_MEANT_TO = frozenset(
    "going expected scheduled supposed likely unlikely able unable ready willing due planning trying hoping preparing "
    "set".split()
)
_GOING_ON = frozenset(
    "planning trying hoping going working playing waiting preparing facing running living getting becoming growing "
    "leaving losing winning looking talking fighting building spending".split()
)
_PLACED = frozenset("located situated".split())
_FACTS = frozenset("because but if when".split())
_SAID = frozenset("that because if when said says think thinks thought know knows see believe believes hope and but".split())
_NOBODY = frozenset("nobody one".split())
_HARMED = frozenset("hurt injured killed wounded harmed".split())
_WHERE = frozenset("in by during when after at".split())
_FARTHEST = 30
_FEWEST = 3


def check(document: Document) -> Iterator[Match]:
    """Each subject with a participle, an adjective or “not” right after it where its verb is missing, with it."""
    line = Line(document)
    for number in line.places(_PERSONS):
        if (
            _may_lack(line.word(number + 1))
            and line.is_joined(number)
            and (line.is_small(number) or line.opens(number) or line.word(number) == "i")
        ):
            yield from _after_pronoun(line, number)
    for number in line.places(frozenset({"been"})):
        subject = _subject(line, number)
        if subject >= 0:
            verb = "have" if line.word(number - 1) in nouns().plurals else "has"
            if line.word(number - 1) in nouns().plurals or line.word(subject) in _DETERMINERS:
                yield line.mend(number - 1, number, f"{verb} been")
    for number in line.places(_NOBODY):
        if _is_unharmed(line, number):
            yield line.mend(number, number + 1, f"was {line.word(number + 1)}")
    for number in line.places(_MEANT_TO | _GOING_ON | _PLACED):
        if _is_verbless(line, number):
            several = line.word(number - 1) in nouns().plurals
            be = ("are", "were") if several else ("is", "was")
            yield line.mend(number - 1, number, *(f"{each} {line.word(number)}" for each in be))


def _is_unharmed(line: Line, number: int) -> bool:
    """Whether “nobody” or “no one” and what was done to nobody make up a clause: Nobody hurt in the blast."""
    first, done = number - (line.word(number) == "one"), number + 1
    if first < number and line.before(number) != "no":
        return False
    if not line.opens(first) and line.before(first) not in ("said", "says", "that"):
        return False
    if not line.is_joined(number) or line.word(done) not in _HARMED:
        return False
    if not line.is_joined(done):
        return line.word(done + 1) == "." and not line.opens(first)
    place = done + 1
    while line.word(place) not in STOPS and line.word(place) != ",":
        is_verb = _may_be_verb(line, place) or (line.word(place) in verbs().thirds and line.word(place - 1) not in _DETERMINERS)
        if not line.word(place) or not line.is_joined(place - 1) or is_verb:
            return False
        place += 1
    return line.word(done + 1) in _WHERE and (
        line.word(place) == "." or (line.after(place, 2) in ("said", "says", "say") and line.word(place + 3) == ".")
    )


def _may_lack(word: str) -> bool:
    """Whether a word that stands after a pronoun may want a verb before it."""
    return word.endswith("ing") or word in ("been", "not") or word in _DEGREES or _is_adjective(word)


def _after_pronoun(line: Line, number: int) -> Iterator[Match]:
    """The slip after a pronoun."""
    pronoun, after, before = line.word(number), line.word(number + 1), line.before(number)
    opens = line.opens(number)
    if after == "been":
        if not _has_have(line, number):
            yield line.mend(number, number + 1, "has been" if pronoun in ("he", "she", "it") else "have been")
        return
    if not opens and before not in _CLAUSE and before not in _SAID:
        return
    if pronoun in ("you", "this") and opens is (pronoun == "you"):
        return  # you happy? This happy land
    is_led = opens or (before in _SAID and before not in ("and", "but"))
    is_going = after in verbs().gerunds and after not in _ABSOLUTE and _is_doing(verbs().gerunds[after])
    if after == "not":
        told = line.after(number, 2)
        is_slip = _is_adjective(told) or (told in verbs().gerunds and told not in _ABSOLUTE) or told == "allowed"
    elif after in _DEGREES:
        is_slip = is_led and _is_adjective(line.after(number, 2)) and _ends(line, number + 2)
    else:
        is_slip = (is_going and (opens or before in _CLAUSE)) or (is_led and _is_adjective(after) and _ends(line, number + 1))
    if is_slip and pronoun == "this" and after not in _DEGREES:
        return
    if is_slip and (not opens or not _has_comma(line, number)):
        be = _BE[pronoun] if before not in ("said", "thought") else _BE[pronoun][::-1]
        yield line.mend(number, number + 1, *(f"{each} {line.word(number + 1)}" for each in be))
    elif after == "not" and (opens or before in _FACTS or line.before(number, 2) == "is") and _is_doing(line.after(number, 2)):
        yield line.mend(number, number + 1, f"{'does' if _BE[pronoun][0] == 'is' else 'do'} not")


def _is_doing(base: str) -> bool:
    return base in verbs().only or base in CONTENT_WORDS or base in _DOING


def _is_adjective(word: str) -> bool:
    """Whether a word is an adjective and no verb."""
    known = adjectives()
    if word == "interested":
        return True
    if word in verbs().pasts:
        return False
    return (word in known["adverbial"] or word in known["other"]) and word not in verbs().bases and not word.endswith("ate")


def _ends(line: Line, number: int) -> bool:
    """Whether a word is the last of its phrase."""
    after = line.word(number + 1)
    return after in _BEFORE_CLAUSE if line.is_joined(number) else after in STOPS or after == ","


def _has_have(line: Line, number: int) -> bool:
    """Whether a form of “have”, or what may stand for it, comes shortly before a pronoun: had he been."""
    words = [line.word(place) for place in range(max(number - 3, 0), number)]
    return any(word in ("had", "has", "have", "having", "'ve", "'d", "'s") or "n't" in word for word in words)


def _has_comma(line: Line, number: int) -> bool:
    """Whether a comma stands later in the sentence, so that its verb may follow: he being ill, they left."""
    for place in range(number + 1, number + _FARTHEST):
        word = line.word(place)
        if word in STOPS or not word:
            return False
        if word in (",", "–", "—", "-"):
            return True
    return True


def _subject(line: Line, number: int) -> int:
    """The word that opens the sentence, if nothing but a short subject stands between it and a word; or -1."""
    noun, known = number - 1, nouns()
    if not line.is_joined(noun) or not (line.word(noun) in known.plurals or line.word(noun) in known.singulars):
        return -1
    for first in range(noun, max(noun - 3, -1), -1):
        if line.opens(first):
            is_led = line.word(first) in _DETERMINERS or (first == noun and line.word(noun) in known.plurals)
            return first if is_led and line.word(first) not in ("all",) else -1
        if not line.is_joined(first - 1):
            return -1
    return -1


def _is_verbless(line: Line, number: int) -> bool:
    """Whether a short subject opens the sentence before a participle, and nothing after it can be its verb."""
    word = line.word(number)
    if not line.is_joined(number) or not line.is_small(number) or _subject(line, number) < 0:
        return False
    if word in _MEANT_TO and not (line.after(number) == "to" and line.after(number, 2) in verbs().bases):
        return False
    place = number + 1
    while (each := line.word(place)) not in STOPS:
        if not each or place > number + _FARTHEST or not (line.is_joined(place - 1) or each == ","):
            return False
        if _may_be_verb(line, place):
            return False
        place += 1
    return line.word(place) == "." and place - number >= _FEWEST


def _may_be_verb(line: Line, place: int) -> bool:
    word, before, known = line.word(place), line.word(place - 1), verbs()
    if before == "to":
        return False
    if word in _FINITE or "'" in word or word in known.pasts:
        return True
    if before in _DETERMINERS:
        return False
    is_noun = word in nouns().plurals or word in nouns().singulars
    return (word in known.thirds or word in known.bases) and not (is_noun and before not in nouns().plurals)


RULE = Rule(
    code="GRM171",
    name="verb-left-out",
    summary="“He working in Leeds”, “They been waiting”, “The talks expected to last”: a form of “be” or “have” is missing.",
    rationale="A small word fell out, and the sentence has no verb left.",
    message="“{text}”: a word is missing. “{replacement}”?",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    fix=Fix.UNSAFE,
    source="house",
    blocks=frozenset({BlockKind.PARAGRAPH}),
    check=check,
    bad=(
        "{He working => He is working} in Leeds. {They been => They have been} waiting since March.",
        "The {talks expected => talks are expected} to last until Friday. {She not => She is not} interested.",
        "The {bridge been => bridge has been} shut since May. {We happy => We are happy} to see you.",
    ),
    good=(
        "He is working in Leeds, and they have been waiting since March. Had he been here, he would know.",
        "He being ill, they left. The talks expected to last until Friday ended early.",
        "“He working in Leeds,” he said.",
        "How long have they been there? What makes him happy to stay? The man trying to leave was held.",
        "They deliberate on Monday. He will not; she not only sings.",
    ),
)
