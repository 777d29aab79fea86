"""What goes in and out about the general ledger (总账)."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Literal, Self

from pydantic import Field

from accounts.domain import BusinessType, Month, month_text
from accounts.rules.books import Distribution, Line, SubjectClass
from accounts.shapes.fields import Body, MonthText, Row, Words
from shared.base.shape import Shape
from shared.proposals.shapes import Grounds

Code = Annotated[str, Field(pattern=r"^[1-9][0-9]{2}([0-9]{2})?$", examples=["41102"])]
MovedFen = Annotated[int, Field(strict=True, ge=0, le=10**15)]
Year = Annotated[int, Field(strict=True, ge=1991, le=2199)]


class VoucherLineBody(Body):
    """A line of a voucher (分录): a debit or a credit."""

    subject: Code
    """Code of the chart of accounts (会计科目)."""
    debit_fen: MovedFen = 0
    """Debit (借方), in fen."""
    credit_fen: MovedFen = 0
    """Credit (贷方), in fen."""

    def read(self) -> Line:
        """The line as the rules have it."""
        return Line(self.subject, self.debit_fen, self.credit_fen)


class TakenReceipt(Body):
    """A receipt of nobody's that a voucher takes out of suspense (暂收款), such as the bank's interest."""

    bank_serial: Annotated[str, Field(min_length=1, max_length=64)]
    """Serial of the bank (银行流水号)."""
    amount_fen: Annotated[int, Field(strict=True, ge=1, le=10**15)]
    """How much of it, in fen; a debit of 219."""


class VoucherBody(Grounds):
    """A voucher by hand (手工凭证), balanced."""

    month: MonthText
    """The period that it belongs to: this month, or an earlier one that is open."""
    summary: Words
    """What it is for (摘要)."""
    lines: Annotated[list[VoucherLineBody], Field(min_length=1, max_length=50)]
    """Debits and credits, equal together with what `receipt` takes (分录)."""
    receipt: TakenReceipt | None = None
    """What it takes out of suspense, if anything."""

    def read(self) -> tuple[Month, list[Line], tuple[str, int] | None]:
        """Month, lines and receipt as the rules have them."""
        taken = (self.receipt.bank_serial, self.receipt.amount_fen) if self.receipt else None
        return Month.parse(self.month), [line.read() for line in self.lines], taken


class ClosingBody(Grounds):
    """Why a month is closed."""


class MonthClosing(ClosingBody):
    """A month to be closed (月结)."""

    month: MonthText
    """The month (会计期间), YYYY-MM."""


class YearClosingBody(Grounds):
    """How a year's added value is distributed (增值收益分配); the rest supplements low-rent housing."""

    risk_reserve_fen: MovedFen
    """Loan risk reserve (贷款风险准备金), in fen."""
    management_fee_fen: MovedFen
    """Management fee of the centre (管理费用), as approved, in fen."""


class YearClosing(YearClosingBody):
    """A year to be closed (年结)."""

    year: Year
    """The calendar year, which is the accounting year (会计年度)."""


class VoucherPosted(Shape):
    """A voucher that was booked."""

    month: str
    """The period that it belongs to (会计期间), YYYY-MM."""
    number: int
    """Number in the period (凭证号)."""


class Distributed(Shape):
    """What a year's added value became, in fen."""

    year: int
    """The year that was closed (会计年度)."""
    added_value_fen: int
    """Income less expense; negative: a loss, of which nothing is distributed; in fen."""
    risk_reserve_fen: int
    """Loan risk reserve (贷款风险准备金), in fen."""
    management_fee_fen: int
    """Management fee (管理费用), in fen."""
    housing_supplement_fen: int
    """Supplement for low-rent housing (城市廉租住房建设补充资金), in fen."""

    @classmethod
    def of(cls, year: int, found: Distribution) -> Self:
        """Show a distribution."""
        return cls(
            year=year,
            added_value_fen=found.added_value_fen,
            risk_reserve_fen=found.risk_reserve_fen,
            management_fee_fen=found.management_fee_fen,
            housing_supplement_fen=max(found.housing_supplement_fen, 0),
        )


