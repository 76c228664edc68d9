from samverk.engine.article import FactBox, Heading, Image, Link, Links, List, Paragraph, Quote, Run, Text
from samverk.parts.site.rules.streams import stored


def test_text_keeps_its_safe_markup_and_nothing_else() -> None:
    text = Text((Run("Läs ", strong=True), Run("<script>", href="https://a.example/?b=c&d")))

    assert stored([Paragraph(text)]) == [
        {
            "type": "paragraph",
            "value": '<p><strong>Läs </strong><a href="https://a.example/?b=c&amp;d">&lt;script&gt;</a></p>',
        }
    ]


def test_headings_are_of_two_kinds_here() -> None:
    levels = [
        block["value"]["level"] for block in stored([Heading("a", 1), Heading("b", 2), Heading("c", 6)])
    ]

    assert levels == ["2", "2", "3"]


def test_a_quote_keeps_its_speaker() -> None:
    assert stored([Quote("Det går bra.", "Pia Påhittad", "chef", "säger")]) == [
        {"type": "quote", "value": {"text": "Det går bra.", "speaker": "Pia Påhittad", "role": "chef"}}
    ]


def test_links_to_mail_are_a_list_because_a_link_block_holds_web_addresses() -> None:
    web, mail = Link("A", "https://a.example"), Link("B", "mailto:b@b.example")

    assert [block["type"] for block in stored([Links((web,)), Links((web, mail))])] == ["links", "list"]


def test_a_fact_box_holds_only_what_a_fact_box_may_hold() -> None:
    box = FactBox(
        "Bakgrund", (Heading("Då"), Quote("Ja.", "Pia"), Image(caption="En bild"), List((Text.of("a"),)))
    )
    content = stored([box])[0]["value"]["content"]

    assert [block["type"] for block in content] == ["paragraph", "paragraph", "paragraph", "list"]


def test_a_picture_is_empty_until_its_file_is_kept() -> None:
    empty, kept = stored([Image("alt", "text", "foto"), Image("alt")], {1: 7})

    assert empty["value"] == {"picture": None, "caption": "text", "credit": "foto"}
    assert kept["value"]["picture"] == {"image": 7, "alt_text": "alt", "decorative": False}
