"""Asking the bank whose cards these are: no money moves, so a question may be put again at will.

A bank that is slow or away is asked again, each time after longer; a question that has lived out is told
as unanswered, and people decide.
"""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from uuid import UUID, uuid4

from settlement.domain import CardCheckId, Counterparty
from settlement.handlers import card_checks as handlers
from settlement.iso20022 import BadMessage, Centre, read_verifications, verification_request
from settlement.iso20022.verifications import Verified, holder_flaw
from settlement.metrics import CARD_CHECKS_OLDEST_SECONDS, CARD_CHECKS_WAITING
from settlement.sealed import CHECKED_CARD, CHECKED_HOLDER
from settlement.settings import Settings
from settlement.store import card_checks as store
from settlement.store.card_checks import Answered, Question
from settlement.work.link import BankLink, Doubt, NotReached, of_orders, understood
from settlement.work.wakes import Wakes, seldom, woken
from shared.base.resilience import every
from shared.base.telemetry import get_logger
from shared.messages.cards import CardVerdict
from shared.messaging.unit import Context
from shared.sealing.personal_data import UnreadablePersonalData

log = get_logger()


class Verifier:
    """Asks what is due; any number of instances may run."""

    def __init__(self, context: Context, settings: Settings, link: BankLink, wakes: Wakes) -> None:
        self._context = context
        self._settings = settings
        self._link = link
        self._woken = wakes.check_cards

    async def run(self, stop: asyncio.Event) -> None:
        """Ask until `stop`."""
        seconds = self._settings.send_poll_seconds
        rest = partial(woken, self._woken, stop, seldom(seconds))
        await every(seconds, self.ask_due, stop, name="ask whose cards these are", rest=rest)

    async def ask_due(self) -> bool:
        """Ask one batch; say whether there may be more."""
        settings = self._settings
        async with self._context.unit() as unit:
            life = timedelta(hours=settings.card_check_life_hours)
            questions = await store.claim(
                unit.connection,
                settings.ask_batch_max_orders,
                ask_first_seconds=settings.ask_first_seconds,
                ask_max_seconds=settings.ask_max_seconds,
                asked_before=unit.clock.now() - life,
            )
        if questions:
            await self._tell(await self._ask(questions))
        waiting, oldest = await store.figures(self._context.pool)
        CARD_CHECKS_WAITING.set(waiting)
        CARD_CHECKS_OLDEST_SECONDS.set(oldest)
        return len(questions) == settings.ask_batch_max_orders

    async def _ask(self, questions: Sequence[Question]) -> list[Answered]:
        opened = {one.key: self._opened(one) for one in questions}
        askable: list[tuple[CardCheckId, Counterparty]] = []
        answers: list[Answered] = []
        for key, counterparty in opened.items():
            if counterparty is None:
                answers.append(Answered(key, CardVerdict.UNANSWERED))
            elif flaw := holder_flaw(counterparty):
                answers.append(Answered(key, CardVerdict.REFUSED, flaw))
            else:
                askable.append((key, counterparty))
        traces = {one.key: one.traceparent for one in questions}
        told = await self._exchange(askable, [traces[key] for key, _ in askable]) if askable else {}
        lived_out = {one.key for one in questions if one.lived_out}
        for key, _ in askable:
            if found := told.get(key):
                verdict = CardVerdict.MATCHED if found.matched else CardVerdict.REFUSED
                answers.append(Answered(key, verdict, found.reason_code))
            elif key in lived_out:
                answers.append(Answered(key, CardVerdict.UNANSWERED))
        return answers

    def _opened(self, question: Question) -> Counterparty | None:
        opened = self._context.personal_data.open
        try:
            return Counterparty(
                opened(question.holder_sealed, CHECKED_HOLDER, question.key),
                opened(question.card_sealed, CHECKED_CARD, question.key),
            )
        except UnreadablePersonalData:
            log.error("a card to be checked cannot be opened", check=str(question.key))
            return None

    async def _exchange(
        self, asked: Sequence[tuple[CardCheckId, Counterparty]], traceparents: Sequence[str]
    ) -> dict[UUID, Verified]:
        message_id, settings = uuid4(), self._settings
        centre = Centre(settings.centre_name, settings.special_account)
        body = verification_request(message_id, asked, centre, self._context.clock.now())
        try:
            with of_orders("ask whose card it is", traceparents) as parts:
                answer = await self._link.verify(body, parts)
            with understood():
                return dict(read_verifications(answer, message_id))
        except (NotReached, Doubt, BadMessage) as error:
            log.warning("cards without an answer", cards=len(asked), error=repr(error))
            return {}

    async def _tell(self, answers: list[Answered]) -> None:
        if answers:
            await self._context.transact(partial(handlers.answered, answers=answers))