class SubjectBalance(Shape):
    """A subject in a trial balance, in fen; a balance stands on one side."""

    code: str
    """Code of the chart (科目编号)."""
    name: str
    """Name of the subject (科目名称)."""
    opening_debit_fen: int
    """Balance at the beginning where it is a debit (期初借方余额), in fen."""
    opening_credit_fen: int
    """Balance at the beginning where it is a credit (期初贷方余额), in fen."""
    debit_fen: int
    """Debits of the month (本期借方发生额), in fen."""
    credit_fen: int
    """Credits of the month (本期贷方发生额), in fen."""
    closing_debit_fen: int
    """Balance at the end where it is a debit (期末借方余额), in fen."""
    closing_credit_fen: int
    """Balance at the end where it is a credit (期末贷方余额), in fen."""

    @classmethod
    def of(cls, row: Row) -> Self:
        """Show a row; a credit is positive in it."""
        opening = row["opening_fen"]
        closing = opening + row["credit_fen"] - row["debit_fen"]
        return cls(
            code=row["code"],
            name=row["name"],
            opening_debit_fen=max(-opening, 0),
            opening_credit_fen=max(opening, 0),
            debit_fen=row["debit_fen"],
            credit_fen=row["credit_fen"],
            closing_debit_fen=max(-closing, 0),
            closing_credit_fen=max(closing, 0),
        )


class TrialBalance(Shape):
    """Trial balance (试算平衡表): debits and credits equal in each pair of columns."""

    month: str
    """The period (会计期间), YYYY-MM."""
    state: Literal["open", "closed"]
    """Whether the period is closed (已结账) or open."""
    items: list[SubjectBalance]
    """Every subject of the chart, by code."""
    total: SubjectBalance
    """Sums of the columns."""
    balanced: bool
    """Whether the three pairs of columns are equal."""

    @classmethod
    def of(cls, month: Month, state: str, rows: Sequence[Row]) -> Self:
        """Show the rows of a month."""
        items = [SubjectBalance.of(row) for row in rows]
        columns = [name for name in SubjectBalance.model_fields if name.endswith("_fen")]
        sums = {name: sum(getattr(item, name) for item in items) for name in columns}
        pairs = (("opening_debit_fen", "opening_credit_fen"), ("debit_fen", "credit_fen"),
                 ("closing_debit_fen", "closing_credit_fen"))  # fmt: skip
        return cls(
            month=str(month),
            state="closed" if state == "closed" else "open",
            items=items,
            total=SubjectBalance(code="", name="合计", **sums),
            balanced=all(sums[left] == sums[right] for left, right in pairs),
        )


class Position(Shape):
    """One line of a report, in fen."""

    code: str
    """Code of the subject; empty where the line is none (科目编号)."""
    name: str
    """Name of the line (项目)."""
    amount_fen: int
    """Amount, positive on the side of its class, in fen."""


def _closing(row: Row) -> int:
    fen: int = row["opening_fen"] + row["credit_fen"] - row["debit_fen"]
    return fen


def _positions(rows: Sequence[Row], *classes: SubjectClass) -> list[Position]:
    return [
        Position(
            code=row["code"],
            name=row["name"],
            amount_fen=-_closing(row) if SubjectClass(row["class"]).is_debit else _closing(row),
        )
        for row in rows
        if row["class"] in classes
    ]


class BalanceSheet(Shape):
    """Balance sheet (资产负债表) at the end of a month: assets equal liabilities and net assets."""

    month: str
    """At the end of this month, YYYY-MM."""
    assets: list[Position]
    """Assets (资产)."""
    liabilities: list[Position]
    """Liabilities (负债)."""
    net_assets: list[Position]
    """With the result of the year so far, and what was moved in without its counterpart (期初过渡)."""
    assets_fen: int
    """Sum of the assets (资产合计), in fen."""
    liabilities_fen: int
    """Sum of the liabilities (负债合计), in fen."""
    net_assets_fen: int
    """Sum of the net assets (净资产合计), in fen."""

    @classmethod
    def of(cls, month: Month, rows: Sequence[Row]) -> Self:
        """Show the rows of a month."""
        result = sum(_closing(row) for row in rows if SubjectClass(row["class"]).is_result)
        assets = _positions(rows, SubjectClass.ASSET)
        liabilities = _positions(rows, SubjectClass.LIABILITY)
        net = [
            *_positions(rows, SubjectClass.NET_ASSET),
            Position(code="", name="未结转的业务收支差额", amount_fen=result),
            *_positions(rows, SubjectClass.OPENING),
        ]
        return cls(
            month=str(month),
            assets=assets,
            liabilities=liabilities,
            net_assets=net,
            assets_fen=sum(one.amount_fen for one in assets),
            liabilities_fen=sum(one.amount_fen for one in liabilities),
            net_assets_fen=sum(one.amount_fen for one in net),
        )


