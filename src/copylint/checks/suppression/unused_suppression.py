"""A suppression that silences nothing."""

from copylint.rule import Confidence, Example, Rule, Severity

RULE = Rule(
    code="LNT101",
    name="unused-suppression",
    summary="A comment or an entry of the config tells copylint to leave something alone, and there is nothing to leave alone.",
    rationale="Left in, it would hide the next real slip at that place.",
    message="Nothing needs “ignore” for {codes} any more. Delete it?",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    source="house",
    bad=(
        Example("The vote was held on Monday. {<!-- copylint: ignore PUN101 -- agreed -->}", format="markdown"),
        Example("{<!-- copylint: ignore-file PUN101 -->}\n\nA quiet day in the village.", format="markdown"),
    ),
    good=(
        Example(
            "<!-- copylint: ignore-next PUN101 -->\n\nThey used tools like hydraulic. jacks to free him.", format="markdown"
        ),
        Example("“A quiet day,” he said.", format="markdown"),
        Example("The note `<!-- copylint: ignore PUN101 -->` is how to write one.", format="markdown"),
    ),
)
