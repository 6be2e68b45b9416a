"""A suppression that can't be understood."""

from copylint.rule import Confidence, Example, Rule, Severity

RULE = Rule(
    code="LNT103",
    name="malformed-suppression",
    summary="A comment addressed to copylint can’t be understood.",
    rationale="The writer believes that a mark is switched off, and it is not.",
    message="copylint can’t follow this comment: {problem}",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    source="house",
    bad=(
        Example("It rained. {<!-- copylint: ignroe PUN101 -->}", format="markdown"),
        Example("It rained. {<!-- copylint: ignore-next pun 101! -->}", format="markdown"),
    ),
    good=(
        Example("They used hydraulic. jacks. <!-- copylint: ignore PUN101 -- the quoted sign says so -->", format="markdown"),
        Example("It rained. <!-- the desk uses copylint here -->", format="markdown"),
        Example("“Use copylint: ignore nothing,” she said.", format="markdown"),
    ),
)