class AddedValue(Shape):
    """Statement of added value (增值收益表): income and expense of a year up to a month."""

    month: str
    """Up to and with this month, YYYY-MM."""
    income: list[Position]
    """Income by subject (业务收入)."""
    expense: list[Position]
    """Expense by subject (业务支出)."""
    income_fen: int
    """Sum of the income (业务收入合计), in fen."""
    expense_fen: int
    """Sum of the expense (业务支出合计), in fen."""
    added_value_fen: int
    """Income less expense (增值收益), in fen."""

    @classmethod
    def of(cls, month: Month, rows: Sequence[Row]) -> Self:
        """Show the rows of a month, without what the year's closing brought to nothing."""
        sides = {
            kind: [
                Position(
                    code=row["code"],
                    name=row["name"],
                    amount_fen=-row["year_fen"] if kind.is_debit else row["year_fen"],
                )
                for row in rows
                if row["class"] == kind
            ]
            for kind in (SubjectClass.INCOME, SubjectClass.EXPENSE)
        }
        income, expense = (sum(one.amount_fen for one in side) for side in sides.values())
        return cls(
            month=str(month),
            income=sides[SubjectClass.INCOME],
            expense=sides[SubjectClass.EXPENSE],
            income_fen=income,
            expense_fen=expense,
            added_value_fen=income - expense,
        )


class Period(Shape):
    """A month of the books (会计期间)."""

    month: str
    """The month (会计期间), YYYY-MM."""
    state: Literal["open", "closed"]
    """Whether it is closed (已结账) or open."""
    closed_at: datetime | None
    """When two people closed it; null: open."""
    vouchers: int
    """Vouchers so far."""

    @classmethod
    def of(cls, row: Row) -> Self:
        """Show a row."""
        return cls(
            month=str(month_text(row["month"])),
            state=row["state"],
            closed_at=row["closed_at"],
            vouchers=row["vouchers"],
        )


class Periods(Shape):
    """Periods, latest first."""

    items: list[Period]
    """Months, latest first."""
    next_cursor: str | None
    """For the next page; null: no more."""


class VoucherLine(Shape):
    """A line of a voucher (分录), in fen."""

    subject: str
    """Code of the subject (科目编号)."""
    name: str
    """Name of the subject (科目名称)."""
    debit_fen: int
    """Debit (借方), in fen."""
    credit_fen: int
    """Credit (贷方), in fen."""


class Voucher(Shape):
    """A voucher (记账凭证)."""

    number: int
    """Number in the period (凭证号)."""
    kind: Literal["day", "manual", "closing"]
    """Made of a day's entries of one business type, by two people, or by a year's closing."""
    booked_on: date
    """The business date of its entries (记账日期)."""
    summary: str
    """What it is for (摘要); of a day's voucher, its business type."""
    lines: list[VoucherLine]
    """Debits, then credits (分录)."""

    @classmethod
    def of(cls, row: Row, lines: Sequence[Row]) -> Self:
        """Show a row; a day's voucher is named after its business."""
        kind = row["business_type"]
        return cls(
            number=row["number"],
            kind=row["kind"],
            booked_on=row["booked_on"],
            summary=BusinessType(kind).text if kind else row["summary"],
            lines=[
                VoucherLine(**{name: line[name] for name in VoucherLine.model_fields})
                for line in lines
            ],
        )


class Vouchers(Shape):
    """Vouchers of a period, by number."""

    items: list[Voucher]
    """Vouchers by number."""
    next_cursor: str | None
    """For the next page; null: no more."""
