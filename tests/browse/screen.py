"""A browser to look at pages with: Debian's chromium, headless, through chromedriver."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_core_python.selenium import Axe
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

NARROW, WIDE = 390, 1280
_HEIGHTS = {NARROW: 844, WIDE: 800}
_ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--hide-scrollbars",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
"""The browser finds no host but this one."""


class Screen:
    """One window."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        self.driver = driver
        self.axe = Axe()

    def resize(self, width: int, *, height: int | None = None, dark: bool = False) -> None:
        """Make the window so wide, as a phone has it or a desk; `height` as usual."""
        metrics = {"width": width, "height": height or _HEIGHTS[width], "deviceScaleFactor": 1}
        self._tell("Emulation.setDeviceMetricsOverride", mobile=width == NARROW, **metrics)
        self.prefer(color_scheme="dark" if dark else "light", reduced_motion="reduce")

    def prefer(self, **features: str) -> None:
        """What the visitor wants, by media feature without its `prefers-`."""
        wanted = [
            {"name": f"prefers-{name.replace('_', '-')}", "value": value}
            for name, value in features.items()
        ]
        self._tell("Emulation.setEmulatedMedia", features=wanted)

    def allow_scripts(self, allowed: bool) -> None:
        """Whether pages that are opened from now on may run theirs."""
        self._tell("Emulation.setScriptExecutionDisabled", value=not allowed)

    def find_overflow(self) -> int:
        """Pixels by which the page is wider than the window."""
        root = "document.documentElement"
        return int(self.driver.execute_script(f"return {root}.scrollWidth - {root}.clientWidth"))

    def find_barriers(self) -> list[str]:
        """What axe-core finds wrong: rule and element."""
        found = self.axe.run(self.driver)
        return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found["violations"]]

    def save(self, path: Path) -> None:
        """A picture of what the window shows."""
        self.driver.save_screenshot(str(path))

    def _tell(self, command: str, **values: object) -> None:
        self.driver.execute_cdp_cmd(command, values)


@contextmanager
def open_screen() -> Iterator[Screen]:
    """A window that is closed afterwards; the test skips where there is no chromium."""
    programs = [shutil.which(name) for name in ("chromium", "chromedriver")]
    if not all(programs):
        pytest.skip("no browser here: apt-get install chromium chromium-driver")
    options = Options()
    options.binary_location = str(programs[0])
    for argument in _ARGUMENTS:
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options, Service(str(programs[1])))
    try:
        yield Screen(driver)
    finally:
        driver.quit()
