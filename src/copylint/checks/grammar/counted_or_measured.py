"""What is counted with a word for what is measured, and the other way round: “less friends”, “much apples”, “fewer money”."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.grammar._line import Line
from copylint.checks.grammar._lists import nouns
from copylint.checks.grammar._number import closes, is_before_verb, is_only_plural
from copylint.document import BODY, Document
from copylint.rule import Confidence, Fix, Match, Rule, Severity

_MUCH = frozenset("less much fewer".split())
_NOT_COMPARED = frozenset(
    "no much far any none nothing still or and is was are were be been seem seems seemed become became remain remained "
    "look looks looked as not even the more".split()
)
_HAVING = frozenset("are were is was has have had with get gets got need needs".split())
_EMPHASIS = frozenset("so too very not is was are were has have had with".split())
_ALSO_COUNTED = frozenset(
    "people hours jobs cars cases seats votes rules roads goals games guns phones places dogs trees".split()
)
_SUBTRACTED = frozenset("expenses costs fees taxes deductions payments charges debts losses discounts rebates".split())
"""What is taken off a sum: the price less fees."""
_ENDING = frozenset("in on at with for to from of because and but who than that when which were are have had".split())
_ASKING = frozenset("do did does are were have can will should".split())
_ASKED = frozenset("you they we i he she it there people the".split())
_CAME = frozenset("came were died attended voted joined took went".split())


def check(document: Document) -> Iterator[Match]:
    """Each “less”, “fewer” or “much” with a noun that takes the other word, and that word."""
    line = Line(document)
    for number in line.places(_MUCH):
        noun = number + 1
        if not line.is_joined(number) or not line.is_small(noun):
            continue
        right = _for_mass(line, noun) if line.word(number) == "fewer" else _for_several(line, number)
        if right:
            told = right.capitalize() if line.opens(number) else right
            yield Match(line.span(number, noun), (f"{told} {line.word(noun)}",))


def _for_mass(line: Line, noun: int) -> str:
    """The word for less of what can't be counted, or nothing before a noun that can."""
    is_last = closes(line, noun) and line.after(noun) not in ("and", "or")
    return "less" if is_last and line.word(noun) in nouns().mass else ""


def _for_several(line: Line, number: int) -> str:
    """The word for fewer or many that “less” or “much” stands for, or nothing where it is right."""
    noun, word = number + 1, line.word(number + 1)
    is_several = is_only_plural(line, noun) and nouns().is_strict(word)
    if not is_several and word not in _ALSO_COUNTED:
        return ""
    if line.word(number) == "less":
        is_last = closes(line, noun) or is_before_verb(line, noun)
        return "fewer" if is_last and word not in _SUBTRACTED and _is_compared(line, number) else ""
    return "many" if _is_counted(line, number) else ""


def _is_compared(line: Line, less: int) -> bool:
    """Whether “less” goes with what follows it, and doesn't stand for “let alone” or between two names of one thing."""
    before, earlier = line.before(less), line.before(less, 2)
    if before in ("much", "far"):
        return earlier in _HAVING
    return before not in _NOT_COMPARED or (before in _HAVING and earlier == "there")


def _is_counted(line: Line, much: int) -> bool:
    """Whether “much” goes with the noun after it, and tells no degree: how much prices rose, not much workers can do."""
    noun, before = much + 1, line.before(much)
    after = line.after(noun)
    if before == "how":
        is_asked = line.opens(much - 1) and after in _ASKING and line.after(noun, 2) in _ASKED
        return is_asked or (line.word(noun) == "people" and after in _CAME)
    is_last = not line.is_joined(noun) or after in _ENDING or is_before_verb(line, noun)
    return is_last and (before in _EMPHASIS or line.opens(much))


RULE = Rule(
    code="GRM173",
    name="counted-or-measured",
    summary="“less friends”, “how much apples”, “fewer money”: a word for what is measured, of what is counted, or back.",
    rationale="What is counted and what is poured take different words; readers notice which.",
    message="“{text}”: counted, or measured? “{replacement}”?",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    fix=Fix.UNSAFE,
    source="AP Stylebook, “fewer, less”",
    blocks=BODY,
    triggers=_MUCH,
    aliases=("GRM114",),
    check=check,
    bad=(
        "We have {less friends => fewer friends} than before, and {fewer money => less money}.",
        "How {much apples => many apples} do you need? There were so {much mistakes => many mistakes} in it.",
        "{Much apples => Many apples} were bad. {Less friends => Fewer friends} came.",
        "They ate too {much apples => many apples}.",
        "There were not so {much people => many people} in town. It left {less people => fewer people} in work.",
        "There is {much problems => many problems}. They met {less women => fewer women}.",
        "There are far {less jobs => fewer jobs}. He works {less hours => fewer hours}.",
    ),
    good=(
        "It is no less students than teachers. Less than 10 people came. The economy, much less people, suffers.",
        "Three years is a long time, and 4,000 dollars is a lot of money: five minutes less miles.",
        "“We have less friends,” he said. It left fewer people in work, no less men than women.",
        "How much people pay is their affair. The plan has less teachers' pay in it. A less people-friendly town.",
        "How much problems at home weigh on pupils is unknown. There is not much students can do. Much women do is unpaid.",
        "Profit is income less expenses. Fewer money managers and fewer food and water firms. They were less friends.",
    ),
)
