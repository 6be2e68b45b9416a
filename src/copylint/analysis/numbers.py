"""The numbers of a text, in figures and in words, each with what it counts: found once, from the tokens that may begin one."""

from __future__ import annotations

from copylint.analysis.number_words import MAGNITUDES, ORDINALS, STARTERS, spelled
from copylint.analysis.units import written_units
from copylint.document import Day, Number, NumberKind
from copylint.lazy import lazy
from copylint.spans import Span
from copylint.values import replace
from copylint.words import Words

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_WEEKDAY = r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_FIGURE = lazy(r"(\d{1,3}(?:,\d{3})+(?!\d)|\d+)(\.\d+)?")
_TAIL = lazy(r"([ \xa0-]?)([%°]|[^\W\d_]+)?")
_MONTH_AFTER = lazy(rf"(?:st|nd|rd|th)?\s(?:day\s)?(?:of\s)?(?P<month>{_MONTH})(?:,?\s(?P<year>(?:1[5-9]|20)\d\d)\b)?")
_MONTH_BEFORE = lazy(rf"(?<![\w-])(?P<month>{_MONTH})\s(?:the\s)?\Z")
_DAY_AFTER = lazy(
    r"(?:st|nd|rd|th)?(?![^\W_])(?:,?\s(?P<year>(?:1[5-9]|20)\d\d)(?![\w%]|,\d))?(?![,:.-]?\d|\s(?:people|men|women|percent)\b|%)"
)
_WEEKDAY_BEFORE = lazy(rf"\b{_WEEKDAY},?\s(?:the\s)?\Z")
_WEEKDAY_AFTER = lazy(rf"(?:,?\sa\s|\s\(){_WEEKDAY}\b")
_CLOCK = lazy(r"\d{1,2}:[0-5]\d(?::\d\d)?(?:\s?(?P<half>[ap])(?:m\b|\.m\b\.?))?(?![:\d])", 2)
_HALF = lazy(r"\s?(?P<half>[ap])(?:m\b|\.m\b\.?)", 2)
_PERCENT = lazy(r"\s?%|[ -]per ?cent\b(?! points?)|\s?pc\b", 2)
_SCALE = lazy(r"[ \xa0-]?(million|billion|trillion|thousand|hundred|dozen|mn|bn|tn|m|b|k)\b", 2)
_UNIT = lazy(r"[ \xa0-]?(°?\s?[^\W\d_]+(?:/h)?)(?:[ -]([^\W\d_]+)(?:[ -]([^\W\d_]+))?)?")
_FROM = lazy(r"\b[Ff]rom\s(?:[^\W\d]+\s){0,2}\Z")
_OLD = lazy(r"[ -]years?[ -]old\b|-year-olds\b|yo\b", 2)
_SMALLER = {
    "ft": (lazy(r",? ?(?:and )?(\d{1,2}(?:\.\d+)?)[ -]?(?:inches|inch|ins?)\b"), 12),
    "lb": (lazy(r",? ?(?:and )?(\d{1,2}(?:\.\d+)?)[ -]?(?:ounces?|oz)\b"), 16),
    "st": (lazy(r",? ?(?:and )?(\d{1,2}(?:\.\d+)?)[ -]?(?:pounds?|lbs?)\b"), 14),
}
_SCALES = {**MAGNITUDES, "mn": 1e6, "m": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "k": 1e3}
_CURRENCIES = {
    "dollars": "$",
    "euros": "€",
    "euro": "€",
    "yen": "¥",
    "rupees": "₹",
    "yuan": "yuan",
    "roubles": "₽",
    "rubles": "₽",
}
_SIGNS = "$£€¥₹"
_GLUED = frozenset("cfgmh")
_NONE_BEFORE = frozenset("#/._@&")
_LEADS_TO_YEAR = frozenset(
    "in since of from until till by to early late mid before after during around circa and through for".split()
)
_PARTS_OF_ONE = frozenset("half third thirds quarter quarters fourth fourths fifth fifths tenth tenths eighth eighths".split())


