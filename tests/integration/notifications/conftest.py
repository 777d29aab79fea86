"""The notifications service on a real database, bound over TCP to the simulated SMSC."""

import asyncio
import itertools
import json
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from tests.support import waiting
from tests.support.telling import received

from notifications import tasks
from notifications.consumer import CONSUMERS
from notifications.settings import Settings
from shared.base.clock import SystemClock
from shared.messages import EVENTS, Event
from shared.messages.accounts import IndividualAccountOpened
from shared.messages.gateway import LoginCodeIssued
from shared.messages.withdrawals import WithdrawalPaid, WithdrawalRejected
from shared.messaging.unit import Context
from simulators.smsc.centre import Centre
from simulators.smsc.faults import Faults
from simulators.smsc.settings import SmscSettings

PATIENCE_SECONDS = 30.0
until = partial(waiting.until, patience_seconds=PATIENCE_SECONDS)
SYSTEM_ID = "dz12329"
PASSWORD = "secret"
SOURCE, SECRET = "901234", "shared secret"
"""Account at the gateway."""
FAST = {
    "smpp_response_timeout_seconds": 10.0,
    "smpp_enquire_link_seconds": 0.2,
    "smpp_reconnect_max_seconds": 0.3,
    "smpp_throttle_pause_seconds": 0.05,
    "text_claim_seconds": 30.0,
    "text_again_seconds": 0.05,
    "text_poll_seconds": 0.02,
    "text_watch_seconds": 0.05,
    "text_receipt_wait_seconds": 0.4,
}
"""Timeouts that only a fault exceeds, not a machine that stands still; pauses no test has to wait for."""
HASTY = {"smpp_response_timeout_seconds": 0.4, "text_claim_seconds": 2.0}
"""For what must run into a timeout."""
_phones = itertools.count(13_900_000_000)
_accounts = itertools.count(1)


def smsc_settings(folder: Path, **changes: Any) -> SmscSettings:
    values = {"port": 0, "control_port": 1, "handset_delay_seconds": 0.02, **changes}
    return SmscSettings(
        system_id=SYSTEM_ID, password=PASSWORD,
        **{"book_path": folder / "book.sqlite", **values},
    )  # fmt: skip


def gateway_settings(version: str) -> dict[str, Any]:
    """Of a simulated gateway beside the SMSC, that speaks nothing newer."""
    return {
        "cmpp_port": 0, "cmpp_source": SOURCE, "cmpp_secret": SECRET, "cmpp_version": version,
    }  # fmt: skip


def link_settings(port: int) -> dict[str, Any]:
    """Of a service that sends everything by CMPP, unless a test says otherwise."""
    return {
        "cmpp_host": "127.0.0.1", "cmpp_port": port, "cmpp_source": SOURCE, "cmpp_secret": SECRET,
        "cmpp_response_timeout_seconds": 10.0, "cmpp_active_test_seconds": 0.2,
        "cmpp_reconnect_max_seconds": 0.3, "cmpp_throttle_pause_seconds": 0.05,
        "cmpp_again_seconds": 60.0, "text_default_route": "cmpp",
    }  # fmt: skip


