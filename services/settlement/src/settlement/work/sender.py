"""Sending orders of one kind: claimed and committed as sent before a byte leaves, recorded when answered.

The law of R-WDR-13 in one place. Between the claim and the record this process may die at any instruction:
the order is then `sent` with a deadline, and the watcher makes it unknown and asks the bank.
"""

import asyncio
import time
from collections.abc import Sequence
from functools import partial
from uuid import uuid4

from settlement import decisions
from settlement.decisions import Moment, Move
from settlement.domain import (
    Attention,
    BatchId,
    Counterparty,
    Kind,
    Order,
    OrderId,
    Transaction,
)
from settlement.handlers.outcomes import Decide, record
from settlement.iso20022 import (
    BadMessage,
    Centre,
    Report,
    debit_initiation,
    payment_initiation,
    read_report,
)
from settlement.iso20022.requests import flaw_of
from settlement.iso20022.xml import write_key
from settlement.metrics import BATCH_ORDERS
from settlement.sealed import CARD, HOLDER
from settlement.settings import Settings
from settlement.store import claims
from settlement.store.claims import Claimed
from settlement.work.link import (
    BankLink,
    Doubt,
    KeyConflict,
    NotReached,
    known,
    of_orders,
    understood,
)
from settlement.work.wakes import Wakes, seldom, woken
from shared.base.clock import Clock
from shared.base.resilience import SURVIVED, every
from shared.base.telemetry import get_logger
from shared.base.tracing import Part, joined
from shared.base.waiting import pause
from shared.messaging.unit import Context
from shared.sealing.personal_data import UnreadablePersonalData

UNREADABLE_PAUSE_SECONDS = 600.0
"""Until an order is tried again whose card or holder cannot be unsealed: somebody must mend the keys."""

SPANS: dict[Kind, str] = {
    Kind.PAYOUT: "send payment order",
    Kind.DISBURSEMENT: "send disbursement order",
    Kind.REFUND: "send refund order",
    Kind.TRANSFER: "send transfer order",
    Kind.DEBIT: "send debit order",
}

log = get_logger()


