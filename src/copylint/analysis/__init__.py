"""What is known of a text: a source and knowledge become a document."""

from copylint.analysis.document import analyse

__all__ = ["analyse"]
