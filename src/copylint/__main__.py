"""`python -m copylint`."""

from copylint.cli import command

if __name__ == "__main__":
    command()
