"""The comments of a story that silence findings, and what is wrong with them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from copylint.document import Directive, Source
from copylint.finding import Finding
from copylint.spans import Span
from copylint.suppression.key import OWN, Names, keys
from copylint.suppression.reach import Order, Reach, stray
from copylint.values import dataclass

UNUSED, UNKNOWN, MALFORMED = "LNT101", "LNT102", "LNT103"


@dataclass(frozen=True, slots=True)
class Problem:
    """A comment that doesn't work: the code of the rule that says so, the comment's raw span, what the message needs.

    `details` has `codes` for an unused one (“all rules” where it names none), `word` and `hint` for an unknown code, `problem`
    for a malformed one.
    """

    code: str
    span: Span
    details: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Comments:
    """The comments of a story in order, what they ask for, whom that reaches, and the problems plain from themselves."""

    directives: Sequence[Directive]
    orders: Sequence[Order]
    reach: Reach
    problems: Sequence[Problem]

    @classmethod
    def of(cls, source: Source, blocks_raw: Sequence[Span], names: Names) -> Comments:
        """The comments of a story. Malformed ones and unknown codes become problems and silence nothing."""
        directives = sorted(source.directives, key=lambda directive: directive.raw)
        orders: list[Order] = []
        problems = [Problem(MALFORMED, each.raw, {"problem": each.problem}) for each in directives if each.problem]
        unknown: list[Problem] = []
        for number, directive in enumerate(directives):
            for place, word in enumerate(() if directive.problem else directive.codes or ("",)):
                key = names.key(word)
                if key is None:
                    hint = names.hint(word, count=len(unknown))
                    unknown.append(Problem(UNKNOWN, directive.raw, {"word": word, "hint": hint}))
                else:
                    orders.append(Order(directive.raw.start, directive.raw.end, number, place, key, directive.action))
        for order in stray(orders):
            problems.append(Problem(MALFORMED, directives[order.comment].raw, {"problem": _stray(order)}))
        return cls(directives, orders, Reach.of(orders, raw=source.raw, blocks=blocks_raw), [*problems, *unknown])

    def uses(self, findings: Sequence[Finding]) -> list[set[Order]]:
        """The orders that silence each finding."""
        return [set(self.reach.orders(finding)) for finding in findings]

    def all_problems(self, used: Collection[Order], ran: Collection[str]) -> tuple[Problem, ...]:
        """The problems by place, unused comments among them, but for those that a comment for the whole file names itself.

        `ran` are the keys of the rules that ran.
        """
        unused: defaultdict[int, list[str]] = defaultdict(list)
        for order in self.orders:
            if order.action != "on" and order.key in ran and order not in used:
                unused[order.comment].append(self._word(order))
        problems = [*self.problems, *(self._unused(number, words) for number, words in unused.items())]
        shown = (problem for problem in problems if not self._is_waived(problem))
        return tuple(sorted(shown, key=lambda problem: (problem.span, problem.code)))

    def _word(self, order: Order) -> str:
        codes = self.directives[order.comment].codes
        return codes[order.place] if codes else "all rules"

    def _unused(self, number: int, words: Iterable[str]) -> Problem:
        return Problem(UNUSED, self.directives[number].raw, {"codes": ", ".join(words)})

    def _is_waived(self, problem: Problem) -> bool:
        return any(key in self.reach.on_file for key in keys(problem.code) if key.startswith(OWN))


def _stray(order: Order) -> str:
    return f'nothing of {order.key or "all rules"} was switched off before this "on"'
