"""What a single line is by its own words: a byline, a date, a caption, a credit, an item, a link."""

from __future__ import annotations

from copylint.analysis.whole_line import WholeLines, whole_lines
from copylint.document import Knowledge
from copylint.lazy import lazy, re
from copylint.values import dataclass

LONGEST_LABEL = 240
"""No furniture, label, byline or date is longer, in code points."""
_LONGEST_CAPTION = 700
_LONGEST_CREDIT = 500
_LONGEST_DATE = 120
_LONGEST_BYLINE = 160

_TIME = r"(?:\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?)(?: ?\(?[A-Z]{2,4}\)?)?"

_NAME_WORD = r"(?:[A-Z][\w’'.-]*|(?:de|da|di|du|la|le|van|von|der|den|bin|ibn|al|el)(?=[ -]))"
_NAME = rf"{_NAME_WORD}(?:[ ]{_NAME_WORD}){{1,4}}"
_NAMES = rf"{_NAME}(?:(?:, (?:and )?| and | & ){_NAME})*"
_BY = rf"(?:[Bb]y|BY|Words by|Story by|Analysis by|Written by)\s*:?\s+{_NAMES}(?:(?:,| [|–-]| in) [^.!?]{{2,60}})?"
_ROLE = (
    rf"{_NAME}(?:,| [|–-]) (?i:(?:[A-Za-z’'&-]+ ){{0,4}}(?:editor|reporter|correspondent|writer|columnist|journalist|producer|"
    r"bureau chief|critic|analyst|commentator|contributor|staff))"
)
_AGENCY = (
    r"(?i:(?:the )?associated press|reuters|afp|agence france-presse|press association|pa media|bloomberg(?: news)?|upi|xinhua|"
    r"agencies|staff (?:writer|reporter)s?|our (?:foreign |own )?(?:staff|correspondent)|(?:news|web) ?desk)(?: in [A-Z]\w+)?"
)
_NO_NAME = (
    r"(?:[Bb]y|BY|\w+ by)\s*:?\s+(?:The|This|That|It|He|She|They|Now|Then|Early|Late|Noon|Midnight|Law|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|"
    r"December)\b"
)
_CAPTION = (
    r"(?i:[\[(]?(?:file )?(?:photo(?:s|graph|graphs|graphy)?|images?|pictures?|pic|illustration|graphic|video|credit|"
    r"(?:photo|image|picture) (?:credit|source)|photo illustration)(?: by)?\s*[:/©]\s*\S.*|file (?:photo|image|picture)\.?)"
    r"|FILE (?:PHOTO|IMAGE|PICTURE)\b.+|FILE\s*[-–—]+\s?.+"
    r"|(?i:photo|image|picture|photograph|illustration|video)s? (?i:by|courtesy(?: of)?|via) [A-Z].{1,120}"
)
_CAPTION_STARTS = ("phot", "imag", "pict", "pic", "illu", "grap", "vide", "cred", "file")
_PICTURE = (
    r"(?:(?:[Ff]ile )?(?:[Pp]hoto(?:graph)?|PHOTO|[Ii]mage|IMAGE|[Pp]icture|[Vv]ideo|[Ii]llustration|[Cc]redit|"
    r"[Pp]hoto [Cc]redit))s?"
)
_AGENCIES = (
    r"(?:AFP|AP|Reuters|REUTERS|Getty(?: Images)?|EPA|EPA-EFE|PA|PA Wire|Shutterstock|Alamy|Bloomberg|Instagram|Twitter|"
    r"Facebook|Pool)"
)
_CAPTION_TAIL = (
    rf"(?:^|(?<=[\s.,;(\[|])){_PICTURE}(?:\s?[:/©]\s?| by | courtesy of )(?=[A-Z@©])"
    r"[^.:;!?]{2,80}(?:\.[^.:;!?]{0,30})?[)\]]?\.?$"
    rf"|\b[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){{0,3}}\s?/\s?{_AGENCIES}(?: (?:Images|Wire|Photo))?"
    r"(?:\s?/\s?[A-Z][^.!?/]{1,30})?[)\]]?\.?$"
    r"|(?:Getty Images|AFP Photo|AP Photo|Shutterstock)(?:/[\w ]{2,30})?[)\]]?\.?$"
    r"|\bvia (?:AP|Getty(?: Images)?|REUTERS|Reuters|AFP|Flickr|Wikimedia(?: Commons)?)[)\]]?\.?$"
    r"|\((?:AP|AFP|Reuters|REUTERS|EPA|PA|Getty|CP) (?:Photo|Images?|Video|File)[^()]{0,80}\)\.?$"
)
_TAIL_LENGTH = 130
_TAIL_WORDS = ("hoto", "PHOTO", "mage", "IMAGE", "icture", "ideo", "llustration", "redit", "/", "Getty", "Shutterstock", "via ")

