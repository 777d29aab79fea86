"""What is known of a person when the law's cases are judged: books, registers, what was taken before; pure.

Amounts are fen, areas hundredths of a square metre, shares basis points, months the first day of the month.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from pydantic import ConfigDict, TypeAdapter, with_config

WHOLE_BP = 10_000
"""All of something, in basis points."""


class Register(StrEnum):
    """Who keeps a fact that is to be proven (R-WDR-21)."""

    MARRIAGE = "marriage"
    """民政"""
    HOMES = "homes"
    """房产：名下住房、网签合同、产权、规划许可、抵押"""
    LEASES = "leases"
    """住房租赁、住房保障"""
    INVOICES = "invoices"
    """税务"""
    BANK_LOANS = "bank_loans"
    """商业银行"""
    WORKING_ABILITY = "working_ability"
    """人社"""
    HARDSHIP = "hardship"
    """民政：最低生活保障"""
    ILLNESS = "illness"
    """医保"""


@dataclass(frozen=True, slots=True)
class AccountBooks:
    """The individual account, of one instant."""

    balance_fen: int
    base_fen: int
    opened_on: date
    paid_up_to: date | None
    deposits: Mapping[date, int]
    """What was booked for each contribution month, reversals taken off."""


@dataclass(frozen=True, slots=True)
class Household:
    """The applicant, and the spouse by the marriage register on the day of acceptance (R-WDR-20)."""

    key: str
    """Number of the marriage certificate; the person's id for somebody without a spouse."""
    married: bool = False
    spouse_base_fen: int = 0
    marriages: int = 1
    """Marriages of either on record in the last two years, the present one included."""


@dataclass(frozen=True, slots=True)
class Home:
    """A home that the applicant or the spouse owns."""

    unit: str
    """Number of the real-estate unit (不动产单元号)."""
    in_city: bool


@dataclass(frozen=True, slots=True)
class Lease:
    """A registered lease (租赁备案), or one of a public rental (公租房)."""

    number: str
    public: bool
    rent_fen: int
    begins_on: date
    ends_on: date
    share_bp: int = WHOLE_BP
    """The household's part of the rent, by the lease or else by heads."""


@dataclass(frozen=True, slots=True)
class HomeContract:
    """A purchase on record (网签备案或产权转移) of the applicant, of the spouse, or of both."""

    number: str
    unit: str
    ordinal: int
    """The household's first, second, … home."""
    new: bool
    price_fen: int
    value_fen: int | None
    """Invoice, or the value that the tax office assessed; None before there is one."""
    counted_from: date | None
    """Day of the invoice (new) or of the deed (second-hand); None before there is one."""
    loans_fen: int
    """All loan principal granted for it, of the fund and of banks."""
    down_payment_fen: int
    paid_fen: int
    """Own money paid so far."""
    share_bp: int = WHOLE_BP
    """The registered share of the applicant's household."""
    relatives: bool = True
    """All buyers are spouses, parents or children of one another."""
    resold: bool = False
    """The same flat changed hands more than once in the last two years."""
    elsewhere: bool = False
    """It lies neither where the buyer contributes nor where the buyer is registered."""


@dataclass(frozen=True, slots=True)
class Permit:
    """A permit to build or rebuild, or an appraisal that a house is unsafe (overhaul)."""

    number: str
    unit: str
    granted_on: date
    area_hundredths: int


@dataclass(frozen=True, slots=True)
class Invoice:
    """An invoice that the tax office confirms."""

    number: str
    use: str
    """`renovation`, `property_fee` or `build`."""
    unit: str
    fen: int
    dated_on: date
    paid_on: date


@dataclass(frozen=True, slots=True)
class Payment:
    """Principal and interest paid for a loan on a day; penalty is no part of it (R-WDR-38)."""

    number: str
    paid_on: date
    fen: int
    own_fen: int
    """What own money paid of it: less an offset, less what another loan paid."""


