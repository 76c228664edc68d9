"""Bringing a page here, from the pasted text to the draft."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client
from PIL import Image

from samverk.base.audit.models import Entry
from samverk.base.organisations.models import Role
from samverk.base.organisations.permissions import OPERATOR
from samverk.base.people.tests.people import person, signed_in
from samverk.engine.article import read_article
from samverk.parts.site.actions import imports as actions
from samverk.parts.site.models import ArticlePage, ContactPerson, HomePage, PageImport, SectionPage

pytestmark = pytest.mark.django_db

DEMO = Path(__file__).parents[3] / "demo/pages/sociala-foretagsdagen-i-norr.html"
NOW = datetime(2026, 11, 24, 9, tzinfo=ZoneInfo("Europe/Stockholm"))
PAGE = (
    "Rubriken\n\nEtt första stycke som inleder det hela.\n\nEtt andra stycke som berättar mer.\n\n"
    "- Det går bra, säger Pia Påhittad, chef.\n\nMeny"
)
TOOLS = {"admin": "/redaktion/importera/"}


@pytest.fixture
def section() -> SectionPage:
    home = HomePage.objects.get(locale__language_code="sv")
    return home.add_child(instance=SectionPage(title="Aktuellt", slug="aktuellt"))


@pytest.fixture
def editor() -> Client:
    return signed_in(person("Eva Editor", Role.EDITOR))


@pytest.fixture
def brought(editor: Client, section: SectionPage) -> Callable[[str], str]:
    """Paste a page, and give the address where it is corrected."""

    def brought(text: str) -> str:
        return editor.post(TOOLS["admin"], {"text": text}).headers["Location"]

    return brought


def file(content: bytes, name: str = "sida.html") -> dict[str, Any]:
    return {"file": SimpleUploadedFile(name, content)}


def fields_of(response: Any, **more: Any) -> dict[str, Any]:
    """What a browser would send when nothing was changed on the page."""
    desk = response.context["desk"]
    fields: dict[str, Any] = {"pieces": len(desk.pieces), "contacts": len(desk.contacts)}
    for form in (desk.facts, *desk.pieces, *desk.contacts):
        fields |= {form[name].html_name: form[name].value() or "" for name in form.fields if name != "file"}
    fields["section"] = fields["section"] or desk.facts.fields["section"].choices[0][0]
    return fields | more


def test_the_demonstration_page_becomes_a_draft(editor: Client, brought: Any, section: SectionPage) -> None:
    address = brought(DEMO.read_text(encoding="utf-8"))

    kept = editor.post(address, fields_of(editor.get(address)))

    page = ArticlePage.objects.get()
    assert kept.headers["Location"] == f"/redaktion/pages/{page.pk}/edit/"
    assert (page.live, page.title, page.slug) == (
        False,
        "Sociala företagsdagen i Norr",
        "sociala-foretagsdagen-i-norr",
    )
    assert page.get_parent().specific == section
    assert page.published_on == date(2018, 4, 17)
    assert (page.picture_credit, page.picture_alt) == (
        "Kristin Bergwall",
        "Morgan Alling, Sociala företagsdagen",
    )
    assert [block.block_type for block in page.body] == [*["paragraph"] * 3, "quote", "paragraph", "fact_box"]
    assert [contact.person.name for contact in page.contacts.all()] == ["Webbredaktionen"]
    assert editor.get(kept.headers["Location"]).status_code == 200


def test_the_one_who_imported_and_the_page_are_noted(editor: Client, brought: Any) -> None:
    address = brought(PAGE)
    editor.post(address, fields_of(editor.get(address)))

    begun, page = PageImport.objects.get(), ArticlePage.objects.get()
    assert (begun.page_id, begun.imported_by.name) == (page.pk, "Eva Editor")
    entry = Entry.objects.get(action="site.import_page")
    assert (entry.target, entry.actor_id) == (f"site.articlepage:{page.pk}", begun.imported_by_id)


@pytest.mark.parametrize(
    ("sent", "field", "words"),
    [
        ({"text": ""}, "text", "ingen text"),
        (file(b""), "file", "ingen text"),
        (file(b"%PDF-1.7 abc"), "file", "PDF"),
        (file(b"\x00\x01\x02" * 99), "file", "annat slag"),
        (file(b"\xff\xfea\x00\x00\xd8"), "file", "trasiga"),
        (file(b"a" * (50 * 1024 * 1024)), "file", "för stor"),
        ({"text": "a" * (6 * 1024 * 1024)}, "text", "för stor"),
        ({"text": "<script>alert(1)</script>"}, "text", "ingen artikel"),
        ({"text": "x", **file(b"y")}, "file", "inte båda"),
    ],
)
def test_bad_input_is_refused_kindly(editor: Client, sent: Any, field: str, words: str) -> None:
    answer = editor.post(TOOLS["admin"], sent)

    assert answer.status_code == 422
    assert words in str(answer.context["form"].errors[field])
    assert not PageImport.objects.exists()


def test_what_is_too_large_even_to_be_taken_in_is_refused_kindly(editor: Client) -> None:
    answer = editor.post(TOOLS["admin"], {"text": "a" * (50 * 1024 * 1024)})

    assert answer.status_code == 413
    assert "för stor" in answer.content.decode()


def test_pasted_text_stays_when_it_is_refused(editor: Client) -> None:
    answer = editor.post(TOOLS["admin"], {"text": "<nav>Meny som stannar kvar</nav>"})

    assert "Meny som stannar kvar" in answer.content.decode()


def test_a_form_from_another_site_is_refused(section: SectionPage) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = signed_in(person("Eva Editor", Role.EDITOR)).cookies

    assert strict.post(TOOLS["admin"], {"text": PAGE}).status_code == 403


@pytest.mark.parametrize(
    "content",
    [
        "<h1>Rubrik<p>Ett <b>stycke <i>utan</b> slut<p>Ett till",
        "<h1 onclick=alert(1)>Rubrik</h1><p>Ett stycke utan slut<script>alert(1)</script><p>Ett till".encode(
            "utf-16"
        ),
        "<meta charset=utf-8><h1>Rubrik</h1><p>Ett stycke om företag utan slut<p>Ett till".encode("latin-1"),
    ],
)
def test_broken_pages_make_safe_drafts(editor: Client, section: SectionPage, content: str | bytes) -> None:
    sent = {"text": content} if isinstance(content, str) else file(content)
    address = editor.post(TOOLS["admin"], sent).headers["Location"]
    shown = editor.get(address)
    editor.post(address, fields_of(shown))

    page = ArticlePage.objects.get()
    everything = f"{page.title}{page.lead}{page.body.stream_block.get_prep_value(page.body)}"
    assert page.title == "Rubrik"
    assert not any(danger in everything for danger in ("script", "alert", "onclick"))


def test_script_that_is_shown_as_text_stays_text(editor: Client, brought: Any) -> None:
    page = editor.get(
        brought("<h1>Om &lt;script&gt;</h1><p>Skriv &lt;script&gt;alert(1)&lt;/script&gt; aldrig.</p>")
    )

    assert "<script>alert(1)" not in page.content.decode()


def test_pieces_move_leave_and_come_back(editor: Client, brought: Any) -> None:
    address = brought(PAGE)

    def texts(response: Any) -> list[tuple[str, bool]]:
        return [
            (str(piece["text"].value())[:8], piece.is_left_out) for piece in response.context["desk"].pieces
        ]

    first = editor.get(address)
    assert texts(first) == [("Ett andr", False), ("Det går ", False), ("Meny", True)]
    moved = editor.post(address, fields_of(first, do="down:0"))
    assert texts(moved) == [("Det går ", False), ("Ett andr", False), ("Meny", True)]
    left = editor.post(address, fields_of(moved, do="leave:0"))
    assert texts(left)[0] == ("Det går ", True)
    taken = editor.post(address, fields_of(left, do="take:2"))
    assert texts(taken)[2] == ("Meny", False)
    assert ArticlePage.objects.count() == 0


def test_a_piece_changes_kind_and_keeps_what_was_written(editor: Client, brought: Any) -> None:
    address = brought(PAGE)
    sent = fields_of(
        editor.get(address), **{"piece-1-kind": "paragraph", "title": "Min rubrik", "do": "look"}
    )

    again = editor.post(address, sent)

    piece, html = again.context["desk"].pieces[1], again.content.decode()
    assert [field.name for field in piece.shown()] == ["kind", "text"]
    assert '<input type="hidden" name="piece-1-speaker" value="Pia Påhittad"' in html
    assert "Min rubrik" in html


def test_every_kind_of_piece_is_kept(editor: Client, brought: Any) -> None:
    kinds = {
        "paragraph": "Ett **fett** stycke", "heading": "En rubrik", "quote": "Sagt", "list": "en\ntvå",
        "steps": "1. en\n2. två", "links": "[A](https://a.example)", "fact_box": "Ett\n\n- två",
        "picture": "Bildtext",
    }  # fmt: skip
    address = brought(PAGE)
    sent = fields_of(editor.get(address), pieces=len(kinds))
    for place, (kind, text) in enumerate(kinds.items()):
        sent |= {f"piece-{place}-kind": kind, f"piece-{place}-text": text, f"piece-{place}-is_left": ""}
        sent |= {f"piece-{place}-level": "3", f"piece-{place}-title": "Fakta"}

    editor.post(address, sent)

    body = ArticlePage.objects.get().body
    types = ["paragraph", "heading", "quote", "list", "list", "links", "fact_box", "picture"]
    assert [block.block_type for block in body] == types
    assert "<strong>fett</strong>" in body[0].value.source
    assert editor.get(f"/redaktion/pages/{ArticlePage.objects.get().pk}/edit/").status_code == 200


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"title": ""}, "Skriv en rubrik."),
        ({"published_on": "i går"}, "Skriv dagen som"),
        ({"piece-0-text": ""}, "Skriv något här"),
        ({"piece-0-kind": "heading", "piece-0-text": "a" * 201}, "för lång"),
        ({"piece-0-kind": "links", "piece-0-text": "[x](javascript:alert)"}, "Skriv varje länk så här"),
        ({"contact-0-name": "Pia", "contact-0-telephone": "ring mig"}, "telefonnummer"),
        ({"contact-0-email": "pia@pahittad.example"}, "Skriv ett namn"),
        ({"section": "0"}, "0"),
    ],
)
def test_what_is_wrong_is_told_on_the_field_and_nothing_is_lost(
    editor: Client, brought: Any, wrong: dict[str, str], words: str
) -> None:
    address = brought(PAGE)

    answer = editor.post(address, fields_of(editor.get(address), lead="Min ingress", **wrong))

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert "Min ingress" in answer.content.decode()
    assert not ArticlePage.objects.exists()


@pytest.mark.parametrize("junk", ["", "-1", "1e9", "99999999999999999999", "²"])
def test_a_request_made_by_hand_does_no_harm(editor: Client, brought: Any, junk: str) -> None:
    address = brought(PAGE)

    for sent in ({"do": f"up:{junk}"}, {"pieces": junk, "contacts": junk, "do": "save"}, {"do": junk}):
        assert editor.post(address, sent).status_code in {200, 422}


@pytest.mark.parametrize("role", [Role.EDITOR, Role.LEAD_EDITOR, Role.ADMINISTRATOR])
def test_editors_find_the_importer_in_the_menu(role: Role) -> None:
    client = signed_in(person("Eva Editor", role))

    assert "Importera sida" in client.get("/redaktion/").content.decode()
    assert client.get(TOOLS["admin"]).status_code == 200


@pytest.mark.parametrize("role", [None, Role.ORGANISER, Role.BUYER, Role.SUPERVISOR])
def test_nobody_else_gets_in(role: Role | None) -> None:
    client = signed_in(person("Nils Nyfiken", *([role] if role else [])))

    assert client.get(TOOLS["admin"]).status_code == 403
    with pytest.raises(PermissionDenied):
        actions.begin(source=PAGE, by=person("Olle Obehörig"), now=NOW)


def test_an_import_is_seen_by_the_one_who_began_it(editor: Client, brought: Any) -> None:
    address = brought(PAGE)
    other = signed_in(person("Lena Ledare", Role.LEAD_EDITOR))

    assert other.get(address).status_code == 404
    assert editor.get(address).status_code == 200


def test_what_came_is_deleted_after_its_days_and_the_page_stays(editor: Client, brought: Any) -> None:
    address = brought(PAGE)
    editor.post(address, fields_of(editor.get(address)))
    begun = PageImport.objects.get()

    actions.forget_old(now=begun.created_at + timedelta(days=29), days=30)
    assert PageImport.objects.exists()
    actions.forget_old(now=begun.created_at + timedelta(days=31), days=30)

    assert not PageImport.objects.exists()
    assert ArticlePage.objects.exists()


def test_a_page_can_be_imported_from_the_shell(
    section: SectionPage, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("import_page", str(DEMO), section="aktuellt", publish=True)

    page = ArticlePage.objects.get()
    assert (page.live, page.title) == (True, "Sociala företagsdagen i Norr")
    assert ContactPerson.objects.get().email == "webbredaktionen@region-norrsken.example"
    assert "7 pieces" in capsys.readouterr().out


def test_in_the_shell_a_page_without_a_title_is_named_after_its_file(
    section: SectionPage, tmp_path: Path
) -> None:
    file = tmp_path / "anteckningar.txt"
    file.write_text("En lång mening som inte kan vara någon rubrik.\n\nOch en till som är ungefär lika lång.")

    call_command("import_page", str(file))

    assert ArticlePage.objects.get().title == "anteckningar"


@pytest.mark.parametrize(
    ("name", "section_slug", "words"),
    [
        ("finns-inte.html", "", "cannot be read"),
        (DEMO.name, "nej", "no section 'nej'"),
        ("tom.txt", "", "ingen text"),
    ],
)
def test_the_shell_says_in_a_sentence_what_is_wrong(
    section: SectionPage, tmp_path: Path, name: str, section_slug: str, words: str
) -> None:
    (tmp_path / "tom.txt").touch()
    file = DEMO if name == DEMO.name else tmp_path / name

    with pytest.raises(CommandError, match=words):
        call_command("import_page", str(file), section=section_slug)


def picture() -> bytes:
    drawn = BytesIO()
    Image.new("RGB", (600, 400), "teal").save(drawn, "PNG")
    return drawn.getvalue()


def test_a_picture_file_is_kept_at_once_and_follows_its_piece(editor: Client, brought: Any) -> None:
    address = brought(f"{PAGE}\n\nPia på scenen. Foto: Lo Påhittad\n\nEtt sista stycke som avslutar.")
    first = editor.get(address)
    place = next(place for place, piece in enumerate(first.context["desk"].pieces) if piece.is_a == "picture")
    sent = fields_of(first, do=f"up:{place}")

    moved = editor.post(address, sent | {f"piece-{place}-file": SimpleUploadedFile("pia.png", picture())})
    editor.post(address, fields_of(moved))

    block = next(block for block in ArticlePage.objects.get().body if block.block_type == "picture")
    assert (block.value["credit"], block.value["picture"].title) == ("Lo Påhittad", "pia")


def test_what_is_no_picture_is_refused_on_its_field(editor: Client, brought: Any) -> None:
    address = brought(PAGE)
    sent = fields_of(editor.get(address), **{"piece-0-kind": "picture"})

    answer = editor.post(address, sent | {"piece-0-file": SimpleUploadedFile("pia.png", b"<script>")})

    assert answer.status_code == 422
    assert "känner inte igen filen" in answer.content.decode()


def test_a_picture_that_does_not_exist_is_left_out(section: SectionPage) -> None:
    article = read_article(DEMO.read_bytes())

    page = actions.import_page(
        article=article, section_id=section.pk, by=OPERATOR, slug="egen-adress", pictures={0: 999_999}
    )

    assert (page.slug, page.picture_id) == ("egen-adress", None)


SEED = Path(__file__).parents[5].parent / "shared/seed/sociala-foretagsdagen.txt"
if SEED.exists():  # it lies beside the repository, where the whole suite runs

    def test_the_page_that_samverk_began_with_becomes_a_draft(editor: Client, brought: Any) -> None:
        address = brought(SEED.read_text(encoding="utf-8"))
        editor.post(address, fields_of(editor.get(address)))

        page = ArticlePage.objects.get()
        assert page.title == "Sociala företagsdagen i Norr"
        assert page.lead.startswith("Sociala företagsdagen 11 april 2018 bjöd på")
        assert [block.block_type for block in page.body] == [
            *["paragraph"] * 3,
            "quote",
            "paragraph",
            "fact_box",
        ]
        assert (page.picture_credit, page.published_on) == ("Kristin Bergwall", date(2018, 4, 17))
        assert not any(word in str(page.body) for word in ("cookies", "1177", "Obligatorisk", "Telefon"))
