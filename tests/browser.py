"""A real browser without a window, driven through pipes, for the tests of the pages we make."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import Any

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)
"""Where the browser is; None where there is none."""
_FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--mute-audio"),
    *("--disable-background-networking", "--disable-component-update", "--remote-debugging-pipe"),
)
_AS_3_AND_4 = """
import fcntl, os, sys
ours = [fcntl.fcntl(int(number), fcntl.F_DUPFD, 10) for number in sys.argv[1:3]]
os.dup2(ours[0], 3)
os.dup2(ours[1], 4)
os.execv(sys.argv[3], sys.argv[3:])
"""
"""Becomes the browser, with our pipes where it looks for them."""
_SECONDS = 300  # a browser that hangs is ended then, and its test fails
_KEYS = {"Tab": 9, "Enter": 13, "Escape": 27}


class Page:
    """A page that is open. What it asked the network for, and what went wrong in it, is kept."""

    def __init__(self, read: Any, write: Any) -> None:
        self._read, self._write = read, write
        self._number, self._session = 0, ""
        self.requests: list[str] = []
        self.errors: list[str] = []

    def attach(self) -> None:
        """Take hold of a new page."""
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.send(f"{domain}.enable")

    def send(self, method: str, **params: Any) -> dict[str, Any]:
        """What the browser answers to a command."""
        self._number += 1
        session = {"sessionId": self._session} if self._session else {}
        self._write.write(json.dumps({"id": self._number, "method": method, "params": params, **session}).encode() + b"\0")
        self._write.flush()
        while True:
            message = self._next()
            if message.get("id") == self._number:
                assert "error" not in message, message
                return message.get("result", {})

    def wait_for(self, method: str) -> None:
        """Go on when the page has told of something."""
        while self._next().get("method") != method:
            continue

    def _next(self) -> dict[str, Any]:
        data = bytearray()
        while (byte := self._read.read(1)) != b"\0":
            assert byte, "the browser has gone"
            data += byte
        message: dict[str, Any] = json.loads(data)
        match message.get("method"):
            case "Network.requestWillBeSent":
                self.requests.append(message["params"]["request"]["url"])
            case "Runtime.exceptionThrown" | "Log.entryAdded":
                self.errors.append(json.dumps(message["params"]))
        return message

    def open(self, path: Path, *, width: int = 1400, height: int = 900, dark: bool = False) -> None:
        """Show a file in a window of this size."""
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        self.prefer(dark=dark)
        self.send("Page.navigate", url=path.resolve().as_uri())
        self.wait_for("Page.loadEventFired")

    def prefer(self, *, dark: bool, medium: str = "") -> None:
        """Say what the reader's system prefers."""
        features = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self.send("Emulation.setEmulatedMedia", media=medium, features=features)

    def value(self, script: str) -> Any:
        """What a script gives."""
        result = self.send("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in result, result
        return result["result"].get("value")

    def press(self, key: str, *, shift: bool = False) -> None:
        """Press a key and let it go."""
        code = _KEYS.get(key, ord(key.upper()) if len(key) == 1 else 0)
        facts = {"key": key, "windowsVirtualKeyCode": code, "modifiers": 8 if shift else 0}
        text = {"text": {"Enter": "\r"}.get(key, key)} if len(key) == 1 or key == "Enter" else {}
        self.send("Input.dispatchKeyEvent", type="keyDown", **facts, **text)
        self.send("Input.dispatchKeyEvent", type="keyUp", **facts)

    def picture(self, path: Path, *, whole: bool = True) -> None:
        """Save what is seen, or the whole page, as a PNG."""
        data = self.send("Page.captureScreenshot", captureBeyondViewport=whole, **({"clip": self._whole()} if whole else {}))
        path.write_bytes(base64.b64decode(data["data"]))

    def _whole(self) -> dict[str, float]:
        size = self.send("Page.getLayoutMetrics")["cssContentSize"]
        return {"x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1}

    def printed(self) -> bytes:
        """The page as a PDF."""
        return base64.b64decode(self.send("Page.printToPDF", printBackground=False)["data"])


@contextmanager
def browsing(folder: Path) -> Iterator[Page]:
    """A page of a browser that keeps its things in a folder, and ends with the block."""
    to_browser, our_write = os.pipe()
    our_read, from_browser = os.pipe()

    process = subprocess.Popen(
        [
            sys.executable,
            "-c",
            _AS_3_AND_4,
            str(to_browser),
            str(from_browser),
            str(CHROMIUM),
            *_FLAGS,
            f"--user-data-dir={folder}",
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=(to_browser, from_browser),
    )
    watch = Timer(_SECONDS, process.kill)
    watch.start()
    os.close(to_browser)
    os.close(from_browser)
    with os.fdopen(our_read, "rb") as read, os.fdopen(our_write, "wb") as write:
        page = Page(read, write)
        try:
            page.attach()
            yield page
        finally:
            watch.cancel()
            process.kill()
            process.wait()
