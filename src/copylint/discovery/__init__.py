"""Which files a run reads: those that are named, and the copy in the folders that are named."""

from copylint.discovery.glob import NOT_COPY, is_excluded
from copylint.discovery.walk import Found, files

__all__ = ["NOT_COPY", "Found", "files", "is_excluded"]
