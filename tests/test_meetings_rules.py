"""Every rule of every language reads its own examples, and nothing that it must not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from pipelines.meetings.around import Around
from pipelines.meetings.find import read_languages
from pipelines.meetings.language import Language
from pipelines.meetings.rule import ANY_NUMBER, SHORT_NUMBER, SIGN_REACH, Rule, read_rule
from pipelines.meetings.rulebook import RuleBook
from pipelines.meetings.sentences import read_words, split_article
from tests.hard_sentences import make_article


def rules(language: Language) -> Iterator[Rule | Around]:
    yield from (*language.ordinals, *language.dates, *language.sentences, *language.around)


ALL = [rule for language in read_languages().values() for rule in rules(language)]
PLAIN = [rule if isinstance(rule, Rule) else rule.rule for rule in ALL]


def name_of(rule: Rule | Around) -> str:
    return rule.name if isinstance(rule, Rule) else rule.rule.name


def cases() -> list[Any]:
    return [
        pytest.param(rule, text, value, id=f"{name_of(rule)}: {text[:50]}")
        for rule in ALL
        for text, value in (rule if isinstance(rule, Rule) else rule.rule).examples.items()
    ]


@pytest.mark.parametrize(("rule", "text", "value"), cases())
def test_a_rule_reads_its_examples(rule: Rule | Around, text: str, value: object) -> None:
    assert read(rule, text) == value


def read(rule: Rule | Around, text: str) -> object:
    """The first value that the rule reads; the name of a meeting stands in brackets."""
    if isinstance(rule, Rule):
        return next((found.value for found in read_rule(rule, text)), None)
    before, name, after = re.split(r"[\[\]]", text, maxsplit=2)
    plain, start, end = before + name + after, len(before), len(before + name)
    if rule.side == "before":
        match = rule.rule.pattern.search(plain, 0, start)
    else:
        match = rule.rule.pattern.match(plain, end)
    return None if match is None else rule.rule.read(match)


@pytest.mark.parametrize("rule", PLAIN, ids=[rule.name for rule in PLAIN])
def test_a_rule_shows_what_it_reads_and_what_it_must_not(rule: Rule) -> None:
    values = list(rule.examples.values())
    assert any(value is not None for value in values)
    assert None in values


@pytest.mark.parametrize("rule", PLAIN, ids=[rule.name for rule in PLAIN])
def test_the_cues_of_a_rule_stand_in_every_text_that_it_reads(rule: Rule) -> None:
    for text, value in rule.examples.items():
        keys = {word.key for word in read_words(text)}
        digits = {"#"} if any(key.isdigit() for key in keys) else set()
        if value is not None and rule.cues:
            assert not rule.cues.isdisjoint(keys | digits), text


OPENED = [rule for rule in PLAIN if rule.opens]


@pytest.mark.parametrize("rule", OPENED, ids=[rule.name for rule in OPENED])
def test_every_match_of_a_rule_begins_with_one_of_the_words_that_it_opens_with(rule: Rule) -> None:
    texts = [re.sub(r"[\[\]]", "", text) for one in PLAIN for text in one.examples]
    for text in texts:
        words = read_words(text)
        opening = dict(zip(words.starts, words.keys, strict=True))
        for start in begin_matches(rule, text):
            key = opening.get(start, "")
            assert name_opening(key, rule) in rule.opens, text[start:]


def name_opening(key: str, rule: Rule) -> str:
    if not key.isdigit():
        return key
    return SHORT_NUMBER if SHORT_NUMBER in rule.opens and len(key) <= 2 else ANY_NUMBER


def begin_matches(rule: Rule, text: str) -> list[int]:
    """Where `rule` matches in `text`, or right before any word of it, and reads something."""
    ends = (
        [*read_words(text).starts, len(text)]
        if rule.pattern.pattern.endswith(r"\Z")
        else [len(text)]
    )
    matches = [match for end in ends for match in rule.pattern.finditer(text, 0, end)]
    return [match.start() for match in matches if rule.read(match) is not None]


@pytest.mark.parametrize("code", ["vi", "en", "zh"])
def test_a_book_of_rules_reads_what_its_rules_read_one_by_one(code: str) -> None:
    language = read_languages()[code]
    for book in (language.dates, language.sentences):
        for text in [text for rule in book for text in rule.examples]:
            for sentence in split_article(make_article(text, code)):
                alone = [
                    (rule.name, found.start, found.end)
                    for rule in book
                    for found in read_rule(rule, text, sentence.start, sentence.end)
                    if not rule.cues or not rule.cues.isdisjoint(sentence.keys)
                ]
                together = [(one.rule.name, one.start, one.end) for one in book.read(sentence)]
                assert together == alone, text


def test_a_rule_that_opens_with_a_short_number_is_not_tried_at_a_year() -> None:
    how = {"field": "starts", "read": lambda match: int(match.group()), "examples": {}}
    any_, short = (
        Rule(name=sign, pattern=re.compile(r"\d+"), opens=frozenset({sign}), **how)
        for sign in (ANY_NUMBER, SHORT_NUMBER)
    )
    (sentence,) = split_article(make_article("on 8 and 12 May 2026, with 150 delegates", "en"))
    found = [(one.rule.name, one.value) for one in RuleBook((short, any_)).read(sentence)]
    assert found == [("##", 8), ("##", 12), ("#", 8), ("#", 12), ("#", 2026), ("#", 150)]


SIGNED = [rule for rule in PLAIN if rule.sign is not None]


@pytest.mark.parametrize("rule", SIGNED, ids=[rule.name for rule in SIGNED])
def test_the_sign_of_a_rule_stands_near_the_start_of_every_match(rule: Rule) -> None:
    matches = [match for text in rule.examples for match in rule.pattern.finditer(text)]
    assert matches
    for match in matches:
        assert rule.sign is not None
        sign = rule.sign.search(match.string, match.start(), match.end())
        assert sign is not None, match.group()
        assert sign.start() - match.start() <= SIGN_REACH


@pytest.mark.parametrize("rule", PLAIN, ids=[rule.name for rule in PLAIN])
def test_a_pattern_has_named_groups_only(rule: Rule) -> None:
    assert rule.pattern.groups == len(rule.pattern.groupindex)


def test_a_rule_is_named_after_its_language_and_field() -> None:
    for code, language in read_languages().items():
        for rule in rules(language):
            assert name_of(rule).startswith(f"{code}."), name_of(rule)


def test_no_two_rules_have_one_name() -> None:
    names = [rule.name for rule in PLAIN]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize(
    ("code", "before"),
    [
        ("vi", "Hội nghị diễn ra tại thủ đô "),
        ("vi", "Phó Tổng thống sang "),
        ("vi", "dự lễ ở Trung tâm Hội nghị Quốc gia, "),
        ("vi", "tiếp Đại sứ mới tại "),
        ("en", "The ministers met in the Thai resort of "),
        ("en", "Then traveling to "),
        ("en", "talks hosted by "),
        ("en", "She left for "),
        ("en", "who had invested heavily in "),
    ],
)
def test_every_cue_of_a_place_begins_with_a_word_that_opens_cues(code: str, before: str) -> None:
    language = read_languages()[code]
    words = read_words(before)
    begun = [
        key
        for key, start in zip(words.keys, words.starts, strict=True)
        if language.place_cue.match(before, start)
    ]
    assert begun
    assert language.place_opens.issuperset(begun)
