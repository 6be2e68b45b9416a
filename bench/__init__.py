"""Measures what copylint costs, beside other tools, on one machine: `python -m bench` from the top of a checkout.

It runs whole processes and imports nothing of copylint, so that it can measure any one that is installed.

    texts → laid out as files → orders, run in turn → usages → lines of a table
"""
