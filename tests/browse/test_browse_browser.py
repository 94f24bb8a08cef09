"""The pages in a browser, from the server and from the disk, on a phone and on a desk."""

from threading import Thread

import pytest
from selenium.common.exceptions import StaleElementReferenceException, WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

from pipelines.browse.links import name_article, name_file, name_person
from pipelines.browse.server import open_server
from tests.browse.made import OPENED, TOLD
from tests.browse.screen import NARROW, WIDE, open_screen


@pytest.fixture(scope="module")
def screen():
    with open_screen() as opened:
        yield opened


@pytest.fixture(scope="module")
def base(served):
    """The address of the pages of a server."""
    server = open_server(served.pages, 0)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    for channel in list(server.active_channels.values()):
        channel.handle_close()  # the browser keeps its connections
    server.close()
    thread.join(5)
    assert not thread.is_alive()


@pytest.fixture(params=["served", "from disk"])
def start(request):
    """The address that pages are below, one test on a server and one on a folder."""
    if request.param == "served":
        return request.getfixturevalue("base")
    return request.getfixturevalue("folder").as_uri()


def texts(screen, css):
    return [" ".join(one.text.split()) for one in find_all(screen, css)]


def find_all(screen, css):
    return screen.driver.find_elements(By.CSS_SELECTOR, css)


def find(screen, css):
    return screen.driver.find_element(By.CSS_SELECTOR, css)


def choose(screen, **values):
    """Set conditions and show their list."""
    page = find(screen, "html")
    for name, value in values.items():
        field = find(screen, f"[name={name}]")
        if not field.is_displayed():
            find(screen, ".filters summary").click()
        if field.tag_name == "select":
            Select(field).select_by_value(value)
        else:
            field.send_keys(value)
    find(screen, ".filters button").click()
    wait = WebDriverWait(screen.driver, 10)
    wait.until(lambda _: is_gone(page))
    wait.until(lambda driver: driver.execute_script("return document.readyState") == "complete")


def is_gone(element):
    try:
        return not element.is_enabled()
    except StaleElementReferenceException:
        return True
    except WebDriverException as error:  # so a busy chromedriver says it
        if "does not belong to the document" not in str(error):
            raise
        return True


def test_from_the_timeline_over_a_filter_and_a_meeting_to_the_marked_sentence(screen, start):
    screen.resize(WIDE)
    screen.driver.get(f"{start}/en/index.html")
    assert texts(screen, "h1") == ["Meetings"]
    assert len(texts(screen, ".entry")) == 5
    choose(screen, country="KH", level="leaders")
    assert texts(screen, "h1") == ["Cambodia · Leaders"]
    assert texts(screen, "#count") == ["1 meeting"]
    assert texts(screen, ".entry .title a") == ["40th ASEAN Summit"]
    find(screen, ".entry .title a").click()
    assert texts(screen, "h1") == ["40th ASEAN Summit"]
    assert texts(screen, "#city .version blockquote mark")[0] == "Phnom Penh"
    find(screen, "#city figcaption a").click()
    assert texts(screen, "h1") == ["Khai mạc Cấp cao ASEAN 40"]
    assert texts(screen, ".sentence:target mark") == [
        "Sáng 11/11", "Phnom Penh", "Phạm Minh Chính", "Hội nghị Cấp cao ASEAN", "lần thứ 40",
    ]  # fmt: skip
    assert find(screen, ".sentence:target mark").is_displayed()


CHOICES = [
    {"series": "SOM"},
    {"status": "upcoming", "year": "2023"},
    {"q": "phạm minh"},
    {"q": "pham  MINH chính"},
    {"country": "VN", "q": "40"},
    {"language": "zh"},
    {"place": "VN"},
    {"series": "SOM", "format": "in-person"},
]


@pytest.mark.parametrize(
    ("language", "choice"), [("vi", CHOICES[1]), *(("en", one) for one in CHOICES)], ids=str
)
def test_the_script_of_a_folder_filters_as_the_server_does(screen, base, folder, language, choice):
    seen = []
    for where in (base, folder.as_uri()):
        screen.driver.get(f"{where}/{language}/index.html")
        choose(screen, **choice)
        links = [one.get_attribute("href") for one in find_all(screen, ".title a")]
        seen.append((
            texts(screen, "h1, #count, #results"),
            texts(screen, ".entry .printed[lang]"),
            [link.rpartition("/")[2] for link in links],
        ))  # fmt: skip
    assert seen[0] == seen[1]
    assert "meeting" in seen[0][0][1] or "hội nghị" in seen[0][0][1]


def test_another_language_keeps_what_was_chosen(screen, start):
    screen.resize(WIDE)
    screen.driver.get(f"{start}/en/index.html")
    choose(screen, series="SOM", format="online")
    find(screen, ".languages a[hreflang=vi]").click()
    assert find(screen, "html").get_attribute("lang") == "vi"
    WebDriverWait(screen.driver, 10).until(lambda _: texts(screen, "#count") == ["1 hội nghị"])


