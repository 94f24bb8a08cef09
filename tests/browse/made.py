"""Articles of invented papers about a few meetings: copies, a conflict, and hostile words."""

from datetime import UTC, date, datetime

from crawler.items import (
    SCHEMA,
    Article,
    ChairedBy,
    Document,
    Evidence,
    Meeting,
    Outcome,
    Participants,
    Person,
    Place,
    Topic,
)
from pipelines.store.database import Store
from pipelines.store.keeping import Keeper
from pipelines.store.ledger import Visit
from pipelines.store.merging import merge_store
from tests.store.judge import ExactJudge

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'><b>&amp;"
"""What an article may hold and a page must only show."""


def make_article(url, language, published, title, text, *meetings, **more):
    """An article with `meetings`; the site is the first part of the host."""
    return Article(
        schema=SCHEMA,
        url=url,
        fetched_url=url,
        site=more.pop("site", url.split("/")[2].split(".")[0]),
        language=language,
        title=title,
        sapo=more.pop("sapo", None),
        text=text,
        published=datetime(*published, 8, tzinfo=UTC),
        meetings=list(meetings),
        **more,
    )


def prove(text, source="text", **quotes):
    """Evidence by field: the first place in `text` where the quote stands."""
    found = []
    for field, quote in quotes.items():
        path = field.replace("__", ".").replace("_0", "[0]").replace("_1", "[1]")
        start = text.index(quote)
        found.append(Evidence(path, "test.rule", quote, start, start + len(quote), source))
    return found


def make_meeting(text, quotes, **values):
    place = values.pop("place", None)
    return Meeting(
        main=values.pop("main", True),
        place=Place(**place) if place else None,
        evidence=prove(text, **quotes),
        **values,
    )


OPENING = (
    "Sáng 11/11, tại Phnom Penh, Thủ tướng Phạm Minh Chính dự lễ khai mạc Hội nghị Cấp cao ASEAN "
    "lần thứ 40.\nCác nhà lãnh đạo thông qua Tuyên bố chung về Biển Đông. Hội nghị họp trực tiếp."
)
REPORT = (
    "PHNOM PENH - Leaders met in the Cambodian capital on November 12 for the 40th ASEAN Summit. "
    "Prime Minister Pham Minh Chinh led the delegation of Viet Nam.\nHun Sen chaired it."
)
ANNOUNCED = (
    "After the 40th ASEAN Summit in November 2022, leaders are to meet in Labuan Bajo from May 9 "
    "to 11, 2023 for the 42nd."
)
ONLINE = "Ngày 18/5, Hội nghị SOM ASEAN họp trực tuyến."
MONTH = "The ASEAN Coordinating Council will convene in Jakarta in July 2023."
WICKED = f"On June 1, 2021 the SOM met in {HOSTILE}. {HOSTILE} spoke."

SUMMIT = {"series": "ASEAN-SUMMIT", "ordinals": [40], "level": "leaders"}
PHNOM_PENH = {"city": "Phnom Penh", "country": "KH"}

_OPENED = make_meeting(
    OPENING,
    {
        "starts": "Sáng 11/11",
        "status": "Sáng 11/11",
        "ordinals": "lần thứ 40",
        "name": "Hội nghị Cấp cao ASEAN lần thứ 40",
        "place__city": "Phnom Penh",
        "place__country": "Phnom Penh",
        "format": "trực tiếp",
        "people_0__name": "Phạm Minh Chính",
        "outcomes_0__text": "thông qua Tuyên bố chung về Biển Đông",
        "agenda_0__text": "Biển Đông",
    },
    **SUMMIT,
    name="Hội nghị Cấp cao ASEAN lần thứ 40",
    status="held",
    report="opening",
    starts=date(2022, 11, 11),
    ends=date(2022, 11, 11),
    precision="day",
    format="in-person",
    place=PHNOM_PENH,
    people=[Person("Phạm Minh Chính", title="Thủ tướng", country="VN", function="head")],
    agenda=[Topic("south-china-sea", "Biển Đông")],
    documents=[Document("DOC", "DOC")],
    outcomes=[Outcome("thông qua Tuyên bố chung về Biển Đông", "adopted")],
)
_REPORTED = make_meeting(
    REPORT,
    {
        "starts": "November 12",
        "ordinals": "40th",
        "name": "40th ASEAN Summit",
        "place__city": "PHNOM PENH",
        "people_0__name": "Pham Minh Chinh",
        "people_1__name": "Hun Sen",
    },
    **SUMMIT,
    name="40th ASEAN Summit",
    status="held",
    report="held",
    starts=date(2022, 11, 12),
    ends=date(2022, 11, 12),
    precision="day",
    place=PHNOM_PENH,
    chaired_by=[ChairedBy("Hun Sen", country="KH")],
    participants=Participants(countries=["VN", "KH"]),
    people=[
        Person("Pham Minh Chinh", title="Prime Minister", country="VN", function="head"),
        Person("Hun Sen", title="Prime Minister", country="KH", function="chair"),
    ],
)

