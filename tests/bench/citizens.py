"""Citizens who may withdraw: accounts opened, paid for one month and sealed, all over HTTP."""

import asyncio
import json
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import httpx
from tests.support.issuer import Issuer, confirmed
from tests.support.midnight import CLOCK

from city.clients import LOOK
from city.seed.people import checked
from local.addresses import City
from shared.base.identifiers import BankCard, ResidentId
from shared.identity.principal import Role

from .load import Request

BOOKED_WITHIN_SECONDS = 120.0
POLL_SECONDS = 0.1
CARDS_AT_ONCE = 32
PEOPLE_PER_REQUEST = 5_000
BASE_FEN = 600_000
SOCIAL_CREDIT_CODE = "91110000600037341L"


@dataclass(frozen=True)
class Office:
    """The centre's counter, as a client of the services."""

    client: httpx.AsyncClient
    city: City
    token: str
    second: str
    """The token of who decides."""

    async def by_two(self, service: str, path: str, body: Any = None) -> Any:
        """Have it proposed and agreed to; return what the execution answered."""
        asked = await self.post(service, path, {"reason": "单位书面委托", **(body or {})})
        decision = f"/proposals/{asked['proposal_id']}/decision"
        return (await self.post(service, decision, {"agree": True}, self.second))["result"]

    async def post(
        self, service: str, path: str, body: Any = None, token: str | None = None
    ) -> Any:
        """Post with a fresh key; raises on anything but success."""
        url = f"{self.city.service_urls[service]}/api/{service}{path}"
        bearer = token or self.token
        headers = {
            "Authorization": f"Bearer {bearer}",
            "Idempotency-Key": uuid.uuid4().hex,
            **confirmed(bearer, f"/api/{service}{path}", body),
        }
        answer = await self.client.post(url, json=body, headers=headers)
        assert answer.is_success, answer.text
        return answer.json()

    async def get(self, service: str, path: str, token: str | None = None) -> Any:
        """Get JSON; raises on anything but success."""
        url = f"{self.city.service_urls[service]}/api/{service}{path}"
        answer = await self.client.get(
            url, headers={"Authorization": f"Bearer {token or self.token}", **LOOK}
        )
        assert answer.is_success, answer.text
        return answer.json()

    async def pay(self, amount_fen: int, reference: str) -> None:
        """Let an employer's payment arrive at the bank."""
        receipt = {
            "payer_name": "德州市基准测试有限公司",
            "amount_fen": amount_fen,
            "remittance_information": reference,
        }
        paid = await self.client.post(
            f"{self.city.bank_control_url}/control/receipts", json=receipt
        )
        assert paid.is_success, paid.text


