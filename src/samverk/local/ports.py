"""The address that the site listens on, and who sits there when it is taken."""

import errno
import os
import socket
from pathlib import Path

from samverk.local.problem import Problem

LISTENING = "0A"
SECONDS_TO_SPEAK = 2
AT_THE_DOOR = 4096  # who finds the line full is not told, and tries again after one, three, seven seconds


def listen(host: str, port: int) -> socket.socket:
    """Take the port before anything is started; the site inherits the socket, also when it is restarted."""
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if hasattr(socket, "TCP_DEFER_ACCEPT"):  # who has said nothing yet is nobody's client
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_DEFER_ACCEPT, SECONDS_TO_SPEAK)
    try:
        listener.bind((host, port))
        listener.listen(AT_THE_DOOR)
    except (OSError, OverflowError) as refused:
        listener.close()
        raise _problem(host, port, refused) from None
    return listener


def holder(port: int) -> str:
    """Who listens on the port, as "nginx (process 123)"; empty when it cannot be seen."""
    sockets = {f"socket:[{number}]" for number in _listening(port)}
    for folder in Path("/proc").glob("[0-9]*/fd"):
        try:
            if any(os.readlink(link) in sockets for link in folder.iterdir()):
                return f"{(folder.parent / 'comm').read_text().strip()} (process {folder.parent.name})"
        except OSError:
            continue
    return ""


def _listening(port: int) -> list[str]:
    rows = []
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        if os.path.exists(table):
            rows += [line.split() for line in Path(table).read_text().splitlines()[1:]]
    return [row[9] for row in rows if row[3] == LISTENING and int(row[1].rpartition(":")[2], 16) == port]


def _problem(host: str, port: int, refused: OSError | OverflowError) -> Problem:
    if not isinstance(refused, OSError):
        return Problem(f"There is no port {port}: choose one from 1024 to 65535, as in `make run PORT=8001`.")
    if refused.errno == errno.EADDRINUSE:
        by = holder(port) or "another program"
        return Problem(
            f"Port {port} is taken by {by}: stop it, or choose another port: make run PORT={port + 1}"
        )
    if refused.errno == errno.EACCES:
        return Problem(f"Port {port} is for root only: choose one from 1024 up, as in `make run PORT=8000`.")
    return Problem(f"Cannot listen on {host}:{port}: {refused.strerror or refused}.")