OPENED = "https://bao-a.example/khai-mac-1.html"
COPIED = "https://bao-b.example/khai-mac-2.html"
TOLD = "https://daily-c.example/summit-3.html"

ARTICLES = [
    make_article(OPENED, "vi", (2022, 11, 11), "Khai mạc Cấp cao ASEAN 40", OPENING, _OPENED),
    make_article(COPIED, "vi", (2022, 11, 12), "Cấp cao ASEAN 40", OPENING, _OPENED),
    make_article(TOLD, "en", (2022, 11, 13), "Leaders meet", REPORT, _REPORTED),
    make_article(
        "https://daily-c.example/ahead-4.html",
        "en",
        (2023, 4, 20),
        "Next summit",
        ANNOUNCED,
        make_meeting(
            ANNOUNCED,
            {
                "starts": "May 9",
                "ends": "11, 2023",
                "ordinals": "42nd",
                "place__city": "Labuan Bajo",
            },
            series="ASEAN-SUMMIT",
            ordinals=[42],
            level="leaders",
            status="upcoming",
            report="preview",
            starts=date(2023, 5, 9),
            ends=date(2023, 5, 11),
            precision="range",
            place={"city": "Labuan Bajo", "country": "ID"},
        ),
        make_meeting(
            ANNOUNCED,
            {"name": "40th ASEAN Summit", "ordinals": "40th", "starts": "November 2022"},
            **SUMMIT,
            main=False,
            status="held",
            starts=date(2022, 11, 1),
            ends=date(2022, 11, 30),
            precision="month",
        ),
    ),
    make_article(
        "https://bao-a.example/som-5.html",
        "vi",
        (2020, 5, 18),
        "SOM trực tuyến",
        ONLINE,
        make_meeting(
            ONLINE,
            {"starts": "Ngày 18/5", "format": "trực tuyến", "series": "SOM"},
            series="SOM",
            level="senior-officials",
            status="held",
            starts=date(2020, 5, 18),
            precision="day",
            format="online",
        ),
    ),
    make_article(
        "https://wang-d.example/acc-6.html",
        "zh",
        (2023, 6, 2),
        "东盟协调理事会",
        MONTH,
        make_meeting(
            MONTH,
            {"starts": "July 2023"},
            series="ACC",
            level="ministers",
            status="upcoming",
            starts=date(2023, 7, 1),
            ends=date(2023, 7, 31),
            precision="month",
            place={"city": "Jakarta", "country": "ID"},
        ),
    ),
    make_article(
        "javascript:alert(7)//tin-e.example/7.html",
        "vi",
        (2021, 6, 1),
        HOSTILE,
        WICKED,
        make_meeting(
            WICKED,
            {"starts": "June 1, 2021", "place__city": HOSTILE, "people_0__name": HOSTILE},
            series="SOM",
            name=HOSTILE,
            status="held",
            starts=date(2021, 6, 1),
            precision="day",
            place={"city": HOSTILE, "country": "VN", "venue": HOSTILE},
            people=[Person(HOSTILE, title=HOSTILE, country="VN")],
            outcomes=[Outcome(HOSTILE, "noted")],
        ),
        site=HOSTILE,
        authors=[HOSTILE],
    ),
]  # fmt: skip


def fill_store(address, articles=ARTICLES):
    """A store at `address` with `articles`, merged."""
    with Store(str(address)) as store:
        for number, article in enumerate(articles):
            visit = Visit(url=article.fetched_url, visited=datetime(2024, 5, 1, tzinfo=UTC))
            Keeper(store, ExactJudge()).keep(article, f"made:{number:05}", visit)
        merge_store(store)
    return str(address)
