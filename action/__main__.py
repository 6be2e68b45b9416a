"""Runs copylint as a step of GitHub Actions: what changed in a pull request, the log, the summary, the files wished for."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pull_request
from summary import summary

COPYLINT = (sys.executable, "-I", "-m", "copylint")
WRONG = 2
SUMMARY_BYTES = 1 << 20  # what GitHub takes from a step


class Step:
    """One run of the action: its inputs, and the folder that copylint works in."""

    def __init__(self) -> None:
        self.workspace = Path.cwd()
        self.folder = self.workspace
        self.options = wish("ARGS").split()

    def run(self) -> int:
        """The exit status of copylint, when all is printed and written."""
        base = pull_request.base() if wish("DIFF_BASE") == "auto" else wish("DIFF_BASE").removesuffix("none")
        if pull_request.is_from_a_fork():
            print("This comes from a fork: config, packs and baseline are those of the base, and no plugin runs.", flush=True)
            self.folder = pull_request.with_settings_of_the_base(wish("CONFIG"))
            self.options.append("--no-plugins")
        for option, value in (("--config", wish("CONFIG")), ("--fail-on", wish("FAIL_ON")), ("--diff-base", base)):
            self.options += [option, value] if value else []
        told = self.copylint("json", "--fail-on", "never", is_kept=True)
        if not told.stdout:  # the command or the config is wrong
            raise pull_request.WrongError(" ".join(told.stderr.split()))
        report = json.loads(told.stdout)
        status = self.copylint(wish("FORMAT") or "github").returncode
        written = {name: self.written(name, format) for name, format in (("sarif-file", "sarif"), ("proof", "html"))}
        counts = report["summary"]
        tell({"findings": counts["findings"], "errors": counts["errors"], "status": status, **written})
        self.summarise(report)
        return status

    def copylint(self, form: str, *more: str, is_kept: bool = False) -> subprocess.CompletedProcess[str]:
        """What one run of copylint gives; its output goes to the log unless it is kept."""
        sys.stdout.flush()
        paths = [line.strip() for line in wish("PATHS").split("\n") if line.strip()] or ["."]
        return subprocess.run(
            [*COPYLINT, "check", *self.options, "--format", form, *more, "--", *paths],
            cwd=self.folder,
            stdout=subprocess.PIPE if is_kept else None,
            stderr=subprocess.PIPE if is_kept else None,
            encoding="utf-8",
            check=False,
        )

    def written(self, name: str, form: str) -> str:
        """The file that a report was written to, if one is wished for."""
        file = wish(name.upper().replace("-", "_"))
        if file:
            done = self.copylint(form, "--fail-on", "never", "--output", str(self.workspace / file), is_kept=True)
            if done.returncode == WRONG:
                raise pull_request.WrongError(" ".join(done.stderr.split()))
        return file

    def summarise(self, report: dict[str, object]) -> None:
        """Add the marks to the summary of the job."""
        place = os.environ.get("GITHUB_STEP_SUMMARY")
        if place and wish("SUMMARY") != "false":
            with Path(place).open("a", encoding="utf-8") as file:
                file.write(summary(report, SUMMARY_BYTES // 2))


def wish(name: str) -> str:
    """An input of the action."""
    return os.environ.get(f"INPUT_{name}", "").strip()


def tell(outputs: dict[str, object]) -> None:
    """Give outputs to the steps that follow; a line feed in one would make another."""
    with Path(os.environ["GITHUB_OUTPUT"]).open("a", encoding="utf-8") as file:
        file.writelines(f"{key}={' '.join(str(value).split())}\n" for key, value in outputs.items())


if __name__ == "__main__":
    try:
        sys.exit(Step().run())
    except pull_request.WrongError as error:
        print(f"::error title=copylint::{str(error).replace('%', '%25')}")
        sys.exit(WRONG)