def numbers(words: Words) -> tuple[Number, ...]:
    """The numbers of a text in order; two figures that make a range or a score are one."""
    found: list[Number] = []
    prose, reached = words.prose, 0
    for place in sorted({*words.digits, *words.places(STARTERS)}):
        start = words.starts[place]
        if start < reached or (start and prose[start - 1] in _NONE_BEFORE):
            continue
        number = _in_figures(prose, start) if prose[start].isdecimal() else _in_words(prose, start)
        if number is None:
            continue
        reached = number.span.end
        whole = _joined(prose, found[-1], number) if found and number.span.start - found[-1].span.end < 5 else None
        if whole is None:
            found.append(number)
        else:
            found[-1] = whole
    return tuple(found)


def _in_figures(prose: str, start: int) -> Number | None:
    figure = _FIGURE.match(prose, start)
    if figure is None or not figure[0].isascii():
        return None
    whole, part = figure[1], figure[2] or ""
    end = figure.end()
    gap, tail = _TAIL.match(prose, end).groups("")  # type: ignore[union-attr]  # it matches anywhere
    special = _calendar(prose, start, figure.end(1), whole, part, gap, tail)
    if special is not None:
        return special
    value = float(whole.replace(",", "") + part)
    bare = Number(Span(start, end), NumberKind.COUNT, value, Span(start, end), _step(whole, part))
    sign = prose[start - 1] if start else ""
    if sign in _SIGNS and sign:
        return _scaled(prose, replace(bare, kind=NumberKind.MONEY, unit=sign, span=Span(start - 1, end)))
    if tail or prose[end : end + 1] == "°":
        return _measured(prose, bare, gap, tail)
    return _plain(prose, bare, is_year=len(whole) == 4 and not part)


def _step(whole: str, part: str) -> float:
    """What the last digit of a figure that isn't a round nought stands for."""
    if part:
        return float(10.0 ** (1 - len(part)))
    bare = whole.replace(",", "")
    noughts = len(bare) - len(bare.rstrip("0"))
    return float(10.0 ** (noughts if noughts < len(bare) else 0))


def _calendar(prose: str, start: int, end: int, whole: str, part: str, gap: str, tail: str) -> Number | None:
    """The date or the time of day that a figure belongs to, if any."""
    if len(whole) > 2:
        return None
    if not part and (match := _MONTH_AFTER.match(prose, end)):
        return _date(prose, start, end, match.end(), match["month"], match["year"])
    if not part and (match := _MONTH_BEFORE.search(prose, max(0, start - 15), start)):
        after = _DAY_AFTER.match(prose, end)
        return _date(prose, match.start(), end, after.end(), match["month"], after["year"], figure=start) if after else None
    if prose[end : end + 1] == ":" and (clock := _CLOCK.match(prose, start)):
        return _time(start, clock.end(), int(whole), int(prose[end + 1 : end + 3]), clock["half"])
    if tail[:1] in ("a", "p", "A", "P") and len(part) in (0, 3) and (half := _HALF.match(prose, end + len(part))):
        return _time(start, half.end(), int(whole), int(part[1:] or 0), half["half"])
    if not part and not gap and tail in ("st", "nd", "rd", "th"):
        return Number(Span(start, end + 2), NumberKind.ORDINAL, float(whole), Span(start, end))
    return None


def _date(prose: str, start: int, end: int, reached: int, month: str, year: str | None, *, figure: int | None = None) -> Number:
    figure = start if figure is None else figure
    weekday, day = "", int(prose[figure:end])
    before = _WEEKDAY_BEFORE.search(prose, max(0, start - 16), start)
    if before:
        start, weekday = before.start(), before["weekday"]
    elif year and (after := _WEEKDAY_AFTER.match(prose, reached)):
        reached, weekday = after.end(), after["weekday"]
    date = Day(int(year or 0), MONTHS.index(month[:3].lower()) + 1, day, weekday)
    return Number(Span(start, reached), NumberKind.DATE, float(day), Span(figure, end), day=date)


