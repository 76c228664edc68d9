"""Being asked to stop, and asking children to stop when we no longer can."""

import ctypes
import os
import signal
from collections.abc import Callable
from types import FrameType

REQUESTS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
PARENT_DEATH_SIGNAL = 1
STARTED_IN_A_TERMINAL = os.isatty(0)


class Stopped(BaseException):
    """Somebody pressed Ctrl-C, closed the terminal, or sent a signal to end."""


def raise_when_asked_to_stop() -> None:
    """From now on a request to stop raises `Stopped`, once; later ones are ignored: the stop is not torn.

    The end of the `make` that started us is such a request too.
    """
    if "MAKELEVEL" in os.environ:
        ends_with_parent(signal.SIGTERM)()
    for request in REQUESTS:
        if request == signal.SIGHUP and signal.getsignal(request) == signal.SIG_IGN:
            continue  # started by nohup
        signal.signal(request, _stop)


def stop_when_terminal_is_gone() -> None:
    """A closed terminal tells only the first program in it, which may be a `make` that waits for us.

    :raises Stopped: when ours is gone.
    """
    heeded = signal.getsignal(signal.SIGHUP) != signal.SIG_IGN
    if heeded and STARTED_IN_A_TERMINAL and not os.isatty(0):
        _stop(signal.SIGHUP, None)


def _stop(_number: int, _frame: FrameType | None) -> None:
    for request in REQUESTS:
        signal.signal(request, signal.SIG_IGN)
    raise Stopped


def ends_with_parent(sign: signal.Signals) -> Callable[[], None]:
    """Called in a process, what is returned has the kernel send it this signal when its parent dies."""
    library = ctypes.CDLL(None)

    def ask_the_kernel() -> None:
        library.prctl(PARENT_DEATH_SIGNAL, int(sign))

    return ask_the_kernel
