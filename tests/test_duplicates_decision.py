"""What an incoming article is beside those that are known."""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import date, timedelta

import pytest

from pipelines.duplicates.decision import LOOK_BACK, decide
from pipelines.duplicates.index import CANDIDATES_MOST, SHARED_MOST, Decision
from pipelines.duplicates.likeness import compare_texts, relate_texts, shingle_words
from pipelines.duplicates.memory import MemoryIndex
from pipelines.duplicates.sketch import Sketch, sketch_article
from tests.wire import (
    CHINESE,
    CLOSING,
    EDITED,
    ENGLISH,
    EXTENDED,
    MIDDLE,
    NEW_LEAD,
    OPENING,
    REWORDED,
    SHARED_PASSAGE,
    SHORTENED,
    STORY,
    THAI,
    VIEWS,
    make_article,
    make_daily_prices,
)

FIRST = "https://a.example/1"
SECOND = "https://b.example/2"

JULY_FIRST = make_daily_prices(
    "1/7",
    bar="118,2",
    ring="113,4",
    ounce="3.281",
    gap="16,2",
    move="tăng 600 nghìn đồng so với chốt phiên",
)
JULY_SECOND = make_daily_prices(
    "2/7",
    bar="119,7",
    ring="114,9",
    ounce="3.345",
    gap="14,8",
    move="giảm 250 nghìn đồng mỗi chiều mua bán",
)

RELATIONS = [
    (STORY, STORY, "copy"),
    (STORY, EDITED, "copy"),
    (EDITED, STORY, "copy"),
    (STORY, SHORTENED, "copy"),
    (SHORTENED, STORY, "extends"),
    (STORY, EXTENDED, "copy"),
    (ENGLISH, ENGLISH.replace("Tuesday", "Tuesday morning").replace("talks", "meetings"), "copy"),
    (CHINESE, CHINESE.replace("万象", "老挝首都万象"), "copy"),
    (THAI, THAI.replace("ทันที", "ทันทีในที่ประชุม"), "copy"),
    (STORY, NEW_LEAD, "related"),
    (NEW_LEAD, STORY, "related"),
    (STORY, SHARED_PASSAGE, "related"),
    (STORY, REWORDED, "new"),
    (STORY, ENGLISH, "new"),
    (JULY_FIRST, JULY_SECOND, "new"),
]


def _sketch(text: str, url: str = FIRST, **fields: object) -> Sketch:
    return sketch_article(make_article(text, url=url, **fields), url)


def _index(*sketches: Sketch) -> MemoryIndex:
    index = MemoryIndex()
    for sketch in sketches:
        index.add(sketch, decide(sketch, index))
    return index


@pytest.mark.parametrize(("known", "incoming", "kind"), RELATIONS)
def test_a_text_is_what_it_adds_to_a_known_one(known, incoming, kind):
    decision = decide(_sketch(incoming, SECOND), _index(_sketch(known)))
    assert decision.kind == kind
    joined = kind in ("copy", "extends")
    assert decision.duplicate_of == (FIRST if joined else None)
    assert decision.duplicate_kind == (kind if joined else None)
    assert decision.related == ((FIRST,) if kind == "related" else ())


def test_a_longer_text_with_all_of_a_short_one_extends_it():
    decision = decide(_sketch(f"{EXTENDED}\n{ENGLISH}", SECOND), _index(_sketch(STORY)))
    assert decision.kind == "extends"


def test_titles_of_two_days_keep_a_template_apart():
    one = _sketch(STORY, title="Thời tiết 7/2: rét đậm")
    other = _sketch(EDITED, SECOND, title="Thời tiết 8/2: rét đậm")
    assert decide(other, _index(one)).kind == "related"


def test_a_daily_report_of_another_day_is_no_copy_however_much_they_share():
    first, second = (shingle_words(_sketch(text).words) for text in (JULY_FIRST, JULY_SECOND))
    assert relate_texts(first, second) == "related"


def test_another_title_makes_no_difference_to_a_copy():
    retitled = _sketch(EDITED, SECOND, title="Chuyện chưa kể về một cuộc họp")
    assert decide(retitled, _index(_sketch(STORY))).kind == "copy"


def test_a_second_visit_that_finds_the_same_is_no_news():
    index = _index(_sketch(STORY))
    assert decide(_sketch(STORY), index) == Decision(kind="unchanged")


@pytest.mark.parametrize(
    "again", [_sketch(EDITED), _sketch(REWORDED), _sketch(STORY, title="Một tựa khác")]
)
def test_new_words_at_a_known_address_are_a_version_and_never_a_copy(again):
    decision = decide(again, _index(_sketch(STORY)))
    assert (decision.kind, decision.version, decision.duplicate_of) == ("version", 2, None)


