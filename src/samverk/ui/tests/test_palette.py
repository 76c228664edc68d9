"""Colours by day and by night: text reaches AAA or AA, what is seen 3:1 (WCAG 2.2, 1.4.3, 1.4.6, 1.4.11)."""

import json

import pytest

from samverk.ui.vendor import STYLES, colours

PALETTE = json.loads((STYLES / "palette.json").read_text())
SETS = [(scheme, name) for scheme in PALETTE for name in PALETTE[scheme] if name != "focus"]
GROUNDS = ("background-default", "background-tinted", "surface-default", "surface-tinted")


def luminance(colour: str) -> float:
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(("scheme", "name"), SETS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_reads_at_aaa(scheme, name, ground):
    tones = PALETTE[scheme][name]
    assert contrast(tones["text-default"], tones[ground]) >= 7


@pytest.mark.parametrize(("scheme", "name"), SETS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_quieter_text_reads_at_aa_and_at_aaa_on_the_page(scheme, name, ground):
    tones = PALETTE[scheme][name]
    assert contrast(tones["text-subtle"], tones[ground]) >= (7 if ground == "background-default" else 4.5)


@pytest.mark.parametrize(("scheme", "name"), SETS)
def test_borders_are_seen(scheme, name):
    tones = PALETTE[scheme][name]
    for border in ("border-default", "border-strong"):
        assert contrast(tones[border], tones["background-default"]) >= 3


@pytest.mark.parametrize(("scheme", "name"), SETS)
@pytest.mark.parametrize("state", ["base-default", "base-hover", "base-active"])
def test_buttons_read_in_every_state(scheme, name, state):
    tones = PALETTE[scheme][name]
    assert contrast(tones["base-contrast-default"], tones[state]) >= 4.5


@pytest.mark.parametrize("scheme", PALETTE)
def test_the_focus_ring_is_seen_on_any_ground(scheme):
    ring = PALETTE[scheme]["focus"].values()
    grounds = {
        tones[key]
        for tones in PALETTE[scheme].values()
        for key in tones
        if key.startswith(("back", "base-d"))
    }
    assert all(max(contrast(part, ground) for part in ring) >= 3 for ground in grounds)


def test_day_and_night_have_the_same_tones():
    light, dark = (
        {name: set(tones) for name, tones in PALETTE[scheme].items()} for scheme in ("light", "dark")
    )
    assert light == dark


def test_success_and_warning_have_colours_too():
    assert '[data-color="aurora"], [data-color="success"]' in colours(PALETTE)
