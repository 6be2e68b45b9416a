"""What a single line is by its own words: furniture, a byline, a date, a caption, a credit, a label of links."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from copylint.document import BlockKind, Knowledge

LONGEST_LABEL = 240
"""No furniture, label or date is longer, in code points."""
_LONGEST_CAPTION = 700
_LONGEST_CREDIT = 500

_NAME_WORD = r"(?:[A-Z][\w’'.-]*|(?:de|da|di|du|la|le|van|von|der|den|bin|ibn|al|el)(?=[ -]))"
_NAME = rf"{_NAME_WORD}(?:[ ]{_NAME_WORD}){{1,4}}"
_NAMES = rf"{_NAME}(?:(?:, (?:and )?| and | & ){_NAME})*"
_MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
_DAY = r"(?:(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?)"
_TIME = r"(?:\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?)(?: ?\(?[A-Z]{2,4}\)?)?"
_DATE = (
    rf"(?:(?:{_DAY},? )?(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}})"
    rf"|{_DAY},? (?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})|\d{{4}}-\d\d-\d\d|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}})"
)
_STAMP = r"(?:(?:first |last )?(?:published|updated|posted|modified|created)(?: (?:on|at))?:? ?)"
_DATELINE = re.compile(
    rf"(?:{_STAMP})?{_DATE}(?:(?:,| at| -| –| \||T| •| ·)* ?{_TIME})?\.?(?:[ |,;·•–-]*{_STAMP}{_DATE}(?:(?:,| at| -| –| \|)* ?{_TIME})?\.?)?",
    re.IGNORECASE,
)
_BY = re.compile(rf"(?:[Bb]y|BY|Words by|Story by|Analysis by|Written by|From)\s*:?\s+(?P<names>{_NAMES})(?P<role>(?:,| [|–-]| in) [^.!?]{{2,60}})?")
_ROLE = re.compile(
    rf"{_NAME}(?:,| [|–-]) (?i:(?:[A-Za-z’'&-]+ ){{0,4}}(?:editor|reporter|correspondent|writer|columnist|journalist|producer|bureau chief|"
    r"critic|analyst|commentator|contributor|staff))",
)
_AGENCY = re.compile(
    r"(?:(?:The )?Associated Press|Reuters|AFP|Agence France-Presse|Press Association|PA Media|Bloomberg(?: News)?|UPI|Staff (?:writer|reporter)s?|"
    r"Xinhua|Our (?:foreign |own )?(?:staff|correspondent)|News ?desk|Web desk|Agencies)(?: in [A-Z]\w+)?",
    re.IGNORECASE,
)
_NO_NAME = re.compile(rf"(?:The|This|That|It|He|She|They|{_DAY}|{_MONTH}|Now|Then|Early|Late|Noon|Midnight|Law)\b")

_PICTURE = r"(?:(?:[Ff]ile )?(?:[Pp]hoto(?:graph)?|PHOTO|[Ii]mage|IMAGE|[Pp]icture|[Vv]ideo|[Ii]llustration|[Cc]redit|[Pp]hoto [Cc]redit))s?"
_AGENCIES = r"(?:AFP|AP|Reuters|REUTERS|Getty(?: Images)?|EPA|EPA-EFE|PA|PA Wire|Shutterstock|Alamy|Bloomberg|Instagram|Twitter|Facebook|Pool)"
_CAPTION = re.compile(
    r"[\[(]?(?:file )?(?:photo(?:s|graph|graphs|graphy)?|images?|pictures?|pic|illustration|graphic|video|credit|photo credit|image credit|"
    r"picture credit|photo illustration|image source|photo source)(?: by)?\s*[:/©]\s*\S.*"
    r"|FILE (?:PHOTO|IMAGE|PICTURE)\b.+|FILE\s*[-–—]+\s?.+|file (?:photo|image|picture)\.?"
    r"|(?:photo|image|picture|photograph|illustration|video)s? (?:by|courtesy(?: of)?|via) [A-Z].{1,120}",
    re.IGNORECASE | re.DOTALL,
)
_CAPTION_TAIL = re.compile(
    rf"(?:^|(?<=[\s.,;(\[|])){_PICTURE}(?:\s?[:/©]\s?| by | courtesy of )(?=[A-Z@©])[^.:;!?]{{2,80}}(?:\.[^.:;!?]{{0,30}})?[)\]]?\.?$"
    rf"|\b[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){{0,3}}\s?/\s?{_AGENCIES}(?: (?:Images|Wire|Photo))?(?:\s?/\s?[A-Z][^.!?/]{{1,30}})?[)\]]?\.?$"
    rf"|(?:Getty Images|AFP Photo|AP Photo|Shutterstock)(?:/[\w ]{{2,30}})?[)\]]?\.?$"
    rf"|\bvia (?:AP|Getty(?: Images)?|REUTERS|Reuters|AFP|Flickr|Wikimedia(?: Commons)?)[)\]]?\.?$"
    rf"|\((?:AP|AFP|Reuters|REUTERS|EPA|PA|Getty|CP) (?:Photo|Images?|Video|File)[^()]{{0,80}}\)\.?$"
)
_TAIL_LENGTH = 130
_TAIL_WORDS = ("hoto", "PHOTO", "mage", "IMAGE", "icture", "ideo", "llustration", "redit", "/", "Getty", "Shutterstock", "via ", "(")
_CREDIT = re.compile(
    r"[(\[—–*-]*\s?(?:(?:Additional |Further |With |Original )?(?:reporting|writing|editing|production|research|compilation|translation)s?"
    r"(?: and (?:writing|editing|reporting|additional reporting))?\s(?:by|from)\b|(?:Compiled|Edited|Translated|Produced|Written|Reported) by\b|"
    r"With (?:files|reporting|reports|agency reports|additional reporting|inputs?|assistance)\b(?: from| by)?|Sources?:).{2,480}",
    re.IGNORECASE | re.DOTALL,
)
_CONTRIBUTED = re.compile(
    r".{3,250}?\b(?:contributed (?:to this (?:report|story|article|post)|(?:additional )?reporting|research)|"
    r"(?:provided|assisted with) (?:additional )?(?:reporting|research))\b.{0,100}",
    re.IGNORECASE | re.DOTALL,
)
_CONTRIBUTION = ("contributed", "provided", "assisted")
_NEVER_CREDIT = re.compile(r"[“\"]|\b(?:said|says)\b")
_DASH_SOURCE = re.compile(r"[—–―]\s?[A-ZŁÉÁÖÜ].{1,118}")
_BULLET = re.compile(r"(?:[•◦▪‣●■]|█+)\s*\S")
_CLOCK = re.compile(rf"{_TIME}\.?", re.IGNORECASE)
_ITEM = re.compile(r"(?:[•◦▪‣●■*]|█+)\s*\S|[–-]\s+\S|\(?(?:\d{1,2}|[a-z])[.)]\s+\S")
_BLANK = re.compile(r"[\W_]+")


def is_bare(text: str) -> bool:
    """Whether a line has neither letter nor digit, as `* * *` has not; a mark of something taken out isn't bare."""
    return "\ufffc" not in text and _BLANK.fullmatch(text) is not None


