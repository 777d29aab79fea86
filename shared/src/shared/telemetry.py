"""What a service tells about itself: JSON logs, Prometheus metrics, W3C traces.

The trace context travels as a `traceparent` string from the HTTP request through outbox and messages to
the bank and the text. Spans are recorded by OpenTelemetry only where an endpoint is configured; the ids
are made and passed on in any case, so that logs can be joined.
"""

import contextlib
import contextvars
import logging
import os
import sys
from collections.abc import Iterator, Mapping
from typing import Any

import structlog
from opentelemetry import trace
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator
from prometheus_client import Counter, Gauge, Histogram

from shared.settings import ServiceSettings

_traceparent: contextvars.ContextVar[str] = contextvars.ContextVar("traceparent", default="")
_propagator = TraceContextTextMapPropagator()

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
    "outbox_unroutable_total", "Events that the broker could not route; they stay", ("type",)
)
OUTBOX_OLDEST_SECONDS = Gauge("outbox_oldest_seconds", "Age of the oldest unpublished event")
BROKER_CONNECTED = Gauge("broker_connected", "1 while a broker connection is up", ("user",))
HTTP_SECONDS = Histogram(
    "http_request_seconds",
    "HTTP requests by route, method and status",
    ("route", "method", "status"),
)


def new_traceparent() -> str:
    """Start a trace: version 00, sampled (W3C Trace Context)."""
    return f"00-{os.urandom(16).hex()}-{os.urandom(8).hex()}-01"


def current_traceparent() -> str:
    """The trace that the current work belongs to; a new one where there is none."""
    return _traceparent.get() or new_traceparent()


@contextlib.contextmanager
def traced(name: str, traceparent: str, **attributes: str | int) -> Iterator[None]:
    """Do something as a part of a trace; records a span where tracing is configured."""
    if isinstance(trace.get_tracer_provider(), trace.ProxyTracerProvider):
        token = _traceparent.set(traceparent or new_traceparent())
        try:
            yield
        finally:
            _traceparent.reset(token)
        return
    parent = _propagator.extract({"traceparent": traceparent}) if traceparent else None
    tracer = trace.get_tracer("provident-fund")
    with tracer.start_as_current_span(name, context=parent, attributes=attributes) as span:
        carrier: dict[str, str] = {}
        if span.is_recording():
            _propagator.inject(carrier)
        token = _traceparent.set(carrier.get("traceparent", traceparent or new_traceparent()))
        try:
            yield
        finally:
            _traceparent.reset(token)


def start_tracing(service: str, settings: ServiceSettings) -> None:
    """Export spans by OTLP over HTTP; imports the SDK only where an endpoint is configured."""
    if settings.otlp_endpoint is None:
        return
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import (  # noqa: PLC0415
        OTLPSpanExporter,
    )
    from opentelemetry.sdk.resources import Resource  # noqa: PLC0415
    from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415
    from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415

    provider = TracerProvider(resource=Resource.create({"service.name": service}))
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(settings.otlp_endpoint)))
    trace.set_tracer_provider(provider)


def _add_trace_id(
    _logger: Any, _method: str, event: structlog.typing.EventDict
) -> Mapping[str, Any]:
    traceparent = _traceparent.get()
    if traceparent:
        event["trace_id"] = traceparent[3:35]
    return event


def configure_logging(service: str, level: str) -> None:
    """JSON lines on standard error, with service and trace id; libraries' warnings included."""
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
                structlog.processors.JSONRenderer(ensure_ascii=False),
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
