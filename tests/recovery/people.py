"""Citizens who withdraw, and what every book says of them afterwards."""

import json
import uuid
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import asyncpg
from tests.bench.citizens import Office
from tests.bench.load import Request
from tests.support.issuer import confirmed
from tests.support.waiting import PATIENCE_SECONDS, until

from city.clients import Bank, Phones
from local.system import System

ENDS = ("paid", "failed", "rejected", "cancelled", "returned")

RESERVATIONS = "SELECT FROM reservation WHERE application_id = ANY($1::uuid[]) AND state = $2"


@dataclass(frozen=True)
class Application:
    """A citizen's application, as the service accepted it."""

    id: str
    request: Request

    @property
    def card(self) -> str:
        """The card that the money goes to."""
        return str(json.loads(self.request.body)["card_number"])


class Town:
    """The system and its citizens; whoever has applied is not taken again."""

    def __init__(self, office: Office, system: System, requests: Iterable[Request]) -> None:
        self.client = office.client
        self.office = office
        self.system = system
        self.bank = Bank(self.client, system.city)
        self.phones = Phones(self.client, system.city)
        self._free = list(requests)

    async def apply(self, kind: str = "retirement") -> Application:
        """Let somebody apply."""
        request = self._free.pop()
        body = {**json.loads(request.body), "kind": kind}
        answer = await self._call("POST", "/applications", request, json=body)
        return Application(answer["id"], request)

    def take(self, count: int) -> list[Request]:
        """Give citizens who have not applied."""
        taken, self._free = self._free[:count], self._free[count:]
        return taken

    async def cancel(self, application: Application) -> None:
        """Let the citizen take it back."""
        await self._call("POST", f"/applications/{application.id}/cancel", application.request)

    async def shown(self, application: Application) -> dict[str, Any]:
        """What its owner sees of it."""
        return await self._call("GET", f"/applications/{application.id}", application.request)

    async def reached(
        self, applications: Iterable[Application], states: Collection[str] = ("paid",)
    ) -> None:
        """Wait until every one is in one of these states."""
        for application in applications:
            seen: list[str] = []

            async def there(one: Application = application, seen: list[str] = seen) -> bool:
                seen[:] = [(await self.shown(one))["state"]]
                return seen[0] in states

            try:
                await until(there)
            except TimeoutError:
                raise AssertionError(f"{application.id} is {seen}, not {states}") from None

    async def _call(self, method: str, path: str, request: Request, **more: Any) -> Any:
        url = f"{self.system.city.service_urls['withdrawals']}/api/withdrawals{path}"
        headers = {
            "Authorization": f"Bearer {request.token}", "Idempotency-Key": uuid.uuid4().hex,
            **confirmed(request.token, f"/api/withdrawals{path}", more.get("json")),
        }  # fmt: skip
        answer = await self.client.request(method, url, headers=headers, **more)
        assert answer.is_success, answer.text
        return answer.json()

    async def rows(self, service: str, query: str, *values: object) -> list[dict[str, Any]]:
        """Look into a service's database."""
        connection = await asyncpg.connect(self.system.environments.databases[service].url)
        try:
            return [dict(row) for row in await connection.fetch(query, *values)]
        finally:
            await connection.close()

    async def reservations(self, applications: Iterable[Application], state: str) -> None:
        """Wait until the ledger has these reservations in this state."""
        ids = [uuid.UUID(application.id) for application in applications]

        async def there() -> bool:
            found = await self.rows("accounts", RESERVATIONS, ids, state)
            return len(found) == len(ids)

        await until(there)

    async def outbox_is_empty(self, service: str) -> None:
        """Wait until a service has said what it had to say."""

        async def empty() -> bool:
            return not await self.rows(service, "SELECT FROM outbox LIMIT 1")

        await until(empty)

    async def paid_once(self, applications: Iterable[Application]) -> None:
        """The bank's own book has just one payment to each card, under the application's key."""
        for application in applications:
            answer = await self.client.get(
                f"{self.system.city.bank_control_url}/control/payments",
                params={"card": application.card},
            )
            (payment,) = answer.json()["payments"]
            assert payment["status"] == "ACSC"
            assert payment["end_to_end_id"] == uuid.UUID(application.id).hex
            assert payment["amount_fen"] == (await self.shown(application))["amount_fen"]

    async def is_unknown(self, application: Application) -> bool:
        """Whether the citizen sees that the bank owes an answer."""
        return bool((await self.shown(application))["payment_unknown"])

    async def texted(self, application: Application, words: str) -> None:
        """Wait until the citizen has a text with these words."""
        await self.phones.arrived(application.request.phone, words, PATIENCE_SECONDS)

    async def texts_at_last(self, applications: Sequence[Application], words: str) -> list[int]:
        """Wait until each has a text with these words; say how many each has."""
        for each in applications:
            await self.texted(each, words)
        return [await self.texts(each, words) for each in applications]

    async def texts(self, application: Application, words: str) -> int:
        """How many texts with these words the citizen got."""
        texts = await self.phones.texts(application.request.phone)
        return sum(words in text["text"] for text in texts)
