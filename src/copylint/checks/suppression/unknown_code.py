"""A suppression that names no rule."""

from copylint.rule import Confidence, Example, Rule, Severity

RULE = Rule(
    code="LNT102",
    name="unknown-code",
    summary="A comment tells copylint to leave a rule alone that does not exist.",
    rationale="The writer believes that a mark is switched off, and it is not.",
    message="There is no rule “{word}”{hint}",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    source="house",
    bad=(
        Example("It rained. {<!-- copylint: ignore PUN999 -->}", format="markdown"),
        Example("{<!-- copylint: ignore-file stray-fullstop -->}\n\nIt rained.", format="markdown"),
    ),
    good=(
        Example("They used hydraulic. jacks. <!-- copylint: ignore PUN101 -->", format="markdown"),
        Example("They used hydraulic. jacks. <!-- copylint: ignore stray-full-stop -->", format="markdown"),
        Example("“PUN999 is no rule,” she said.", format="markdown"),
    ),
)
