from __future__ import annotations

import pytest

from crawler.printed import read_bylines, read_stamps
from crawler.tree import parse_page

TITLE = "Harbour towns agree on a common ferry timetable"
PROSE = f"<p>{'The towns on the bay have argued about their ferries for years. ' * 4}</p>"


def stamps(body: str, title: str = TITLE) -> list[str]:
    return list(read_stamps(parse_page(f"<body>{body}</body>"), title))


def bylines(body: str, title: str = TITLE) -> list[str]:
    return list(dict.fromkeys(read_bylines(parse_page(f"<body>{body}</body>"), title)))


@pytest.mark.parametrize(
    "stamp",
    [
        "Tuesday, 3 March 2020 17:55 UTC",
        "3. März 2020 um 17:55 Uhr",
        "Le 3 mars 2020",
        "3 de marzo de 2020 a las 17:55",
        "2020-03-03 17:55 来源：海湾日报",
        "2020년 3월 3일 17:55",
    ],
)
def test_a_date_beside_the_headline_is_a_stamp(stamp: str) -> None:
    assert stamps(f"<h2>{TITLE}</h2><div>{stamp}</div>{PROSE}") == [stamp]
    assert stamps(f"<div>{stamp}</div><h2>{TITLE}</h2>{PROSE}") == [stamp]
    assert stamps(f"<h2>{TITLE}</h2>{PROSE}<div>{stamp}</div>") == [stamp]


def test_a_date_and_its_clock_may_stand_in_two_elements() -> None:
    body = f"<h1>{TITLE}</h1><i>2020-03-03</i> <i>17:55</i>{PROSE}"
    assert stamps(body)[0] == "2020-03-03 17:55"


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>{TITLE}</h1><div>Updated 3 March 2020</div>{PROSE}",
        f"<h1>{TITLE}</h1><div><b>Aktualisiert:</b> 3.3.2020</div>{PROSE}",
        f"<h1>{TITLE}</h1>{PROSE * 2}<div>3 March 2020</div>",
        f"<h1>{TITLE}</h1><p>The towns met on 3 March 2020 and went home without any result.</p>",
        f"<h1>{TITLE}</h1><blockquote>3 March 2020</blockquote>{PROSE}",
        f"<h1>Another headline</h1><div>3 March 2020</div>{PROSE}",
    ],
)
def test_a_change_a_sentence_and_what_stands_elsewhere_are_no_stamp(body: str) -> None:
    assert stamps(body) == []


def test_a_labelled_date_may_stand_anywhere() -> None:
    assert stamps(f"<h1>{TITLE}</h1>{PROSE * 2}<div>发布日期：2020-03-03 17:55</div>")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By <a>Anna Holm</a>", ["Anna Holm"]),
        ("By Anna Holm, Peter de Vries and Ines Sá", ["Anna Holm", "Peter de Vries", "Ines Sá"]),
        ("Von Anna Holm (Autorin)", ["Anna Holm"]),
        ("Autor: Anna Holm", ["Anna Holm"]),
        ("2020-03-03 17:55 作者：李海湾", ["李海湾"]),
        ("作者<b>李海湾</b>", ["李海湾"]),
        ("海湾日报记者 李海湾 王渡口", ["李海湾", "王渡口"]),
        ("By the sea", []),
        ("Per person", []),
    ],
)
def test_names_behind_a_lead_in_beside_the_headline(line: str, names: list[str]) -> None:
    assert bylines(f"<h1>{TITLE}</h1><div>{line}</div>{PROSE}") == names
    assert bylines(f"<h1>{TITLE}</h1>{PROSE}<div>{line}</div>") == names
    assert bylines(f"<h1>{TITLE}</h1>{PROSE * 2}<div>{line}</div>") == []
