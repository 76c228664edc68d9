"""gunicorn's threaded worker, so that no client can make the others wait.

gunicorn 27 gives a thread to each new connection and waits five seconds for it to speak, and it waits two
seconds, in the loop that takes in everybody, for each client that has its answer and does not hang up.
Browsers open connections that they do not use, and clients on a crowded machine are slow to hang up: twelve
silent connections held the site for ten seconds, 120 that did not hang up for 34, until their worker was
killed. Here both kinds wait beside the loop and hold nothing.

It also takes in every connection there is, and keeps those that it took, while its neighbour is idle. Here a
worker takes a new one in only when it has a free thread for it: who comes first is served first, by whichever
process can. And while somebody waits outside of a full worker, nobody stays in: each connection is closed
with its answer, and its client comes back to the line that all share.
"""

import select
import selectors
import socket
import time
from contextlib import suppress
from functools import partial
from typing import Any

from gunicorn.workers.gthread import TConn

from samverk.config.streams import StreamingWorker

SECONDS_TO_HANG_UP = 2.0
AT_A_TIME = 65_536


class Worker(StreamingWorker):
    """The threaded worker, with two waiting rooms."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.leaving: dict[TConn, None] = {}  # in the order in which they were let go
        self.at_work = 0

    def set_accept_enabled(self, enabled: bool) -> None:
        """Take new connections in, as long as a thread is free."""
        super().set_accept_enabled(enabled and not self.is_full)

    @property
    def is_full(self) -> bool:
        """Whether every thread has something to do."""
        return self.at_work >= self.cfg.threads

    def enqueue_req(self, conn: TConn) -> None:
        """Give a thread to a connection that has said something; a silent one waits until it does."""
        if conn.initialized or conn.wait_for_data(0):
            self.at_work += 1
            self.set_accept_enabled(self._accepting)
            super().enqueue_req(conn)
            return
        conn.sock.setblocking(False)
        conn.timeout = time.monotonic() + self.cfg.keepalive
        self.pending_conns.append(conn)
        self.poller.register(conn.sock, selectors.EVENT_READ, partial(self.on_pending_socket_readable, conn))

    def handle_request(self, req: Any, conn: TConn) -> Any:
        """Answer a request, and make room after it when somebody waits for it."""
        if self.is_full and self._somebody_waits():
            req.force_close()
        return super().handle_request(req, conn)

    def _somebody_waits(self) -> bool:
        door = select.poll()
        for listener in self.sockets:
            door.register(listener, select.POLLIN)
        return bool(door.poll(0))

    def finish_request(self, conn: TConn, fs: Any) -> None:
        """Let a connection go that is over, without waiting for its other end."""
        self.at_work -= 1
        if self.stays_open(conn):
            return
        is_over = fs.cancelled() or (not fs.exception() and not fs.result())
        if is_over:
            self._let_go(conn)
        else:
            super().finish_request(conn, fs)

    def murder_pending(self) -> None:
        """Close those that stayed silent, and those that never hung up."""
        super().murder_pending()
        now = time.monotonic()
        for conn in [conn for conn in self.leaving if conn.timeout <= now]:
            self._close(conn)

    def _cap_keepalive(self, deadline: float) -> None:
        """Silent connections do not hold up a worker that stops either."""
        super()._cap_keepalive(deadline)
        for conn in self.pending_conns:
            conn.timeout = min(conn.timeout, deadline)

    def _let_go(self, conn: TConn) -> None:
        """Say that nothing more will come, and hear the other end out (RFC 9112, 9.6)."""
        self.leaving[conn] = None
        conn.timeout = time.monotonic() + SECONDS_TO_HANG_UP
        try:
            conn.sock.setblocking(False)
            conn.sock.shutdown(socket.SHUT_WR)
            self.poller.register(conn.sock, selectors.EVENT_READ, partial(self._hear, conn))
        except (OSError, ValueError):
            self._close(conn)
        else:
            self._hear(conn, conn.sock)

    def _hear(self, conn: TConn, _fileobj: Any) -> None:
        try:
            said = conn.sock.recv(AT_A_TIME)
        except BlockingIOError:
            return
        except OSError:
            said = b""
        if not said:
            self._close(conn)

    def _close(self, conn: TConn) -> None:
        del self.leaving[conn]
        with suppress(KeyError, ValueError, OSError):  # its other end was gone before it could be waited for
            self.poller.unregister(conn.sock)
        self.nr_conns -= 1
        conn.close()
