"""A noun for one thing with no article, where it can't do without: “He bought new car”, “lives in big house”."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.grammar._guards import SUBJECTS
from copylint.checks.grammar._line import Line
from copylint.checks.grammar._lists import lone_nouns, nouns
from copylint.document import BlockKind, Document
from copylint.rule import Confidence, Fix, Match, Rule, Severity

_PLAIN = frozenset(
    "new old better bigger smaller larger cheaper "
    "big small large young good bad great beautiful nice long short difficult important serious huge "
    "expensive cheap famous popular terrible wonderful lovely strange dangerous wooden plastic pretty ugly modern "
    "quiet tiny heavy broken happy sad rich poor strange interesting boring difficult dirty clean black white red "
    "green yellow brown comfortable delicious friendly clever second-hand luxury similar suitable special "
    "traditional typical unusual useful successful complicated detailed powerful remote nearby four-year-old "
    "honest intelligent excellent poor lazy brave kind polite rude strong weak loud bright dark fresh sweet tall fat thin "
    "shy funny generous selfish talented experienced famous polite fantastic amazing perfect brilliant healthy sick "
    "romantic historic medieval ancient electric unforgettable memorable lonely lovely modest decent proper sharp smart".split()
)
_BE = frozenset("is was isn't wasn't".split())
_HAVE = frozenset("have has had".split())
_CLEAR = frozenset(
    "wrote broke hit tells gave took drove chose stole saw wore sold bought made sent lost built brought became told caught "
    "writes gives takes drives chooses steals sees wears sells buys makes sends loses builds brings becomes "
    "carries owns publishes marries joins opens receives signs creates contains includes describes provides "
    "won hired married attended visited received signed joined opened published carried launched founded created "
    "planned arranged held bore described contained attacked destroyed robbed climbed crossed rented borrowed "
    "invented designed composed adopted celebrated announced discovered found entered owned used killed damaged "
    "released built organized organised".split()
)
"""Verbs in a form with a subject, which take a thing."""
_BASES = frozenset(
    "write give take drive choose steal wear sell buy make send lose build bring become have get need want find "
    "see use open sign hire join publish carry visit attend receive create describe provide own rent borrow hold "
    "invent design adopt celebrate launch arrange organise organize read watch marry meet start destroy rob".split()
)
_NEEDS = frozenset("need needs needed want wants wanted get gets got".split())
_GIVEN = frozenset("given sent offered shown awarded sold promised handed lent left bought".split())
_DOING = frozenset(
    "buying writing wearing carrying driving building selling making giving signing opening holding reading "
    "watching hiring using finding creating launching visiting attending joining publishing renting organizing "
    "organising planning designing riding".split()
)
_TO = frozenset("to will would can could may might must should not cannot they we i you never did didn't don't doesn't".split())
_PLACES = frozenset("in at near inside outside into from on with behind under through by to".split())
_MOVED = frozenset(
    "go goes went going gone come came return returned returns move moved moves drove travelled traveled".split()
)
_DONE = frozenset("hit killed struck attacked bitten knocked run injured crushed".split())
_HITTERS = frozenset("car truck lorry bus train van tree bullet taxi motorbike bomb dog snake stone rocket knife gun".split())
_THEM = frozenset("him them us me".split())
_GIVE = frozenset("gave give gives giving bought buy sent send showed offered made wrote told lent sold".split())
_CLOSING = frozenset(
    "in on over around along "
    "at for from with by near about after before when while because who which that where but until during "
    "last yesterday today outside inside behind since if under into than against again".split()
)
_POSITIONS = frozenset((side, "leg") for side in ("short", "long", "fine", "square"))
"""Where a cricketer stands."""
_COUPLED = frozenset("a an the two three his her its their my".split())
_OF = frozenset("of to".split())
_ROLES = _OF | frozenset("for at in".split())
_LEADS = frozenset("the a an his her their its our my this that".split())
_LISTED = frozenset("and or".split())
_ALSO_ADJECTIVES = frozenset("patient expert adult twin vegetarian veteran".split())
_FAR = 5
_VOWELS = ("a", "e", "i", "o", "u", "hour", "honest", "honour", "honor")
_CONSONANTS = ("uni", "use", "usu", "eu", "one", "uk")


def check(document: Document) -> Iterator[Match]:
    """Each such noun at the end of its phrase, from the verb or preposition before it, with the article put in."""
    line, lists = Line(document), lone_nouns()
    anywhere, people = lists["anywhere"], lists["person"]
    for noun in line.places(anywhere | lists["thing"] | lists["described"] | people):
        if not line.is_small(noun) or not _closes(line, noun) or (line.before(noun), line.word(noun)) in _POSITIONS:
            continue
        lead = _lead(line, noun)
        if lead and _is_frame(line, lead, noun, is_thing=line.word(noun) in anywhere, is_person=line.word(noun) in people):
            article = _article(line.word(lead + 1))
            rest = line.text(lead + 1, noun)
            yield Match(line.span(lead, noun), tuple(f"{line.written(lead)} {each} {rest}" for each in (article, "the")))


def _closes(line: Line, noun: int) -> bool:
    """Whether a phrase ends at a noun: a stop, a preposition or a new clause comes, and no list goes on."""
    after = line.word(noun + 1)
    if line.is_joined(noun):
        is_coupled = after == "and" and line.after(noun, 2) in _COUPLED
        return after in _CLOSING or after in _OF or is_coupled
    is_list = after == "," and any(line.word(place) in _LISTED for place in range(noun + 2, noun + 2 + _FAR))
    return after in (".", ",") and not is_list


def _lead(line: Line, noun: int) -> int:
    """The word that the noun with its plain adjectives hangs on, or 0 where the copy breaks off before it."""
    place = noun - 1
    while line.is_joined(place) and line.word(place) in _PLAIN and line.is_small(place):
        place -= 1
    if place < noun - 1 and line.word(place) in ("very", "really") and line.is_joined(place):
        place -= 1
    is_far = noun - place > _FAR
    return place if place > 0 and line.is_joined(place) and line.is_small(place) and not is_far else 0


def _is_frame(line: Line, lead: int, noun: int, *, is_thing: bool, is_person: bool) -> bool:
    word, before, after = line.word(lead), line.before(lead), line.after(noun)
    is_plain = lead == noun - 1
    if not before or _is_repeated(line, noun):
        return False
    if word in _BE:
        return _is_told(line, lead, noun, is_plain=is_plain, is_person=is_person)
    if word == "by" and before in _DONE:
        return line.word(noun) in _HITTERS
    if word in _PLACES and (word != "to" or before in _MOVED):
        return is_thing and word not in ("by", "to") if is_plain else word != "by" and after not in _OF
    if word in _THEM:
        return before in _GIVE and not (is_plain and is_person)
    if is_plain and (line.word(noun) in lone_nouns()["described"] or (is_person and after in _ROLES and word not in _HAVE)):
        return False
    return _has_subject(line, lead)


def _is_told(line: Line, be: int, noun: int, *, is_plain: bool, is_person: bool) -> bool:
    """Whether “is” tells what something is, in a sentence that opens with its subject, and no title is told."""
    before = line.word(be - 1)
    is_quality = is_plain and line.word(noun) in _ALSO_ADJECTIVES
    if is_quality or (is_person and line.after(noun) in _ROLES - {"in"}):
        return False
    if before == "there":
        return True
    is_pronoun = before in ("he", "she", "it", "this") and (
        line.opens(be - 1) or line.before(be - 1) in ("that", "and", "because")
    )
    return is_pronoun or (_opens_clause(line, be) and not (is_plain and line.after(noun) in _OF))


def _has_subject(line: Line, verb: int) -> bool:
    """Whether a word is a verb that takes a thing, by its form and by what stands before it."""
    word, before = line.word(verb), line.word(verb - 1)
    if word in _BASES and before in _TO:
        return True
    if word in _GIVEN and before in ("was", "were", "been"):
        return True
    if word in _DOING:
        return before in (
            "is",
            "was",
            "are",
            "were",
            "been",
            "of",
            "for",
            "before",
            "after",
            "by",
            "without",
            "started",
            "began",
        )
    if word in _CLEAR or word in _HAVE or word in _NEEDS:
        return before in SUBJECTS or before in ("who", "has", "have", "had", "also") or _opens_clause(line, verb)
    return False


def _opens_clause(line: Line, verb: int) -> bool:
    """Whether nothing but a short subject stands between a verb and the start of its sentence."""
    subject, known = verb - 1, nouns()
    word = line.word(subject)
    is_noun = word in known.singulars or word in known.plurals
    if line.opens(subject):
        return word in SUBJECTS or word in known.plurals or word == "police" or not (is_noun or word in _LEADS)
    is_name = not line.is_small(subject)
    for first in range(subject - 1, subject - _FAR + 1, -1):
        if not line.is_joined(first):
            return False
        if line.opens(first):
            return (is_noun and line.word(first) in _LEADS) or is_name
    return False


def _is_repeated(line: Line, noun: int) -> bool:
    """Whether the noun stands twice, as in “from house to house”."""
    near = [line.word(place) for place in range(noun - 3, noun + 4) if place != noun]
    return line.word(noun) in near


def _article(word: str) -> str:
    return "an" if word.startswith(_VOWELS) and not word.startswith(_CONSONANTS) else "a"


RULE = Rule(
    code="GRM158",
    name="noun-without-article",
    summary="“He bought new car”, “lives in big house”: a noun for one thing has no article.",
    rationale="Headlines do without articles, sentences don't.",
    message="“{text}”: an article is missing. “{replacement}”?",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    fix=Fix.UNSAFE,
    source="house",
    blocks=frozenset({BlockKind.PARAGRAPH}),
    supersedes=("GRM136", "GRM147"),
    check=check,
    bad=(
        "He {bought new car => bought a new car} last week.",
        "She lives {in big house => in a big house} near the river.",
        "The company {opened new factory => opened a new factory} in Leeds.",
        "He {has brother => has a brother} in London, and she wants to {write letter => write a letter}.",
        "There {was accident => was an accident} on the road. He was hit {by car => by a car}.",
    ),
    good=(
        "He was caught at short leg, and the ball went down to fine leg.",
        "She is patient with him, he is vegetarian, and his brother is expert in law.",
        "He bought a new car and some old house paint, and lives in a big house.",
        "They went from house to house, by car and by plane; she is home and he is head of school, to become mayor.",
        "“He bought new car,” she said.",
        "He is heir to a farm, son of a miller and father of three. She has doctor friends.",
        "The stolen car stood in New House. The recently opened factory makes shoes.",
    ),
)
