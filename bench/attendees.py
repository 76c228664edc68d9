"""An organiser's lists of 5,000 people and 400 sessions: `python -m bench.attendees`.

Wanted: any list opens in under 300 ms at p95, a file of all of them in under 5 s. The pages are asked for
inside one process of the site, so that the figures hold everything but the wire. A file is timed from the
press to the last byte: it is asked for, made as the worker makes it, and fetched.
"""

import argparse
import json

from tests.browser.site import running_site

from bench.table import milliseconds, percentile, show

PAGES = {
    "registered": "anmalda/",
    "registered, last page": "anmalda/?sida=100",
    "registered, searched": "anmalda/?q=4711",
    "waiting list": "anmalda/vantelista/",
    "diet and access": "anmalda/behov/",
    "tickets": "biljetter/",
    "invoices": "fakturor/",
    "programme, a day of four with 400 sessions": "program/",
}
FILES = {
    "file, CSV": "anmalda/anmalda.csv",
    "file, XLSX": "anmalda/anmalda.xlsx",
    "file, PDF to tick off": "anmalda/anmalda.pdf",
    "file, badges PDF": "anmalda/namnskyltar/90x55.pdf",
    "file, diet and access XLSX": "anmalda/behov.xlsx",
}
MEASURE = """
import json, time
from datetime import timedelta
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from samverk.base.people.adapters import SECOND_FACTOR_SET_UP
from samverk.parts.day.models import Edition, Registration, SensitiveAnswers
from samverk.parts.day.models import Session, TicketKind
from samverk.parts.day import jobs
from django.utils import timezone
edition, now = Edition.objects.order_by("-starts_on").first(), timezone.now()
kind = TicketKind.objects.create(edition=edition, region_id=edition.region_id, name="Många",
    quota={people}, taken={people})
rows = Registration.objects.bulk_create([
    Registration(region_id=edition.region_id, edition=edition, ticket_kind=kind, name=f"Besökare {{n}}",
        email=f"besokare{{n}}@example.org", organisation=f"Organisation {{n % 300}}", language="sv",
        arrival=n + 1,
        state="confirmed" if n < {people} else "waiting", created_at=now, changed_at=now)
    for n in range({people} + 500)], batch_size=1000)
SensitiveAnswers.objects.bulk_create([SensitiveAnswers(region_id=edition.region_id, registration=row,
    answers={{"1": "vegetariskt"}}) for row in rows[:{people}]])
Edition.objects.filter(pk=edition.pk).update(ends_on=edition.starts_on + timedelta(days=3))
start = timezone.localtime(now).replace(year=edition.starts_on.year, month=edition.starts_on.month,
    day=edition.starts_on.day, hour=8, minute=0, second=0, microsecond=0)
Session.objects.bulk_create([Session(region_id=edition.region_id, edition=edition, kind="lecture",
    title=f"Programpunkt {{n}}", starts_at=start + timedelta(days=n % 4, minutes=15 * (n // 4 % 32)),
    ends_at=start + timedelta(days=n % 4, minutes=15 * (n // 4 % 32) + 45)) for n in range(400)])
client = Client(headers={{"host": "localhost"}})
user = get_user_model().objects.get(email="arrangor@example.org")
client.force_login(user, "allauth.account.auth_backends.AuthenticationBackend")
session = client.session
session[SECOND_FACTOR_SET_UP] = user.pk
session.save()
def seconds(path):
    began, worked = time.perf_counter(), time.process_time()
    answer = client.get(f"/arrangera/{{edition.pk}}/{{path}}")
    if answer.status_code == 302:
        jobs.make_export(reference=answer["Location"].split("/")[-2])
        answer = client.get(answer["Location"] + "hamta/")
    size = len(answer.content)
    assert answer.status_code == 200 and size > 1000, (path, answer.status_code)
    return time.perf_counter() - began, time.process_time() - worked
found = {{}}
for name, path, times in {asked}:
    seconds(path)
    found[name] = [seconds(path) for _ in range(times)]
print(json.dumps(found))
"""


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--people", type=int, default=5_000)
    chosen = arguments.parse_args()
    asked = [(name, path, 40) for name, path in PAGES.items()] + [
        (name, path, 3) for name, path in FILES.items()
    ]
    with running_site() as site:
        code = MEASURE.format(people=chosen.people, asked=asked)
        found = json.loads(site.run("manage", "shell", "--no-imports", "-c", code).strip().splitlines()[-1])
    rows: list[list[object]] = [
        [
            name,
            *(milliseconds(percentile([wall for wall, _ in times], share)) for share in (0.5, 0.95)),
            milliseconds(percentile([work for _, work in times], 0.5)),
        ]
        for name, times in found.items()
    ]
    title = (
        f"Lists of {chosen.people} people and 400 sessions (wanted: p95 under 300 ms, a file under 5 000 ms)"
    )
    show(title, ("", "p50 ms", "p95 ms", "of it processor time in the site"), rows)


if __name__ == "__main__":
    main()
