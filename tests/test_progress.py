"""The line that tells how far a long run is."""

import io
import os
import sys

import pytest

from copylint.progress import Progress


class Terminal:
    """What is drawn, and a clock that is set by hand."""

    def __init__(self) -> None:
        self.drawn: list[str] = []
        self.now = 100.0
        self.progress = Progress(self.drawn.append, lambda: self.now)

    def told(self, after: float, done: int, total: int = 40) -> list[str]:
        self.now = 100.0 + after
        self.progress.told(done, total)
        return self.drawn


def test_a_short_run_draws_nothing():
    terminal = Terminal()
    assert terminal.told(0.5, 20) == []
    assert terminal.told(0.99, 39) == []
    terminal.progress.clear()
    assert terminal.drawn == []


def test_a_long_run_is_drawn_over_and_over_and_cleared():
    terminal = Terminal()
    terminal.told(1.0, 10)
    terminal.told(1.05, 11)
    terminal.told(1.2, 20)
    terminal.progress.clear()
    terminal.progress.clear()
    assert terminal.drawn == [
        "\r######------------------ 10 of 40 files",
        "\r############------------ 20 of 40 files",
        "\r\x1b[K",
    ]


def test_a_run_that_is_done_is_not_drawn():
    assert Terminal().told(5, 40) == []


class Screen(io.StringIO):
    """Standard error that is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def slow(copy, monkeypatch):
    """A run of three files, before which a second has gone by."""
    monkeypatch.setattr("copylint.progress._PATIENCE", 0.0)
    monkeypatch.setattr("copylint.progress._INTERVAL", 0.0)
    monkeypatch.setenv("TERM", "xterm")
    return copy({f"{name}.txt": "They used tools like hydraulic. jacks to free him.\n" for name in "abc"})


def test_a_terminal_sees_it_and_is_left_clean(slow, monkeypatch):
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    assert slow.run("--no-cache").out.count("\n") == 3
    assert "1 of 3 files" in screen.getvalue()
    assert screen.getvalue().endswith("\r\x1b[K")


@pytest.mark.parametrize("options", [("--quiet",), ("--format", "json", "--quiet")])
def test_a_quiet_run_draws_nothing(slow, monkeypatch, options):
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    slow.run("--no-cache", *options)
    assert screen.getvalue() == ""


def test_a_pipe_or_a_dumb_terminal_sees_nothing(slow, monkeypatch):
    assert slow.run("--no-cache").err == ""
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setattr(sys, "stderr", Screen())
    slow.run("--no-cache")
    assert sys.stderr.getvalue() == ""


def test_an_error_leaves_the_terminal_clean_too(slow, monkeypatch):
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr("copylint.commands._rendered", lambda *_, **__: 1 / 0)
    assert slow.run("--no-cache").status == 3
    assert "\r\x1b[Kcopylint: internal error" in screen.getvalue()


def test_several_processes_tell_it_too(slow, monkeypatch):
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    slow.run("--no-cache", "--jobs", "2")
    assert "of 3 files" in screen.getvalue()


def test_a_terminal_that_is_gone_is_no_error(slow, monkeypatch):
    class Gone(Screen):
        def write(self, text: str) -> int:
            if "\r" in text:
                raise OSError(5, os.strerror(5))
            return super().write(text)

    monkeypatch.setattr(sys, "stderr", Gone())
    assert slow.run("--no-cache").status == 1
