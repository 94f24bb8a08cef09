"""Vietnamese: hard sentences with their readings."""

from __future__ import annotations

from typing import Any

import pytest

from tests.hard_sentences import read_hard, read_sentence

HARD = read_hard("vietnamese")


def test_there_are_at_least_a_hundred_hard_sentences() -> None:
    assert len(HARD) >= 100


@pytest.mark.parametrize("hard", HARD, ids=[hard["text"][:60] for hard in HARD])
def test_a_hard_vietnamese_sentence_is_read_as_its_author_meant(hard: dict[str, Any]) -> None:
    wanted = {field: value for field, value in hard.items() if field not in ("text", "published")}
    reading = read_sentence(hard["text"], "vi", hard["published"])
    assert {field: reading[field] or type(wanted[field])() for field in wanted} == wanted
