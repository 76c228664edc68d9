"""How the log is written: a line of JSON for machines in production, a readable line in a demonstration."""

import logging.config
import sys
from typing import Any

import structlog

SHARED: list[structlog.types.Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]
# These say what our own lines say better, or name what should not stand in a log.
QUIET = {
    "procrastinate": "WARNING",
    "django.server": "WARNING",
    "django.request": "ERROR",
    "axes": "WARNING",
    "opentelemetry": "WARNING",
    "PIL": "WARNING",
    "pikepdf": "WARNING",
    "fontTools": "WARNING",
    "fpdf": "WARNING",
    "django_tasks": "WARNING",
}


def configure(wanted: dict[str, Any]) -> None:
    """Set up logging for the whole process; Django calls it with the setting `LOGGING`."""
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {
                "line": {
                    "()": structlog.stdlib.ProcessorFormatter,
                    "foreign_pre_chain": SHARED,
                    "processors": [
                        structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                        *_last(wanted),
                    ],
                }
            },
            "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
            "root": {"handlers": ["stderr"], "level": wanted.get("level", "INFO")},
            "loggers": {name: {"level": level} for name, level in QUIET.items()},
        }
    )
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *SHARED,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )


def _last(wanted: dict[str, Any]) -> list[structlog.types.Processor]:
    if wanted.get("readable"):
        plain = structlog.dev.plain_traceback
        return [
            structlog.dev.ConsoleRenderer(
                colors=sys.stderr.isatty(), pad_event_to=12, exception_formatter=plain
            )
        ]
    # Local variables may hold personal data.
    tracebacks = structlog.tracebacks.ExceptionDictTransformer(show_locals=False)
    return [
        structlog.processors.ExceptionRenderer(tracebacks),
        structlog.processors.JSONRenderer(ensure_ascii=False),
    ]