_CREDIT = (
    r"(?is:[(\[—–*-]*\s?(?:(?:additional |further |with |original )?"
    r"(?:reporting|writing|editing|production|research|compilation|translation)s?"
    r"(?: and (?:writing|editing|reporting|additional reporting))?\s(?:by|from)\b"
    r"|(?:compiled|edited|translated|produced|written|reported) by\b"
    r"|with (?:files|reporting|reports|agency reports|additional reporting|inputs?|assistance)\b(?: from| by)?"
    r"|sources?:).{2,480})"
)
_CREDIT_STARTS = lazy(r"[(\[—–*-]*\s?(?:add|fur|with|orig|repo|writ|edit|prod|rese|comp|tran|sour)", re.IGNORECASE)
_FIRST_OF_CREDITS = frozenset("([—–*- \u00a0afworepctsſAFWOREPCTS")
_FIRST_OF_CAPTIONS = frozenset("[(pigvcfPIGVCF")
_CONTRIBUTED = (
    r"(?is:.{3,250}?\b(?:contributed (?:to this (?:report|story|article|post)|(?:additional )?reporting|research)|"
    r"(?:provided|assisted with) (?:additional )?(?:reporting|research))\b.{0,100})"
)
_NEVER_CREDIT = r"[“\"]|\b(?:said|says)\b"

_DASH_SOURCE = lazy(r"[—–―]\s?[^\W\d_].{1,118}")
_BULLET = lazy(r"(?:[•◦▪‣●■]|█+)\s*\S")
_ITEM = lazy(r"(?:[•◦▪‣●■*]|█+)\s*\S|[–-]\s+\S|\(?(?:\d{1,2}|[a-z])[.)]\s+\S")
_BARE = lazy(r"[\W_]+")
_INLINE = lazy(r"([^:|»›]{2,40}?)\s?[:|»›]\s*\S")

_INLINE_REACH = 42

_DATE_WORD = lazy(r"\d+(?:st|nd|rd|th)\b|\d+|[^\W\d_]+")
_MONTHS = frozenset(
    "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october "
    "nov november dec december".split()
)
_WEEKDAYS = frozenset(
    "mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun sunday".split()
)
_ABOUT_DATES = frozenset(
    "published updated posted modified created first last on at of date am pm a m p t z st nd rd th hrs hours noon midnight "
    "est edt et cst cdt ct pst pdt pt mst gmt utc bst cet cest ist jst aest sast".split()
)


_TIME_LINE = lazy(rf"(?i:{_TIME})\.?")
_BYLINE = lazy(f"{_BY}|{_ROLE}|{_AGENCY}", re.DOTALL)
_NO_NAME_LINE, _NAMES_LINE = lazy(_NO_NAME), lazy(_NAMES)
_CAPTION_LINE, _CAPTION_TAIL_LINE = lazy(_CAPTION, re.DOTALL), lazy(_CAPTION_TAIL, re.DOTALL)
_CREDIT_LINE, _CONTRIBUTED_LINE, _NEVER_CREDIT_LINE = lazy(_CREDIT), lazy(_CONTRIBUTED), lazy(_NEVER_CREDIT)


def is_bare(text: str) -> bool:
    """Whether a line has neither letter nor digit, as `* * *` has not; a mark of something taken out isn't bare."""
    return not text[:1].isalnum() and "\ufffc" not in text and _BARE.fullmatch(text) is not None


def is_item(text: str) -> bool:
    """Whether a line opens like an item of a list: with a bullet, a dash, or a number with its stop."""
    return _ITEM.match(text) is not None