@dataclass(frozen=True, slots=True)
class HomeLoan:
    """A home loan of the fund or of a bank."""

    number: str
    fund: bool
    instalment_fen: int
    balance_fen: int
    arrears: bool
    offset: bool
    """An offset agreement is in force (R-LOAN-7)."""
    paid_off_on: date | None
    payments: tuple[Payment, ...]
    unit: str | None = None
    """The home that it bought, as a bank names it; a fund loan's is in the centre's own books."""


@dataclass(frozen=True, slots=True)
class Bill:
    """What an insurer left to pay of somebody's hospital bills (自付部分)."""

    person: str
    """`self`, `spouse` or `child`."""
    fen: int
    settled_on: date


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that a case of the law may ask about one person, with what is not known."""

    account: AccountBooks | None = None
    household: Household = Household("")
    homes: tuple[Home, ...] = ()
    leases: tuple[Lease, ...] = ()
    contracts: tuple[HomeContract, ...] = ()
    permits: tuple[Permit, ...] = ()
    invoices: tuple[Invoice, ...] = ()
    loans: tuple[HomeLoan, ...] = ()
    bills: tuple[Bill, ...] = ()
    disability_grade: int | None = None
    hardship: bool = False
    unknown: frozenset[Register] = frozenset()
    """Registers that have nothing to say of the person: paper is needed (R-WDR-21)."""
    papers: frozenset[Register] = frozenset()
    """Facts that rest on an uploaded document: staff look at them."""
    unasked: frozenset[Register] = frozenset()
    """Of the unknown ones, those that were not asked: the spouse has not consented (R-WDR-20)."""

    def keys(self) -> list[str]:
        """Name, in order, everything that several people may claim together."""
        return sorted(
            {
                *(flat_key(one.number) for one in self.contracts),
                *(permit_key(one.number) for one in self.permits),
                *(loan_key(one.number) for one in self.loans),
                *(invoice_key(one.number) for one in self.invoices),
                *(renovation_key(one.unit) for one in self.invoices),
                f"household:{self.household.key}",
            }
        )


def flat_key(number: str) -> str:
    """Name what the own money paid for a flat is claimed under."""
    return f"flat:{number}"


def permit_key(number: str) -> str:
    """Name what building under a permit is claimed under."""
    return f"permit:{number}"


def loan_key(number: str) -> str:
    """Name what the payments of a loan are claimed under."""
    return f"loan:{number}"


def invoice_key(number: str) -> str:
    """Name an invoice, which serves once in any case and household (R-WDR-36)."""
    return f"invoice:{number}"


def renovation_key(unit: str) -> str:
    """Name what the renovation of a flat is claimed under."""
    return f"renovation:{unit}"


@dataclass(frozen=True, slots=True)
class Claim:
    """What an application took or holds of something (R-WDR-19, 20)."""

    case: str
    """Kind of the type that it was made for."""
    group: str | None
    """The exclusive group of its policy row (R-WDR-25)."""
    key: str
    period: str
    fen: int
    accepted_on: date
    own: bool
    """By the applicant."""
    household: bool
    """By the applicant or the spouse."""
    paid_on: date | None = None
    """None while it is held only."""


@dataclass(frozen=True, slots=True)
class Claims:
    """What was taken and is held, of whatever the question is about; refused and returned ones left out."""

    rows: tuple[Claim, ...] = field(default=())

    def of(self, key: str, period: str | None = None) -> "Claims":
        """Those of one thing, perhaps of one period of it."""
        return Claims(
            tuple(
                row
                for row in self.rows
                if row.key == key and (period is None or row.period == period)
            )
        )

    def of_kind(self, case: str) -> "Claims":
        """Those of one type."""
        return Claims(tuple(row for row in self.rows if row.case == case))

    def of_household(self) -> "Claims":
        """Those of the applicant and the spouse."""
        return Claims(tuple(row for row in self.rows if row.household))

    def own(self) -> "Claims":
        """Those of the applicant."""
        return Claims(tuple(row for row in self.rows if row.own))

    def in_year(self, year: int) -> "Claims":
        """Those accepted in a calendar year."""
        return Claims(tuple(row for row in self.rows if row.accepted_on.year == year))

    @property
    def fen(self) -> int:
        """Their sum."""
        return total(row.fen for row in self.rows)

    @property
    def held_fen(self) -> int:
        """What of it is not paid yet."""
        return total(row.fen for row in self.rows if row.paid_on is None)


@dataclass(frozen=True, slots=True)
class Held:
    """What an application holds of things that several may claim, in the order in which it is used up."""

    group: str | None
    household: str
    lines: tuple[tuple[str, str, int], ...]
    """Key, period and fen."""


HELD = TypeAdapter(Held)


def total(amounts: Iterable[int]) -> int:
    """Add amounts of fen."""
    return sum(amounts)


class Outcome(StrEnum):
    """What a register says; that it says nothing in time is no answer of it (R-WDR-21)."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@with_config(ConfigDict(extra="ignore"))
