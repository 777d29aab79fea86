"""Two of the centre who move an older system's loans in by files (期初)."""

import csv as csv_format
import io
import itertools
import json
import uuid
from datetime import UTC, date, datetime
from typing import Any

from tests.integration.loans.conftest import NAME, LoansService
from tests.support.callers import Caller
from tests.support.telling import received
from tests.support.two_people import staff

from city.seed.people import checked
from loans.handlers import moving_in_files as handlers
from loans.handlers import people
from loans.store import moving_in_files as store
from shared.base.identifiers import ResidentId
from shared.identity.principal import Role
from shared.messages.accounts import IndividualAccountOpened

AS_OF = "2019-08-29"
LONG_AGO = datetime(2010, 1, 1, tzinfo=UTC)
GROUNDS = {"reason": "旧系统停用，贷款移入", "evidence": ["期初移交清册第2号"]}
_numbers = itertools.count(1)


def id_number() -> str:
    """A well-formed resident ID that nobody else in the tests has."""
    serial = next(_numbers)
    return checked(f"371403{1960 + serial // 900}0101{serial % 900:03d}", ResidentId.parse)


async def citizen(loans: LoansService) -> str:
    """Somebody whose account was opened with a document; returns its number."""
    number = id_number()
    opened = IndividualAccountOpened(
        account_number=f"3714{next(_numbers):016d}", person_id=uuid.uuid4(),
        employer_number="371400000001", name=NAME, id_number=number, id_number_hash="", phone="",
        phone_hash="", opened_on=date(2015, 1, 5),
    )  # fmt: skip
    async with loans.context.unit() as unit:
        await people.opened(unit, received([opened]))
    return number


class Move:
    """A moving in, and the two who do it."""

    def __init__(self, loans: LoansService, batch_id: str) -> None:
        self.loans = loans
        self.batch_id = batch_id
        self.path = f"/moving-ins/{batch_id}"

    @classmethod
    async def begin(cls, loans: LoansService, count: int, balance_fen: int) -> "Move":
        body = {
            "as_of": AS_OF,
            "source": "原系统贷款台账",
            "loans": count,
            "balance_fen": balance_fen,
        }
        made = await loans.maker.post("/moving-ins", body)
        assert made.status_code == 201, made.text
        return cls(loans, made.json()["id"])

    async def send(self, *lines: object, name: str = "1.jsonl") -> dict[str, Any]:
        """Upload a file and have it read, by a second reader: the first one is killed at once."""
        texts = [one if isinstance(one, str) else json.dumps(one) for one in lines]
        sent = await self.loans.client.post(
            f"{self.path}/uploads",
            content="\n".join(texts).encode(),
            headers={
                **self.loans.maker.headers, "Content-Type": "application/jsonl", "File-Name": name,
                "Idempotency-Key": uuid.uuid4().hex,
            },
        )  # fmt: skip
        assert sent.status_code == 202, sent.text
        async with self.loans.context.unit() as unit:
            assert await store.claim(unit.connection, 0)
        while await handlers.read_next(self.loans.context):
            pass
        return next(one for one in (await self.shown())["files"] if one["id"] == sent.json()["id"])

    async def shown(self) -> Any:
        return (await self.loans.maker.get(self.path)).json()

    async def errors(self, file: dict[str, Any]) -> list[tuple[int, str, str]]:
        found = await self.loans.maker.get(f"/moving-in-files/{file['id']}/errors")
        return [(one["line"], one["field"], one["reason"]) for one in found.json()["items"]]

    async def report(self) -> list[dict[str, str]]:
        answer = await self.loans.maker.get(f"{self.path}/differences/export", form="csv")
        return [*csv_format.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline=""))]

    def _as(self, role: Role) -> Caller:
        token = self.loans.keys.token(staff(role, active_since=LONG_AGO))
        return Caller(self.loans.client, {"Authorization": f"Bearer {token}"})

    async def propose(self) -> Any:
        return await self._as(Role.STAFF_MAKER).post(f"{self.path}/signature", GROUNDS)

    async def decide(self, proposed: Any, *, agree: bool = True) -> Any:
        assert proposed.status_code == 202, proposed.text
        decision = f"/proposals/{proposed.json()['proposal_id']}/decision"
        body = {"agree": agree, "reason": "已与原账核对"}
        return await self._as(Role.STAFF_CHECKER).post(decision, body)

    async def sign(self) -> None:
        signed = await self.decide(await self.propose())
        assert signed.json()["state"] == "executed", signed.text

    async def book(self, limit: int = 1) -> int:
        """Book in portions; returns in how many."""
        portions = 0
        while True:
            async with self.loans.context.unit() as unit:
                if not await handlers.book_some(unit, limit):
                    return portions
            portions += 1
