"""The pages of a store: everything is there, leads somewhere and shows what was said."""

import re
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from pipelines.browse.links import link, name_article, name_file
from pipelines.browse.wording import wordings
from tests.browse.made import ARTICLES, COPIED, HOSTILE, OPENED, TOLD, fill_store
from tests.browse.trees import text, texts
from tests.store.conftest import postgresql, server

__all__ = ["postgresql", "server"]  # fixtures


def meeting_page(shown, start, language="en"):
    return shown.read(f"{language}/meeting/{name_file(shown.meeting(start).id)}.html")


def values(page):
    """Field -> [(value, who says so, sentence with its marks in brackets)]."""
    return {
        section.get("id"): [
            (
                text(version.cssselect(".said")[0]),
                text(version.cssselect(".who")[0]),
                [bracketed(quote) for quote in version.cssselect("blockquote")],
            )
            for version in section.cssselect(".version")
        ]
        for section in page.cssselect("section.value")
    }


def bracketed(node):
    """The text of `node`, what is marked in brackets."""
    copy = html.fragment_fromstring(html.tostring(node, encoding="unicode", with_tail=False))
    for mark in copy.cssselect("mark"):
        mark.text = f"[{mark.text}]"
    return text(copy)


def files(folder):
    return sorted(path for path in folder.rglob("*.html"))


def test_every_link_leads_to_a_file_and_a_place_in_it(folder):
    trees = {path: html.document_fromstring(path.read_bytes()) for path in files(folder)}
    ids = {path: set(tree.xpath("//@id")) for path, tree in trees.items()}
    checked = 0
    for path, tree in trees.items():
        for address in tree.xpath("//a/@href | //link/@href | //script/@src"):
            parts = urlsplit(address)
            if parts.scheme:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            assert target.is_file(), (path, address)
            assert not parts.fragment or parts.fragment in ids[target], (path, address)
            checked += 1
    assert len(trees) > 100
    assert checked > 2000


def test_every_file_is_reached_from_the_first_one(folder):
    seen, ahead = set(), [folder / "index.html"]
    while ahead:
        path = ahead.pop()
        if path in seen or path.suffix != ".html":
            continue
        seen.add(path)
        tree = html.document_fromstring(path.read_bytes())
        for address in tree.xpath("//a/@href"):
            parts = urlsplit(address)
            if parts.path and not parts.scheme:
                ahead.append((path.parent / unquote(parts.path)).resolve())
    assert set(files(folder)) - seen == set()


def test_no_id_stands_twice_in_a_page(folder):
    for path in files(folder):
        ids = html.document_fromstring(path.read_bytes()).xpath("//@id")
        assert len(ids) == len(set(ids)), path


def test_nothing_is_loaded_from_elsewhere(folder):
    for path in files(folder):
        tree = html.document_fromstring(path.read_bytes())
        for address in tree.xpath("//@src | //link/@href | //form/@action"):
            assert not urlsplit(address).netloc, (path, address)
        assert tree.xpath("//style | //@style | //script[not(@src)]") == [], path


def test_a_meeting_shows_each_value_with_the_sentence_it_was_read_from(served):
    found = values(meeting_page(served, "asean-summit-2022"))
    assert found["format"] == [
        ("in person", "1 of 3 independent texts 1", ["Hội nghị họp [trực tiếp]."])
    ]
    ((where, _, quotes),) = found["city"]
    assert where == "Phnom Penh"
    assert quotes == [
        "Sáng 11/11, tại [Phnom Penh], Thủ tướng Phạm Minh Chính dự lễ khai mạc Hội nghị Cấp cao "
        "ASEAN lần thứ 40.",
        "[PHNOM PENH] - Leaders met in the Cambodian capital on November 12 for the 40th ASEAN "
        "Summit.",
    ]


def test_values_that_differ_stand_side_by_side_and_copies_count_once(served):
    page = meeting_page(served, "asean-summit-2022")
    assert [value[:2] for value in values(page)["date"]] == [
        ("11 Nov 2022", "1 of 3 independent texts 1"),
        ("12 Nov 2022", "1 of 3 independent texts 2"),
        ("November 2022", "1 of 3 independent texts 3"),
    ]
    assert texts(page, "#date .conflict .said") == ["12 Nov 2022"]
    assert texts(page, ".box") == ["Reports differ: When"]
    assert texts(page, "#date .why") == [
        "Chosen: published earlier",
        "Cannot both be true; for the other one: published earlier",
        "Can be true as well",
    ]


def test_the_sources_say_which_articles_print_one_text(served):
    page = meeting_page(served, "asean-summit-2022")
    numbers = {
        node.cssselect(".title a")[0].get("href").rpartition("/")[2]: node.get("value")
        for node in page.cssselect(".sources > li")
    }
    assert numbers[f"{name_article(OPENED)}.html"] == "1"
    assert numbers[f"{name_article(COPIED)}.html"] == "1"
    assert numbers[f"{name_article(TOLD)}.html"] == "2"
    assert [text(one) for one in page.cssselect(".sources .copy .fact")][-1] == (
        "copy of an earlier text"
    )


def test_words_are_in_the_language_of_the_page_and_quotes_keep_theirs(served):
    page = meeting_page(served, "asean-summit-2022", "vi")
    assert page.get("lang") == "vi"
    assert texts(page, "h1") == ["Hội nghị Cấp cao ASEAN lần thứ 40"]
    assert values(page)["country"][0][0] == "Campuchia"
    assert values(page)["date"][0][0] == "11/11/2022"
    assert {node.get("lang") for node in page.cssselect("#city blockquote")} == {"vi", "en"}
    english = meeting_page(served, "asean-summit-2022")
    assert texts(english, "h1") == ["40th ASEAN Summit"]


