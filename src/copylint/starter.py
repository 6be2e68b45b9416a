"""The config that `copylint init` writes."""

STARTER = """\
# What copylint marks in this folder and below. Every line is a default: uncomment it to change it.
# `copylint config PATH` prints what holds for a file, and why.

# language = "en"
# variant = "auto"                # auto, us or gb

# ignore = ["PUN101"]             # codes, families (PUN) or names that are never wanted
# extend_select = []              # rules that are off unless named here
# style = []                      # house styles

# vocabulary = ["parkrun"]        # words that you know and no dictionary has

# fail_on = "warning"             # query, warning, error or never
# exclude = ["archive/"]          # passed over when folders are walked

# packs = ["desk/rules"]          # TOML rule packs of your own

# [[overrides]]                   # other rules for some files
# paths = ["letters/**"]
# ignore = ["USE"]

# [[ignores]]                     # leave one thing alone, where nothing may stand in the copy
# path = "2024/harbour.txt"
# code = "PUN101"
# text = "St. john"
# reason = "the ship's name"
"""