@dataclass(frozen=True, slots=True)
class Told:
    """One register's answer, its facts by the names of a dossier's fields."""

    outcome: Outcome
    data: dict[str, Any] = field(default_factory=dict)
    paper: bool = False
    """Two members of staff read it from papers of the applicant."""
    unasked: bool = False
    """Nobody was asked: the spouse, whom it is about as well, has not consented (R-WDR-20)."""


TOLD = TypeAdapter(dict[Register, Told])
_DOSSIER = TypeAdapter(Dossier)
OF_REGISTER: Mapping[Register, frozenset[str]] = {
    Register.MARRIAGE: frozenset({"household"}),
    Register.HOMES: frozenset({"homes", "contracts", "permits"}),
    Register.LEASES: frozenset({"leases"}),
    Register.INVOICES: frozenset({"invoices"}),
    Register.BANK_LOANS: frozenset({"loans"}),
    Register.WORKING_ABILITY: frozenset({"disability_grade"}),
    Register.HARDSHIP: frozenset({"hardship"}),
    Register.ILLNESS: frozenset({"bills"}),
}
"""Which facts a register may speak about; of others it is not believed."""


def assemble(
    person: str,
    account: Mapping[str, Any] | None,
    fund_loans: Iterable[Mapping[str, Any]],
    told: Mapping[Register, Told],
) -> Dossier:
    """Put together what services and registers said; raises `ValueError` where it makes no sense."""
    fields: dict[str, Any] = {"household": {"key": person}}
    for register, answer in told.items():
        if answer.outcome is Outcome.YES:
            known = OF_REGISTER[register]
            fields |= {name: value for name, value in answer.data.items() if name in known}
    fields["loans"] = [*map(_fund_loan, fund_loans), *fields.get("loans", ())]
    fields["papers"] = [one for one, answer in told.items() if answer.paper]
    fields["unasked"] = [one for one, answer in told.items() if answer.unasked]
    fields["unknown"] = [one for one, answer in told.items() if answer.outcome is Outcome.UNKNOWN]
    if account is not None:
        fields["account"] = _books(account)
    return _DOSSIER.validate_python(fields)


def _books(account: Mapping[str, Any]) -> dict[str, Any]:
    paid_up_to = account["paid_up_to"]
    return {
        "balance_fen": account["balance_fen"],
        "base_fen": account["base_fen"],
        "opened_on": account["opened_on"],
        "paid_up_to": f"{paid_up_to}-01" if paid_up_to else None,
        "deposits": {f"{one['month']}-01": one["fen"] for one in account["deposits"]},
    }


def _fund_loan(loan: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "number": loan["contract_number"],
        "fund": True,
        **{name: loan[name] for name in ("instalment_fen", "balance_fen", "arrears", "offset")},
        "paid_off_on": loan["paid_off_on"],
        "payments": loan["payments"],
    }
