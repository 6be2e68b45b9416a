"""Python rules, one a file, a folder a family; each file ends in `RULE = Rule(…)`."""