def _time(start: int, end: int, hour: int, minute: int, half: str | None) -> Number:
    is_afternoon = half in ("p", "P") and hour < 12
    hour = 0 if half in ("a", "A") and hour == 12 else hour
    return Number(Span(start, end), NumberKind.TIME, 60.0 * (hour + 12 * is_afternoon) + minute, Span(start, end))


def _in_words(prose: str, start: int) -> Number | None:
    made = spelled(prose, start)
    if made is None:
        return _ordinal(prose, start)
    end, value = made
    figure = Span(start, end)
    if prose[start : start + 7].lower().startswith(tuple(MAGNITUDES)):
        before = prose[max(0, start - 12) : start].split()[-1:]
        if not before or before[0].lower() not in ("a", "one"):
            return None
    gap, tail = _TAIL.match(prose, end).groups("")  # type: ignore[union-attr]  # it matches anywhere
    if gap == "-" and tail in _PARTS_OF_ONE:
        return None
    bare = Number(figure, NumberKind.COUNT, value, figure, _step(f"{value:.0f}", ""))
    return _measured(prose, bare, gap, tail) if tail else bare


def _ordinal(prose: str, start: int) -> Number | None:
    end = start
    while end < len(prose) and prose[end].isalpha():
        end += 1
    value = ORDINALS.get(prose[start:end].lower())
    if value is None or prose[end : end + 1] == "-":
        return None
    return Number(Span(start, end), NumberKind.ORDINAL, value, Span(start, end))


def _scaled(prose: str, number: Number) -> Number:
    """The number with the million or billion after it."""
    scale = _SCALE.match(prose, number.span.end)
    if scale is None:
        return number
    by = _SCALES[scale[1].lower()]
    return replace(number, span=Span(number.span.start, scale.end()), value=number.value * by, step=number.step * by)


def _measured(prose: str, bare: Number, gap: str, tail: str) -> Number | None:
    """The number with what stands behind it."""
    end, folded = bare.span.end, tail.lower()
    if folded in ("%", "percent", "per", "pc") and (percent := _PERCENT.match(prose, end)):
        return replace(bare, kind=NumberKind.PERCENT, span=Span(bare.span.start, percent.end()))
    if folded in ("year", "years", "yo") and (old := _OLD.match(prose, end)):
        return replace(bare, kind=NumberKind.AGE, unit="year", span=Span(bare.span.start, old.end()))
    if folded in _SCALES and not (folded in _GLUED and not gap):
        bare = _scaled(prose, bare)
        end = bare.span.end
        gap, tail = _TAIL.match(prose, end).groups("")  # type: ignore[union-attr]  # it matches anywhere
        folded = tail.lower()
    if folded in _CURRENCIES:
        after = end + len(gap) + len(tail)
        return replace(bare, kind=NumberKind.MONEY, unit=_CURRENCIES[folded], span=Span(bare.span.start, after))
    unit = _unit(prose, end, gap)
    if unit is not None:
        return _compound(prose, replace(bare, kind=NumberKind.MEASURE, unit=unit[0], span=Span(bare.span.start, unit[1])))
    if not gap and tail and tail != "°":
        return None  # 1980s, 4x4, 747B
    return _plain(prose, bare, is_year=bare.figure.length == 4 and not tail.endswith("s"))


def _unit(prose: str, end: int, gap: str) -> tuple[str, int] | None:
    """The unit behind a figure and where it ends."""
    match = _UNIT.match(prose, end)
    if match is None:
        return None
    known = written_units()
    for count in (3, 2, 1):
        if match[count] is None:
            continue
        name = "-".join(match[i].replace(" ", "") for i in range(1, count + 1)).lower()
        if name in known and (name not in _GLUED or (not gap and (match[1] in "CFmg"))):
            return known[name], match.end(count)
    return None


