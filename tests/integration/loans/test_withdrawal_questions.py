"""What loans answers to a withdrawal (R-WDR-4, 5, 10), in batches, on the real broker."""

import asyncio
import json
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from typing import Any

import pytest
from tests.integration.loans.conftest import Lent, LoansService, contract_body, lend, lend_e28
from tests.support.letters import body_of
from tests.support.telling import message, received
from tests.support.workbench import Workbench

from loans.consumer import CONSUMERS
from loans.handlers import questions as handlers
from local.broker import VirtualHost
from local.databases import administrator
from shared.messages import EVENTS, Event
from shared.messages.loans import LoanDebtChecked, LoanPayoffCertified, LoanPayoffDenied
from shared.messages.withdrawals import LoanQuestion, WithdrawalSubmitted
from shared.messaging import relay as relaying
from shared.messaging import topology
from shared.messaging.broker import Broker, Message, declare
from shared.messaging.consumer import consume
from shared.messaging.unit import Context

PAYOFF, UNPAID, NONE = LoanQuestion.PAYOFF, LoanQuestion.UNPAID, LoanQuestion.NONE


def asks(
    person_id: uuid.UUID, question: LoanQuestion = PAYOFF, contract: str | None = None
) -> WithdrawalSubmitted:
    return WithdrawalSubmitted(
        application_id=uuid.uuid4(),
        person_id=person_id,
        kind="loan_repaid" if question is PAYOFF else "retirement",
        loan_question=question,
        loan_contract_number=contract,
        accepted_on=date(2026, 3, 2),
        deadline_on=date(2026, 3, 5),
        channel="web",
    )


async def answers(loans: LoansService, *events: WithdrawalSubmitted) -> list[Event]:
    """Handle the questions as one batch and return what was answered, in the order asked."""
    await loans.context.pool.execute("DELETE FROM outbox")
    async with loans.context.unit() as unit:
        await handlers.answer_questions(unit, received(events))
    given = {event.subject: event for event in await loans.events()}
    return [given[event.subject] for event in events if event.subject in given]


async def test_r_wdr_4_a_paid_off_loan_is_certified_e28(loans: LoansService) -> None:
    loan = await lend_e28(loans)
    question = asks(loan.borrower)
    [answer] = await answers(loans, question)
    assert answer == LoanPayoffCertified(
        application_id=question.application_id,
        person_id=loan.borrower,
        contract_number=loan.number,
        settled_on=date(2019, 8, 29),
        total_principal_fen=20_000_000,
        total_interest_fen=2_125_422,
        offset_agreement_ever=False,
    )
    assert answer.total_principal_fen + answer.total_interest_fen == 22_125_422


async def test_r_wdr_4_no_loan_is_denied(loans: LoansService) -> None:
    [answer] = await answers(loans, asks(uuid.uuid4()))
    assert isinstance(answer, LoanPayoffDenied)
    assert (answer.reason_code, answer.contract_number) == ("no_loan", None)


async def test_r_wdr_4_a_loan_not_paid_off_is_denied(loans: LoansService) -> None:
    loan = await lend(loans)
    [answer] = await answers(loans, asks(loan.borrower))
    assert isinstance(answer, LoanPayoffDenied)
    assert (answer.reason_code, answer.contract_number) == ("loan_not_paid_off", loan.number)


async def test_a_contract_that_was_never_paid_out_is_no_loan(loans: LoansService) -> None:
    body = contract_body()
    await loans.by_two("/contracts", body)
    person = uuid.UUID(body["borrower"])
    payoff, debt = await answers(loans, asks(person), asks(person, UNPAID))
    assert isinstance(payoff, LoanPayoffDenied)
    assert payoff.reason_code == "no_loan"
    assert isinstance(debt, LoanDebtChecked)
    assert debt.unpaid_as_borrower == 0


@pytest.mark.parametrize("signer", ["borrower", "co_borrower"])
@pytest.mark.parametrize("ended", [True, False])
async def test_r_wdr_4_any_agreement_of_any_party_ever_signed_is_told(
    loans: LoansService, signer: str, ended: bool
) -> None:
    loan = await lend(loans, "2015-09-20", amount_fen=20_000_000, periods=120)
    signed = (await loan.sign(getattr(loan, signer))).json()
    if ended:
        await loan.end(signed["agreement_id"], signed["signed_on"])
    await loan.pay_off(date(2019, 8, 29))
    [answer] = await answers(loans, asks(loan.borrower))
    assert isinstance(answer, LoanPayoffCertified)
    assert answer.offset_agreement_ever


