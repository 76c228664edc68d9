"""300 seats, 10,000 attempts from 200 clients at once: `python -m bench.registration`.

Wanted: exactly 300 confirmed, the rest in line in order of arrival, a clear answer for every client, at least
150 registrations/s on two cores, p99 under 1 s. With `--kill` the database is killed (kill -9) in the middle
and started again: what was confirmed to a client is there, and nothing is there twice. The generator shares
the cores with the site, its database and its worker. Each client keeps its connection, and sends the next
form when it has its answer.
"""

import argparse
from collections.abc import Sequence

from tests.browser.site import running_site
from tests.registration.rush import Answer, Kept, Rush, Told, kept, kill_the_database, open_the_doors, run

from bench.processes import work_by_kind
from bench.table import milliseconds, percentile, show

HEAD = (
    "",
    "attempts",
    "seconds",
    "registrations/s",
    "p50 ms",
    "p95 ms",
    "p99 ms",
    "asked again",
)


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--seats", type=int, default=300)
    arguments.add_argument("--attempts", type=int, default=10_000)
    arguments.add_argument("--clients", type=int, default=200)
    arguments.add_argument("--kill", action="store_true", help="kill the database in the middle")
    chosen = arguments.parse_args()
    with running_site(SAMVERK_TRUSTED_PROXIES="1") as site:
        kind = open_the_doors(site, seats=chosen.seats)
        before = work_by_kind()
        killing = (lambda: kill_the_database(site)) if chosen.kill else None
        told = run(site, Rush(chosen.attempts, chosen.clients, meanwhile=killing), kind=kind)
        work = {kind: seconds - before.get(kind, 0.0) for kind, seconds in work_by_kind().items()}
        show_speed(told, chosen.attempts, killed=chosen.kill)
        show_work(work, chosen.attempts)
        show_truth(told, kept(site), seats=chosen.seats, attempts=chosen.attempts)


def show_speed(told: Told, attempts: int, *, killed: bool) -> None:
    """One line of how fast it went."""
    times = [milliseconds(percentile(told.seconds, share)) for share in (0.5, 0.95, 0.99)]
    name = "with the database killed in the middle" if killed else "all at once"
    again = sum(count for status, count in told.statuses.items() if status != 303) + told.broken
    row = [name, attempts, f"{told.took:.1f}", round(attempts / told.took), *times, again]
    show("Registrations (wanted: 150/s, p99 under 1 000 ms)", HEAD, [row])


def show_work(work: dict[str, float], attempts: int) -> None:
    """Processor time by kind of process. The worker gives way: it writes letters in what is left."""
    rows: list[list[object]] = [
        [kind, f"{done:.1f}", milliseconds(done / attempts)] for kind, done in work.items() if done
    ]
    show("Processor time", ("", "seconds", "ms for a registration"), rows)


def show_truth(told: Told, found: Kept, *, seats: int, attempts: int) -> None:
    """What must hold, and whether it does."""
    rows = {email: (state, link) for email, state, _, link in found.rows}
    order = {email: number for number, (email, *_) in enumerate(found.rows)}
    earlier = sorted(told.answers, key=lambda answer: answer.asked)
    checks = {
        "every client got an answer": len(told.answers) == attempts,
        f"exactly {seats} confirmed": found.states["confirmed"] == min(seats, attempts) == found.taken,
        "the rest in line": found.states["waiting"] == attempts - min(seats, attempts),
        "nothing there twice": len(rows) == len(found.rows) == attempts,
        "what was told is there": all(
            rows.get(answer.email, ("", ""))[1] in answer.link for answer in told.answers
        ),
        "seats to those who came first": all(state == "confirmed" for _, state, _, _ in found.rows[:seats]),
        "nobody before one who was answered first": in_order(earlier, order),
    }
    show("What must hold", ("", ""), [[name, "yes" if holds else "NO"] for name, holds in checks.items()])
    if not all(checks.values()):
        raise SystemExit(1)


def in_order(answers: Sequence[Answer], order: dict[str, int]) -> bool:
    """Whether nobody who asked after another had their answer stands before them in the line."""
    ended = sorted(answers, key=lambda answer: answer.answered)
    latest, number = -1, 0
    for answer in answers:
        while ended[number].answered < answer.asked:
            latest = max(latest, order[ended[number].email])
            number += 1
        if order[answer.email] < latest:
            return False
    return True


if __name__ == "__main__":
    main()
