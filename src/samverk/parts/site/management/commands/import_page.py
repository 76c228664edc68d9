"""Reads a saved page from the shell and keeps it as a draft."""

from argparse import ArgumentParser
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from django.utils import timezone

from samverk.base.organisations.permissions import OPERATOR
from samverk.engine.article import Article, ArticleError, read_article
from samverk.parts.site.actions import imports as actions
from samverk.parts.site.queries import imports as queries


def _titled(article: Article, file: Path) -> Article:
    """Name a page that has no title after its file: in the shell, nobody is there to write one."""
    return article if article.title else replace(article, title=file.stem)


class Command(BaseCommand):
    """Imports a page as the editors' tool does, through the same action."""

    help = "Read a saved web page or a text file, and keep it as a draft."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="the page: HTML or plain text, at most 5 MB")
        parser.add_argument(
            "--section", default="", help="the section's slug; the first section when not given"
        )
        parser.add_argument("--publish", action="store_true", help="publish the page at once")

    def handle(self, *, file: Path, section: str, publish: bool, **_: Any) -> None:
        section_id = self._section(section)
        try:
            with file.open("rb") as stream:
                begun = actions.begin(source=stream, name=file.name, by=OPERATOR, now=timezone.now())
            article = _titled(read_article(begun.source, name=begun.name), file)
            page = actions.import_page(
                article=article, section_id=section_id, by=OPERATOR, begun=begun.pk, publish=publish
            )
        except OSError as problem:
            raise CommandError(f"{file} cannot be read: {problem.strerror}.") from problem
        except ArticleError as problem:
            raise CommandError(str(problem)) from problem
        except ValidationError as problem:
            raise CommandError(" ".join(problem.messages)) from problem
        self._tell(article, page.pk, published=publish)

    def _section(self, slug: str) -> int:
        sections = queries.sections_for(by=OPERATOR)
        chosen = next((section for section in sections if slug in {"", section.slug}), None)
        if not chosen:
            known = ", ".join(section.slug for section in sections) or "none yet"
            raise CommandError(f"There is no section {slug!r}. Sections: {known}.")
        return chosen.id

    def _tell(self, article: Article, page_id: int, *, published: bool) -> None:
        state = "Published" if published else "Saved as a draft"
        address = settings.WAGTAILADMIN_BASE_URL + reverse("wagtailadmin_pages:edit", args=[page_id])
        self.stdout.write(f"{state}: {article.title}\n{address}")
        self.stdout.write(f"{len(article.body)} pieces, {len(article.left_out)} left out.")
        for note in article.notes:
            self.stdout.write(f"Look at: {note}")
