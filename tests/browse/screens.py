"""`python -m tests.browse.screens docs/screens`: the pictures that the documents show."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from scrapy.utils.project import get_project_settings

from pipelines.browse.folder import write_folder
from pipelines.browse.library import Library
from pipelines.browse.links import name_file
from pipelines.browse.pages import Pages
from pipelines.browse.papers import name_papers
from pipelines.store.database import Store
from pipelines.store.merging import merge_store
from tests.browse.screen import NARROW, WIDE, Screen, open_screen
from tests.programs import ROOT, run_scrapy


def make_screens(folder: Path) -> None:
    """A timeline, a meeting whose reports differ, and the same on a phone."""
    with TemporaryDirectory() as place:
        store = Path(place) / "store.sqlite"
        pages = str(ROOT / "tests" / "pages")
        run = run_scrapy("replay", pages, "-O", f"{place}/a.jsonl", "--into", str(store))
        assert run.code == 0, run.err
        meeting = write_site(store, Path(place) / "site")
        with open_screen() as screen:
            base = (Path(place) / "site").as_uri()
            take(screen, f"{base}/en/index.html", folder / "timeline.png", WIDE, 860)
            take(screen, f"{base}/en/{meeting}", folder / "meeting.png", WIDE, 1000)
            take(screen, f"{base}/vi/{meeting}", folder / "phone.png", NARROW, 1000)


def write_site(path: Path, site: Path) -> str:
    """Write the pages of a store; the page of the meeting that its reports differ on most."""
    with Store(str(path)) as store:
        merge_store(store)
        library = Library(store, name_papers(get_project_settings()), follows=False)
        write_folder(Pages(library, is_static=True), site)
        meetings = library.overview.meetings
        chosen = max(meetings, key=lambda one: (len(one.conflicts), one.texts, one.id))
        return f"meeting/{name_file(chosen.id)}.html"


def take(screen: Screen, address: str, path: Path, width: int, height: int) -> None:
    """Write the picture of a page."""
    screen.resize(width, height=height)
    screen.driver.get(address)
    screen.save(path)


if __name__ == "__main__":
    make_screens(Path(sys.argv[1]))
