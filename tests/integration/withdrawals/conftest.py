"""The withdrawals service on a real database, with tokens from real keys, and its neighbours' facts."""

import asyncio
import itertools
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

import httpx
import pytest
import uvicorn
from fastapi import FastAPI
from tests.support import callers
from tests.support.apps import app_of
from tests.support.issuer import LONG_AGO, Issuer
from tests.support.letters import read
from tests.support.telling import received

from local.certificates import IN_CLEAR
from shared.base.clock import FixedClock
from shared.identity.principal import Principal, Role
from shared.messages import EVENTS, Event
from shared.messages.accounts import FundsRefused, FundsReserved, SealReason
from shared.messages.cards import CardChecked, CardVerdict
from shared.messages.loans import LoanDebtChecked, LoanPayoffCertified
from shared.messages.settlement import PaymentSucceeded
from shared.messages.withdrawals import WithdrawalFundsRequested
from shared.messaging.unit import Context
from shared.service import Service
from withdrawals.handlers import applications as handlers
from withdrawals.handlers import cards
from withdrawals.main import service as make_service
from withdrawals.settings import Settings
from withdrawals.store import rulebooks

MONDAY = date(2026, 10, 12)
CARD = "6222021612003456788"  # E45
OTHER_CARD = "6222021612003456796"
BASE = "/api/withdrawals"
_serials = itertools.count(1)


@dataclass(frozen=True)
class Caller(callers.Caller):
    """Somebody who calls the API."""

    person_id: uuid.UUID | None
    base = BASE

    async def apply(self, kind: str = "retirement", card: str = CARD, **more: Any) -> str:
        answer = await self.post("/applications", {"kind": kind, "card_number": card, **more})
        assert answer.status_code == 202, answer.text
        application_id: str = answer.json()["id"]
        return application_id


@dataclass
class Withdrawals:
    """The service with its HTTP interface, its database and its clock."""

    context: Context
    service: Service
    app: FastAPI
    client: httpx.AsyncClient
    keys: Issuer
    clock: FixedClock
    staff: dict[str, Caller] = field(default_factory=dict)

    def caller(
        self,
        role: Role,
        person_id: uuid.UUID | None = None,
        name: str = "张*",
        *,
        senior: bool = False,
        own: uuid.UUID | None = None,
    ) -> Caller:
        principal = Principal(
            uuid.uuid4(), role, person_id, None, name, "web", own, senior, LONG_AGO
        )
        headers = {"Authorization": f"Bearer {self.keys.token(principal)}"}
        return Caller(self.client, headers, person_id)

    def citizen(self, person_id: uuid.UUID | None = None) -> Caller:
        return self.caller(Role.INDIVIDUAL, person_id or uuid.uuid4())

    async def deliver(
        self, handler: Callable[[Any, Sequence[Any]], Awaitable[None]], *events: Event
    ) -> tuple[list[str], list[str]]:
        """Hand a batch to a handler as the consumer does; return why events were postponed, parked."""
        async with self.context.unit() as unit:
            await handler(unit, received(events))
        return list(unit.postponed.values()), list(unit.parked.values())

    async def events(self, application_id: str | None = None) -> list[Any]:
        """What waits in the outbox, in order."""
        rows = await self.context.pool.fetch("SELECT type, subject, body FROM outbox ORDER BY id")
        return [
            read(EVENTS[row["type"]], row["body"])
            for row in rows
            if application_id in (None, row["subject"])
        ]

    async def event_types(self, application_id: str) -> list[str]:
        return [event.type.split(".")[1] for event in await self.events(application_id)]

    async def case(self, application_id: str) -> dict[str, Any]:
        row = await self.context.pool.fetchrow(
            "SELECT * FROM application WHERE id = $1", uuid.UUID(application_id)
        )
        assert row is not None
        return dict(row)

    async def state(self, application_id: str) -> str:
        return str((await self.case(application_id))["state"])

    async def debt_checked(self, *application_ids: str, owed: int = 0) -> Any:
        return await self.deliver(
            handlers.loan_debt_checked,
            *(debt_checked(application_id, owed) for application_id in application_ids),
        )

    async def payoff_certified(self, application_id: str, **changes: Any) -> Any:
        return await self.deliver(
            handlers.loan_payoff_certified, payoff_certified(application_id, **changes)
        )

    async def reserved(self, application_id: str, **changes: Any) -> Any:
        values = {"reserved_on": self.clock.today(), **changes}
        event = funds_reserved(application_id, "张三丰", **values)
        done = await self.deliver(handlers.funds_reserved, event)
        await self.cards_told()
        return done

    async def cards_told(
        self, verdict: CardVerdict = CardVerdict.MATCHED, reason_code: str | None = None
    ) -> None:
        """Let settlement tell what the bank says of every card that is asked about."""
        rows = await self.context.pool.fetch("SELECT check_id FROM card WHERE state = 'asked'")
        told = [
            CardChecked(
                check_id=row["check_id"],
                verdict=verdict,
                reason_code=reason_code,
                checked_on=self.clock.today(),
            )
            for row in rows
        ]
        if told:
            await self.deliver(cards.card_checked, *told)

    async def remember_cards(self) -> None:
        """Let the bank have said long before that each applicant's card is the applicant's."""
        await self.context.pool.execute(
            """
            INSERT INTO card (id, person_id, card_hash, card_sealed, card_tail, state, check_id, asked_at,
                              verified_on)
            SELECT gen_random_uuid(), person_id, card_hash, 'k1.b.', card_tail, 'verified',
                   gen_random_uuid(), $2, $1
            FROM application ON CONFLICT DO NOTHING
            """,
            self.clock.today(),
            self.clock.now(),
        )

    async def succeeded(self, application_id: str, amount_fen: int = 6_001_234) -> Any:
        return await self.deliver(
            handlers.payment_succeeded, payment_succeeded(application_id, amount_fen)
        )

    async def in_review(self, citizen: Caller | None = None) -> str:
        application_id = await (citizen or self.citizen()).apply("sentenced")
        await self.debt_checked(application_id)
        await self.reserved(application_id, seal_reason=SealReason.SENTENCED)
        assert await self.state(application_id) == "in_review"
        return application_id

    async def approved(self, citizen: Caller | None = None) -> str:
        application_id = await (citizen or self.citizen()).apply("retirement")
        await self.debt_checked(application_id)
        await self.reserved(application_id)
        assert await self.state(application_id) == "approved"
        return application_id

    async def paid(self, citizen: Caller | None = None) -> str:
        application_id = await self.approved(citizen)
        await self.succeeded(application_id)
        assert await self.state(application_id) == "paid"
        return application_id


