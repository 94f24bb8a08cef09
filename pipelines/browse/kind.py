"""A kind of page: what its files are called and what one of them shows."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pipelines.browse import kinds
from pipelines.browse.filters import Choice
from pipelines.browse.library import Library
from pipelines.browse.overview import Overview
from pipelines.browse.wording import Wording


@dataclass(frozen=True, slots=True)
class Visit:
    """What a page may use to show itself."""

    library: Library
    overview: Overview
    wording: Wording
    choice: Choice
    """What the query of the address asks for; of a file: everything."""


View = Callable[[Visit, str], Mapping[str, Any] | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of page, of which there are some in every language."""

    template: str
    view: View
    """What the template is filled with, by the name of the page; None where there is no such."""
    names: Callable[[Overview], Iterable[str]]
    """The names of all pages of the kind: their files without `.html`."""
    folder: str = ""
    """Where they lie; empty for those beside the index."""
    nav: int = 0
    """The place of its first page among those that every page leads to, from 1; 0 for none."""


@cache
def read_kinds() -> tuple[Kind, ...]:
    """All kinds that lie in `kinds/`."""
    names = (f"{kinds.__name__}.{module.name}" for module in pkgutil.iter_modules(kinds.__path__))
    return tuple(kind for name in names for kind in importlib.import_module(name).KINDS)


def find_view(path: str, visit: Visit) -> tuple[Kind, Mapping[str, Any]] | None:
    """The kind and the contents of the page at `path`, without language; None for no page."""
    if not path.endswith(".html"):
        return None
    name = path.removesuffix(".html")
    for kind in read_kinds():
        own = name.removeprefix(f"{kind.folder}/") if kind.folder else name
        if kind.folder and own == name:
            continue
        if not kind.folder and own not in kind.names(visit.overview):
            continue
        found = kind.view(visit, own)
        if found is not None:
            return kind, found
    return None
