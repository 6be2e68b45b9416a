"""Units of measure: how they are written, and what one of them is in another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from copylint.values import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: what it measures, how many of the metric unit it is at the least and, where several share its name, at the most.

    `names` are in small letters, a space between two and a hyphen between the words of one.
    """

    sign: str
    dimension: str
    least: float
    most: float
    names: str


_UNITS = (
    Unit("mm", "length", 0.001, 0.001, "mm millimetre millimeter"),
    Unit("cm", "length", 0.01, 0.01, "cm cms centimetre centimeter"),
    Unit("m", "length", 1, 1, "m metre meter"),
    Unit("km", "length", 1000, 1000, "km kms kilometre kilometer"),
    Unit("in", "length", 0.0254, 0.0254, "inch inches"),
    Unit("ft", "length", 0.3048, 0.3048, "ft foot feet"),
    Unit("yd", "length", 0.9144, 0.9144, "yard yd yds"),
    Unit("mi", "length", 1609.344, 1609.344, "mile mi"),
    Unit("nmi", "length", 1852, 1852, "nautical-mile nm"),
    Unit("sqm", "area", 1, 1, "square-metre square-meter square-m sq-metre sq-meter sq-m"),
    Unit("sqkm", "area", 1e6, 1e6, "square-kilometre square-kilometer square-km sq-kilometre sq-kilometer sq-km"),
    Unit("ha", "area", 1e4, 1e4, "ha hectare"),
    Unit("sqft", "area", 0.09290304, 0.09290304, "square-foot square-feet sq-ft sq-feet square-ft"),
    Unit("sqmi", "area", 2589988, 2589988, "square-mile sq-mile sq-mi square-mi"),
    Unit("ac", "area", 4046.856, 4046.856, "acre"),
    Unit("g", "mass", 0.001, 0.001, "gram gramme g"),
    Unit("kg", "mass", 1, 1, "kg kgs kilo kilogram kilogramme"),
    Unit("t", "mass", 1000, 1000, "tonne metric-ton metric-tonne"),
    Unit("oz", "mass", 0.0283495, 0.0283495, "oz ounce"),
    Unit("lb", "mass", 0.45359237, 0.45359237, "lb lbs pound"),
    Unit("st", "mass", 6.35029, 6.35029, "stone"),
    Unit("ton", "mass", 907.18, 1016.05, "ton short-ton long-ton"),
    Unit("ml", "volume", 0.001, 0.001, "ml millilitre milliliter"),
    Unit("l", "volume", 1, 1, "litre liter"),
    Unit("gal", "volume", 3.7854, 4.5461, "gallon us-gallon imperial-gallon"),
    Unit("pt", "volume", 0.4731, 0.5683, "pint"),
    Unit("bbl", "volume", 158.9, 159.0, "barrel"),
    Unit(
        "km/h", "speed", 1, 1, "km/h kph kmh kmph kilometres-per-hour kilometers-per-hour kilometres-an-hour kilometers-an-hour"
    ),
    Unit("mph", "speed", 1.609344, 1.609344, "mph miles-per-hour miles-an-hour"),
    Unit("kn", "speed", 1.852, 1.852, "knot"),
    Unit("C", "temperature", 1, 1, "c celsius centigrade degrees-c degrees-celsius degree-celsius degrees-centigrade °c"),
    Unit("F", "temperature", 1, 1, "f fahrenheit degrees-f degrees-fahrenheit degree-fahrenheit °f"),
    Unit("second", "time", 1, 1, "second sec secs"),
    Unit("minute", "time", 60, 60, "minute min mins"),
    Unit("hour", "time", 3600, 3600, "hour hr hrs"),
    Unit("day", "time", 86400, 86400, "day"),
    Unit("week", "time", 604800, 604800, "week"),
    Unit("month", "time", 2629800, 2629800, "month"),
    Unit("year", "time", 31557600, 31557600, "year yr yrs"),
)
_WITHOUT_S = ("s", "hour", "feet", "inch", "foot", "fahrenheit", "centigrade")


@lru_cache(maxsize=1)
def units() -> dict[str, Unit]:
    """The units by their signs."""
    return {unit.sign: unit for unit in _UNITS}


@lru_cache(maxsize=1)
def written_units() -> dict[str, str]:
    """The sign of each unit by its names in small letters, the words of a name joined by hyphens."""
    return {name: unit.sign for unit in _UNITS for name in _spellings(unit)}


def _spellings(unit: Unit) -> Iterator[str]:
    for name in unit.names.split():
        yield name
        if len(name) > 2 and not name.endswith(_WITHOUT_S):
            yield f"{name}s"


def converted(value: float, sign: str, other: str) -> tuple[float, float]:
    """The least and the most that a value in one unit is in another of the same dimension."""
    if "C" in (sign, other) and sign != other:
        degrees = value * 9 / 5 + 32 if sign == "C" else (value - 32) * 5 / 9
        return degrees, degrees
    one, two = units()[sign], units()[other]
    ends = sorted((value * one.least / two.most, value * one.most / two.least))
    return ends[0], ends[1]
