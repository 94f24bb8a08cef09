"""Articles that tests make up: any that the record allows, and plain ones by number."""

from datetime import UTC, date, datetime, timedelta, timezone
from types import NoneType, UnionType
from typing import Literal, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from crawler.items import SCHEMA, Article, Evidence, Meeting, Person, Place
from pipelines.duplicates.sketch import Words
from pipelines.duplicates.words import code_words

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
PLAIN = {
    str: WORDS,
    int: st.integers(-(2**31), 2**31 - 1),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    date: st.dates(),
    datetime: st.datetimes(min_value=datetime(2, 1, 1), timezones=ZONES),
    NoneType: st.none(),
}


def any_value(kind):
    """Any value of the type `kind`, as the record declares it."""
    if kind in PLAIN:
        return PLAIN[kind]
    if get_origin(kind) is Literal:
        return st.sampled_from(get_args(kind))
    if get_origin(kind) is list:
        return st.lists(any_value(*get_args(kind)), max_size=2)
    if isinstance(kind, UnionType) or NoneType in get_args(kind):
        return st.one_of([any_value(one) for one in get_args(kind)])
    return st.builds(kind, **{name: any_value(hint) for name, hint in get_type_hints(kind).items()})


ARTICLES = any_value(Article)
NO_WORDS = Words(frozenset(), code_words([]))
"""Of a sketch that is not compared with another."""


def make_article(number, **values):
    """A plain article with one meeting; `number` makes it another one."""
    text = f"Hội nghị quan chức cao cấp ASEAN lần thứ {number} họp tại Hà Nội.\nHết tin {number}."
    place = Place(city="Hà Nội", country="VN")
    meeting = Meeting(
        main=True,
        series="SOM",
        ordinals=[number],
        starts=date(2024, 1, 1) + timedelta(days=number),
        place=place,
        people=[Person("Nguyễn Văn A", title="Thứ trưởng", country="VN", function="head")],
        evidence=[Evidence("series", "vi.series.som", text[:4], 0, 4, "text")],
    )
    known = {
        "schema": SCHEMA,
        "url": f"https://paper.example/hoi-nghi-{number}.html",
        "fetched_url": f"https://paper.example/hoi-nghi-{number}.html",
        "site": "paper",
        "language": "vi",
        "title": f"Hội nghị {number}",
        "sapo": None,
        "text": text,
        "published": datetime(2024, 1, 1, 8, tzinfo=UTC) + timedelta(days=number),
        "meetings": [meeting],
    }
    return Article(**known | values)
