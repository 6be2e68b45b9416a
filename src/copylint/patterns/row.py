"""What stands in a row in a pattern, and what its looks at the start or the end ask for as if it stood there too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from copylint.patterns.again import MOST_WORDS
from copylint.patterns.reach import branch_begins_with_word, most_marks
from copylint.patterns.tree import Node


def looks(branch: Sequence[Node]) -> Sequence[Node]:
    """What is looked at where a branch begins."""
    end = next((index for index, node in enumerate(branch) if node.kind not in ("look", "edge")), len(branch))
    return [node for node in branch[:end] if node.kind == "look"]


def is_look(node: Node, kind: str) -> bool:
    """Whether a node looks to one side, which `kind` tells as the pattern does, and stands once."""
    return node.kind == "look" and node.text == kind and node.is_single


def as_group(look: Node) -> Node:
    """What a look looks for, as if it stood there."""
    return Node("group", "(?:", look.branches)


def as_tail(look: Node) -> Node:
    """The same of a look at what follows, where the end of a line is white space: a folded text ends in some."""
    ends = Node("char", " ")
    return Node(
        "group", "(?:", [[ends if node.text == "$" and node.kind == "edge" else node for node in b] for b in look.branches]
    )


def flat(nodes: Iterable[Node]) -> Iterator[Node]:
    """The nodes, with those of a group that stands once and has no alternatives in its place."""
    for node in nodes:
        if node.kind == "group" and node.is_single and len(node.branches) == 1 and not node.text.startswith("(?("):
            yield from flat(inner for inner in node.branches[0] if inner.kind != "look")
        else:
            yield node


def is_again(branch: Sequence[Node]) -> bool:
    """Whether a branch is a group of words, which are in its own bounds, a space, and the same again."""
    row = [node for node in branch if node.kind not in ("look", "edge")]
    if len(row) == 2 and row[1].kind == "group" and row[1].low and len(row[1].branches) == 1:
        row = [row[0], *row[1].branches[0]]
    if len(row) != 3 or (row[1].kind, row[1].text) != ("char", " ") or row[2].kind != "back":
        return False
    group = row[0]
    is_first = group.kind == "group" and group.is_single and group.text in ("(", "(?P<again>")
    is_named = row[2].text == ("(?P=again)" if group.text == "(?P<again>" else r"\1")
    marks = most_marks(group)
    return (
        is_first and is_named and marks is not None and marks < MOST_WORDS and all(map(branch_begins_with_word, group.branches))
    )
