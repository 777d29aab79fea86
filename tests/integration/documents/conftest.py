"""The documents service beside accounts and loans, each on a real database; facts go between them."""

import functools
import re
import uuid
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.integration.accounts.conftest import Accounts, accounts
from tests.integration.loans.conftest import LoansService, loans
from tests.support.apps import app_of
from tests.support.callers import Caller
from tests.support.issuer import Issuer
from tests.support.letters import read
from tests.support.pdf import pages_of
from tests.support.telling import received
from tests.support.two_people import Desk

from accounts.handlers import facts as contributions
from documents.handlers import facts
from documents.main import service as make_service
from documents.settings import Settings
from documents.work import press
from documents.work.press import Pressroom
from loans.handlers import facts as loans_facts
from local import certificates
from local.certificates import Certificates
from shared.base.clock import FixedClock
from shared.identity.principal import Principal, Role
from shared.messages import EVENTS, Event
from shared.messages.accounts import ContributionFactsTold
from shared.messages.documents import DocumentRequested
from shared.messages.facts import ContributionAccount
from shared.messages.loans import LoanFactsTold
from shared.messaging.unit import Context

__all__ = ["accounts", "loans"]

CENTRE = "示例市住房公积金管理中心"
PLATFORM = "the-platform-itself"
OURS = "371402199001010018"
"""Of whom `facts_of` tells."""


async def said(context: Context, event_type: type[Event]) -> list[Any]:
    """What a service has said of a type, in order."""
    rows = await context.pool.fetch(
        "SELECT body FROM outbox WHERE type = $1 ORDER BY id", event_type.type
    )
    return [read(EVENTS[event_type.type], row["body"]) for row in rows]


@dataclass
class Office:
    """The service with its HTTP interface, its press, and those whom it asks."""

    context: Context[Settings]
    client: httpx.AsyncClient
    keys: Issuer
    room: Pressroom
    accounts: Accounts
    loans: LoansService

    def caller(self, principal: Principal) -> Caller:
        return _Caller(self.client, {"Authorization": f"Bearer {self.keys.token(principal)}"})

    def person(self, person_id: uuid.UUID, *, login: str = "first") -> Caller:
        identity = uuid.uuid5(uuid.NAMESPACE_OID, str(person_id))
        principal = Principal(identity, Role.INDIVIDUAL, person_id, None, "张*", "web")
        token = self.keys.token(principal, sid=login)
        return _Caller(self.client, {"Authorization": f"Bearer {token}"})

    @property
    def desk(self) -> Desk:
        return Desk(self.context, self.caller)

    async def tell(self, *, twice: bool = False, loans_first: bool = False) -> None:
        """Let the owners answer what was asked, and the answers come in."""
        asked = received(await said(self.context, DocumentRequested))
        await self.context.pool.execute(
            "DELETE FROM outbox WHERE type = $1", DocumentRequested.type
        )
        async with self.accounts.context.unit() as unit:
            await contributions.tell(unit, asked)
        async with self.loans.context.unit() as unit:
            await loans_facts.tell(unit, asked)
        steps: list[Any] = [
            (facts.contributions_told, self.accounts.context, ContributionFactsTold),
            (facts.loans_told, self.loans.context, LoanFactsTold),
        ]
        for handler, owner, event_type in reversed(steps) if loans_first else steps:
            for _ in range(1 + twice):
                async with self.context.unit() as unit:
                    await handler(unit, received(await said(owner, event_type)))

    async def print_all(self) -> None:
        while await press.print_some(self.context, self.room):
            pass

    async def asked(self, caller: Caller, **body: Any) -> str:
        """Ask for a document; return the request's id."""
        answer = await caller.post("/requests", body)
        assert answer.status_code == 202, answer.text
        assert answer.headers["Location"].endswith(answer.json()["request_id"])
        return str(answer.json()["request_id"])

    async def document(self, caller: Caller, **body: Any) -> "Document":
        """Ask for a document, have it printed, fetch it."""
        request_id = await self.asked(caller, **body)
        await self.tell()
        await self.print_all()
        shown = (await caller.get(f"/requests/{request_id}")).json()
        assert shown["state"] == "issued", shown
        pdf = await caller.get(f"/requests/{request_id}/pdf")
        assert pdf.status_code == 200, pdf.text
        assert pdf.headers["content-type"] == "application/pdf"
        return Document(shown["number"], pdf.content)

    async def refusal(self, caller: Caller, **body: Any) -> str:
        """Ask for a document that the facts do not bear; return the code."""
        request_id = await self.asked(caller, **body)
        await self.tell()
        shown = (await caller.get(f"/requests/{request_id}")).json()
        assert shown["state"] == "refused", shown
        assert (await caller.get(f"/requests/{request_id}/pdf")).status_code == 409
        return str(shown["reason_code"])

    async def check(self, number: str, code: str, **more: str) -> str:
        """What anybody is told, without a login."""
        answer = await self.client.get(
            f"/api/documents/checks/{number}", params={"code": code, **more}
        )
        assert answer.status_code == 200, answer.text
        assert set(answer.json()) == {"outcome", "outcome_text"}
        return str(answer.json()["outcome"])


