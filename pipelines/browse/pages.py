"""Pages: from a file's path to its bytes, in every language, for a server and a static folder."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import orjson
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from pipelines.browse.filters import Choice, write_query
from pipelines.browse.kind import Kind, Visit, find_view, read_kinds
from pipelines.browse.library import Library
from pipelines.browse.links import (
    link,
    name_article,
    name_file,
    name_person,
    web_address,
)
from pipelines.browse.naming import name_country, name_document, name_topic
from pipelines.browse.overview import Overview
from pipelines.browse.rows import make_index
from pipelines.browse.wording import Wording, wordings

_HERE = Path(__file__).parent
INDEX = "meetings.js"
"""In each language's folder, for the script of a static folder."""


class Pages:
    """The files of a library: `index.html`, assets, and a folder of pages for each language."""

    def __init__(self, library: Library, *, is_static: bool) -> None:
        self._library = library
        self._is_static = is_static
        self._templates = Environment(
            loader=FileSystemLoader(_HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )

    def names(self) -> Iterator[str]:
        """The paths of all files that a static folder holds."""
        yield "index.html"
        yield from sorted(path.name for path in (_HERE / "assets").iterdir())
        overview = self._library.overview
        for language in wordings():
            yield f"{language}/{INDEX}"
            for kind in read_kinds():
                folder = f"{language}/{kind.folder}/" if kind.folder else f"{language}/"
                yield from (f"{folder}{name}.html" for name in kind.names(overview))

    def read(self, path: str, choice: Choice | None = None) -> bytes | None:
        """The file at `path`; None where there is none.

        Raises:
            StoreError: The store cannot be read.
        """
        language, _, rest = path.partition("/")
        if language in wordings() and rest:
            return self._read_page(wordings()[language], rest, choice or Choice())
        if path == "index.html":
            return self._render("door.html", languages=wordings().values())
        asset = _HERE / "assets" / path
        return asset.read_bytes() if asset.parent == _HERE / "assets" and asset.is_file() else None

    def _read_page(self, wording: Wording, path: str, choice: Choice) -> bytes | None:
        overview = self._library.overview
        if path == INDEX:
            rows = orjson.dumps(list(make_index(overview, wording)))
            return b"showMeetings(" + rows + b");\n"
        found = find_view(path, Visit(self._library, overview, wording, choice))
        if found is None:
            return None
        kind, contents = found
        common = self._common(wording, f"{wording.code}/{path}", kind, overview)
        common["asked"] = write_query(choice) if path == "index.html" else ""
        return self._render(kind.template, **common, **contents)

    def _render(self, template: str, **contents: Any) -> bytes:
        return self._templates.get_template(template).render(**contents).encode("utf-8", "replace")

    def _common(
        self, wording: Wording, path: str, kind: Kind, overview: Overview
    ) -> dict[str, Any]:
        """What every template may use."""
        to = partial(link, path)
        return {
            "wording": wording,
            "say": wording.say,
            "overview": overview,
            "is_static": self._is_static,
            "to": lambda target: to(f"{wording.code}/{target}"),
            "asset": to,
            "nav": [
                (name, one is kind)
                for one in sorted(read_kinds(), key=lambda one: one.nav)
                if one.nav
                for name in one.names(overview)
            ],
            "languages": [
                (other, to(other.code + path.removeprefix(wording.code)))
                for other in wordings().values()
            ],
            "country": lambda code: name_country(code, wording.code),
            "topic": lambda code: name_topic(code, wording.code),
            "document": lambda code: name_document(code, wording.code),
            "paper": lambda site: self._library.papers.get(site, site),
            "web_address": web_address,
            "to_meeting": lambda id_: to(f"{wording.code}/meeting/{name_file(id_)}.html"),
            "to_article": lambda url: to(f"{wording.code}/article/{name_article(url)}.html"),
            "to_person": lambda name: to(f"{wording.code}/person/{name_person(name)}.html"),
            "to_paper": lambda site: to(f"{wording.code}/paper/{name_file(site)}.html"),
            "to_list": lambda facet, value: to(
                f"{wording.code}/list/{facet}/{name_file(value)}.html"
            ),
        }
