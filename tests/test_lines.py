from __future__ import annotations

import pytest

from crawler.items import Caption
from crawler.lines import Text, tidy
from crawler.trace import Trace
from tests.reading import PROSE


def tidied(*lines: str, **known: object) -> tuple[Text, Trace]:
    text = Text(title="Khai mạc SOM", sapo=None, lines=list(lines), authors=[])
    for name, value in known.items():
        setattr(text, name, value)
    trace = Trace(detailed=True)
    tidy(text, trace, papers=("Báo Mai",))
    return text, trace


def test_captions_leave_the_lines_with_their_credits_once() -> None:
    line = "Các đại biểu chụp ảnh chung. (Ảnh: TTXVN)"
    text, trace = tidied(PROSE[0], line, PROSE[1], line)
    assert text.lines == list(PROSE[:2])
    assert text.captions == [Caption("Các đại biểu chụp ảnh chung.", "TTXVN")]
    assert trace.cuts == [("line.caption", line)] * 2


def test_a_line_that_repeats_a_known_caption_goes() -> None:
    text, _ = tidied(*PROSE, "Quang cảnh hội nghị", captions=[Caption("Quang cảnh hội nghị")])
    assert text.lines == list(PROSE)
    assert text.captions == [Caption("Quang cảnh hội nghị")]


def test_credit_lines_become_the_agency() -> None:
    text, _ = tidied(*PROSE, "(TTXVN/Vietnam+)")
    assert (text.lines, text.agency) == (list(PROSE), "TTXVN")


def test_the_credit_behind_the_last_sentence_becomes_the_agency() -> None:
    text, _ = tidied(PROSE[0], f"{PROSE[1]} (TTXVN)")
    assert (text.lines, text.agency) == (list(PROSE[:2]), "TTXVN")


def test_an_agency_that_the_page_states_is_kept() -> None:
    text, _ = tidied(*PROSE, "(AFP)", agency="TTXVN")
    assert text.agency == "TTXVN"


@pytest.mark.parametrize("known", [[], ["Lê Anh"]])
def test_a_byline_in_the_last_line_is_the_author_where_none_is_known(known: list[str]) -> None:
    text, _ = tidied(*PROSE, "Hữu Toàn", authors=known)
    assert text.lines == list(PROSE)
    assert text.authors == (known or ["Hữu Toàn"])


def test_a_known_author_above_the_first_paragraph_goes() -> None:
    text, _ = tidied("Thu Hà", *PROSE, authors=["Thu Hà"])
    assert text.lines == list(PROSE)


def test_the_label_of_the_paper_goes_from_lead_and_first_line() -> None:
    text, _ = tidied(f"(BKTO) - {PROSE[0]}", PROSE[1], sapo="(BKTO) - Sáng nay, SOM khai mạc.")
    assert text.sapo == "Sáng nay, SOM khai mạc."
    assert text.lines == list(PROSE[:2])


def test_a_dateline_is_read_and_stays() -> None:
    opening = f"Hanoi (VNA) – {PROSE[0]}"
    text, _ = tidied(opening, PROSE[1])
    assert (text.dateline, text.agency, text.lines[0]) == ("Hanoi", "VNA", opening)


def test_a_text_of_nothing_but_clutter_has_no_lines() -> None:
    text, _ = tidied("(TTXVN)", "Bản in", "...", "Quang cảnh. (Ảnh: TTXVN)")
    assert text.lines == []
    assert text.body == ""
