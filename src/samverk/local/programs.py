"""Running other people's programs for a set-up step: their words are kept, and explained when they fail."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

from samverk.local.problem import Problem, from_output

OFFLINE = re.compile(
    r"name resolution|Name or service not known|NewConnectionError|Network is unreachable|timed out|SSLError"
    r"|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|Connection refused|Could not resolve|Failed to fetch"
    r"|No matching distribution|no installation candidate"
)


def run(
    arguments: list[str],
    *,
    failing: str,
    path: Path,
    listen: Callable[[str], None] = lambda line: None,
    log: Path | None = None,
) -> None:
    """Run a program that writes under the path; `listen` hears each line, `log` keeps them when it fails.

    :raises Problem: when it fails: what `failing` says, why, and what to do.
    """
    said = []
    with subprocess.Popen(
        arguments, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    ) as process:
        try:
            for line in process.stdout or ():
                said.append(line)
                listen(line)
        except BaseException:
            process.terminate()
            raise
    if process.returncode and log:
        log.write_text("".join(said))
        failing = f"{failing} (look in {log})"
    if process.returncode:
        raise _explained(failing, "".join(said), path)


def _explained(failing: str, said: str, path: Path) -> Problem:
    explained = from_output(failing, said, path=path)
    if OFFLINE.search(said) and not explained.known:
        return Problem(f"{failing}: there seems to be no network; check it and start again.")
    return explained