def is_item(text: str) -> bool:
    """Whether a line opens like an item of a list: with a bullet, a dash, or a number with its stop."""
    return _ITEM.match(text) is not None


def is_bullet(text: str) -> bool:
    """Whether a line opens with a bullet that means nothing else."""
    return _BULLET.match(text) is not None


def is_time(text: str) -> bool:
    """Whether a line is a time of day, as the heads of a running story are."""
    return _CLOCK.fullmatch(text) is not None


def is_quote_source(text: str) -> bool:
    """Whether a line names whom the quotation before it comes from: a dash, a name, no stop."""
    return _DASH_SOURCE.fullmatch(text) is not None and text[-1] not in ".!?"


def is_dateline(text: str) -> bool:
    """Whether a line is a date, with or without a time or "Published"."""
    return len(text) <= LONGEST_LABEL and _DATELINE.fullmatch(text.replace("\u00a0", " ")) is not None


def is_byline(text: str) -> bool:
    """Whether a line says who wrote the story."""
    if len(text) > LONGEST_LABEL:
        return False
    by = _BY.fullmatch(text)
    if by:
        return not _NO_NAME.match(by.group("names"))
    return _ROLE.fullmatch(text) is not None or _AGENCY.fullmatch(text) is not None


def is_caption(text: str) -> bool:
    """Whether a line stands under a picture: it names a photographer or an agency at one of its ends."""
    if len(text) > _LONGEST_CAPTION:
        return False
    if _CAPTION.fullmatch(text):
        return True
    tail = text[-_TAIL_LENGTH:]
    return any(word in tail for word in _TAIL_WORDS) and _CAPTION_TAIL.search(tail) is not None


def is_credit(text: str) -> bool:
    """Whether a line says who else reported, wrote or edited."""
    if len(text) > _LONGEST_CREDIT:
        return False
    contributed = any(word in text for word in _CONTRIBUTION) and _CONTRIBUTED.fullmatch(text) is not None
    return (contributed or _CREDIT.fullmatch(text) is not None) and not _NEVER_CREDIT.search(text)


@dataclass(frozen=True, slots=True)
class Patterns:
    """The line patterns of the packs, compiled."""

    furniture: re.Pattern[str]
    labels: re.Pattern[str]

    def is_furniture(self, text: str) -> bool:
        """Whether a line belongs to the page and not to the story."""
        return is_bare(text) or (len(text) <= LONGEST_LABEL and self.furniture.fullmatch(text) is not None)

    def is_label(self, text: str) -> bool:
        """Whether a line opens a list of links to other stories."""
        return len(text) <= LONGEST_LABEL and self.labels.fullmatch(text) is not None

    def is_labelled_link(self, text: str) -> bool:
        """Whether a line is such a label with its link on the same line."""
        if len(text) > LONGEST_LABEL:
            return False
        match = _INLINE.match(text)
        return match is not None and self.labels.fullmatch(match.group(1)) is not None


_INLINE = re.compile(r"([^:|»›]{2,40}?[:|»›])\s*\S")


@lru_cache(maxsize=8)
def patterns(knowledge_furniture: tuple[str, ...], knowledge_labels: tuple[str, ...]) -> Patterns:
    """The compiled line patterns. Raises `re.error` for a pattern that is none."""
    return Patterns(_any_of(knowledge_furniture), _any_of(knowledge_labels))


def of(knowledge: Knowledge) -> Patterns:
    """The compiled line patterns of what the packs supply."""
    return patterns(knowledge.furniture, knowledge.link_labels)


def _any_of(sources: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{source})" for source in sources) if sources else r"(?!)", re.IGNORECASE)

