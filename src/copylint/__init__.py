"""copylint: a linter for editorial copy."""

__version__ = "0.1.0"
