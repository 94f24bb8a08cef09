"""A folder of pages: the whole site as files, there at once or not at all."""

from __future__ import annotations

import shutil
from pathlib import Path

from crawler.disk import sync_folder
from pipelines.browse.pages import Pages

_SIGN = "meetings.site"
"""The empty file by which a folder is known as one that we wrote and may replace."""


def write_folder(pages: Pages, folder: Path) -> int:
    """Write all `pages` to `folder`, in place of what an earlier export left there; their number.

    They grow in `NAME.part`; the folder of yesterday stands until they are all there.

    Raises:
        OSError: It cannot be written, or it holds something else.
        StoreError: The store cannot be read.
    """
    part = folder.with_name(folder.name + ".part")
    before = folder.with_name(folder.name + ".before")
    if before.exists() and not folder.exists():
        before.rename(folder)  # a run that was killed had put it aside
    _check(folder)
    shutil.rmtree(part, ignore_errors=True)
    try:
        number = _write_files(pages, part)
        shutil.rmtree(before, ignore_errors=True)
        if folder.exists():
            folder.rename(before)
        part.rename(folder)
        sync_folder(folder.parent)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    shutil.rmtree(before, ignore_errors=True)
    return number


def _check(folder: Path) -> None:
    if folder.exists() and not (folder / _SIGN).exists():
        if not folder.is_dir():
            raise FileExistsError(f"{folder} is no folder")
        if any(folder.iterdir()):
            raise FileExistsError(f"{folder} holds other files: name an empty or a new folder")


def _write_files(pages: Pages, part: Path) -> int:
    part.mkdir()
    (part / _SIGN).touch()
    number = 0
    for name in pages.names():
        contents = pages.read(name)
        if contents is None:
            raise FileNotFoundError(f"{name}: the store changed meanwhile, run again")
        path = part / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(contents)
        number += 1
    return number
