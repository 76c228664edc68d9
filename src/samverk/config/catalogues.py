"""Translation catalogues: `python -m samverk.config.catalogues compile | extract [CODE ...] | check`.

Written in Python throughout (Babel), so that a machine without the gettext programs can do it too.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import click
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from samverk.config import languages

PACKAGE = Path(__file__).resolve().parents[1]
COMPLETE = ("en",)
"""Languages in which every text must be translated; others may grow text by text."""

CALLS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
HEADER = """\
# Translations of Samverk. Licence: EUPL-1.2.
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural}\\n"

"""
COTTON_EXPRESSION = re.compile(r'\s:[\w.-]+="([^"{]*_\([^"]*)"')
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


Text = str | tuple[str, ...]


@dataclass(frozen=True)
class Fault:
    """Something to mend in a catalogue."""

    code: str
    text: str
    what: str

    def __str__(self) -> str:
        return f"{self.code}: {self.what}: {self.text!r}"


def main(arguments: list[str]) -> int:
    """Run one of the commands; returns the exit code."""
    match arguments:
        case ["compile"]:
            compile_all()
        case ["extract", *codes]:
            extract(codes or translations())
        case ["check"]:
            faults = check()
            click.echo("\n".join(map(str, faults)) or "Every catalogue is in order.")
            return int(bool(faults))
        case _:
            click.echo(__doc__)
            return 2
    return 0


def present() -> list[str]:
    """The locale folders that have a catalogue."""
    return sorted(path.parents[1].name for path in languages.LOCALE.glob("*/LC_MESSAGES/django.po"))


def translations() -> list[str]:
    """The catalogues of our own texts. That of the source language mends what other packages lack."""
    return [code for code in present() if code != languages.SOURCE]


def compile_all() -> list[Path]:
    """Compile the catalogues that are newer than their compiled form; returns what was written."""
    written = []
    for code in present():
        source = languages.catalogue(code)
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime > source.stat().st_mtime:
            continue
        with target.open("wb") as file:
            write_mo(file, read(code))
        written.append(target)
    return written


def extract(codes: list[str]) -> None:
    """Bring catalogues up to date with code and templates: new texts empty, vanished ones gone."""
    texts = template()
    for code in codes:
        path = languages.catalogue(code)
        current = read(code) if path.exists() else Catalog(locale=code, fuzzy=False)
        if path.exists() and _ids(current) == _ids(texts):
            continue
        current.update(texts, no_fuzzy_matching=True, update_creation_date=False)
        current.obsolete.clear()
        write(code, current)


def check() -> list[Fault]:
    """What is wrong: missing or vanished texts, uncertain ones, placeholders that differ."""
    texts = _ids(template())
    faults = []
    for code in present():
        catalogue = read(code)
        if code != languages.SOURCE:
            known = _ids(catalogue)
            faults += [Fault(code, str(gone), "no longer in use") for gone in known - texts]
            faults += [Fault(code, str(new), "not in the catalogue") for new in texts - known]
        faults += [fault for message in catalogue if message.id for fault in _faults(code, message)]
        faults += [Fault(code, str(key), "obsolete entry") for key in catalogue.obsolete]
    return faults


def read(code: str) -> Catalog:
    """The catalogue of a language as it is written."""
    with languages.catalogue(code).open("rb") as file:
        return read_po(file, locale=code)


def write(code: str, catalogue: Catalog) -> None:
    """Write a catalogue in order of its texts, with the files each text comes from."""
    path = languages.catalogue(code)
    path.parent.mkdir(parents=True, exist_ok=True)
    header = HEADER.format(language=code, plural=catalogue.plural_forms)
    with path.open("wb") as file:
        file.write(header.encode())
        write_po(file, catalogue, width=100, omit_header=True, sort_output=True, include_lineno=False)


def template() -> Catalog:
    """Every text in code and templates, with the files it comes from."""
    texts = Catalog(fuzzy=False)
    for path in sources():
        place = path.relative_to(PACKAGE.parent).as_posix()
        for text, context in _texts(path):
            texts.add(text, locations=[(place, 0)], context=context)
    return texts


def sources() -> Iterator[Path]:
    """The files that may hold texts for the screen, in a steady order."""
    for path in sorted(PACKAGE.rglob("*")):
        inner = path.relative_to(PACKAGE).parts
        if {"tests", "migrations", "static", "vendor"} & set(inner):
            continue
        if path.suffix == ".py" or ("templates" in inner and path.suffix in {".html", ".txt", ".xml"}):
            yield path


def _texts(path: Path) -> Iterator[tuple[Text, str | None]]:
    code = path.read_text("utf-8")
    if path.suffix != ".py":
        code = as_calls(code)
    for _line, function, arguments, _comments in extract_python(BytesIO(code.encode()), CALLS, (), {}):
        yield from _message(str(function), arguments)


def as_calls(markup: str) -> str:
    """The translation tags of a template as calls, also those in a component's `:attribute="..."`."""
    expressions = "".join(f"{{{{ {found} }}}}\n" for found in COTTON_EXPRESSION.findall(markup))
    return "\n".join(line.strip() for line in templatize(markup + expressions).splitlines())


def _message(function: str, arguments: object) -> Iterator[tuple[Text, str | None]]:
    values = list(arguments) if isinstance(arguments, tuple) else [arguments]
    context = str(values.pop(0)) if "pgettext" in function else None
    wanted = 2 if function.startswith(("ngettext", "npgettext")) else 1
    texts = tuple(value for value in values[:wanted] if isinstance(value, str) and value)
    if len(texts) == wanted:
        yield (texts if wanted == 2 else texts[0]), context


def _ids(catalogue: Catalog) -> set[tuple[object, str | None]]:
    return {(message.id, message.context) for message in catalogue if message.id}


def _faults(code: str, message: Message) -> Iterator[Fault]:
    texts, translations = _forms(message.id), _forms(message.string)
    if message.fuzzy:
        yield Fault(code, texts[0], "marked as uncertain (fuzzy)")
    if not all(translations):
        if code in COMPLETE:
            yield Fault(code, texts[0], "not translated")
        return
    allowed, needed = _placeholders(*texts), _placeholders(texts[-1])
    if _placeholders(*translations) - allowed:
        yield Fault(code, texts[0], "has a placeholder that the text has not")
    if needed - _placeholders(translations[-1]):
        yield Fault(code, texts[0], "lacks a placeholder of the text")


def _forms(text: object) -> tuple[str, ...]:
    return tuple(text) if isinstance(text, list | tuple) else (str(text or ""),)


def _placeholders(*texts: str) -> set[str]:
    return {found for text in texts for found in PLACEHOLDER.findall(text)}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