def id_number(position: int) -> str:
    """A well-formed number of GB 11643, one for each position."""
    born = date(1950, 1, 1) + timedelta(days=position // 500)
    return checked(f"371402{born:%Y%m%d}{position % 500:03d}", ResidentId.parse)


def name(position: int) -> str:
    """Who it is."""
    return f"职工{position}"


def phone(position: int) -> str:
    """A mobile number of eleven digits, one for each position."""
    return f"139{position:08d}"


def card(position: int) -> str:
    """A debit card number that Luhn accepts."""
    return checked(f"62220216{position:010d}", BankCard.parse)


async def prepare(
    office: Office, issuer: Issuer, count: int, *, cards_kept: bool = False
) -> list[Request]:
    """Open, pay and seal `count` accounts; return their owners' applications, ready to be sent.

    With `cards_kept` the bank has said of every card that it is its owner's: they are used again, not first.
    """
    employer = await office.by_two(
        "accounts",
        "/employers",
        {
            "name": "德州市基准测试有限公司",
            "social_credit_code": SOCIAL_CREDIT_CODE,
            "payday": 10,
            "employer_ratio_bp": 800,
            "employee_ratio_bp": 800,
            "operator": {"name": "经办人", "id_number": id_number(0), "phone": phone(0)},
            "agreement_version": "2026-1",
        },
    )
    number = employer["employer_number"]
    accounts: list[dict[str, Any]] = []
    for people in _chunks(_people(count)):
        path = f"/employers/{number}/accounts"
        opened = await office.by_two("accounts", path, {"employees": people})
        accounts += opened["accounts"]
    await _pay_first_month(office, number)
    for seals in _chunks(_seals(accounts)):
        await office.by_two("accounts", "/accounts/seal", {"items": seals})
    await _known_to_notifications(office, accounts)
    if cards_kept:
        await _keep_cards(office, issuer, accounts)
    return [
        application(issuer, position, uuid.UUID(row["person_id"]))
        for position, row in enumerate(accounts, start=1)
    ]


async def _keep_cards(office: Office, issuer: Issuer, accounts: Sequence[dict[str, Any]]) -> None:
    """Let everybody keep a card, and wait until the bank has said whose they are."""
    turn = asyncio.Semaphore(CARDS_AT_ONCE)

    async def keep(position: int, person_id: uuid.UUID) -> None:
        token = issuer.token_for(Role.INDIVIDUAL, person_id)
        async with turn:
            body = {"card_number": card(position)}
            await office.post("withdrawals", "/cards", body, token)
        while True:
            async with turn:
                (kept,) = (await office.get("withdrawals", "/cards", token))["items"]
            if kept["state"] == "verified":
                return
            await asyncio.sleep(POLL_SECONDS * 10)

    async with asyncio.timeout(BOOKED_WITHIN_SECONDS + len(accounts) / 50):
        async with asyncio.TaskGroup() as group:
            for position, row in enumerate(accounts, start=1):
                group.create_task(keep(position, uuid.UUID(row["person_id"])))


def _chunks(items: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    for begin in range(0, len(items), PEOPLE_PER_REQUEST):
        yield items[begin : begin + PEOPLE_PER_REQUEST]


def _people(count: int) -> list[dict[str, Any]]:
    return [
        {
            "name": name(position),
            "id_number": id_number(position),
            "phone": phone(position),
            "base_fen": BASE_FEN,
        }
        for position in range(1, count + 1)
    ]


def _seals(accounts: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"account_number": row["account_number"], "reason": "retired"} for row in accounts]


def application(issuer: Issuer, position: int, person_id: uuid.UUID) -> Request:
    """What one citizen sends."""
    token = issuer.token_for(Role.INDIVIDUAL, person_id)
    wanted = {"kind": "retirement", "card_number": card(position)}
    confirmation = issuer.confirmation(token, "/api/withdrawals/applications", wanted)
    return Request(phone(position), token, json.dumps(wanted).encode(), confirmation)


async def _pay_first_month(office: Office, number: str) -> None:
    month = f"{CLOCK.today():%Y-%m}"
    made = await office.post("accounts", f"/employers/{number}/lists", {"month": month})
    await office.by_two("accounts", f"/lists/{made['id']}/confirmation")
    await office.pay(made["total_fen"], made["payment_reference"])
    async with asyncio.timeout(BOOKED_WITHIN_SECONDS):
        while (await office.get("accounts", f"/lists/{made['id']}"))["state"] != "booked":
            await asyncio.sleep(POLL_SECONDS)


async def _known_to_notifications(office: Office, accounts: Sequence[dict[str, Any]]) -> None:
    """Wait for everyone's text about the seal: then nothing is left over from preparing."""
    async with asyncio.timeout(BOOKED_WITHIN_SECONDS + len(accounts) / 50):
        while await texts_accepted(office) < len(accounts):
            await asyncio.sleep(POLL_SECONDS)


async def texts_accepted(office: Office) -> int:
    """How many segments the simulated SMSC has accepted."""
    answer = await office.client.get(f"{office.city.smsc_control_url}/control/counters")
    return int(answer.json().get("accepted", 0))
