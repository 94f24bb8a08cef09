"""Which articles a crawl has met in the lists: a few bytes each, however many there are."""

from __future__ import annotations

from xxhash import xxh3_64_intdigest


class Found:
    """The articles that were asked for, and those that no list has yet called relevant."""

    def __init__(self) -> None:
        self._asked: set[int] = set()
        self._passed_over: set[int] = set()

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
