"""The words behind a value, as evidence of its meeting."""

from __future__ import annotations

from crawler.items import Evidence


def quote_again(said: Evidence, field: str, rule: str) -> Evidence:
    """Evidence that the words of `said` also say `field`, by `rule`."""
    return Evidence(field, rule, said.quote, said.start, said.end, said.source)
