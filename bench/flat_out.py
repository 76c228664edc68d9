"""As many requests as a server answers, asked by wrk: written in C, it takes little of the shared cores."""

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

SCRIPT = Path(__file__).with_name("wrk.lua")


@dataclass(frozen=True)
class FlatOut:
    """What wrk measured. Its percentiles leave out waiting: those at half load, from `load`, tell more."""

    requests: int
    per_second: float
    p50: float
    p95: float
    p99: float
    failed: int


def flat_out(url: str, *, seconds: int, connections: int = 8, kept_open: bool = True) -> FlatOut:
    """Ask for one address on so many connections at a time, each as soon as it has its answer.

    Connections that are kept open stay with the process that took them. Where they are not, as behind most
    proxies, each request goes to a process that has time for it.
    """
    if not shutil.which("wrk"):
        sys.exit("wrk is needed: sudo apt-get install wrk")
    said = subprocess.run(
        [
            "wrk",
            "--threads=1",
            f"--connections={connections}",
            f"--duration={seconds}s",
            "--timeout=10s",
            f"--script={SCRIPT}",
            "--header=Accept-Encoding: gzip, br",
            f"--header=Connection: {'keep-alive' if kept_open else 'close'}",
            url,
        ],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    found = json.loads(said.splitlines()[-1])
    return FlatOut(
        requests=found["requests"],
        per_second=found["requests"] / found["seconds"],
        p50=found["p50"],
        p95=found["p95"],
        p99=found["p99"],
        failed=found["failed"],
    )
