"""copylint’s own (LNT): suppressions that are unused, unknown or malformed. The linter makes these findings itself."""