def test_outcomes_and_people_have_their_sentences(served):
    page = meeting_page(served, "asean-summit-2022")
    (outcome,) = page.cssselect(".outcomes > li")
    assert bracketed(outcome.cssselect("blockquote")[0]) == (
        "Các nhà lãnh đạo [thông qua Tuyên bố chung về Biển Đông]."
    )
    people = {
        text(node.cssselect(".title a")[0]): [bracketed(q) for q in node.cssselect("blockquote")]
        for node in page.cssselect("ul.people > li")
    }
    assert people["Hun Sen"] == ["[Hun Sen] chaired it."]
    assert people["Phạm Minh Chính"][1].startswith("Prime Minister [Pham Minh Chinh] led")


def test_an_article_shows_its_text_with_all_that_was_read(served):
    page = served.read(f"en/article/{name_article(OPENED)}.html")
    assert texts(page, "h1") == ["Khai mạc Cấp cao ASEAN 40"]
    body = [bracketed(node) for node in page.cssselect("article.text > p")]
    assert body == [
        "[Sáng 11/11], tại [Phnom Penh], Thủ tướng [Phạm Minh Chính] dự lễ khai mạc "
        "[Hội nghị Cấp cao ASEAN ][lần thứ 40].",
        "Các nhà lãnh đạo [thông qua Tuyên bố chung về ][Biển Đông]. Hội nghị họp [trực tiếp].",
    ]
    assert page.cssselect("article.text")[0].get("lang") == "vi"
    (row,) = [row for row in page.cssselect("tbody tr") if text(row).startswith("format")]
    anchor = row.cssselect("a")[0].get("href").removeprefix("#")
    assert text(page.get_element_by_id(anchor)) == "Hội nghị họp trực tiếp."


def test_a_copy_says_what_it_is_a_copy_of(served):
    page = served.read(f"en/article/{name_article(COPIED)}.html")
    assert f"copy of {OPENED}" in text(page.cssselect(".origin")[0])


def test_hostile_words_are_shown_and_never_become_markup(folder):
    shown = 0
    for path in files(folder):
        tree = html.document_fromstring(path.read_bytes())
        assert tree.xpath("//img | //b | //iframe | //object") == [], path
        for node in tree.iter():
            assert not [name for name in node.attrib if name.startswith("on")], path
        scripts = tree.xpath("//script")
        assert {script.get("src").rpartition("/")[2] for script in scripts} <= {"browse.js"}, path
        assert not [a for a in tree.xpath("//@href | //@src | //@action") if "javascript" in a]
        shown += HOSTILE in tree.text_content()
    assert shown > 10


def test_the_index_of_the_script_holds_hostile_words_as_data(folder):
    written = (folder / "en" / "meetings.js").read_text("utf-8")
    assert written.startswith("showMeetings([")
    assert written.endswith("]);\n")


@pytest.mark.parametrize(
    "path",
    ["en/nope.html", "en/meeting/x.html", "xx/index.html", "en/list/series/x.html", "en/../x",
     "browse.js/..", "en/", "en", "en/calendar/x.html", "en/list/all/1.html", "../tables.py"],
)  # fmt: skip
def test_what_is_no_page_is_none(served, path):
    assert served.pages.read(path) is None


def test_a_former_id_still_leads_to_its_meeting(address, show):
    shown = show(address)
    shown.meeting("acc-2023").aliases.append("acc-2023-former")
    page = shown.read("en/meeting/acc-2023-former.html")
    assert texts(page, "h1") == ["ASEAN Coordinating Council"]


def test_a_store_that_has_changed_is_shown_as_it_is_now(tmp_path, show):
    address = fill_store(tmp_path / "s.sqlite", ARTICLES[:1])
    shown = show(address)
    assert len(shown.read("en/index.html").cssselect(".entry")) == 1
    fill_store(tmp_path / "s.sqlite", ARTICLES)
    assert len(shown.read("en/index.html").cssselect(".entry")) == 5


def test_an_empty_store_has_its_pages_too(tmp_path, show):
    shown = show(fill_store(tmp_path / "s.sqlite", []), is_static=True)
    for name in shown.pages.names():
        assert shown.pages.read(name) is not None, name
    assert "No meeting fits." in text(shown.read("en/index.html"))


def test_a_postgresql_store_gives_the_same_pages(served, postgresql, show):
    other = show(fill_store(postgresql))
    names = list(served.pages.names())
    assert list(other.pages.names()) == names
    for name in names:
        assert other.pages.read(name) == served.pages.read(name), name


def test_names_of_files_are_plain_and_distinct():
    odd = ["../x", "a/b", "Đà Nẵng", "Da Nang", ".", "..", "", "CON?", "万象", "吉隆坡", "x" * 300]
    names = [name_file(one) for one in odd]
    assert len(set(names)) == len(odd)
    assert all(re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._+-]*", name) for name in names)
    assert (name_file("AEM+3"), name_file("som-2020-1f")) == ("AEM+3", "som-2020-1f")
    assert link("en/meeting/x.html", "en/list/series/AEM+3.html") == "../list/series/AEM+3.html"


def test_all_languages_are_shown_in_the_head_of_a_page(served):
    page = served.read("vi/index.html")
    links = {a.get("hreflang"): a.get("href") for a in page.cssselect(".languages a")}
    assert links == {"en": "../en/index.html", "vi": "index.html"}
    assert set(links) == set(wordings())
