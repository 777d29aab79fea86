"""Whom the rows of an employer's list are about, and whether base and amounts are what they must be; pure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from accounts.domain import AccountState, Month, Row, month_text
from accounts.rules.deposit import BASIS_POINTS, DepositPolicy, side_fen
from accounts.rules.list_layout import Field
from accounts.rules.list_reading import Flaw, ReadRow
from shared.base.cleaning import InvalidIdentifier, clean_name
from shared.base.id_documents import IdDocument, IdType
from shared.base.identifiers import mask_name
from shared.base.money import yuan

RESIDENT_ID_CHARACTERS = 18
ROUNDED_TAIL = "000"
"""How a number ends of which Excel has lost the last digits."""

_TYPES = {one.text: one for one in IdType} | {"身份证": IdType.RESIDENT_ID}
_OTHER_TYPES = (IdType.OFFICER_ID, IdType.PASSPORT, IdType.PERMANENT_RESIDENCE, IdType.OTHER)


@dataclass(frozen=True)
class Known:
    """An account that a row may be about."""

    account_number: str
    id_number_hash: str
    name: str


@dataclass(frozen=True)
class Terms:
    """By what a month's deposits are reckoned."""

    policy: DepositPolicy
    employer_ratio_bp: int
    employee_ratio_bp: int

    def sides(self, base_fen: int) -> tuple[int, int]:
        """Both sides of a base, in fen (R-DEP-1, 3)."""
        rounding = self.policy.rounding
        return (
            _side(base_fen, self.employer_ratio_bp, rounding),
            _side(base_fen, self.employee_ratio_bp, rounding),
        )

    @cached_property
    def limits_fen(self) -> tuple[int, int]:
        """Least and greatest base."""
        return self.policy.base_min_fen, self.policy.base_max_fen


_side = lru_cache(maxsize=50_000)(side_fen)


def lookup_keys(row: ReadRow) -> tuple[str, ...]:
    """Return by what keyed hashes a row's document may be found; whoever named no type is tried with all."""
    number, kind = row.id_number, _TYPES.get(row.id_type)
    if not number:
        return ()
    if len(number) == RESIDENT_ID_CHARACTERS or kind is IdType.RESIDENT_ID:
        return (number,)
    return tuple(IdDocument(one, number).lookup_key for one in ([kind] if kind else _OTHER_TYPES))


@dataclass(frozen=True)
class Found:
    """A row, whose it is, and what its sides must be."""

    row: ReadRow
    account_number: str
    sides: tuple[int, int]


