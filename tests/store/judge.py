"""A judge without thresholds: the same words are a copy, the same address with others a version."""

import hashlib
from datetime import date

from pipelines.duplicates.index import Decision
from pipelines.duplicates.sketch import Sketch
from tests.store.made import NO_WORDS


def number_of(text):
    """`text` as a signed number of 64 bits."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], signed=True)


class ExactJudge:
    """Tells articles apart by their words alone."""

    def sketch(self, article, key):
        words = {number_of(word) >> 32 for word in article.text.split()}
        return Sketch(
            key=key,
            url=article.url,
            day=article.published.toordinal() - date(1970, 1, 1).toordinal(),
            exact=number_of(article.text),
            title=number_of(article.title or ""),
            fingerprints=tuple(sorted(words)),
            words=NO_WORDS,
        )

    def decide(self, sketch, index):
        last = index.latest(sketch.key)
        if last and last.exact == sketch.exact:
            return Decision(kind="unchanged", version=last.version)
        version = last.version + 1 if last else 1
        for known in index.same_text(sketch.exact):
            return Decision(
                kind="copy",
                version=version,
                duplicate_of=known.original,
                duplicate_kind="copy",
                group=known.group,
            )
        return Decision(kind="version" if last else "new", version=version)