def is_bullet(text: str) -> bool:
    """Whether a line opens with a bullet that means nothing else."""
    return _BULLET.match(text) is not None


def is_time(text: str) -> bool:
    """Whether a line is a time of day, as the heads of a running story are."""
    return text[0].isdigit() and len(text) < 24 and _TIME_LINE.fullmatch(text) is not None


def is_quote_source(text: str) -> bool:
    """Whether a line names whom the quotation before it comes from: a dash, a name, no stop."""
    return _DASH_SOURCE.fullmatch(text) is not None and text[1:].lstrip()[0].isupper() and text[-1] not in ".!?"


def is_dateline(text: str) -> bool:
    """Whether a line is a date and nothing else, with or without a time or "Published"."""
    if len(text) > _LONGEST_DATE or not any(map(str.isdigit, text)):
        return False
    words = [word.lower() for word in _DATE_WORD.findall(text)]
    days = [word for word in words if word[0].isdigit()]
    if any(
        word not in _MONTHS and word not in _WEEKDAYS and word not in _ABOUT_DATES for word in words if not word[0].isdigit()
    ):
        return False
    has_year = any(len(day) == 4 and day[:2] in {"18", "19", "20"} for day in days)
    if _MONTHS.isdisjoint(words):
        return has_year and len(days) >= 3
    return len(days) >= 2 if has_year else not _WEEKDAYS.isdisjoint(words)


def is_byline(text: str) -> bool:
    """Whether a line says who wrote the story."""
    if len(text) > _LONGEST_BYLINE or _NO_NAME_LINE.match(text):
        return False
    return _BYLINE.fullmatch(text) is not None


def is_name(text: str) -> bool:
    """Whether a line is nothing but names of people, by their capitals."""
    return len(text) <= _LONGEST_BYLINE and _NAMES_LINE.fullmatch(text) is not None


def is_caption(text: str) -> bool:
    """Whether a line stands under a picture: it names a photographer or an agency at one of its ends."""
    if len(text) > _LONGEST_CAPTION:
        return False
    is_likely = text[:1] in _FIRST_OF_CAPTIONS and text.lstrip("[(")[:4].lower().startswith(_CAPTION_STARTS)
    if is_likely and _CAPTION_LINE.fullmatch(text):
        return True
    tail = text[-_TAIL_LENGTH:]
    for word in _TAIL_WORDS:
        if word in tail:
            return _CAPTION_TAIL_LINE.search(tail) is not None
    return False


def is_credit(text: str) -> bool:
    """Whether a line says who else reported, wrote or edited."""
    if len(text) > _LONGEST_CREDIT:
        return False
    is_likely = text[:1] in _FIRST_OF_CREDITS and _CREDIT_STARTS.match(text) is not None
    found = is_likely and _CREDIT_LINE.fullmatch(text) is not None
    if not found and ("contributed" in text or "provided" in text or "assisted" in text):
        found = _CONTRIBUTED_LINE.fullmatch(text) is not None
    return found and not _NEVER_CREDIT_LINE.search(text)


@dataclass(frozen=True, slots=True)
class PackLines:
    """What the packs know of whole lines."""

    furniture: WholeLines
    labels: WholeLines

    @classmethod
    def of(cls, knowledge: Knowledge) -> PackLines:
        """The line patterns of the packs."""
        return cls(whole_lines(knowledge.furniture), whole_lines(knowledge.link_labels))

    def is_furniture(self, text: str) -> bool:
        """Whether a line belongs to the page and not to the story."""
        return is_bare(text) or (len(text) <= LONGEST_LABEL and self.furniture.is_match(text))

    def is_label(self, text: str) -> bool:
        """Whether a line opens a list of links to other stories."""
        return len(text) <= LONGEST_LABEL and self.labels.is_match(text)

    def is_labelled_link(self, text: str) -> bool:
        """Whether a line is such a label with its link on the same line."""
        head = text[:_INLINE_REACH]
        if len(text) > LONGEST_LABEL or not (":" in head or "|" in head or "»" in head or "›" in head):
            return False
        match = _INLINE.match(text)
        return match is not None and self.labels.is_match(f"{match.group(1)}:")
