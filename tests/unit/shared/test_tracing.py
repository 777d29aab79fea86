"""The trace context that everything carries, where no spans are recorded."""

from types import SimpleNamespace
from typing import cast

import pytest
from opentelemetry import trace

from shared.base.settings import ServiceSettings
from shared.base.tracing import (
    SpanKind,
    current_traceparent,
    read_traceparent,
    start_tracing,
    traced,
    traced_each,
)

TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736"
GIVEN = f"00-{TRACE_ID}-00f067aa0ba902b7-01"


def test_a_caller_may_name_its_trace_in_the_form_of_the_standard() -> None:
    assert read_traceparent(GIVEN.encode()) == GIVEN


@pytest.mark.parametrize(
    "header",
    ["", "x", GIVEN.upper(), GIVEN + "-00", f"00-{'0' * 32}-00f067aa0ba902b7-01", "é" * 55],
)
def test_anything_else_names_none(header: str) -> None:
    assert read_traceparent(header.encode()) == ""


def test_work_goes_on_in_the_trace_that_it_belongs_to() -> None:
    with traced("work", GIVEN):
        assert current_traceparent() == GIVEN
        with traced("part", current_traceparent(), SpanKind.CLIENT):
            assert current_traceparent() == GIVEN
    assert TRACE_ID not in current_traceparent()


def test_an_empty_endpoint_is_none() -> None:
    """As compose passes it on where nobody set it."""
    start_tracing("loans", cast("ServiceSettings", SimpleNamespace(otlp_endpoint="")))
    assert isinstance(trace.get_tracer_provider(), trace.ProxyTracerProvider)


def test_work_of_no_trace_begins_one() -> None:
    with traced("work", ""):
        begun = current_traceparent()
        assert read_traceparent(begun.encode()) == begun
        assert current_traceparent() == begun


def test_work_for_many_leaves_each_in_its_trace() -> None:
    other = GIVEN.replace("4bf9", "4bfa")
    with traced_each(SpanKind.CONSUMER, [GIVEN, other], lambda _: ("work", {})) as parts:
        assert [part.traceparent for part in parts] == [GIVEN, other]