@dataclass
class Office:
    """12329's desk in a test: facts go in, phones show texts."""

    context: Context
    centre: Centre
    port: int

    async def tell(self, *events: Event) -> dict[uuid.UUID, str]:
        """Hand facts to the handlers as the consumers do; give what was postponed."""
        postponed: dict[uuid.UUID, str] = {}
        for consumer in CONSUMERS:
            for event_type, handler in consumer.handlers.items():
                mine = [event for event in events if type(event) is event_type]
                if mine:
                    async with self.context.unit() as unit:
                        await handler(unit, received(mine))
                        postponed |= unit.postponed
        return postponed

    async def person(self, phone: str | None = None) -> tuple[uuid.UUID, str]:
        """Somebody with a phone on file."""
        phone = phone or str(next(_phones))
        opened = opened_event(self.context, phone)
        assert await self.tell(opened) == {}
        return opened.person_id, phone

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Work until the end of the block, then end in good order."""
        stop = asyncio.Event()
        working = asyncio.create_task(tasks.exchange_texts(self.context, stop))
        try:
            yield
        finally:
            stop.set()
            await working

    async def texts(self, template: str | None = None) -> list[dict[str, Any]]:
        """The rows of `text` with those of `delivery`, in order."""
        rows = await self.context.pool.fetch(
            "SELECT * FROM text JOIN delivery ON text_number = number"
            " WHERE $1::text IS NULL OR template = $1 ORDER BY number",
            template,
        )
        return [dict(row) for row in rows]

    async def states(self) -> list[str]:
        return [row["state"] for row in await self.texts()]

    async def until_states(self, *states: str) -> None:
        """Wait until the texts are in these states."""

        async def reached() -> bool:
            return await self.states() == list(states)

        await until(reached)

    def shown(self, phone: str) -> list[str]:
        """What a phone received, oldest first, without the signature."""
        texts = reversed(self.centre.book.phones.texts(phone, 1_000))
        return [
            text["text"].removeprefix("【德州公积金12329】")
            for text in texts
            if not text["sent_by_phone"]
        ]

    def submitted(self, phone: str) -> int:
        """How many submit_sm the SMSC has accepted for a phone."""
        return len(self.centre.book.submissions(phone, 1_000))

    async def emitted(self, event_type: type[Event]) -> list[Any]:
        """Events of a type in the outbox."""
        rows = await self.context.pool.fetch(
            "SELECT body FROM outbox WHERE type = $1 ORDER BY id", event_type.type
        )
        return [EVENTS[event_type.type].model_validate(json.loads(row["body"])) for row in rows]

    def break_with(self, **faults: Any) -> None:
        self.centre.faults = Faults(**faults)


def opened_event(context: Context, phone: str, **changes: Any) -> IndividualAccountOpened:
    values = {
        "account_number": f"3714{next(_accounts):012}",
        "person_id": uuid.uuid4(),
        "employer_number": "E1",
        "name": "张三",
        "id_number": "371402199001010018",
        "id_number_hash": "",
        "phone": phone,
        "phone_hash": "",
        "opened_on": date(2019, 8, 1),
    }
    return IndividualAccountOpened(**(values | changes))


def rejected(person_id: uuid.UUID, **changes: Any) -> WithdrawalRejected:
    """A fact whose text fits into one short message."""
    values = {
        "application_id": uuid.uuid4(), "person_id": person_id, "kind_text": "离退休提取",
        "reason_code": "not_sealed", "reason_text": "账户尚未封存", "rule": "R-WDR-1",
        "decided_by": "rules",
    }  # fmt: skip
    return WithdrawalRejected(**(values | changes))


def paid(person_id: uuid.UUID, **changes: Any) -> WithdrawalPaid:
    """A fact whose text takes two short messages."""
    values = {
        "application_id": uuid.uuid4(), "person_id": person_id, "kind_text": "离退休提取",
        "amount_fen": 5_000_150, "principal_fen": 5_000_000, "interest_fen": 150,
        "balance_after_fen": 0, "card_tail": "0007", "account_tail": "3456",
        "paid_on": date(2019, 8, 29), "bank_serial": "S1",
    }  # fmt: skip
    return WithdrawalPaid(**(values | changes))


def login_code(context: Context, phone: str, valid_for: timedelta) -> LoginCodeIssued:
    return LoginCodeIssued(
        challenge_id=uuid.uuid4(), phone=phone, code="493021",
        expires_at=datetime.now(UTC) + valid_for,
    )  # fmt: skip


@pytest.fixture
async def new_office(service_context: Any, tmp_path: Path) -> AsyncIterator[Any]:
    """Make an office with settings of its own."""
    async with contextmanager_stack() as enter:

        async def make(
            smsc: dict[str, Any] | None = None, cmpp: str | None = None, **settings: Any
        ) -> Office:
            gateway = gateway_settings(cmpp) if cmpp else {}
            centre = Centre(smsc_settings(tmp_path, **gateway, **(smsc or {})))
            port = await enter(centre.running())
            values = {
                **FAST, **(link_settings(centre.cmpp_port) if cmpp else {}),
                "smpp_host": "127.0.0.1", "smpp_port": port,
                "smpp_system_id": SYSTEM_ID, "smpp_password": PASSWORD, **settings,
            }  # fmt: skip
            offset = timedelta(seconds=values.get("business_clock_offset_seconds", 0))
            context = await service_context(
                "notifications", Settings, clock=SystemClock(offset), **values
            )
            return Office(context, centre, port)

        yield make


@asynccontextmanager
async def contextmanager_stack() -> AsyncIterator[Any]:
    from contextlib import AsyncExitStack

    async with AsyncExitStack() as stack:
        yield stack.enter_async_context


@pytest.fixture
async def office(new_office: Any) -> Office:
    made: Office = await new_office()
    return made


@pytest.fixture(scope="session")
def make() -> Any:
    """Builders of facts, and the wait for a condition."""

    class Make:
        rejected = staticmethod(rejected)
        paid = staticmethod(paid)
        login_code = staticmethod(login_code)
        opened = staticmethod(opened_event)
        until = staticmethod(until)

    return Make