def _compound(prose: str, number: Number) -> Number:
    """The number with the inches of its feet, the ounces of its pounds; below zero where a temperature is."""
    if number.unit in ("C", "F"):
        before = prose[max(0, number.span.start - 7) : number.span.start]
        if before.endswith(("minus ", " -", " −", "(-", "(−")):
            start = number.span.start - (6 if before.endswith(" ") else 1)
            return replace(number, value=-number.value, span=Span(start, number.span.end))
    smaller = _SMALLER.get(number.unit)
    more = smaller[0].match(prose, number.span.end) if smaller else None
    if smaller is None or more is None:
        return number
    value = number.value + float(more[1]) / smaller[1]
    return replace(number, value=value, step=1 / smaller[1], span=Span(number.span.start, more.end()))


def _plain(prose: str, bare: Number, *, is_year: bool) -> Number:
    """The number as a year or an age where its place tells so, or else as a count."""
    start, end = bare.span.start, bare.span.end
    before = prose[max(0, start - 12) : start]
    lead = before.split()[-1:] or [""]
    if (lead[0] in ("aged", "age", "ages") or before.endswith("age of ")) and bare.value < 120:
        return replace(bare, kind=NumberKind.AGE, unit="year")
    if before.endswith(", ") and prose[end : end + 1] == "," and 0 < bare.value < 120 and lead[0][:1].isalpha():
        return replace(bare, kind=NumberKind.AGE, unit="year") if _is_after_name(prose, start) else bare
    if is_year and 1000 <= bare.value < 2100:
        is_told = lead[0].lower() in _LEADS_TO_YEAR or not prose[end : end + 2].strip().islower()
        return replace(bare, kind=NumberKind.YEAR) if is_told else bare
    return bare


def _is_after_name(prose: str, start: int) -> bool:
    """Whether the word before the comma before a place has a capital, and so may be a surname."""
    word = prose[max(0, start - 32) : start - 2].split()[-1:]
    return bool(word) and word[0][0].isupper()


def _joined(prose: str, first: Number, second: Number) -> Number | None:
    """Two figures as one range or score: “15-20 miles”, “15 to 20 miles”, “54–49”. None where they are apart."""
    between = prose[first.span.end : second.span.start]
    is_dash = between.strip() in ("-", "–", "‑")
    if first.last is not None or second.last is not None or not (is_dash or between == " to "):
        return None
    if first.kind is NumberKind.YEAR and second.kind is NumberKind.COUNT and second.figure.length == 4 == first.figure.length:
        second = replace(second, kind=NumberKind.YEAR)
    if between == " to " and first.kind is NumberKind.YEAR is not second.kind:
        return None
    is_bare = first.kind in (NumberKind.COUNT, NumberKind.YEAR) and first.span == first.figure
    is_alike = first.kind is second.kind and first.unit == second.unit
    if not is_bare and not (is_alike and is_dash):
        return None
    if between == " to " and (is_alike or _FROM.search(prose, max(0, first.span.start - 30), first.span.start)):
        return None
    factor = second.value / _figure_value(prose, second)
    is_scaled = first.span == first.figure and factor >= 12
    is_score = is_alike and not is_scaled and second.kind is NumberKind.COUNT
    kind = NumberKind.SCORE if is_score else second.kind
    value = first.value * factor if is_scaled else first.value
    span, figure = first.span.joined(second.span), first.figure.joined(second.figure)
    return replace(second, span=span, kind=kind, value=value, figure=figure, last=second.value)


def _figure_value(prose: str, number: Number) -> float:
    """The figure of a number without its magnitude; 0 for one in words."""
    text = number.figure.of(prose).replace(",", "")
    return (float(text) if text.replace(".", "").isdecimal() else number.value) or 1.0
