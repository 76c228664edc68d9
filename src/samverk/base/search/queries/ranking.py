"""Which entries answer a tsquery, and in which order. Work is bounded, however common the words are.

See docs/decisions/0015. At most `MOST` entries are looked at, at most `RANKED` of them are weighed: those
that have it in their title before others, newer before older.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from samverk.base.search.queries import database
from samverk.base.search.rules.plans import Plan

MOST = 1000
RANKED = 100
# What a word weighs in names and trail, body, summary and headings, title.
WEIGHTS = "{0.1, 0.3, 0.7, 1.0}"

# `region_id + 0` keeps the planner from its index, by which it would unpack every vector of the region.
ANSWERS = """
    WITH by_title AS MATERIALIZED (
        SELECT id, kind, changed_at, true AS in_title FROM search_entry
        WHERE titled @@ %(must)s::tsquery
            AND (%(unwanted)s = '' OR NOT vector @@ %(unwanted)s::tsquery)
            AND language = %(language)s AND region_id + 0 = %(region)s
        LIMIT %(ranked)s * 2
    ), by_text AS MATERIALIZED (
        SELECT id, kind, changed_at, false AS in_title FROM search_entry
        WHERE vector @@ %(must)s::tsquery AND language = %(language)s AND region_id + 0 = %(region)s
        LIMIT %(most)s + 1
    ), hits AS (
        SELECT id, min(kind) AS kind, max(changed_at) AS changed_at, bool_or(in_title) AS in_title
        FROM (SELECT * FROM by_title UNION ALL SELECT * FROM by_text) AS both_ways GROUP BY id
    ), best AS (
        SELECT id FROM hits WHERE %(kind)s = '' OR kind = %(kind)s
        ORDER BY in_title DESC, changed_at DESC NULLS LAST, id LIMIT %(ranked)s
    ), read AS MATERIALIZED (
        SELECT id, entry.changed_at, dated, titled, vector || ''::tsvector AS vector
        FROM best JOIN search_entry AS entry USING (id)
    ), weighed AS (
        SELECT id, changed_at,
            2 * ts_rank(%(weights)s, vector, %(exact)s::tsquery, 1)
            + 2 * ts_rank_cd(%(weights)s, vector, %(near)s::tsquery, 1)
            + CASE WHEN titled @@ %(exact)s::tsquery THEN 1.0 ELSE 0 END
            + (SELECT coalesce(sum(weight * CASE WHEN titled @@ query::tsquery THEN 1.5 ELSE 1 END), 0)
               FROM unnest(%(parts)s::text[], %(part_weights)s::float8[]) AS part(query, weight)
               WHERE vector @@ query::tsquery)
            + CASE WHEN dated IS NULL OR %(today)s::date IS NULL THEN 0.1
              ELSE 0.2 * exp(-greatest(%(today)s::date - dated, 0) / 700.0) END AS score
        FROM read
    )
    SELECT
        (SELECT jsonb_object_agg(kind, number)::text
         FROM (SELECT kind, count(*) AS number FROM hits GROUP BY kind) AS of_kind),
        (SELECT count(*) FROM weighed),
        (SELECT array_agg(id ORDER BY score DESC, changed_at DESC NULLS LAST, id) FROM (
            SELECT * FROM weighed ORDER BY score DESC, changed_at DESC NULLS LAST, id
            LIMIT %(limit)s OFFSET %(offset)s) AS shown)
"""
SIZE = "SELECT greatest(reltuples, 100)::bigint FROM pg_class WHERE oid = 'search_entry'::regclass"
PHRASES = """
    SELECT phraseto_tsquery(%(name)s::regconfig, phrase)::text FROM unnest(%(phrases)s::text[]) AS phrase
"""
ENTRIES = """
    SELECT id, source, key, url, kind, title, summary, left(body, 20000), trail, dated
    FROM search_entry WHERE id = ANY(%(ids)s::bigint[])
"""


@dataclass(frozen=True)
class Narrowing:
    """Among which entries to look."""

    region: int
    language: str
    kind: str = ""
    today: date | None = None


@dataclass(frozen=True)
class Ranked:
    """The entries of one page of results, best first, and how many there are."""

    ids: tuple[int, ...] = ()
    reachable: int = 0
    kinds: Mapping[str, int] = field(default_factory=dict)
    kind: str = ""

    @property
    def total(self) -> int:
        number = self.kinds.get(self.kind, 0) if self.kind else sum(self.kinds.values())
        return min(number, MOST)

    @property
    def is_more(self) -> bool:
        return sum(self.kinds.values()) > MOST


@dataclass(frozen=True)
class Row:
    """An entry, as it is shown in a list."""

    source: str
    key: str
    url: str
    kind: str
    title: str
    summary: str
    body: str
    trail: str
    dated: date | None


def ranked(plan: Plan, among: Narrowing, *, page: int, per_page: int) -> Ranked:
    """Ask one plan, and give one page of what answers it."""
    if not plan.must:
        return Ranked(kind=among.kind)
    values = {
        "must": plan.must,
        "unwanted": plan.unwanted,
        "exact": plan.exact,
        "near": plan.near,
        "parts": list(plan.parts),
        "part_weights": list(plan.weights),
        "language": among.language,
        "region": among.region,
        "kind": among.kind,
        "today": among.today,
        "weights": WEIGHTS,
        "most": MOST,
        "ranked": RANKED,
        "limit": per_page,
        "offset": (page - 1) * per_page,
    }
    kinds, reachable, ids = database.rows(ANSWERS, values)[0]
    return Ranked(tuple(ids or ()), reachable, json.loads(kinds or "{}"), among.kind)


def size() -> int:
    """About how many entries there are."""
    return int(database.rows(SIZE)[0][0])


def phrases(texts: Sequence[str], configuration: str) -> list[str]:
    """Tsqueries of phrases: their words must follow each other."""
    if not texts:
        return []
    found = database.rows(PHRASES, {"name": configuration, "phrases": list(texts)})
    return [query for (query,) in found if query]


def entries(ids: Sequence[int]) -> list[Row]:
    """The entries with these ids, in that order. One that has gone meanwhile is left out."""
    if not ids:
        return []
    rows = {row[0]: Row(*row[1:]) for row in database.rows(ENTRIES, {"ids": list(ids)})}
    return [rows[key] for key in ids if key in rows]