def test_without_scripts_a_folder_leads_to_a_list_for_every_condition(screen, folder):
    screen.resize(WIDE)
    screen.allow_scripts(False)
    try:
        screen.driver.get(f"{folder.as_uri()}/en/index.html")
        assert len(texts(screen, ".entry")) == 5
        assert not find(screen, ".filters").is_displayed()
        find(screen, "noscript a").click()
        assert texts(screen, "h1") == ["All lists"]
        find(screen, "#place a").click()
        assert len(texts(screen, ".entry")) in (1, 2)
    finally:
        screen.allow_scripts(True)


def paths(served, *languages):
    """One page of every kind."""
    meeting = served.meeting("asean-summit-2022").id
    hostile = served.meeting("som-2021")
    names = [
        "index", "list/place/KH", "lists", "about", "calendar", "calendar/2022", "places",
        "people", "papers", "paper/bao-a", f"meeting/{name_file(meeting)}",
        f"meeting/{name_file(hostile.id)}", f"article/{name_article(OPENED)}",
        f"article/{name_article(TOLD)}", f"article/{name_article(hostile.sources[0].article)}",
        f"person/{name_person('Pham Minh Chinh')}",
    ]  # fmt: skip
    return [f"{language}/{name}.html" for language in languages for name in names]


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_no_page_is_wider_than_its_window(screen, served, base, width):
    screen.resize(width)
    found = {}
    for path in paths(served, "en", "vi"):
        screen.driver.get(f"{base}/{path}")
        found[path] = screen.find_overflow()
    assert {path: pixels for path, pixels in found.items() if pixels} == {}


@pytest.mark.parametrize(("width", "dark"), [(NARROW, True), (WIDE, False)])
def test_no_page_bars_anybody(screen, served, base, width, dark):
    screen.resize(width, dark=dark)
    found = {}
    for path in paths(served, "vi" if dark else "en"):
        screen.driver.get(f"{base}/{path}")
        found[path] = screen.find_barriers()
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_a_picture_of_the_window_shows_a_page(screen, served, base, width, tmp_path):
    screen.resize(width)
    meeting = name_file(served.meeting("asean-summit-2022").id)
    pictures = []
    for name in ("about:blank", f"{base}/en/index.html", f"{base}/en/meeting/{meeting}.html"):
        screen.driver.get(name)
        screen.save(tmp_path / "screen.png")
        pictures.append((tmp_path / "screen.png").read_bytes())
    assert [int.from_bytes(one[16:20]) for one in pictures] == [width] * 3
    empty, *shown = map(len, pictures)
    assert min(shown) > 4 * empty


def test_the_keyboard_reaches_everything_and_shows_where_it_is(screen, base):
    screen.resize(WIDE)
    screen.driver.get(f"{base}/en/index.html")
    first = press_tab(screen)
    assert first.text == "Skip to the content"
    assert first.is_displayed()
    first.send_keys(Keys.ENTER)
    assert screen.driver.switch_to.active_element.get_attribute("id") == "content"
    reached = [press_tab(screen) for _ in range(24)]
    names = [one.get_attribute("name") or one.get_attribute("href") for one in reached]
    assert {"q", "series", "country", "year"} <= set(names)
    assert any(name and "/meeting/" in name for name in names)
    outline = reached[0].value_of_css_property("outline-style")
    assert screen.driver.execute_script(
        "return getComputedStyle(document.activeElement).outlineStyle"
    ) != "none", outline  # fmt: skip


def press_tab(screen):
    screen.driver.switch_to.active_element.send_keys(Keys.TAB)
    return screen.driver.switch_to.active_element


def test_more_sentences_open_on_a_click(screen, served, base):
    screen.resize(NARROW)
    meeting = name_file(served.meeting("asean-summit-2022").id)
    screen.driver.get(f"{base}/en/meeting/{meeting}.html")
    hidden = find(screen, "#city details blockquote")
    assert not hidden.is_displayed()
    find(screen, "#city summary").click()
    assert hidden.is_displayed()
    assert "PHNOM PENH" in hidden.text


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_rare_conditions_are_folded_until_one_is_asked_for(screen, start, width):
    screen.resize(width)
    screen.driver.get(f"{start}/en/index.html")
    assert find(screen, "#f-series").is_displayed()
    assert not find(screen, "#f-status").is_displayed()
    choose(screen, status="held")
    assert find(screen, "#f-status").is_displayed()
    assert Select(find(screen, "#f-status")).first_selected_option.text == "held (3)"


def test_a_page_says_nothing_to_the_console(screen, served, base, folder):
    screen.driver.get_log("browser")
    for where in (base, folder.as_uri()):
        for path in paths(served, "en"):
            screen.driver.get(f"{where}/{path}")
        screen.driver.get(f"{where}/en/index.html?q=som&page=2")
    assert screen.driver.get_log("browser") == []


def test_motion_is_left_out_where_it_is_not_wanted(screen, base):
    for wanted, behaviour in (("no-preference", "smooth"), ("reduce", "auto")):
        screen.prefer(reduced_motion=wanted)
        screen.driver.get(f"{base}/en/index.html")
        assert find(screen, "html").value_of_css_property("scroll-behavior") == behaviour
