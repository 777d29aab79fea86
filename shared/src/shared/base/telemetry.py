"""What a service tells about itself: JSON logs and Prometheus metrics (traces: `shared.base.tracing`)."""

import json
import logging
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import structlog
from cryptography import x509
from prometheus_client import Counter, Gauge, Histogram, disable_created_metrics

from shared.base.tracing import current_trace_id

disable_created_metrics()  # type: ignore[no-untyped-call]

ALSO_END_LINES = {code: f"\\u{code:04x}" for code in (0x85, 0x2028, 0x2029)}
"""What JSON leaves as it is and some readers of lines take for their end."""

MESSAGES_HANDLED = Counter(
    "messages_handled_total", "Messages by queue, type and outcome", ("queue", "type", "outcome")
)
BATCH_SIZE = Histogram(
    "message_batch_size",
    "Messages per batch",
    ("queue",),
    buckets=(1, 2, 5, 10, 20, 50, 100, 200, 500),
)
BATCH_SECONDS = Histogram("message_batch_seconds", "Time to handle one batch", ("queue",))
MESSAGE_AGE_SECONDS = Histogram(
    "message_age_seconds", "Age of a message when it was handled", ("queue",),
    buckets=(0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60, 600, 3600),
)  # fmt: skip
OUTBOX_PUBLISHED = Counter("outbox_published_total", "Events confirmed by the broker", ("type",))
OUTBOX_UNROUTABLE = Counter(
    "outbox_unroutable_total", "Times that the broker did not take an event; it stays", ("type",)
)
OUTBOX_WAITING = Gauge("outbox_waiting_events", "Events that the broker has not confirmed yet")
OUTBOX_OLDEST_SECONDS = Gauge("outbox_oldest_seconds", "Age of the oldest unpublished event")
JOURNAL_FAILURES = Counter(
    "journal_failures_total", "Times that events could not be written to the journal"
)
AUDIT_UNSEALED_SECONDS = Gauge(
    "audit_unsealed_seconds", "Age of the oldest record of the audit trail that no seal covers"
)
BROKER_CONNECTED = Gauge("broker_connected", "1 while a broker connection is up", ("user",))
DATABASE_UP = Gauge("database_up", "1 while the database answers")
ROUNDS_FAILED = Counter(
    "rounds_failed_total",
    "Rounds of work beside the requests that failed and are done again",
    ("work",),
)
JOB_LATE_SECONDS = Gauge(
    "job_late_seconds",
    "For how long a job that the clock starts has been late; 0: it is not",
    ("work",),
)
JOB_FAILURES = Gauge(
    "job_failures_in_a_row", "Rounds of a job that failed since the last that did not", ("work",)
)
CERTIFICATE_EXPIRES = Gauge(
    "certificate_expires_timestamp_seconds", "When a certificate in use ends", ("file",)
)
ROWS_REFUSED = Counter(
    "rows_refused_total", "Rows that give rights and were not written by the service", ("table",)
)
for table in ("signing_key", "identity", "audit_seal", "policy", "proposal_policy"):
    ROWS_REFUSED.labels(table)
MONTHS_MISSING = Gauge(
    "months_missing", "Months of large tables that could not be made: their rows lie in the rest"
)
STAFF_LOOKS = Counter(
    "staff_looks_total", "Times that one of the staff looked somebody up", ("actor",)
)
STAFF_LOOKS.labels("nobody")
PROPOSALS_OPEN = Gauge("proposals_open", "Proposals that wait for a decision", ("kind",))
PROPOSALS_OLDEST_SECONDS = Gauge(
    "proposals_oldest_seconds", "Age of the oldest proposal that waits for a decision", ("kind",)
)
PROPOSALS_EXPIRED = Counter(
    "proposals_expired_total", "Proposals that nobody decided in time", ("kind",)
)
HTTP_IN_FLIGHT = Gauge(
    "http_requests_in_flight", "Requests that are being answered, streams included"
)
REQUESTS_SHED = Counter(
    "requests_shed_total", "Requests told to come again later, by what was full", ("bound",)
)
for bound in ("requests", "backlog"):
    REQUESTS_SHED.labels(bound)
HTTP_SECONDS = Histogram(
    "http_request_seconds",
    "HTTP requests by route, method and status",
    ("route", "method", "status"),
)


def watch_certificate(path: Path) -> None:
    """Show when a certificate in use ends, a chain by its first."""
    certificate = x509.load_pem_x509_certificate(path.read_bytes())
    CERTIFICATE_EXPIRES.labels(path.name).set(certificate.not_valid_after_utc.timestamp())


def _add_trace_id(
    _logger: Any, _method: str, event: structlog.typing.EventDict
) -> Mapping[str, Any]:
    trace_id = current_trace_id()
    if trace_id:
        event["trace_id"] = trace_id
    return event


def _one_line(event: structlog.typing.EventDict, **options: Any) -> str:
    return json.dumps(event, ensure_ascii=False, **options).translate(ALSO_END_LINES)


def _log_what_nobody_caught(arguments: Any) -> None:
    """Take the place of `threading.excepthook` and `sys.unraisablehook`, which write bare lines."""
    caught = (arguments.exc_type, arguments.exc_value, arguments.exc_traceback)
    where = getattr(arguments, "object", None) or getattr(arguments, "thread", None)
    get_logger().error("not_caught", where=repr(where), exc_info=caught)


def _log_the_last_words(*caught: Any) -> None:
    get_logger().critical("ended_by", exc_info=caught)


def configure_logging(service: str, level: str) -> None:
    """JSON lines on standard error, with service and trace id; whatever Python says by itself included."""
    logging.captureWarnings(True)
    threading.excepthook = sys.unraisablehook = _log_what_nobody_caught
    sys.excepthook = _log_the_last_words
    processors: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _add_trace_id,
    ]
    structlog.configure(
        processors=[*processors, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=processors,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                structlog.processors.JSONRenderer(_one_line),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for noisy in ("aio_pika", "aiormq", "httpx", "httpcore", "uvicorn.access"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    structlog.contextvars.bind_contextvars(service=service)


def get_logger() -> structlog.stdlib.BoundLogger:
    """The structured logger."""
    logger: structlog.stdlib.BoundLogger = structlog.get_logger()
    return logger
