"""Learning what nobody told: overdue answers become unknown, the bank is asked, evidence is used."""

import asyncio
from functools import partial
from uuid import uuid4

from settlement import decisions, views
from settlement.decisions import Moment, Move
from settlement.domain import Order, OrderId
from settlement.handlers import evidence
from settlement.handlers.outcomes import record, write
from settlement.iso20022 import BadMessage, read_report, status_request
from settlement.metrics import (
    BANK_ODD_ENTRIES,
    FLAGGED_PAYMENTS,
    OLDEST_UNSENT_SECONDS,
    UNKNOWN_PAYMENTS,
    UNSENT_PAYMENTS,
)
from settlement.settings import Settings
from settlement.store import claims, due
from settlement.store.claims import Question
from settlement.store.orders import lock_lapsed, lock_silent
from settlement.work.link import BankLink, Doubt, NotReached, known, of_orders, understood
from settlement.work.wakes import Wakes, seldom, woken
from shared.base.resilience import every
from shared.base.telemetry import get_logger
from shared.messaging.unit import Context

BATCH_ORDERS = 500
GAUGES_EVERY_SECONDS = 5.0

log = get_logger()


class Watcher:
    """Looks for what is overdue; any number of instances may run."""

    def __init__(self, context: Context, settings: Settings, link: BankLink, wakes: Wakes) -> None:
        self._context = context
        self._settings = settings
        self._link = link
        self._wakes = wakes

    async def run(self, stop: asyncio.Event) -> None:
        """Look again and again until `stop`, and do what each look finds."""
        seconds, wakes = self._settings.watch_every_seconds, self._wakes
        async with asyncio.TaskGroup() as group:
            for work, event, name in (
                (self.doubt_silent, wakes.doubt, "doubt silent orders"),
                (self.let_lapse, wakes.lapse, "let orders lapse"),
                (self.ask_due, wakes.ask, "ask the bank"),
                (self.look_at_evidence, wakes.evidence, "look at evidence"),
            ):
                rest = partial(woken, event, stop, seldom(seconds))
                group.create_task(every(seconds, work, stop, name=name, rest=rest))
            group.create_task(every(seconds, self.look, stop, name="look what is due"))
            group.create_task(
                every(GAUGES_EVERY_SECONDS, self.measure, stop, name="measure orders")
            )

    async def look(self) -> None:
        """Wake whoever has something to do by now, the senders included."""
        living = self._settings.living(self._context.clock.today())
        self._wakes.time_has_come(await due.look(self._context.pool, living))

    async def doubt_silent(self) -> bool:
        """Make sent orders without an answer in time unknown; say whether there may be more."""
        async with self._context.unit() as unit:
            orders = await lock_silent(unit.connection, BATCH_ORDERS)
            moment = Moment(unit.clock.now(), self._settings.ask_first_seconds)
            moves = [move for order in orders.values() if (move := _silent(order, moment))]
            await write(unit, moves)
        if orders:
            log.warning("sent orders without an answer", orders=len(orders))
        return len(orders) == BATCH_ORDERS

    async def let_lapse(self) -> bool:
        """Send no more what waited too long, and ask about it; say whether there may be more."""
        async with self._context.unit() as unit:
            living = self._settings.living(unit.clock.today())
            orders = await lock_lapsed(unit.connection, living, BATCH_ORDERS)
            moment = Moment(unit.clock.now(), self._settings.ask_first_seconds)
            await write(unit, [decisions.lapsed(order, moment) for order in orders.values()])
        if orders:
            log.warning("orders lapsed before they were sent", orders=len(orders))
        return len(orders) == BATCH_ORDERS

    async def ask_due(self) -> bool:
        """Ask the bank about unknown orders whose time has come; say whether there may be more."""
        settings = self._settings
        async with self._context.unit() as unit:
            questions = await claims.claim_to_ask(
                unit.connection,
                settings.ask_batch_max_orders,
                ask_first_seconds=settings.ask_first_seconds,
                ask_max_seconds=settings.ask_max_seconds,
                request_life_seconds=settings.bank_request_life_seconds,
                living=settings.living(unit.clock.today()),
            )
        if not questions:
            return False
        await self._ask({question.key: question for question in questions})
        return len(questions) == settings.ask_batch_max_orders

    async def _ask(self, questions: dict[OrderId, Question]) -> None:
        body = status_request(uuid4(), list(questions), self._context.clock.now())
        traceparents = [question.traceparent for question in questions.values()]
        try:
            with of_orders("ask about payment order", traceparents) as parts:
                answer = await self._link.ask(body, parts)
            with understood():
                report = known(read_report(answer), list(questions))
        except (NotReached, Doubt, BadMessage) as error:
            log.warning("question without an answer", orders=len(questions), error=repr(error))
            return

        def decide(order: Order) -> Move | None:
            question = questions[order.order_id]
            answer = report.about(question.key, question.amount_fen)
            return decisions.told(
                order,
                question.batch_id,
                answer,
                lived_out=question.lived_out,
                lapsed=question.lapsed,
            )

        await record(self._context, [key for key in questions if key in report.answers], decide)

    async def look_at_evidence(self) -> bool:
        """Look again at entries whose order was not ready for them."""
        return await evidence.settle_waiting(self._context)

    async def measure(self) -> bool:
        """Set the gauges."""
        figures = await views.figures(self._context.pool)
        UNKNOWN_PAYMENTS.set(figures.unknown)
        FLAGGED_PAYMENTS.set(figures.flagged)
        UNSENT_PAYMENTS.set(figures.unsent)
        OLDEST_UNSENT_SECONDS.set(figures.oldest_unsent_seconds)
        BANK_ODD_ENTRIES.set(figures.odd)
        return False


def _silent(order: Order, moment: Moment) -> Move | None:
    assert order.batch_id is not None
    return decisions.in_doubt(order, order.batch_id, "规定时间内没有记录到银行答复", moment)
