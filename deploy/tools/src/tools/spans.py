"""A receiver of OpenTelemetry spans (OTLP over HTTP, protobuf), and the tree that one trace makes."""

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.common.v1.common_pb2 import KeyValue

from local.folder import LOOPBACK

PATH = "/v1/traces"
EXPORT_EVERY_MS = "200"


@dataclass(frozen=True)
class Span:
    """One recorded span."""

    trace_id: str
    span_id: str
    parent_id: str
    """Empty: the root."""
    service: str
    name: str
    kind: str
    start_ns: int
    end_ns: int
    attributes: Mapping[str, str | int]
    links: tuple[str, ...]
    """Trace ids of other traces that this was done for too."""
    failed: bool


@dataclass
class Collector:
    """What has been received."""

    url: str
    _bodies: list[bytes] = field(default_factory=list)
    _spans: list[Span] = field(default_factory=list)

    @property
    def environment(self) -> dict[str, str]:
        """What makes a service send its spans here, soon."""
        return {"OTLP_ENDPOINT": self.url, "OTEL_BSP_SCHEDULE_DELAY": EXPORT_EVERY_MS}

    def take(self, body: bytes) -> None:
        """Keep what a service sent; it is read when somebody asks."""
        self._bodies.append(body)

    @property
    def spans(self) -> list[Span]:
        """Everything received by now."""
        while self._bodies:
            self._spans.extend(_read(self._bodies.pop(0)))
        return self._spans

    def trace_about(self, subject: str) -> list[Span]:
        """The spans of the traces in which a message about this subject went; empty if there is none yet."""
        found = self.spans
        ids = {
            span.trace_id
            for span in found
            if span.attributes.get("cloudevents.event_subject") == subject
        }
        return [span for span in found if span.trace_id in ids]


@contextmanager
def collecting(port: int = 0) -> Iterator[Collector]:
    """Receive spans on this port (0: a free one) while the block runs."""
    collector = Collector("")

    class Handler(BaseHTTPRequestHandler):
        """Takes one export."""

        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            """Answer with an empty ExportTraceServiceResponse."""
            collector.take(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.send_header("Content-Type", "application/x-protobuf")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer((LOOPBACK, port), Handler) as server:
        server.daemon_threads = True
        collector.url = f"http://{LOOPBACK}:{server.server_port}{PATH}"
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield collector
        finally:
            server.shutdown()
            thread.join()


def in_order(spans: Sequence[Span]) -> list[tuple[int, Span]]:
    """The tree, each span with its depth: a parent before its children, siblings by time."""
    known = {span.span_id for span in spans}
    children: dict[str, list[Span]] = {}
    for span in sorted(spans, key=lambda one: one.start_ns):
        children.setdefault(span.parent_id if span.parent_id in known else "", []).append(span)
    found: list[tuple[int, Span]] = []

    def visit(parent_id: str, depth: int) -> None:
        for span in children.get(parent_id, []):
            found.append((depth, span))
            visit(span.span_id, depth + 1)

    visit("", 0)
    return found


def orphans(spans: Sequence[Span]) -> list[Span]:
    """The spans whose parent is not among them."""
    known = {span.span_id for span in spans}
    return [span for span in spans if span.parent_id and span.parent_id not in known]


def _read(body: bytes) -> Iterator[Span]:
    for resource in ExportTraceServiceRequest.FromString(body).resource_spans:
        service = str(_attributes(resource.resource.attributes)["service.name"])
        for scope in resource.scope_spans:
            for span in scope.spans:
                yield Span(
                    trace_id=span.trace_id.hex(),
                    span_id=span.span_id.hex(),
                    parent_id=span.parent_span_id.hex(),
                    service=service,
                    name=span.name,
                    kind=span.SpanKind.Name(span.kind).removeprefix("SPAN_KIND_"),
                    start_ns=span.start_time_unix_nano,
                    end_ns=span.end_time_unix_nano,
                    attributes=_attributes(span.attributes),
                    links=tuple(link.trace_id.hex() for link in span.links),
                    failed=span.status.code == span.status.STATUS_CODE_ERROR,
                )


def _attributes(pairs: Iterable[KeyValue]) -> dict[str, str | int]:
    """Strings and integers: our services send nothing else."""
    return {
        pair.key: pair.value.int_value
        if pair.value.HasField("int_value")
        else pair.value.string_value
        for pair in pairs
    }