class _Caller(Caller):
    base = "/api/documents"


@dataclass(frozen=True)
class Document:
    """A PDF as it was fetched."""

    number: str
    pdf: bytes

    @functools.cached_property
    def pages(self) -> list[str]:
        """What stands on each page, without blanks."""
        return pages_of(self.pdf)

    @property
    def text(self) -> str:
        return "".join(self.pages)

    @property
    def code(self) -> str:
        """The check code, as somebody reads it from the page."""
        found = re.search(r"[A-Z2-7]{4}(-[A-Z2-7]{4}){3}", self.text)
        assert found is not None
        return found[0]


@pytest.fixture(scope="session")
def seal(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return certificates.provide(tmp_path_factory.mktemp("seal"))


@pytest.fixture(scope="session")
def room(seal: Certificates) -> Iterator[Pressroom]:
    made = Pressroom(press.press_of(_settings_of(seal)), workers=1)
    yield made
    made.close()


def _settings_of(seal: Certificates) -> Any:
    class Told:
        centre_name = CENTRE
        fonts_folder = Path("/usr/share/fonts")
        signing_key_file = seal.seal.key
        signing_cert_file = seal.seal.certificate

    return Told()


@asynccontextmanager
async def opened(
    service_context: Any, keys: Issuer, seal: Certificates, room: Pressroom, **owners: Any
) -> AsyncIterator[Office]:
    """The service, and the owners of the facts where a test has them."""
    context = await service_context(
        "documents",
        Settings,
        clock=FixedClock(datetime(2026, 3, 2, 2, 0, tzinfo=UTC)),
        jwks_url=keys.jwks_url,
        centre_name=CENTRE,
        check_url="https://gjj.example.cn/api/documents/checks",
        national_url="http://national",
        national_token="known-to-the-platform",
        national_inbound_token=PLATFORM,
        signing_key_file=seal.seal.key,
        signing_cert_file=seal.seal.certificate,
    )
    app = app_of(make_service(context.settings), context)
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://documents") as client:
        yield Office(context, client, keys, room, **owners)


@pytest.fixture
async def office(
    service_context: Any,
    keys: Issuer,
    seal: Certificates,
    room: Pressroom,
    *,
    accounts: Accounts,
    loans: LoansService,
) -> AsyncIterator[Office]:
    owners = {"accounts": accounts, "loans": loans}
    async with opened(service_context, keys, seal, room, **owners) as office:
        yield office


@pytest.fixture
async def alone(
    service_context: Any, keys: Issuer, seal: Certificates, room: Pressroom
) -> AsyncIterator[Office]:
    """The service by itself: what the owners would tell is made up."""
    owners = {"accounts": None, "loans": None}
    async with opened(service_context, keys, seal, room, **owners) as office:
        yield office


def facts_of(request_id: uuid.UUID, person_id: uuid.UUID, **changes: Any) -> ContributionFactsTold:
    """What accounts would tell of somebody with 960.00 yuan."""
    account = ContributionAccount(
        **{
            "account_number": "371410000001", "employer_number": "100001",
            "employer_name": "德州某某纺织有限公司", "state_text": "正常",
            "opened_on": date(2025, 11, 1), "paid_up_to": "2026-01", "base_fen": 600_000,
            "employer_ratio_bp": 800, "employee_ratio_bp": 800, "monthly_deposit_fen": 96_000,
            "balance_fen": 96_000, "frozen_fen": 0, "months_in_a_row": 1,
        }
        | changes
    )  # fmt: skip
    return ContributionFactsTold(
        request_id=request_id,
        person_id=person_id,
        told_at=datetime(2026, 3, 2, 2, 0, tzinfo=UTC),
        name="张三丰",
        id_number=OURS,
        id_type_text="居民身份证",
        account=account,
        opening_balance_fen=0,
        entries=[],
    )
