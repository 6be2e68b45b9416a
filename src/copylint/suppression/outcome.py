"""Which findings of a story stay."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from copylint.document import Source
from copylint.finding import Finding
from copylint.spans import Span
from copylint.suppression.comment import Comments, Problem
from copylint.suppression.entry import Entries, Ignore
from copylint.suppression.key import OWN, Names, keys
from copylint.values import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """The findings to show and those silenced, in the order given; problems by place; entries that silence nothing here."""

    kept: tuple[Finding, ...]
    silenced: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()
    unused_ignores: tuple[Ignore, ...] = ()


def suppressed(
    findings: Sequence[Finding],
    *,
    source: Source,
    blocks_raw: Sequence[Span],
    ignores: Sequence[Ignore],
    ran: frozenset[str],
    known: Mapping[str, str],
) -> Outcome:
    """The findings of one story that are kept and those silenced, and what is wrong with its suppressions.

    `findings` are those of the rules, none of copylint's own. `blocks_raw` are the raw spans of the blocks, in order. `ran` are
    the codes of the rules that looked at the story: a suppression of others isn't told as unused. `known` has the code of each
    code, alias and name. `docs/configuration.md` says what each comment and each entry silences.
    """
    if not source.directives and not ignores:
        return Outcome(tuple(findings))
    names = Names.of(known)
    comments, entries = Comments.of(source, blocks_raw, names), Entries.of(ignores, names)
    comment_uses, entry_uses = comments.uses(findings), [entries.users(finding) for finding in findings]
    is_silenced = [bool(by_comment or by_entry) for by_comment, by_entry in zip(comment_uses, entry_uses, strict=True)]
    ran_keys = {key for code in ran if not code.startswith(OWN) for key in keys(code)}
    return Outcome(
        tuple(finding for finding, is_out in zip(findings, is_silenced, strict=True) if not is_out),
        tuple(finding for finding, is_out in zip(findings, is_silenced, strict=True) if is_out),
        comments.all_problems(set().union(*comment_uses), ran_keys),
        entries.unused(set().union(*entry_uses), ran_keys),
    )