async def test_a6_the_agreement_of_another_loan_does_not_count(loans: LoansService) -> None:
    paid_off = await lend_e28(loans)
    later = await lend(loans, "2020-01-10", borrower=str(paid_off.borrower))
    await later.sign(later.borrower, "2020-02-01")
    [answer] = await answers(loans, asks(paid_off.borrower))
    assert isinstance(answer, LoanPayoffCertified)
    assert (answer.contract_number, answer.offset_agreement_ever) == (paid_off.number, False)


async def two_paid_off(loans: LoansService) -> tuple[Lent, Lent]:
    first = await lend_e28(loans)
    second = await lend(
        loans, "2019-10-10", borrower=str(first.borrower), amount_fen=1_200_000, periods=12
    )
    await second.pay_on_time(12)
    return first, second


async def test_the_latest_settled_loan_answers_unless_another_is_named(
    loans: LoansService,
) -> None:
    first, second = await two_paid_off(loans)
    latest, named = await answers(
        loans, asks(first.borrower), asks(first.borrower, contract=first.number)
    )
    assert isinstance(latest, LoanPayoffCertified)
    assert (latest.contract_number, latest.settled_on) == (second.number, date(2020, 10, 10))
    assert isinstance(named, LoanPayoffCertified)
    assert named.contract_number == first.number


async def test_a_named_loan_of_somebody_else_is_no_loan(loans: LoansService) -> None:
    own, other = await lend_e28(loans), await lend_e28(loans)
    [answer] = await answers(loans, asks(own.borrower, contract=other.number))
    assert isinstance(answer, LoanPayoffDenied)
    assert (answer.reason_code, answer.contract_number) == ("no_loan", None)


async def test_a5_a_co_borrower_may_rest_on_the_loan_only_where_policy_says_so(
    loans: LoansService, platform: Workbench
) -> None:
    loan = await lend_e28(loans)
    [answer] = await answers(loans, asks(loan.co_borrower))
    assert isinstance(answer, LoanPayoffDenied)
    database = str(loans.context.settings.database_url).rpartition("/")[2]
    async with administrator(platform.platform.postgres, database) as owner:
        await owner.execute(
            "INSERT INTO loan_policy VALUES ('2026-01-01', 1.5, true, true, 'test')"
        )
    [answer] = await answers(loans, asks(loan.co_borrower))
    assert isinstance(answer, LoanPayoffCertified)
    [answer] = await answers(loans, asks(loan.guarantor))
    assert isinstance(answer, LoanPayoffDenied)


async def test_r_wdr_10_unpaid_loans_are_counted_by_role(loans: LoansService) -> None:
    loan = await lend(loans)
    borrower, co_borrower, guarantor, stranger = await answers(
        loans,
        asks(loan.borrower, UNPAID),
        asks(loan.co_borrower, UNPAID),
        asks(loan.guarantor, UNPAID),
        asks(uuid.uuid4(), UNPAID),
    )
    assert counts(borrower) == (1, 0, 0, loan.number)
    assert counts(co_borrower) == (0, 1, 0, loan.number)
    assert counts(guarantor) == (0, 0, 1, loan.number)
    assert counts(stranger) == (0, 0, 0, None)


def counts(answer: Event) -> tuple[int, int, int, str | None]:
    assert isinstance(answer, LoanDebtChecked)
    return (
        answer.unpaid_as_borrower,
        answer.unpaid_as_co_borrower,
        answer.unpaid_as_guarantor,
        answer.contract_number,
    )


async def test_r_wdr_10_a_settled_loan_is_no_debt(loans: LoansService) -> None:
    loan = await lend_e28(loans)
    [answer] = await answers(loans, asks(loan.borrower, UNPAID))
    assert counts(answer) == (0, 0, 0, None)


async def test_no_question_no_answer(loans: LoansService) -> None:
    loan = await lend_e28(loans)
    assert await answers(loans, asks(loan.borrower, NONE)) == []


async def test_a_batch_takes_a_constant_number_of_statements(loans: LoansService) -> None:
    loan = await lend_e28(loans)
    seen: list[str] = []
    before = len(await loans.events())
    batch = [asks(loan.borrower, question) for question in (PAYOFF, UNPAID, NONE) * 100]
    async with loans.context.unit() as unit:
        with unit.connection.query_logger(lambda record: seen.append(record.query)):
            await handlers.answer_questions(unit, received(batch))
    assert len(seen) == 2
    assert len(await loans.events()) == before + 200


