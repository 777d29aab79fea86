"""An employer of its own for the tests of the employers' part, and its operator who has logged in."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tests.flows.evidence import until
from tests.flows.plan import RATIO_BP, VALUE_DAY, month_before
from tests.flows.town import Town

from city.seed.people import Person, person, social_credit_code

Tokens = dict[str, Any]
LogIn = Callable[..., Awaitable[Tokens]]

BASE_FEN = 600_000


@dataclass
class Company:
    """An employer that has paid until the month before last."""

    number: str
    name: str
    operator: Person
    tokens: Tokens
    people: list[Person]
    accounts: list[str] = field(default_factory=list)

    def sheet(self, rows: Sequence[tuple[Person, str]]) -> bytes:
        """A list as a CSV file."""
        lines = ["姓名,证件号码,缴存基数,调整原因"]
        lines += [f"{who.name},{who.id_number},{base},年中调整" for who, base in rows]
        return ("\ufeff" + "\r\n".join(lines)).encode()


async def found_company(town: Town, log_in: LogIn, first: int, name: str, people: int) -> Company:
    """Register it with its people, numbered from `first` on; its operator logs in."""
    operator, staff = person(first), [person(first + 1 + at) for at in range(people)]
    start = month_before(town.today, 1)
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
    company = Company(str(made["employer_number"]), name, operator, {}, staff)
    opened = await town.by_two(
        f"accounts/employers/{company.number}/accounts",
        {"employees": [_employee(one, start) for one in staff]},
    )
    company.accounts = [one["account_number"] for one in opened["accounts"]]
    company.tokens = await log_in(operator, "employer_operator")
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


async def until_suspense(town: Town, company: Company, fen: int) -> None:
    """Wait until that much of it lies in suspense."""
    await until(
        lambda: town.maker.get(f"accounts/employers/{company.number}"),
        f"{fen} fen lie in suspense",
        lambda found: found["suspense_fen"] == fen,
    )
