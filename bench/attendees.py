"""An organiser's lists of 5,000 people: `python -m bench.attendees`.

Wanted: any list opens in under 300 ms at p95, a file of all of them in under 5 s. The pages are asked for
inside one process of the site, so that the figures hold everything but the wire.
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
}
FILES = {"file, CSV": "anmalda/anmalda.csv", "file, XLSX": "anmalda/anmalda.xlsx"}
MEASURE = """
import json, time
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from samverk.base.people.adapters import SECOND_FACTOR_SET_UP
from samverk.parts.day.models import Edition, Registration, SensitiveAnswers, TicketKind
from django.utils import timezone
edition, now = Edition.objects.order_by("-starts_on").first(), timezone.now()
kind = TicketKind.objects.create(edition=edition, region_id=edition.region_id, name="Många", quota=4000,
    taken=4000)
rows = Registration.objects.bulk_create([
    Registration(region_id=edition.region_id, edition=edition, ticket_kind=kind, name=f"Besökare {{n}}",
        email=f"besokare{{n}}@example.org", organisation=f"Organisation {{n % 300}}", language="sv",
        arrival=n + 1,
        state="confirmed" if n < 4000 else "waiting", created_at=now, changed_at=now)
    for n in range({people})], batch_size=1000)
SensitiveAnswers.objects.bulk_create([SensitiveAnswers(region_id=edition.region_id, registration=row,
    answers={{"1": "vegetariskt"}}) for row in rows[:400]])
client = Client(headers={{"host": "localhost"}})
user = get_user_model().objects.get(email="arrangor@example.org")
client.force_login(user, "allauth.account.auth_backends.AuthenticationBackend")
session = client.session
session[SECOND_FACTOR_SET_UP] = user.pk
session.save()
def seconds(path):
    began = time.perf_counter()
    answer = client.get(f"/arrangera/{{edition.pk}}/{{path}}")
    size = sum(map(len, answer.streaming_content)) if answer.streaming else len(answer.content)
    assert answer.status_code == 200 and size > 1000, (path, answer.status_code)
    return time.perf_counter() - began
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
        [name, *(milliseconds(percentile(times, share)) for share in (0.5, 0.95))]
        for name, times in found.items()
    ]
    title = f"Lists of {chosen.people} people (wanted: p95 under 300 ms, a file under 5 000 ms)"
    show(title, ("", "p50 ms", "p95 ms"), rows)


if __name__ == "__main__":
    main()
