"""An employer of its own for the tests of the employers' part, and its operator who has logged in."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pyotp
from playwright.async_api import Page, expect
from tests.flows.evidence import until
from tests.flows.plan import RATIO_BP, VALUE_DAY, month_before
from tests.flows.town import Town

from city.clients import Session, enrol_operator
from city.seed.people import Person, person, social_credit_code

from .conftest import OPERATOR_PASSWORD

BASE_FEN = 600_000


@dataclass
class Company:
    """An employer that has paid until the month before last."""

    number: str
    name: str
    operator: Person
    session: Session
    secret: str
    people: list[Person]
    accounts: list[str] = field(default_factory=list)

    def sheet(self, rows: Sequence[tuple[Person, str]]) -> bytes:
        """A list as a CSV file."""
        lines = ["姓名,证件号码,缴存基数,调整原因"]
        lines += [f"{who.name},{who.id_number},{base},年中调整" for who, base in rows]
        return ("\ufeff" + "\r\n".join(lines)).encode()


async def found_company(
    town: Town,
    guest: Session,
    first: int,
    name: str,
    people: int,
    *,
    since: date | None = None,
) -> Company:
    """Register it with its people, numbered from `first` on; its operator logs in.

    Since the month before last, unless a day is given.
    """
    operator, staff = person(first), [person(first + 1 + at) for at in range(people)]
    start = since or month_before(town.today, 1)
    made = await town.by_two(
        "accounts/employers",
        {
            "name": name,
            "social_credit_code": social_credit_code(first),
            "payday": VALUE_DAY,
            "employer_ratio_bp": RATIO_BP,
            "employee_ratio_bp": RATIO_BP,
            "operator": {
                "name": operator.name, "id_number": operator.id_number, "phone": operator.phone,
            },
            "registered_on": start.isoformat(),
            "agreement_version": "2019-1",
        },
    )  # fmt: skip
    enrolled = await enrol_operator(guest, operator.phone, OPERATOR_PASSWORD)
    session = await enrolled.log_in(guest)
    company = Company(
        str(made["employer_number"]), name, operator, session, enrolled.totp_secret, staff
    )
    if not staff:
        return company
    opened = await town.by_two(
        f"accounts/employers/{company.number}/accounts",
        {"employees": [_employee(one, start) for one in staff]},
    )
    company.accounts = [one["account_number"] for one in opened["accounts"]]
    return company


def _employee(one: Person, on: date) -> dict[str, Any]:
    return {
        "name": one.name, "id_number": one.id_number, "phone": one.phone,
        "base_fen": BASE_FEN, "opened_on": on.isoformat(),
    }  # fmt: skip


async def pay(town: Town, company: Company, fen: int, reference: str) -> None:
    """Have the bank credit money of the employer."""
    receipt = {
        "payer_name": company.name,
        "amount_fen": fen,
        "remittance_information": reference,
        "value_date": town.today.isoformat(),
    }
    await town.bank.order("receipts", receipt)


async def in_suspense(town: Town, company: Company, fen: int) -> str:
    """Wait until that much of its money lies in suspense, none of it on its way; give a receipt's serial."""

    async def lying() -> list[dict[str, Any]]:
        found = await town.maker.get(f"accounts/employers/{company.number}/suspense")
        return [one for one in found["items"] if one["left_fen"]]

    found = await until(
        lying,
        f"{fen} fen lie in suspense",
        lambda seen: sum(one["left_fen"] for one in seen) == fen,
    )
    return str(found[0]["bank_serial"]) if found else ""


async def confirm(page: Page, company: Company) -> None:
    """Enter what the authenticator shows; a time step that was used up gives way to the next."""
    totp, dialog = pyotp.TOTP(company.secret), page.get_by_role("dialog", name="请输入确认验证码")
    field = dialog.get_by_label("验证码或动态口令")
    await expect(field).to_be_visible()
    for ahead in (0, 1):
        await field.fill(totp.at(int(time.time()) + ahead * totp.interval))
        async with page.expect_response("**/api/gateway/confirmations/*") as answered:
            await dialog.get_by_role("button", name="确认办理").click()
        if (await answered.value).ok:
            return
    raise AssertionError("neither this time step nor the next was taken")