class Sender:
    """Sends what is due of its kind; any number of instances may run."""

    def __init__(
        self, context: Context, settings: Settings, link: BankLink, wakes: Wakes, kind: Kind
    ) -> None:
        self._context = context
        self._settings = settings
        self._link = link
        self._woken = wakes.send[kind]
        self._kind = kind
        self._write, self._request = (
            (debit_initiation, link.debit) if kind is Kind.DEBIT else (payment_initiation, link.pay)
        )
        self._in_flight: set[asyncio.Task[None]] = set()
        self._failures = 0
        """Requests in a row that failed; after one, new orders rest a while, longer each time."""
        self._rest_until = 0.0
        self._reached = True

    async def run(self, stop: asyncio.Event) -> None:
        """Send until `stop`; what is on its way is waited for."""
        async with asyncio.TaskGroup() as group:
            await every(
                self._settings.send_poll_seconds,
                partial(self._send_next, group, stop),
                stop,
                name=SPANS[self._kind],
                rest=partial(self._rest, stop),
            )

    async def _rest(self, stop: asyncio.Event) -> None:
        """Wait for an order, and a moment more for its company."""
        await woken(self._woken, stop, seldom(self._settings.send_poll_seconds))
        await pause(stop, self._settings.send_collect_ms / 1000)

    async def _send_next(self, group: asyncio.TaskGroup, stop: asyncio.Event) -> bool:
        """Send one batch, if there is one and the bank seems well; say whether there was."""
        if self._failures and not await self._rested(stop):
            return True
        batch_id = BatchId(uuid4())
        claimed_at = time.monotonic()
        claimed = await self._claim(batch_id)
        if not claimed:
            return False
        task = group.create_task(self._send(batch_id, claimed, claimed_at))
        self._in_flight.add(task)
        task.add_done_callback(self._in_flight.discard)
        await asyncio.wait({task}, timeout=self._settings.send_overlap_after_ms / 1000)
        while len(self._in_flight) >= self._settings.send_requests_max:
            await asyncio.wait(self._in_flight, return_when=asyncio.FIRST_COMPLETED)
        return True

    async def _rested(self, stop: asyncio.Event) -> bool:
        """Rest after failures; say whether the bank can be reached now."""
        await pause(stop, self._rest_until - time.monotonic())
        if stop.is_set():
            return False
        if not self._reached and not await self._link.knock():
            self._rest_longer()
            return False
        return True

    def _rest_longer(self) -> None:
        settings = self._settings
        doubled = settings.bank_pause_first_seconds * 2.0 ** min(self._failures, 16)
        self._rest_until = time.monotonic() + min(doubled, settings.bank_pause_max_seconds)
        self._failures += 1

    async def _claim(self, batch_id: BatchId) -> list[Claimed]:
        """Commit orders as sent. Flagged ones go alone: they must not spoil the answer for others."""
        settings = self._settings
        deadline = settings.bank_request_timeout_seconds + settings.bank_record_timeout_seconds
        async with self._context.unit() as unit:
            for flagged, limit in ((False, settings.send_batch_max_orders), (True, 1)):
                claimed = await claims.claim_to_send(
                    unit.connection,
                    self._kind,
                    batch_id,
                    flagged=flagged,
                    limit=limit,
                    answer_within_seconds=deadline,
                    now=unit.clock.now(),
                    wanted_since=settings.living(unit.clock.today()).since(self._kind),
                )
                if claimed:
                    break
        return claimed

    async def _send(self, batch_id: BatchId, claimed: Sequence[Claimed], claimed_at: float) -> None:
        """Send a claimed batch and record what became of it; never raises for the bank or the database."""
        transactions, unsealed = self._unsealed(claimed)
        sendable = [one for one in transactions if flaw_of(one) is None]
        BATCH_ORDERS.observe(len(claimed))
        traceparents = [item.traceparent for item in claimed]
        with (
            joined(traceparents[0]),
            of_orders(SPANS[self._kind], traceparents, batch_id) as parts,
        ):
            try:
                await self._give_up(batch_id, unsealed, transactions)
                if sendable:
                    decide = await self._exchange(batch_id, sendable, claimed_at, parts)
                    keys = [transaction.key for transaction in sendable]
                    await record(self._context, keys, decide)
            except SURVIVED as error:
                # The orders stay sent; past their deadline the watcher asks the bank about them.
                log.error("outcomes not recorded", batch=str(batch_id), error=repr(error))

    async def _give_up(
        self, batch_id: BatchId, unsealed: Sequence[OrderId], transactions: Sequence[Transaction]
    ) -> None:
        """Record what cannot be sent now, and what never can: the money held for it is let go."""
        if unsealed:
            waits = partial(
                decisions.unsealable, batch_id=batch_id, pause_seconds=UNREADABLE_PAUSE_SECONDS
            )
            await record(self._context, unsealed, waits)
        flaws = {one.key: flaw for one in transactions if (flaw := flaw_of(one))}
        if flaws:
            log.error("orders that no bank could execute", orders=[str(key) for key in flaws])
            await record(
                self._context,
                list(flaws),
                lambda order: decisions.declined(order, batch_id, flaws[order.order_id]),
            )

    def _unsealed(self, claimed: Sequence[Claimed]) -> tuple[list[Transaction], list[OrderId]]:
        transactions: list[Transaction] = []
        unsealed: list[OrderId] = []
        opened = self._context.personal_data.open
        for item in claimed:
            try:
                counterparty = Counterparty(
                    opened(item.holder_sealed, HOLDER, item.key),
                    opened(item.card_sealed, CARD, item.key),
                )
            except UnreadablePersonalData:
                unsealed.append(item.key)
                continue
            transactions.append(
                Transaction(item.key, item.amount_fen, counterparty, item.remittance)
            )
        return transactions, unsealed

    async def _exchange(
        self,
        batch_id: BatchId,
        transactions: Sequence[Transaction],
        claimed_at: float,
        parts: Sequence[Part],
    ) -> Decide:
        """Do the one request; return what becomes of each order of it."""
        context, settings = self._context, self._settings
        in_doubt = partial(_in_doubt, batch_id, settings.ask_first_seconds, context.clock)
        if time.monotonic() - claimed_at > settings.bank_record_timeout_seconds:
            # Begun any later, it could still be under way when its longest life is over.
            return partial(decisions.never_left, batch_id=batch_id, reason="发送前已超过时限")
        centre = Centre(settings.centre_name, settings.special_account)
        body = self._write(batch_id, transactions, centre, context.clock.now())
        try:
            answer = await self._request(body, parts)
            with understood():
                report = _believed(answer, batch_id, transactions)
        except NotReached as error:
            self._failed(batch_id, error, reached=False)
            return partial(decisions.never_left, batch_id=batch_id)
        except KeyConflict as error:
            self._failed(batch_id, error, reached=True)
            return in_doubt("银行已有相同编号的不同指令", Attention.KEY_CONFLICT)
        except (Doubt, BadMessage) as error:
            self._failed(batch_id, error, reached=True)
            return in_doubt("银行没有有效答复")
        self._failures, self._reached = 0, True
        return _reported(report, batch_id, Moment(context.clock.now(), settings.ask_first_seconds))

    def _failed(self, batch_id: BatchId, error: Exception, *, reached: bool) -> None:
        self._rest_longer()
        self._reached = reached
        log.warning("request without a valid answer", batch=str(batch_id), error=repr(error))


def _believed(body: bytes, batch_id: BatchId, transactions: Sequence[Transaction]) -> Report:
    """Read an answer that is about this request and nothing else; raises `BadMessage`."""
    report = read_report(body)
    if report.original_message_id != write_key(batch_id):
        raise BadMessage("the answer is about another request")
    if report.group_refusal:
        raise BadMessage(f"the file was refused whole: {report.group_refusal}")
    return known(report, [transaction.key for transaction in transactions])


def _reported(report: Report, batch_id: BatchId, moment: Moment) -> Decide:
    def decide(order: Order) -> Move | None:
        answer = report.about(order.order_id, order.amount_fen)
        return decisions.answered(order, batch_id, answer, moment)

    return decide


def _in_doubt(
    batch_id: BatchId,
    ask_first_seconds: float,
    clock: Clock,
    reason: str,
    attention: Attention | None = None,
) -> Decide:
    moment = Moment(clock.now(), ask_first_seconds)
    return partial(
        decisions.in_doubt, batch_id=batch_id, reason=reason, moment=moment, attention=attention
    )
