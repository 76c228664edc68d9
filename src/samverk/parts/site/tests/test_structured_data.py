import json
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from samverk.parts.site.presenters import structured_data
from samverk.parts.site.presenters.structured_data import Event, Story
from samverk.parts.site.queries.contacts import Contact
from samverk.ui.frame import Link

ORIGIN = "https://region.example"
STOCKHOLM = ZoneInfo("Europe/Stockholm")
STORY = Story(
    title="Dagen i Norr",
    description="Skratt och eftertanke.",
    url=f"{ORIGIN}/aktuellt/dagen/",
    language="sv",
    published_on=date(2018, 4, 17),
    changed_at=datetime(2018, 4, 18, 9, 0, tzinfo=UTC),
    event=Event(name="Dagen", starts_at=datetime(2018, 4, 11, 0, 0, tzinfo=STOCKHOLM), place="Norrbotten"),
)


def read(script: str) -> list[dict[str, Any]]:
    start, end = '<script type="application/ld+json">', "</script>"
    assert script.startswith(start)
    assert script.endswith(end)
    return json.loads(script[len(start) : -len(end)])["@graph"]


def test_an_article_is_news_with_its_dates() -> None:
    node = read(structured_data.script([structured_data.news_article(STORY, origin=ORIGIN)]))[0]

    assert (node["@type"], node["headline"], node["datePublished"]) == (
        "NewsArticle",
        "Dagen i Norr",
        "2018-04-17",
    )
    assert node["dateModified"] == "2018-04-18T09:00:00+00:00"


def test_an_event_whose_hour_is_not_known_is_a_day() -> None:
    node = next(iter(structured_data.event(STORY, origin=ORIGIN)))

    assert node["startDate"] == "2018-04-11"
    assert node["location"]["name"] == "Norrbotten"


def test_an_event_with_an_hour_tells_it() -> None:
    at_nine = Event(name="Dagen", starts_at=datetime(2018, 4, 11, 9, 0, tzinfo=STOCKHOLM))
    node = next(iter(structured_data.event(Story("", "", "", "sv", event=at_nine), origin=ORIGIN)))

    assert node["startDate"] == "2018-04-11T09:00:00+02:00"


def test_what_is_not_known_is_not_said() -> None:
    person = structured_data.person(Contact(name="Elin"), origin=ORIGIN)

    assert set(read(structured_data.script([person]))[0]) == {"@type", "name", "worksFor"}


def test_the_way_here_is_numbered() -> None:
    node = structured_data.breadcrumb((Link("Start", "/"), Link("Nytt", "/nytt/")), origin=ORIGIN)

    assert [(step["position"], step["item"]) for step in node["itemListElement"]] == [
        (1, f"{ORIGIN}/"),
        (2, f"{ORIGIN}/nytt/"),
    ]


@pytest.mark.parametrize(
    "text", ["</script><script>alert(1)</script>", "<!--<script>", "]]>", "a & b", "\u2028 \" \\ '"]
)
def test_no_text_can_close_the_script(text: str) -> None:
    script = structured_data.script([{"@type": "Person", "name": text}])

    assert read(script)[0]["name"] == text
    assert script.count("<") == 2
