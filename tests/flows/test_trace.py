"""One withdrawal is one trace: a single tree through five services, by OpenTelemetry's conventions."""

import asyncio
from collections.abc import Mapping, Sequence, Set
from typing import Any

from shared.messages.accounts import FundsPosted
from shared.messaging.topology import QUEUES, SERVICES
from tools.spans import Collector, Span, orphans

from .evidence import until
from .town import Town
from .withdrawing import outcome

TEXTS = 2
"""Approved, and paid."""
SUBMIT = ("submit_sm smsc", "SUBMIT smsc")
"""By whichever protocol."""
TOGETHER = 8
PART_OF_IT = frozenset(SERVICES) - {
    "documents", "credit", "hotline", "wechat", "portal", "transfers", "gateway",
}  # fmt: skip
"""Nobody asks for a certificate here, has bound WeChat or reads a page; the gateway had its part before."""


async def test_a_withdrawal_is_one_tree_of_spans_through_every_service(
    town: Town, collector: Collector
) -> None:
    resident = town.one("retired")
    application = await outcome(resident)
    spans = await _recorded(collector, application, of_all=PART_OF_IT)

    root = _root(spans)
    assert root.attributes["http.response.status_code"] == 202
    assert {span.service for span in spans} == PART_OF_IT
    bank = next(span for span in spans if span.name == "POST /payments")
    assert (bank.service, bank.kind) == ("settlement", "CLIENT")
    assert str(bank.attributes["url.full"]).startswith("https://")
    text = next(span for span in spans if span.name in SUBMIT)
    assert (text.service, text.kind) == ("notifications", "CLIENT")
    _nobody_is_named(spans, resident.person.name, resident.person.phone, resident.person.card)


async def test_withdrawals_handled_in_one_batch_are_each_a_tree_of_their_own(
    town: Town, collector: Collector
) -> None:
    applications = await asyncio.gather(*(outcome(one) for one in town.take("retired", TOGETHER)))
    trees = [await _recorded(collector, application) for application in applications]

    assert len({_root(spans).trace_id for spans in trees}) == TOGETHER
    # One request to the bank may be about several: it stands in the trace of one, linked to the others.
    requests = [span for span in collector.spans if span.name == "POST /payments"]
    for spans in trees:
        orders = {span.span_id for span in spans if span.name == "send payment order"}
        trace_id = spans[0].trace_id
        assert orders
        assert any(one.parent_id in orders or trace_id in one.links for one in requests)


async def _recorded(
    collector: Collector, application: Mapping[str, Any], of_all: Set[str] = frozenset()
) -> list[Span]:
    """Wait until a paid application's trace is whole; check what holds for each.

    `of_all`: services whose spans must be there; each exports by a timer of its own.
    """
    assert application["state"] == "paid", application

    async def look() -> list[Span]:
        return collector.trace_about(application["id"])

    def whole(spans: Sequence[Span]) -> bool:
        sent = [span for span in spans if span.name in SUBMIT]
        ended = len(sent) >= TEXTS and FundsPosted.type in map(_said, spans)
        everybody = {span.service for span in spans} >= of_all
        return ended and everybody and not orphans(spans) and _heard(spans) == _to_be_heard(spans)

    spans = await until(look, "the whole withdrawal and both its texts are in the trace", whole)
    assert len({span.trace_id for span in spans}) == 1
    _each_message_follows_its_publish(spans)
    return spans


def _root(spans: Sequence[Span]) -> Span:
    """The one span without a parent: the request."""
    (root,) = [span for span in spans if not span.parent_id]
    assert (root.service, root.kind) == ("withdrawals", "SERVER")
    assert root.name == "POST /api/withdrawals/applications"
    return root


def _said(span: Span) -> str:
    """The type that a publish is about."""
    return str(span.attributes["cloudevents.event_type"]) if span.kind == "PRODUCER" else ""


def _heard(spans: Sequence[Span]) -> set[tuple[str, str]]:
    """Which queue's consumer handled which type."""
    found = set()
    for span in spans:
        if span.kind == "CONSUMER":
            _, type_, queue = str(span.attributes["messaging.destination.name"]).split(":")
            found.add((queue, type_))
    return found


def _to_be_heard(spans: Sequence[Span]) -> set[tuple[str, str]]:
    """Which queue hears which of the types that were published."""
    published = {_said(span) for span in spans}
    return {
        (queue.name, event.type)
        for queue in QUEUES
        for event in queue.events
        if event.type in published
    }


def _each_message_follows_its_publish(spans: Sequence[Span]) -> None:
    """A consumer's span stands right below the publish of that very message."""
    by_id = {span.span_id: span for span in spans}
    for span in (span for span in spans if span.kind == "CONSUMER"):
        parent, said = by_id[span.parent_id], span.attributes
        assert parent.kind == "PRODUCER"
        assert parent.attributes["messaging.message.id"] == said["messaging.message.id"]
        assert span.start_ns >= parent.start_ns
        assert span.name == f"process {said['messaging.destination.name']}"
        assert said["messaging.system"] == "rabbitmq"
        assert said["messaging.operation.type"] == "process"
        queue = str(said["messaging.destination.name"]).rpartition(":")[2]
        assert span.service == queue.partition(".")[0]


def _nobody_is_named(spans: Sequence[Span], *secrets: str) -> None:
    said = str([(span.name, span.attributes) for span in spans])
    assert not any(secret in said for secret in secrets)
