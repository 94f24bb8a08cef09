"""Which articles a crawl has met in the lists: eight bytes each, however many there are."""

from __future__ import annotations

from array import array
from bisect import bisect_left

from xxhash import xxh3_64_intdigest


class Numbers:
    """A set of numbers of 64 bits, in a sorted row: Python's own takes ten times the memory."""

    def __init__(self) -> None:
        self._row = array("Q")

    def __len__(self) -> int:
        return len(self._row)

    def __contains__(self, number: int) -> bool:
        at = bisect_left(self._row, number)
        return at < len(self._row) and self._row[at] == number

    def add(self, number: int) -> None:
        """Put `number` in, unless it is there."""
        if number not in self:
            self._row.insert(bisect_left(self._row, number), number)

    def discard(self, number: int) -> None:
        """Take `number` out, if it is there."""
        if number in self:
            del self._row[bisect_left(self._row, number)]


class Found:
    """The articles that were asked for, and those that no list has yet called relevant."""

    def __init__(self) -> None:
        self._asked = Numbers()
        self._passed_over = Numbers()

    def __bool__(self) -> bool:
        """True once a list has led to an article."""
        return bool(self._asked or self._passed_over)

    @property
    def passed_over(self) -> int:
        """How many articles were met and are not asked for."""
        return len(self._passed_over)

    def is_asked(self, article: tuple[str, str]) -> bool:
        """Whether the article, by its site and number, is asked for already."""
        return _digest(article) in self._asked

    def ask(self, article: tuple[str, str]) -> None:
        """It is asked for, whatever another list said of it."""
        self._asked.add(_digest(article))
        self._passed_over.discard(_digest(article))

    def pass_over(self, article: tuple[str, str]) -> None:
        """It is not worth asking for, as far as this list tells."""
        self._passed_over.add(_digest(article))


def _digest(article: tuple[str, str]) -> int:
    return xxh3_64_intdigest("\0".join(article).encode(errors="surrogatepass"))
