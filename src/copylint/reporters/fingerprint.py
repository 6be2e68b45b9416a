"""What makes a finding the same finding after the text round it has moved."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence

from copylint.finding import Finding

_CONTEXT = 80  # code points on either side: about a sentence


def fingerprints(findings: Sequence[Finding]) -> tuple[str, ...]:
    """A SHA-256 in hexadecimal for each finding of a file.

    It is made of the code, the marked text and the text round it in the paragraph, both without regard to case, white
    space and normalisation, and a count of those that are equal so far. Path and line don't matter.
    """
    from hashlib import sha256

    seen: Counter[tuple[str, ...]] = Counter()
    digests = []
    for finding in findings:
        key = (finding.code, _normal(finding.text), _normal(_around(finding)))
        digests.append(sha256("\0".join((*key, str(seen[key]))).encode("utf-8", "surrogatepass")).hexdigest())
        seen[key] += 1
    return tuple(digests)


def _around(finding: Finding) -> str:
    if finding.excerpt is None:
        return ""
    start = max(0, finding.span.start - finding.excerpt.start)
    end = max(0, finding.span.end - finding.excerpt.start)
    return finding.excerpt.text[max(0, start - _CONTEXT) : end + _CONTEXT]


def _normal(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