@dataclass
class Finder:
    """Finds the people of rows; notes what is wrong with its cell."""

    terms: Terms
    columns: Mapping[str, int]
    by_number: Mapping[str, Known]
    by_hash: Mapping[str, Known]
    today: date

    def find(
        self, rows: Sequence[ReadRow], hashes: Sequence[Sequence[str]]
    ) -> tuple[list[Found], list[Flaw]]:
        """Return what is clear, and every flaw of every other row."""
        clear: list[Found] = []
        flaws: list[Flaw] = []
        for row, hashed in zip(rows, hashes, strict=True):
            before = len(flaws)
            known = self._person(row, hashed, flaws)
            sides = self.terms.sides(row.base_fen)
            self._check_money(row, sides, flaws)
            if known is not None and len(flaws) == before:
                clear.append(Found(row, known.account_number, sides))
        return clear, flaws

    def _flaw(self, row: ReadRow, name: Field, value: str, told: tuple[str, str, str]) -> Flaw:
        return Flaw(row.row, self.columns.get(name), name, value, *told)

    def _person(self, row: ReadRow, hashed: Sequence[str], flaws: list[Flaw]) -> Known | None:
        by_account = self.by_number.get(row.account_number) if row.account_number else None
        by_document = next((self.by_hash[one] for one in hashed if one in self.by_hash), None)
        if row.account_number and by_account is None:
            told = ("不是本单位在用的个人账户", "请核对账号；新职工请先开户", "R-ACC-8")
            flaws.append(self._flaw(row, Field.ACCOUNT, row.account_number, told))
        if row.id_number and by_document is None:
            flaws.append(self._flaw(row, Field.ID_NUMBER, "", self._why_not(row)))
        if by_account and by_document and by_account != by_document:
            told = ("个人账号与证件号码不是同一名职工的", "请核对后只留正确的一项", "R-ACC-8")
            flaws.append(self._flaw(row, Field.ACCOUNT, row.account_number, told))
        known = by_account or by_document
        if known is not None and row.name != known.name:
            self._check_name(row, known, flaws)
        return known

    def _check_name(self, row: ReadRow, known: Known, flaws: list[Flaw]) -> None:
        try:
            if clean_name(row.name) == known.name:
                return
            told = ("与账户登记的姓名不符", f"登记的姓名为{mask_name(known.name)}", "R-INF-2")
        except InvalidIdentifier as error:
            told = (error.detail_zh, "请填写证件上的姓名", error.rule)
        flaws.append(self._flaw(row, Field.NAME, mask_name(row.name), told))

    def _why_not(self, row: ReadRow) -> tuple[str, str, str]:
        try:
            kind = _TYPES.get(row.id_type, IdType.RESIDENT_ID)
            IdDocument.parse(kind, row.id_number, today=self.today)
        except InvalidIdentifier as error:
            if row.id_number.endswith(ROUNDED_TAIL):
                hint = f"末尾是{ROUNDED_TAIL}，可能已被Excel改动，请按“文本”格式重新填写"
                return error.detail_zh, hint, error.rule
            return error.detail_zh, "请核对证件号码", error.rule
        return "此人在本单位没有在用的个人账户", "请核对证件号码；新职工请先开户", "R-ACC-8"

    def _check_money(self, row: ReadRow, sides: tuple[int, int], flaws: list[Flaw]) -> None:
        least, most = self.terms.limits_fen
        if not least <= row.base_fen <= most:
            which = "低于下限" if row.base_fen < least else "高于上限"
            told = (f"缴存基数{which}", f"{yuan(least)}元至{yuan(most)}元", "R-DEP-4")
            flaws.append(self._flaw(row, Field.BASE, yuan(row.base_fen), told))
            return
        ratios = (self.terms.employer_ratio_bp, self.terms.employee_ratio_bp)
        said = (row.employer_fen, row.employee_fen)
        for name, fen, due, ratio in zip(
            (Field.EMPLOYER, Field.EMPLOYEE), said, sides, ratios, strict=True
        ):
            if fen is not None and fen != due:
                told = ("与缴存基数乘以缴存比例不符", _due(due, row.base_fen, ratio), "R-DEP-1")
                flaws.append(self._flaw(row, name, yuan(fen), told))
        if None in said and row.total_fen is not None and row.total_fen != sum(sides):
            told = ("与应缴额不符", f"应为{yuan(sum(sides))}元", "R-DEP-1")
            flaws.append(self._flaw(row, Field.TOTAL, yuan(row.total_fen), told))


def _due(fen: int, base_fen: int, ratio_bp: int) -> str:
    percent = f"{ratio_bp * 100 / BASIS_POINTS:g}"
    return f"应为{yuan(fen)}元（缴存基数{yuan(base_fen)}元×{percent}%）"


def finding_flaws(
    findings: Sequence[Row], columns: Mapping[str, int], month: Month, name_of: Callable[[str], str]
) -> list[Flaw]:
    """Say what is wrong between the rows and who contributes for the month (R-DEP-6, R-CHG-3)."""
    return [_finding(one, columns, month, name_of) for one in findings]


def _finding(
    one: Row, columns: Mapping[str, int], month: Month, name_of: Callable[[str], str]
) -> Flaw:
    row, number = one["row_number"], one["number"]
    at = columns.get(Field.ACCOUNT, columns.get(Field.ID_NUMBER))
    if not row:
        reason = f"在缴职工{mask_name(name_of(number))}（{number}）不在表中"
        allowed = f"请补上；已离职的，请先从{month}或更早的月份起办理封存"
        return Flaw(0, None, Field.ACCOUNT, number, reason, allowed, "R-SEAL-3")
    if one["first_row"] != row:
        reason = f"与第{one['first_row']}行是同一名职工"
        return Flaw(row, at, Field.ACCOUNT, number, reason, "每名职工一行", "R-ACC-8")
    if not one["is_due"]:
        return Flaw(row, at, Field.ACCOUNT, number, *_not_due(one, month))
    reason = "缴存基数与现行基数不同，没有调整原因"
    allowed = f"现行基数{yuan(one['due_base_fen'])}元；要调整的，请填写“{Field.REASON.text}”"
    value = yuan(one["base_fen"])
    return Flaw(row, columns.get(Field.BASE), Field.BASE, value, reason, allowed, "R-CHG-3")


def _not_due(one: Row, month: Month) -> tuple[str, str, str]:
    paid = month_text(one["paid_up_to"])
    if one["paid_up_to"] is not None and one["paid_up_to"] >= month.first:
        return f"该职工已缴至{paid}", f"只列应缴{month}的职工", "R-DEP-6"
    state = AccountState(one["state"]).text
    reason = f"该职工{month}不缴存，账户状态为{state}"
    return reason, "请删除该行；恢复缴存的，请先办理启封", "R-SEAL-3"
