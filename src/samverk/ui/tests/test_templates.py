"""Templates and styles keep the house's rules."""

import json
import re
from pathlib import Path

import pytest

from samverk.ui import frame
from samverk.ui.vendor import HERE, ROOT, STYLES

TEMPLATES = sorted((HERE / "templates").rglob("*.html"))
PAGES = [path for path in TEMPLATES if path.parent.name != "mail"]  # a letter brings its own style
COMPONENTS = sorted((HERE / "templates" / "cotton").glob("*.html"))
SHEETS = sorted(STYLES.glob("*.css"))
HANDBOOK = (ROOT / "docs" / "handbook" / "design-language.md").read_text()
INLINE = re.compile(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)|javascript:", re.IGNORECASE)
ONE_SIDED = re.compile(
    r"\b(margin|padding|border)-(left|right)\b|^\s*(left|right):|text-align:\s*(left|right)", re.MULTILINE
)


def name(path: Path) -> str:
    return path.name


@pytest.mark.parametrize("template", PAGES, ids=name)
def test_nothing_is_inline(template):
    assert not INLINE.search(template.read_text())


@pytest.mark.parametrize("template", TEMPLATES, ids=name)
def test_a_template_fits_on_a_page(template):
    assert len(template.read_text().splitlines()) <= 80


@pytest.mark.parametrize("sheet", SHEETS, ids=name)
def test_sides_are_logical(sheet):
    assert not ONE_SIDED.search(sheet.read_text())


def test_the_scripts_that_are_there_are_files():
    assert not INLINE.search('<script type="module" src="/x.js"></script>')
    assert INLINE.search("<script>1</script>")
    assert INLINE.search('<p style="x">')


@pytest.mark.parametrize("component", [path for path in COMPONENTS if path.stem != "sample"], ids=name)
def test_every_component_is_in_the_handbook(component):
    assert f"`<c-{component.stem.replace('_', '-')}>`" in HANDBOOK


@pytest.mark.parametrize("icon", sorted((HERE / "drawings/icons").glob("*.svg")), ids=name)
def test_every_icon_is_on_the_style_page(icon):
    from samverk.ui.samples import ICONS

    assert icon.stem in ICONS


def test_every_token_that_a_style_asks_for_exists():
    ours = "".join(path.read_text() for path in [*SHEETS, STYLES / "palette.json"])
    known = set(re.findall(r"(--[\w-]+):", ours)) | {f"--ds-color-{name}-{tone}" for name, tone in _tones()}
    known |= {f"--ds-color-{tone}" for _, tone in _tones()}
    asked = {token for path in SHEETS for token in re.findall(r"var\((--[\w-]+)\)", path.read_text())}
    assert asked - known == {"--dsc-table-padding"} - known


def _tones() -> set[tuple[str, str]]:
    palette = json.loads((STYLES / "palette.json").read_text())["light"]
    return {(name, tone) for name, tones in palette.items() for tone in tones}


def test_the_lock_holds_no_addresses():
    assert "://" not in (ROOT / "package-lock.json").read_text()


def test_the_frame_is_described_in_the_handbook():
    for one in ("Frame", "Link", "Language", "UserMenu", "CookieNotice"):
        assert hasattr(frame, one)
        assert f"`{one}`" in HANDBOOK or f"frame.{one}" in HANDBOOK
