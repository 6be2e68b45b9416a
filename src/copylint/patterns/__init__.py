"""Rule packs: TOML tables in, rules out, and the engine that runs thousands of them.

Nothing is imported here: what compiles patterns isn't needed by a run that finds them compiled.
"""
