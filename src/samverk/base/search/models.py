"""What can be found, and the words that it is written with."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from samverk.base.region.queries import current_region_id


class Entry(models.Model):
    """Something that can be found: a copy of what its source shows to everybody."""

    region = models.ForeignKey(
        "region.Region",
        on_delete=models.PROTECT,
        default=current_region_id,
        editable=False,
        related_name="+",
        verbose_name=_("region"),
    )
    source = models.CharField(max_length=40)
    key = models.CharField(max_length=80)
    language = models.CharField(max_length=12)
    kind = models.CharField(max_length=40, blank=True)
    title = models.CharField(max_length=500)
    summary = models.TextField(blank=True)
    headings = models.TextField(blank=True)
    body = models.TextField(blank=True)
    names = models.TextField(blank=True)
    trail = models.TextField(blank=True)
    url = models.CharField(max_length=1000)
    dated = models.DateField(null=True, blank=True)
    changed_at = models.DateTimeField(null=True, blank=True)
    indexed_at = models.DateTimeField()
    plain_title = models.CharField(max_length=500)
    titled = SearchVectorField()
    vector = SearchVectorField()

    class Meta:
        verbose_name = _("sökpost")
        verbose_name_plural = _("sökposter")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["region", "source", "key"], name="found_once"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            GinIndex(fields=["vector"], name="search_vector", fastupdate=False),
            GinIndex(fields=["titled"], name="search_titled", fastupdate=False),
            models.Index(OpClass(F("plain_title"), name="text_pattern_ops"), name="search_title_begins"),
        ]

    def __str__(self) -> str:
        return self.title


class Word(models.Model):
    """A word as it is written on the site, on how many pages, and the lexemes that PostgreSQL makes of it.

    From here come suggestions, corrections of typing errors, and the words to mark in an excerpt.
    """

    region = models.ForeignKey(
        "region.Region",
        on_delete=models.PROTECT,
        default=current_region_id,
        editable=False,
        related_name="+",
        verbose_name=_("region"),
    )
    language = models.CharField(max_length=12)
    word = models.CharField(max_length=40)
    plain = models.CharField(max_length=60)
    pages = models.IntegerField(default=0)
    lexemes = ArrayField(models.TextField(), default=list)

    class Meta:
        verbose_name = _("sökord")
        verbose_name_plural = _("sökord")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["region", "language", "word"], name="word_once"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            GinIndex(fields=["lexemes"], name="search_word_lexemes", fastupdate=False),
            GinIndex(OpClass(F("plain"), name="gin_trgm_ops"), name="search_word_alike", fastupdate=False),
            models.Index(OpClass(F("plain"), name="text_pattern_ops"), name="search_word_begins"),
        ]

    def __str__(self) -> str:
        return self.word
