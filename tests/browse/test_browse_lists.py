"""Lists of meetings and what is gathered over them: calendar, people, papers, places."""

import pytest

from pipelines.browse.filters import Choice, read_choice
from pipelines.browse.links import name_person
from tests.browse.made import fill_store
from tests.browse.trees import text, texts
from tests.store.made import make_article


def test_a_list_of_one_condition_has_just_its_meetings(served):
    page = served.read("en/list/place/KH.html")
    assert texts(page, "h1") == ["Cambodia"]
    assert texts(page, ".entry .title a") == ["40th ASEAN Summit"]
    assert texts(page, ".entry .differ") == ["Reports differ: When"]


def test_meetings_stand_under_their_month_the_newest_first(served):
    page = served.read("en/index.html")
    groups = texts(page, ".group h3")
    assert groups == ["July 2023", "May 2023", "November 2022", "June 2021", "May 2020"]
    assert texts(page, ".entry .days") == ["", "9–11", "11", "1", "18"]
    assert texts(page, ".entry .status")[1] == "announced"


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ({"series": ["SOM"]}, ["SOM", "SOM"]),
        ({"series": ["SOM"], "format": ["online"]}, ["SOM"]),
        ({"country": ["VN"]}, ["ASEAN-SUMMIT", "SOM"]),
        ({"language": ["zh"]}, ["ACC"]),
        ({"year": ["2023"], "status": ["upcoming"]}, ["ACC", "ASEAN-SUMMIT"]),
        ({"differ": ["date"]}, ["ASEAN-SUMMIT"]),
        ({"q": ["pham minh chinh"]}, ["ASEAN-SUMMIT"]),
        ({"q": ["campuchia"]}, ["ASEAN-SUMMIT"]),
        ({"q": ["SOM 2099"]}, []),
        ({"level": ["leaders"], "unknown": ["x"], "page": ["99999999999"]}, ["ASEAN-SUMMIT"] * 2),
    ],
)
def test_conditions_are_combined(served, query, codes):
    page = served.read("en/index.html", read_choice(query))
    assert texts(page, ".entry .code") == codes
    chosen = {node.getparent().get("name") for node in page.cssselect("option[selected]")}
    assert chosen - {None} >= {name for name in query if name in ("series", "format", "country")}


def test_a_long_list_goes_on_over_pages(tmp_path, show):
    address = fill_store(tmp_path / "s.sqlite", [make_article(n) for n in range(1, 150)])
    shown = show(address)
    pages = [shown.read(f"en/{name}.html") for name in ("index", "list/all/2", "list/all/3")]
    counts = [len(page.cssselect(".entry")) for page in pages]
    assert counts[:2] == [60, 60]
    assert sum(counts) == len(shown.overview.meetings) > 120
    assert pages[0].cssselect("#pages a[rel=next]")[0].get("href") == "list/all/2.html"
    assert pages[1].cssselect("#pages a[rel=prev]")[0].get("href") == "../../index.html"
    assert shown.pages.read("en/list/all/4.html") is None
    asked = shown.read("en/index.html", Choice({"series": "SOM"}, page=2))
    assert asked.cssselect("#pages a[rel=prev]")[0].get("href") == "index.html?series=SOM"


def test_a_calendar_marks_every_day_of_a_meeting_and_none_where_only_the_month_is_known(served):
    page = served.read("en/calendar/2023.html")
    taken = {text(node): node.get("href") for node in page.cssselect(".taken a")}
    assert list(taken) == ["9", "10", "11"]
    (may,) = [node for node in page.cssselect(".month") if text(node).startswith("May 2023")]
    assert texts(may, ".short li") == ["9–11 42nd ASEAN Summit Labuan Bajo, Indonesia announced"]
    (july,) = [node for node in page.cssselect(".month") if text(node).startswith("July 2023")]
    assert texts(july, ".short .days") == ["some day"]
    assert served.pages.read("en/calendar/2024.html") is None


def test_a_person_is_one_with_and_without_accents(served):
    page = served.read(f"en/person/{name_person('Pham Minh Chinh')}.html")
    assert texts(page, "h1") == ["Phạm Minh Chính"]
    assert texts(page, ".entry .title a") == ["40th ASEAN Summit"]
    assert texts(page, ".columns li") == ["Hun Sen, Cambodia 1"]


def test_papers_say_what_they_alone_and_what_they_first_report(served):
    page = served.read("en/papers.html")
    rows = {
        text(row.cssselect("th")[0]): [text(cell) for cell in row.cssselect("td")]
        for row in page.cssselect("tbody tr")
    }
    assert rows["bao-a"][:6] == ["2", "1", "1", "0", "2", "0"]
    assert rows["bao-b"][:6] == ["1", "0", "0", "0", "1", "1"]
    assert rows["The Daily C"][:6] == ["2", "1", "0", "0", "2", "0"]


def test_places_count_where_meetings_are_held(served):
    page = served.read("en/places.html")
    assert "Indonesia 2 Jakarta 1, Labuan Bajo 1" in texts(page, "tbody tr")
    tiles = {text(node.cssselect("text")[0]): node.get("class") for node in page.cssselect(".tile")}
    assert (tiles["ID"], tiles["KH"], tiles["TH"]) == ("tile shade4", "tile shade2", "tile shade0")
