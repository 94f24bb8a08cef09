"""A store of made-up articles and the pages of it."""

from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

import pytest
from lxml import html

from pipelines.browse.folder import write_folder
from pipelines.browse.library import Library
from pipelines.browse.pages import Pages
from pipelines.store.database import Store
from tests.browse.made import fill_store

PAPERS = {"daily-c": "The Daily C"}


@dataclass(frozen=True)
class Shown:
    """The pages of one store."""

    pages: Pages
    library: Library

    @property
    def overview(self):
        return self.library.overview

    def read(self, path, choice=None):
        """The tree of the page at `path`."""
        contents = self.pages.read(path, choice)
        assert contents is not None, path
        return html.document_fromstring(contents)

    def meeting(self, start):
        """The meeting whose id begins so."""
        (found,) = [one for one in self.overview.meetings if one.id.startswith(start)]
        return found


@contextmanager
def open_pages(address, *, is_static=False):
    with Store(address, must_exist=True) as store:
        library = Library(store, PAPERS, follows=not is_static)
        yield Shown(Pages(library, is_static=is_static), library)


@pytest.fixture(scope="session")
def address(tmp_path_factory):
    return fill_store(tmp_path_factory.mktemp("browse") / "store.sqlite")


@pytest.fixture(scope="session")
def served(address):
    """The pages as a server has them."""
    with open_pages(address) as shown:
        yield shown


@pytest.fixture
def show():
    """Opens the pages of the store at an address."""
    with ExitStack() as stack:
        yield lambda address, **how: stack.enter_context(open_pages(address, **how))


@pytest.fixture(scope="session")
def folder(address, tmp_path_factory):
    """The pages as files."""
    path = tmp_path_factory.mktemp("browse") / "site"
    with open_pages(address, is_static=True) as shown:
        write_folder(shown.pages, path)
    return path
