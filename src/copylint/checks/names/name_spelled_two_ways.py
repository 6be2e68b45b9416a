"""A name that is spelled two ways in one story."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.checks.names._variants import WHERE, Kind, variants
from copylint.document import Document
from copylint.rule import Confidence, Match, Quotes, Related, Rule, Severity

_MOST = 3


def check(document: Document) -> Iterator[Match]:
    """The first places of the rarer of two spellings of a name."""
    for one in variants(document):
        if one.kind is Kind.SLIP:
            related = tuple(Related(span, "spelled so here") for span in one.usual_places[:3])
            for span in one.places[:_MOST]:
                yield Match(span, (one.usual,), {"other": one.usual}, related)


RULE = Rule(
    code="NAM013",
    name="name-spelled-two-ways",
    summary="A name is spelled two ways in one story.",
    rationale="One of the two is wrong, and a misspelt name costs a correction.",
    message="“{text}” is “{other}” elsewhere in the story. Which?",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    source="house",
    quotes=Quotes.INCLUDE,  # for what somebody put into one in square brackets
    blocks=WHERE,
    check=check,
    bad=(
        "Carmen Duarte won in May. Aides of Carmen {Duerte => Duarte} said so. Later Carmen Duarte spoke.",
        "Nils Aagaard cut jobs. On Tuesday Nils {Agaard => Aagaard} will brief the staff.",
        "Carmen Duarte won in May, and {Duerte => Duarte} thanked her voters.",
        "Nora Bellamy won. “She [Nora {Belamy => Bellamy}] is best,” he said. Bellamy wept.",
        "They fled to Kostroma. The mayor of {Kostrama => Kostroma} met them, and Kostroma was calm.",
        "Councillor Jane Tilley left. Cllr {Tilly => Tilley} won, and Mrs Tilley wept.",
        "Lidia Brandt won. Later {Lydia => Lidia} Brandt said that she had hoped for more from Lidia Brandt’s voters.",
    ),
    good=(
        "Ann Lee and Ann Roe won. Ann Lee spoke.",
        "Tom Brook lost to Tom Brooks.",
        "“Carmen Duerte won,” he wrote. Carmen Duarte spoke.",
        "Riverside Democrats met. A Riverside Democrat spoke for the Riverside Democratic club.",
        "South Beach lies near South Bench.",
        "Ali Hassan met Omar Hasan. Hassan spoke, and then Hasan left.",
        "Olga Ivanova met Pyotr Ivanov, and Ivanov wept.",
        "Tom Lee left Moogle in May. Once a Moogler, always one of Moogle, he said, and Moogle paid.",
        "Syriza won in Greece. The war in Syria went on, and Syria wept.",
        "Iran and Iraq met; Iran left first, and Iran came back.",
    ),
)
