"""W3C trace context, and OpenTelemetry spans where an endpoint is configured.

The context travels as a `traceparent` string from the HTTP request through outbox and messages to the bank
and the text. The ids are made and passed on in any case, so that logs can be joined; spans are recorded only
where `OTLP_ENDPOINT` says where they go. Work that is done for many at once has a span for each of them, in
the trace that it belongs to. Names and attributes follow OpenTelemetry's semantic conventions; none holds
personal data, and of an error just its type is told.
"""

import contextlib
import contextvars
import os
import re
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from opentelemetry import trace
from opentelemetry.context import Context as TraceContext
from opentelemetry.trace import INVALID_SPAN, Link, Span, SpanKind, Status, StatusCode
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from shared.base.settings import ServiceSettings

__all__ = ["SpanKind"]

OPERATION_TYPES = {"publish": "send", "process": "process"}
"""What RabbitMQ calls it → what the conventions call it."""

Attributes = Mapping[str, str | int]

_TRACEPARENT = re.compile(r"00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}")
_traceparent: contextvars.ContextVar[str] = contextvars.ContextVar("traceparent", default="")
_propagator = TraceContextTextMapPropagator()
_exporting = threading.Event()
"""Set once spans go somewhere; to ask OpenTelemetry for every piece of work costs more than it looks."""


@dataclass(frozen=True)
class Part:
    """What one of several gets of a piece of work done for all of them."""

    traceparent: str
    """Its trace, at this piece of work."""
    span: Span = INVALID_SPAN


def new_traceparent() -> str:
    """Start a trace: version 00, sampled (W3C Trace Context)."""
    random = os.urandom(24).hex()
    return f"00-{random[:32]}-{random[32:]}-01"


def read_traceparent(header: bytes) -> str:
    """The trace that a caller names; empty when it names none, or not in the form of the standard."""
    text = header.decode("latin-1")
    return text if _TRACEPARENT.fullmatch(text) else ""


def current_traceparent() -> str:
    """The trace that the current work belongs to; a new one where there is none."""
    return _traceparent.get() or new_traceparent()


def current_trace_id() -> str:
    """The id of the current work's trace, for logs; empty where there is none."""
    return _traceparent.get()[3:35]


class _Joined:
    """A generator would cost as much as a look at a token, and every request has one."""

    __slots__ = ("_token", "_traceparent")

    def __init__(self, traceparent: str) -> None:
        self._traceparent = traceparent

    def __enter__(self) -> Span:
        self._token = _traceparent.set(self._traceparent)
        return INVALID_SPAN

    def __exit__(self, *_error: object) -> None:
        _traceparent.reset(self._token)


def joined(traceparent: str) -> contextlib.AbstractContextManager[Span]:
    """Do something as a part of a trace, without a span of its own."""
    return _Joined(traceparent)


@contextlib.contextmanager
def traced(
    name: str,
    traceparent: str,
    kind: SpanKind = SpanKind.INTERNAL,
    attributes: Attributes | None = None,
    also_for: Sequence[Part] = (),
) -> Iterator[Span]:
    """Do something as a span of a trace (empty: a new one), linked to the others that it is done for too."""
    if not recording():
        with joined(traceparent or new_traceparent()) as none:
            yield none
        return
    links = [Link(part.span.get_span_context()) for part in also_for]
    with (
        trace.get_tracer("provident-fund").start_as_current_span(
            name,
            context=_context(traceparent),
            kind=kind,
            attributes=attributes,
            links=links,
            record_exception=False,
            set_status_on_exception=False,
        ) as span,
        joined(_traceparent_of(span, traceparent)),
    ):
        try:
            yield span
        except BaseException as error:
            failed(span, type(error).__name__)
            raise


@contextlib.contextmanager
def traced_each(
    kind: SpanKind,
    traceparents: Sequence[str],
    describe: Callable[[int], tuple[str, Attributes]],
) -> Iterator[Sequence[Part]]:
    """Do one piece of work for many: a span for each, in its own trace, by the name that `describe` gives."""
    if not recording():
        yield [Part(traceparent) for traceparent in traceparents]
        return
    tracer = trace.get_tracer("provident-fund")
    parts: list[Part] = []
    for index, traceparent in enumerate(traceparents):
        name, attributes = describe(index)
        context = _context(traceparent)
        span = tracer.start_span(name, context=context, kind=kind, attributes=attributes)
        parts.append(Part(_traceparent_of(span, traceparent), span))
    try:
        yield parts
    except BaseException as error:
        for part in parts:
            failed(part.span, type(error).__name__)
        raise
    finally:
        for part in parts:
            part.span.end()


def message_attributes(
    operation: str, destination: str, *, event_type: str, subject: str, message_id: str
) -> dict[str, str | int]:
    """What the span of one message says, by the conventions for RabbitMQ and for CloudEvents."""
    return {
        "messaging.system": "rabbitmq",
        "messaging.operation.name": operation,
        "messaging.operation.type": OPERATION_TYPES[operation],
        "messaging.destination.name": destination,
        "messaging.message.id": message_id,
        "cloudevents.event_id": message_id,
        "cloudevents.event_type": event_type,
        "cloudevents.event_subject": subject,
    }


def failed(span: Span, error_type: str) -> None:
    """Say that what a span stands for went wrong."""
    span.set_attribute("error.type", error_type)
    span.set_status(Status(StatusCode.ERROR))


def start_tracing(service: str, settings: ServiceSettings) -> None:
    """Export spans by OTLP over HTTP; imports the SDK only where an endpoint is configured."""
    if not settings.otlp_endpoint:
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
    _exporting.set()


def recording() -> bool:
    """Whether spans go anywhere."""
    return _exporting.is_set()


def _context(traceparent: str) -> TraceContext:
    """The trace to continue; an empty context starts a new one, whatever is current here."""
    return _propagator.extract({"traceparent": traceparent}, TraceContext())


def _traceparent_of(span: Span, parent: str) -> str:
    """Name a span as a parent; one that is not valid leaves its own parent in place."""
    carrier: dict[str, str] = {}
    _propagator.inject(carrier, trace.set_span_in_context(span, TraceContext()))
    return carrier.get("traceparent") or parent or new_traceparent()
