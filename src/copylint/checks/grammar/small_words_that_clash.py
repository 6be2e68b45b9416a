"""Two small words that no sentence has side by side: “of into”, “the because”, “has able”."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.grammar._guards import SUBJECTS
from copylint.checks.grammar._line import Line
from copylint.document import BODY, Document
from copylint.rule import Confidence, Fix, Match, Rule, Severity

_DETERMINERS = "my your our their its"
_AFTER_DETERMINER = "of is are was were has have had would could should at with from for by than because since if"
_ARTICLES = "it its this that these those each what which whether than as because since until am do does did should must "
_AFTER_ARTICLE = (
    _ARTICLES + "might may cannot can't don't won't didn't isn't there ago went knew became his her their our my your an"
)
_BE = "have will would has had"
_HAVE = "be am would"
_MODAL = "is are was were has had been am"
_NO_SUBJECT = "is was were had"

# What may not stand after a word. In 730,000 words of news none of these pairs was met, and each of them ought to have been,
# were its words free to meet.
_PAIRS = {
    **dict.fromkeys(_DETERMINERS.split(), _AFTER_DETERMINER),
    "the": _AFTER_ARTICLE,
    "a": "the my his its their this that these those i you he she it we they me him them what how whether which than as "
    "because since is are was were be been has had do did don't will would can should of many most all both several his her",
    "an": "the his her their this that he she it they is are was were be been has have had will would of in on at by for from",
    "every": "the of a his her their my is are was",
    "i": "is are were has he she they we the a his her their",
    "he": "a an the they she we i them him his are",
    "she": "a an the they he we i them him his are of",
    "we": "a his her their is was has they he she",
    "they": "the a an his their is was has he she we",
    "some": "the a an",
    "these": "the a an his her",
    "is": _BE,
    "are": _BE,
    "was": _BE,
    "were": _BE,
    "be": "is are was were has have had been",
    "been": "is are was were be has have had",
    "has": _HAVE,
    "have": _HAVE,
    "had": _HAVE,
    "would": _MODAL,
    "could": _MODAL,
    "should": _MODAL,
    "must": _MODAL,
    "cannot": _MODAL,
    "can't": _MODAL,
    "won't": _MODAL,
    "wouldn't": _MODAL,
    "couldn't": _MODAL,
    "of": "into against among through we they and but because is are",
    "in": "of into among",
    "on": "of against",
    "at": "of on",
    "by": "of",
    "for": "of into",
    "with": "of from",
    "from": "of with",
    "to": "of into between among during since",
    "into": "of",
    "about": "of from with",
    "against": "of to",
    "between": "of to",
    "among": "of to in",
    "during": "of to",
    "through": "of",
    "under": "of",
    "without": "of to",
    "because": _NO_SUBJECT,
    "although": _NO_SUBJECT,
    "unless": _NO_SUBJECT,
    "very": "the of a an and is was",
    "such": "the",
    "many": "the much",
    "want": "of",
    "able": "of",
    "whose": "the a an his her their",
}
_PAIRS_BY_WORD = {word: frozenset(after.split()) for word, after in _PAIRS.items()}
_MODAL_VERBS = frozenset("would could should must cannot can't won't wouldn't couldn't shouldn't mustn't".split())
_FIRST = frozenset(_PAIRS_BY_WORD)
_ASKED = frozenset("is was are were am isn't wasn't aren't weren't".split())
"""What stands before a subject in a question: “Was she a fan?”"""
_OF_PREPOSITIONS = frozenset("in at by with into about against during through under without".split())
_FAR = 8
"""So many words back a clause is looked at."""
_OPEN_ENDED = frozenset(
    "what who whom which that how where when why all whatever whoever whichever than as like one thing things nothing "
    "everything anything something place time way man word words phrase preposition letter if not or neither".split()
)


def check(document: Document) -> Iterator[Match]:
    """Each two small words side by side that can't meet, where no clause may end between them."""
    line = Line(document)
    for number in line.places(_FIRST):
        after = line.word(number + 1)
        if after not in _PAIRS_BY_WORD[line.word(number)] or not line.is_joined(number):
            continue
        if line.word(number) in SUBJECTS and line.before(number) in _ASKED:
            continue
        is_plain = line.is_small(number + 1) and (line.is_small(number) or line.opens(number))
        if is_plain and not _is_open_ended(line, number):
            right = _right(line, number)
            yield Match(line.span(number, number + 1), (right,) if right else (), {"right": f" “{right}”?" if right else ""})


def _right(line: Line, number: int) -> str:
    """What stands for the two where only one thing can be meant, or nothing."""
    first, second = line.written(number), line.word(number + 1)
    if line.word(number) in ("because", "although", "unless") and second in ("is", "was"):
        return f"{first} it {second}"
    if second in ("am", "is", "are", "been") and line.word(number) in _MODAL_VERBS:
        return f"{first} be"
    if second in ("be", "am") and line.word(number) in ("has", "have", "had"):
        return f"{first} been"
    if second == "of" and line.word(number) in _OF_PREPOSITIONS:
        return first
    if line.word(number) == "of" and second in ("into", "against", "among", "through"):
        return second
    if line.word(number) == "the" and second in ("its", "my", "her", "his", "our", "your", "their"):
        return second.capitalize() if first == "The" else second
    return ""


def _is_open_ended(line: Line, number: int) -> bool:
    """Whether a clause may end at a word, as one that opens with “what” or “who” does."""
    return any(word in _OPEN_ENDED for _, word in zip(range(_FAR), line.clause(number), strict=False))


RULE = Rule(
    code="GRM162",
    name="small-words-that-clash",
    summary="“of into”, “the because”, “is have”: two small words that never stand side by side.",
    rationale="One is left over, or a word is missing between them; the reader starts the sentence again.",
    message="“{text}”: a word is missing or left over.{right}",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    fix=Fix.UNSAFE,
    source="house",
    blocks=BODY,
    check=check,
    bad=(
        "The road {of into => into} town is shut.",
        "The men {is have} left. He {would been => would be} there.",
        "They left {because was => because it was} late. She went {with of => with} care.",
    ),
    good=(
        "Was she a fan of his? Are they the heirs? Is he the one?",
        "The road into town is shut. We the people, and I myself.",
        "What it is has changed. The place he thought of into the night was home.",
        "“The road of into town,” he said.",
    ),
)
