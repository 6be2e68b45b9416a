"""Leaves out what comments in the copy and entries of the config silence, and tells of those that don't work."""

from copylint.suppression.comment import MALFORMED, UNKNOWN, UNUSED, Problem
from copylint.suppression.entry import Ignore
from copylint.suppression.outcome import Outcome, suppressed

__all__ = ["MALFORMED", "UNKNOWN", "UNUSED", "Ignore", "Outcome", "Problem", "suppressed"]