class Questions:
    """Withdrawals' side of the broker: publishes questions, collects answers."""

    def __init__(self, broker: Broker, context: Context) -> None:
        self.broker = broker
        self.context = context
        self.arrived: list[tuple[str, Event]] = []
        self._news = asyncio.Event()

    async def publish(self, *events: WithdrawalSubmitted, repeats: int = 1) -> None:
        """Publish, each message `repeats` times with one id, as a relay that was killed does."""
        messages = [self._message(event.subject, body_of(event).decode()) for event in events]
        assert set(await self.broker.publish([*messages] * repeats)) == {None}

    async def publish_raw(self, body: str) -> None:
        assert await self.broker.publish([self._message("raw", body)]) == [None]

    def _message(self, subject: str, body: str) -> Message:
        return message("withdrawals", WithdrawalSubmitted.type, subject, body.encode())

    async def listen(self, channel: Any) -> None:
        """Collect everything that loans says."""
        declared = await channel.queue_declare("", exclusive=True)
        await channel.queue_bind(declared.queue, "loans.events", routing_key="#")

        async def heard(message: Any) -> None:
            event_type = EVENTS[message.header.properties.message_type]
            event = event_type.model_validate_json(message.body)
            self.arrived.append((str(message.header.properties.message_id), event))
            self._news.set()

        await channel.basic_consume(declared.queue, heard, no_ack=True)

    async def until(self, count: int) -> list[Event]:
        """Wait for that many answers."""
        async with asyncio.timeout(20):
            while len({message_id for message_id, _ in self.arrived}) < count:
                await self._news.wait()
                self._news.clear()
        return list(dict(self.arrived).values())


@asynccontextmanager
async def running(loans: LoansService, vhost: VirtualHost) -> AsyncIterator[Questions]:
    """Run the service's consumer and relay on a virtual host."""
    stop = asyncio.Event()
    service, citizens = Broker(vhost.url("loans"), "loans"), Broker(vhost.url("operator"), "test")
    await declare(service, "loans")
    async with citizens.channel(confirms=False) as channel:
        questions = Questions(citizens, loans.context)
        await questions.listen(channel)
        tasks = [
            asyncio.create_task(consume(loans.context, service, CONSUMERS[0], stop)),
            asyncio.create_task(relaying.relay(loans.context, service, stop)),
        ]
        try:
            yield questions
        finally:
            stop.set()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
    await service.close()
    await citizens.close()


async def test_questions_are_answered_over_the_broker_and_repeats_only_once(
    loans: LoansService, vhost: VirtualHost
) -> None:
    loan = await lend_e28(loans)
    of_the_loan = [event.subject for event in await loans.events()]
    batch = [asks(loan.borrower), asks(uuid.uuid4()), asks(loan.borrower, UNPAID)]
    async with running(loans, vhost) as questions:
        await questions.publish(*batch, repeats=3)
        last = asks(loan.borrower, UNPAID)
        await questions.publish(last)
        # What the loan itself has told, three answers, and the last: the repeats added nothing.
        arrived = await questions.until(len(of_the_loan) + 4)
    about = [event.subject for event in arrived]
    assert sorted(about) == sorted([*of_the_loan, *(event.subject for event in (*batch, last))])
    handled = await loans.context.pool.fetchval("SELECT count(*) FROM inbox")
    assert handled == 4


async def test_a_poison_message_is_parked_and_holds_nobody_up(
    loans: LoansService, vhost: VirtualHost
) -> None:
    question = asks(uuid.uuid4())
    poison = json.loads(question.model_dump_json()) | {"loan_question": "why"}
    async with running(loans, vhost) as questions:
        await questions.publish_raw(json.dumps(poison))
        await questions.publish_raw("not JSON")
        await questions.publish(question)
        [answer] = await questions.until(1)
        assert answer.subject == question.subject
        parked: asyncio.Queue[Any] = asyncio.Queue()
        async with asyncio.timeout(20), questions.broker.channel(confirms=False) as channel:
            name = topology.ANSWER_LOAN_QUESTIONS.parked
            await channel.basic_consume(name, parked.put, no_ack=True)
            bodies = {(await parked.get()).body for _ in range(2)}
        assert bodies == {json.dumps(poison).encode(), b"not JSON"}