def test_a_text_set_back_to_its_first_version_is_a_third_version():
    index = _index(_sketch(STORY), _sketch(EDITED))
    assert decide(_sketch(STORY), index).version == 3


def test_a_later_version_of_the_original_is_no_copy_of_itself():
    index = _index(_sketch(STORY), _sketch(EDITED, SECOND))
    decision = decide(_sketch(EXTENDED), index)
    assert (decision.kind, decision.duplicate_of, decision.group) == ("version", None, 0)


def test_a_version_can_turn_out_to_be_a_copy():
    index = _index(_sketch(STORY), _sketch(REWORDED, SECOND))
    decision = decide(_sketch(EDITED, SECOND), index)
    assert (decision.kind, decision.duplicate_of) == ("version", FIRST)


@pytest.mark.parametrize(
    ("days", "kind"), [(LOOK_BACK, "copy"), (-LOOK_BACK, "copy"), (LOOK_BACK + 1, "new")]
)
def test_near_copies_are_looked_for_within_the_window(days, kind):
    index = _index(_sketch(STORY))
    later = date(2026, 3, 12) + timedelta(days=days)
    assert decide(_sketch(EDITED, SECOND, published=later), index).kind == kind


def test_the_window_can_be_set():
    late = _sketch(EDITED, SECOND, published=date(2026, 3, 20))
    assert decide(late, _index(_sketch(STORY)), look_back=7).kind == "new"


def test_exact_copies_are_known_for_ever():
    years_later = _sketch(STORY.upper(), SECOND, published=date(2031, 1, 1))
    assert decide(years_later, _index(_sketch(STORY))).kind == "copy"


def test_two_groups_become_one_where_a_text_stands_in_both():
    left, right = "\n".join((MIDDLE, VIEWS, ENGLISH)), "\n".join((MIDDLE, VIEWS, CHINESE))
    index = _index(_sketch(left), _sketch(right, SECOND))
    assert {known.group for known in index} == {0, 1}
    bridge = _sketch("\n".join((MIDDLE, VIEWS)), "https://c.example/3")
    decision = decide(bridge, index)
    index.add(bridge, decision)
    assert [(joined.group, joined.kind) for joined in decision.joined] == [(1, "extends")]
    assert {known.original for known in index} == {FIRST}


def test_arrival_changes_no_group_and_no_pair():
    parts = (OPENING, MIDDLE, VIEWS, CLOSING, ENGLISH, REWORDED)
    texts = [STORY, EDITED, SHORTENED, EXTENDED, NEW_LEAD, REWORDED, SHARED_PASSAGE]
    texts += ["\n".join((parts[i], parts[i - 1], parts[i - 2])) for i in range(len(parts))]
    texts += [JULY_FIRST, JULY_SECOND, ENGLISH, f"{ENGLISH}\n{CHINESE}", f"{ENGLISH}\n{REWORDED}"]
    sketches = [_sketch(text, f"https://a.example/{n}") for n, text in enumerate(texts)]
    found = set()
    for seed in range(20):
        random.Random(seed).shuffle(sketches)
        groups = defaultdict(set)
        for known in _index(*sketches):
            groups[known.group].add(known.url)
        found.add(frozenset(map(frozenset, groups.values())))
    (partition,) = found
    assert 1 < len(partition) < len(texts)


def test_comparing_the_other_way_round_swaps_only_the_direction():
    texts = [STORY, EDITED, SHORTENED, EXTENDED, NEW_LEAD, SHARED_PASSAGE, JULY_FIRST, JULY_SECOND]
    shingled = [shingle_words(_sketch(text).words) for text in texts]
    for one in shingled:
        for other in shingled:
            there, back = compare_texts(one, other), compare_texts(other, one)
            assert (there.first_inside, there.second_inside) == (
                back.second_inside,
                back.first_inside,
            )
            assert there.jaccard == back.jaccard
            joined = {relate_texts(one, other), relate_texts(other, one)}
            assert joined <= {"copy", "extends"} or len(joined) == 1


def test_boilerplate_that_everybody_prints_finds_no_candidates():
    many = [_sketch(f"{MIDDLE} {VIEWS}", f"https://a.example/{n}") for n in range(SHARED_MOST + 1)]
    index = _index(*many[:-1])
    found = index.sharing(many[0].fingerprints, first_day=0, last_day=30_000)
    assert len(found) == CANDIDATES_MOST
    index.add(many[-1], Decision(kind="new"))
    assert not index.sharing(many[0].fingerprints, first_day=0, last_day=30_000)