def debt_checked(application_id: str, owed: int = 0) -> LoanDebtChecked:
    return LoanDebtChecked(
        application_id=uuid.UUID(application_id),
        person_id=uuid.uuid4(),
        unpaid_as_borrower=owed,
        unpaid_as_co_borrower=0,
        unpaid_as_guarantor=0,
    )


def payoff_certified(application_id: str, **changes: Any) -> LoanPayoffCertified:
    usual = {
        "application_id": uuid.UUID(application_id),
        "person_id": uuid.uuid4(),
        "contract_number": "DK20150920001",
        "settled_on": date(2019, 8, 29),
        "total_principal_fen": 20_000_000,
        "total_interest_fen": 2_125_422,  # E28
        "offset_agreement_ever": False,
    }
    return LoanPayoffCertified.model_validate(usual | changes)


def funds_reserved(application_id: str, holder_name: str, **changes: Any) -> FundsReserved:
    usual: dict[str, Any] = {
        "application_id": uuid.UUID(application_id),
        "person_id": uuid.uuid4(),
        "round": 1,
        "account_number": "37140000000000000017",
        "account_tail": "0017",
        "holder_name": holder_name,
        "closing": True,
        "principal_fen": 6_000_000,
        "interest_fen": 1_234,
        "balance_after_fen": 0,
        "retained_fen": 0,
        "reserved_on": MONDAY,
        "seal_reason": SealReason.RETIRED,
        "sealed_on": date(2026, 9, 30),
        "paid_up_to": "2026-09",
    }
    values = usual | changes
    values.setdefault("amount_fen", values["principal_fen"] + values["interest_fen"])
    return FundsReserved.model_validate(values)


def funds_refused(application_id: str, reason_code: str, **changes: Any) -> FundsRefused:
    usual = {
        "application_id": uuid.UUID(application_id),
        "person_id": uuid.uuid4(),
        "round": 1,
        "reason_code": reason_code,
        "rule": "R-WDR-10",
    }
    return FundsRefused.model_validate(usual | changes)


def payment_succeeded(application_id: str, amount_fen: int = 6_001_234) -> PaymentSucceeded:
    return PaymentSucceeded(
        application_id=uuid.UUID(application_id),
        amount_fen=amount_fen,
        bank_serial=f"B{next(_serials):06d}",
        paid_on=MONDAY,
    )


def asked(events: Sequence[Event]) -> WithdrawalFundsRequested:
    (found,) = (event for event in events if isinstance(event, WithdrawalFundsRequested))
    return found


@pytest.fixture
async def withdrawals(service_context: Any, keys: Issuer) -> AsyncIterator[Withdrawals]:
    clock = FixedClock(datetime(2026, 10, 12, 1, 0, tzinfo=UTC))
    context = await service_context(
        "withdrawals",
        Settings,
        clock=clock,
        jwks_url=keys.jwks_url,
        live_heartbeat_seconds=0.1,
        live_poll_seconds=0.2,
    )
    async with context.unit() as unit:
        await rulebooks.load_packaged_days(unit)
    service = make_service(context.settings)
    app = app_of(service, context)
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://withdrawals") as client:
        yield Withdrawals(context, service, app, client, keys, clock)


@dataclass(frozen=True)
class Served:
    """The same service on a real socket, for what must stream."""

    url: str
    client: httpx.AsyncClient


@pytest.fixture
async def served(withdrawals: Withdrawals) -> AsyncIterator[Served]:
    config = uvicorn.Config(withdrawals.app, port=0, log_config=None, lifespan="off")
    server = uvicorn.Server(config)
    stop = asyncio.Event()
    progress = withdrawals.app.state.running.progress
    following = asyncio.create_task(progress.run(withdrawals.context, stop))
    serving = asyncio.create_task(server.serve())
    async with asyncio.timeout(30):
        while not server.started:
            await asyncio.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        async with httpx.AsyncClient(timeout=10, trust_env=False, verify=IN_CLEAR) as client:
            yield Served(f"http://127.0.0.1:{port}{BASE}", client)
    finally:
        stop.set()
        await following
        server.should_exit = True
        await serving


def days(count: int) -> timedelta:
    return timedelta(days=count)
