"""Whether money and texts are as they must be: pure functions over the evidence, a line a difference."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from shared.messaging.topology import QUEUES

from .evidence import Application, Asked, Difference, Evidence, Payment
from .loan_laws import LOAN_LAWS
from .transfer_laws import TRANSFER_LAWS

FINAL = frozenset({"paid", "failed", "rejected", "cancelled", "returned"})
OUTCOME_WORDS = {
    "paid": ("已到账",),
    "returned": ("已到账", "退回您的公积金账户"),
    "failed": ("未能转入",),
    "rejected": ("申请未通过",),
    "cancelled": ("申请已撤销",),
}
"""State → the texts of its outcome; a returned payment was told as paid before."""
ALL_WORDS = frozenset(word for words in OUTCOME_WORDS.values() for word in words)
TEXTS_MAX = 2
RESERVED_AS = {
    "paid": frozenset({"posted"}),
    "returned": frozenset({"restored"}),
    "failed": frozenset({"released"}),
    "rejected": frozenset({"released", "refused"}),
    "cancelled": frozenset({"released", "refused"}),
}
ORDERED_AS = {"paid": "succeeded", "returned": "returned", "failed": "failed"}

OFTEN = 10
"""Who sends a kind so often in a full run must see it come late and early."""

HEARERS = {
    event.type: [queue.name for queue in QUEUES if event in queue.events]
    for queue in QUEUES
    for event in queue.events
}
"""Type → the queues that it goes to."""

T = TypeVar("T")


def differences(evidence: Evidence) -> list[Difference]:
    """Hold every law against the evidence; nothing to report is an empty list."""
    found: set[Difference] = set()
    for law in LAWS:
        found.update(law(evidence))
    for loan_law in LOAN_LAWS:
        found.update(Difference(*finding) for finding in loan_law(evidence.loans))
    for transfer_law in TRANSFER_LAWS:
        found.update(Difference(*finding) for finding in transfer_law(evidence.transfers))
    return sorted(found)


def nothing_lost(evidence: Evidence) -> Iterator[Difference]:
    """Every request was accepted once, and its application is there and has ended as it may."""
    law = "nothing lost"
    applications = {item.id: item for item in evidence.applications}
    for asked in evidence.asked:
        about = _about(asked)
        if asked.refused is not None:
            yield Difference(law, about, f"refused at the door: {asked.refused}")
        elif len(set(asked.answers)) != 1:
            yield Difference(law, about, f"one request became {sorted(set(asked.answers))}")
        elif (application := applications.get(asked.answers[0])) is None:
            yield Difference(law, about, "the application was accepted and is not there")
        elif application.state not in FINAL:
            yield Difference(law, about, f"still {application.state}")
        elif application.state not in asked.ends:
            yield Difference(law, about, f"ended {application.state}, not {sorted(asked.ends)}")


def nothing_invented(evidence: Evidence) -> Iterator[Difference]:
    """There is no application, payment, order or reservation for which nobody has asked."""
    law = "nothing invented"
    wanted = {answer for asked in evidence.asked for answer in asked.answers}
    lent = {item.disbursement_id for item in evidence.loans.disbursements}
    moved = {item.letter_id for item in evidence.transfers.letters}
    keys = {answer.replace("-", "") for answer in wanted | lent | moved}
    for application in evidence.applications:
        if application.id not in wanted:
            yield Difference(law, application.id, f"an application that is {application.state}")
    for payment in evidence.payments:
        if payment.key not in keys:
            yield Difference(law, payment.key, f"a payment of {payment.amount_fen} fen")
    for entry in evidence.entries:
        if entry.key not in keys:
            yield Difference(law, entry.key, f"the bank booked {entry.kind} {entry.amount_fen} fen")
    for name, ids in (
        ("order", [order.application_id for order in evidence.orders]),
        ("reservation", [reservation.application_id for reservation in evidence.reservations]),
    ):
        for application_id in sorted(set(ids) - wanted):
            yield Difference(law, application_id, f"a payment {name}")


def paid_exactly_once(evidence: Evidence) -> Iterator[Difference]:
    """The bank has paid whoever must be paid: once, the amount by hand, on the right card."""
    law = "paid exactly once"
    payments = _by(evidence.payments, lambda item: item.key)
    booked = _by(evidence.entries, lambda item: item.key)
    for asked, application in _pairs(evidence):
        about, key = _about(asked), application.id.replace("-", "")
        executed = [item for item in payments[key] if item.status == "ACSC"]
        payouts = [item for item in booked[key] if item.kind == "payout"]
        returns = [item for item in booked[key] if item.kind == "return"]
        due = application.state in ("paid", "returned")
        for what, count in (("payments", len(executed)), ("payouts booked", len(payouts))):
            if count != due:
                yield Difference(law, about, f"{count} {what} for {application.state}")
        if len(returns) != (application.state == "returned"):
            yield Difference(law, about, f"{len(returns)} returns for {application.state}")
        amounts = [item.amount_fen for item in executed]
        for amount in (*amounts, *(item.amount_fen for item in (*payouts, *returns))):
            if amount != asked.due_fen:
                yield Difference(law, about, f"{amount} fen instead of {asked.due_fen}")
        if due and application.amount_fen != asked.due_fen:
            yield Difference(law, about, f"told {application.amount_fen}, due {asked.due_fen}")
        yield from _to_whom(law, asked, payments[key])
        if any(item.status not in ("ACSC", "RJCT") for item in payments[key]):
            yield Difference(law, about, "a payment that the bank has not decided")


def _to_whom(law: str, asked: Asked, payments: Iterable[Payment]) -> Iterator[Difference]:
    for payment in payments:
        if (payment.card, payment.holder) != (asked.card, asked.name):
            yield Difference(law, _about(asked), f"to a card that ends in {payment.card[-4:]}")


def ledger_agrees(evidence: Evidence) -> Iterator[Difference]:
    """The ledger has booked what the bank has paid, and its own verifier finds nothing."""
    law = "the ledger agrees"
    reservations = _by(evidence.reservations, lambda item: item.application_id)
    for asked, application in _pairs(evidence):
        found = reservations[application.id]
        states = RESERVED_AS.get(application.state, frozenset())
        must_exist = application.state in ("paid", "returned", "failed")
        if len(found) > 1 or (must_exist and not found):
            yield Difference(law, _about(asked), f"{len(found)} reservations")
        for reservation in found:
            if reservation.state not in states:
                what = f"{reservation.state} for an application that is {application.state}"
                yield Difference(law, _about(asked), what)
            if must_exist and reservation.amount_fen != asked.due_fen:
                what = f"{reservation.amount_fen} fen, due {asked.due_fen}"
                yield Difference(law, _about(asked), what)
    if evidence.ledger_exit_code != 0:
        yield Difference(law, "verifier", evidence.ledger_says.strip())


def orders_agree(evidence: Evidence) -> Iterator[Difference]:
    """Settlement knows what became of each payment, and doubts none."""
    law = "settlement knows"
    orders = _by(evidence.orders, lambda item: item.application_id)
    for asked, application in _pairs(evidence):
        found = orders[application.id]
        wanted = ORDERED_AS.get(application.state)
        if [order.state for order in found] != ([wanted] if wanted else []):
            states = [order.state for order in found]
            yield Difference(law, _about(asked), f"orders {states} for {application.state}")
        for order in found:
            if order.attention is not None:
                yield Difference(law, _about(asked), f"needs attention: {order.attention}")
            if order.amount_fen != asked.due_fen:
                yield Difference(law, _about(asked), f"an order of {order.amount_fen} fen")


def everybody_knows(evidence: Evidence) -> Iterator[Difference]:
    """Each citizen got the text of the outcome once or twice, and of no other outcome."""
    law = "everybody knows"
    phones: dict[str, Counter[str]] = defaultdict(Counter)
    for text in evidence.texts:
        phones[text.phone].update(word for word in ALL_WORDS if word in text.text)
    for asked, application in _pairs(evidence):
        wanted = OUTCOME_WORDS.get(application.state, ())
        for word in sorted(ALL_WORDS):
            count = phones[asked.phone][word]
            allowed = range(1, TEXTS_MAX + 1) if word in wanted else range(1)
            if count not in allowed:
                what = f"{count} texts with {word} for {application.state}"
                yield Difference(law, _about(asked), what)


def nothing_rests(evidence: Evidence) -> Iterator[Difference]:
    """No message is parked, waits in a queue or has not left; no process ended by itself or stayed."""
    for line in evidence.parked:
        yield Difference("nothing parked", "message", line)
    for queue, count in evidence.resting.items():
        yield Difference("nothing waits", queue, f"{count} messages")
    for service, count in evidence.outboxes.items():
        if count:
            yield Difference("nothing waits", f"outbox of {service}", f"{count} events")
    for line in evidence.unplanned:
        yield Difference("nobody dies by himself", "process", line)
    for line in evidence.leaked:
        yield Difference("no process leaks", "process", line)


def everything_is_heard(evidence: Evidence) -> Iterator[Difference]:
    """Every message that left a service was handled by everybody whom it concerns, and no other was."""
    for kind, queues in HEARERS.items():
        ids = {message_id for message_id, sent in evidence.sent.items() if sent == kind}
        for queue in queues:
            missing = ids - evidence.heard.get(queue, frozenset())
            for message_id in sorted(missing):
                yield Difference("everything is heard", queue, f"not handled: {kind} {message_id}")
    for queue, heard in evidence.heard.items():
        for message_id in sorted(heard - evidence.sent.keys()):
            yield Difference(
                "nothing is made up", queue, f"handled, and nobody sent it: {message_id}"
            )


def handled_once(evidence: Evidence) -> Iterator[Difference]:
    """Since all was calm, nobody has handled more messages than are new in the inbox: no repetition."""
    for queue in sorted(evidence.handled.keys() | evidence.remembered.keys()):
        handled, new = evidence.handled.get(queue, 0), evidence.remembered.get(queue, 0)
        if handled != new:
            what = f"{handled} messages handled, of which {new} were new to the inbox"
            yield Difference("handled once", queue, what)


def everything_is_late_and_early(evidence: Evidence) -> Iterator[Difference]:
    """A full run that only ever delivers a kind in order shows nothing about it."""
    law = "everything is late and early"
    if not evidence.tries_every_order:
        return
    for kind, count in sorted(Counter(evidence.sent.values()).items()):
        for queue in HEARERS.get(kind, ()) if count >= OFTEN else ():
            for how, ways in (("late", evidence.late), ("early", evidence.early)):
                if not ways.get((queue, kind)):
                    yield Difference(law, queue, f"none of {count} {kind} was {how}")


LAWS: tuple[Callable[[Evidence], Iterator[Difference]], ...] = (
    nothing_lost,
    nothing_invented,
    paid_exactly_once,
    ledger_agrees,
    orders_agree,
    everybody_knows,
    nothing_rests,
    everything_is_heard,
    handled_once,
    everything_is_late_and_early,
)


def _pairs(evidence: Evidence) -> Iterator[tuple[Asked, Application]]:
    """Everybody with the application; who has none is told by `nothing_lost`."""
    applications = {item.id: item for item in evidence.applications}
    for asked in evidence.asked:
        for application_id in sorted(set(asked.answers)):
            if application_id in applications:
                yield asked, applications[application_id]


def _by(items: Iterable[T], key: Callable[[T], str]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = defaultdict(list)
    for item in items:
        found[key(item)].append(item)
    return found


def _about(asked: Asked) -> str:
    return f"citizen {asked.citizen} ({asked.part})"
