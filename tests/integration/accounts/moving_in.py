"""Two of the centre who move an older system in by files (期初)."""

import csv as csv_format
import io
import uuid
from typing import Any

from tests.support.sheets import csv
from tests.support.two_people import staff

from accounts.store import moving_in_files as store
from accounts.work import moving_in_files as work
from shared.identity.principal import Role

from .conftest import Accounts, id_number

AS_OF = "2026-01-01"
HEADER = [
    "单位账号", "原个人账号", "姓名", "证件号码", "手机号码", "缴存基数", "开户日期", "缴至年月",
    "账户状态", "封存日期", "封存原因", "上年结转", "本年归集", "应付利息",
]  # fmt: skip
CONTROLS = ["单位账号", "人数", "本金", "利息"]
GROUNDS = {"reason": "系统迁移", "evidence": ["德公积金〔2026〕1号"]}


def row(
    employer: str, position: int, *money: str, sealed: bool = False, who: str = ""
) -> list[Any]:
    seal = ["封存", "2025-12-20", "解除劳动合同"] if sealed else ["正常", "", ""]
    return [
        employer, f"OLD{position}", "欧阳娜娜", who or id_number(), f"1390534{position:04d}", "6000.00",
        "2015-03-01", "2025-12", *seal, *money,
    ]  # fmt: skip


class Move:
    """A moving in, and the two who do it."""

    def __init__(self, accounts: Accounts, batch_id: str) -> None:
        self.accounts = accounts
        self.path = f"/moving-ins/{batch_id}"
        self.batch_id = batch_id

    @classmethod
    async def begin(cls, accounts: Accounts) -> "Move":
        body = {"as_of": AS_OF, "source": "原系统2025年末余额表"}
        made = await accounts.caller(Role.STAFF_MAKER).post("/moving-ins", body)
        assert made.status_code == 201, made.text
        return cls(accounts, made.json()["id"])

    async def send(self, kind: str, data: bytes, name: str = "1.csv") -> dict[str, Any]:
        """Upload a file and have it read."""
        maker = self.accounts.caller(Role.STAFF_MAKER)
        sent = await self.accounts.client.post(
            f"/api/accounts{self.path}/{kind}/uploads",
            content=data,
            headers={
                **maker.headers, "Content-Type": "text/csv", "File-Name": name,
                "Idempotency-Key": uuid.uuid4().hex,
            },
        )  # fmt: skip
        assert sent.status_code == 202, sent.text
        async with self.accounts.context.unit() as unit:
            assert await store.claim(unit.connection, 0), "a reader that is killed at once"
        while await work.read_next(self.accounts.context):
            pass
        return next(one for one in (await self.shown())["files"] if one["id"] == sent.json()["id"])

    async def shown(self) -> Any:
        return (await self.accounts.staff.get(self.path)).json()

    async def errors(self, file: dict[str, Any]) -> list[tuple[str, str]]:
        found = await self.accounts.staff.get(f"/moving-in-files/{file['id']}/errors")
        return [(one["cell"], one["reason"]) for one in found.json()["items"]]

    async def report(self) -> list[dict[str, str]]:
        answer = await self.accounts.staff.get(f"{self.path}/differences/export", form="csv")
        return [*csv_format.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline=""))]

    async def propose(self) -> Any:
        return await self.accounts.as_(staff(Role.STAFF_MAKER)).post(
            f"{self.path}/signature", GROUNDS
        )

    async def sign(self) -> None:
        proposed = await self.propose()
        assert proposed.status_code == 202, proposed.text
        decision = f"/proposals/{proposed.json()['proposal_id']}/decision"
        body = {"agree": True, "reason": "已与原账核对"}
        signed = await self.accounts.as_(staff(Role.STAFF_CHECKER)).post(decision, body)
        assert signed.json()["state"] == "executed", signed.text

    async def book(self) -> None:
        while await work.book_next(self.accounts.context):
            pass


async def moving_in_read(accounts: Accounts, employer_number: str) -> str:
    """One account of an employer in files that are read and agree; returns the batch's id."""
    move = await Move.begin(accounts)
    await move.send("accounts", csv(HEADER, row(employer_number, 90, "1.00", "0", "0")))
    await move.send("controls", csv(CONTROLS, [employer_number, "1", "1.00", "0"]), "2.csv")
    return move.batch_id
