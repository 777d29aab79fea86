"""An employer's list read row by row, as it stands in a file: what is clear, and every flaw with its cell."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from accounts.domain import Month
from accounts.rules.cells import fen_in
from accounts.rules.list_layout import (
    FOOTER_WORDS,
    HEADER_WITHIN_ROWS,
    IDENTIFYING,
    MONEY,
    SUBTOTAL_WORDS,
    TOTAL_WORDS,
    Field,
    Header,
    Titles,
    begins_with,
    header_in,
    read_title,
)
from shared.base.cells import (
    BadCell,
    Cell,
    SheetFacts,
    column_name,
    is_empty,
    number_in,
    text_of,
)
from shared.base.identifiers import mask_id_number, mask_name
from shared.base.money import yuan

MAX_ROWS = 200_000
"""Rows of a sheet; no employer has so many people."""
VALUE_CHARACTERS = 60
"""Of a wrong value so many are told."""


@dataclass(frozen=True)
class Flaw:
    """What is wrong in one cell: where, what stands there (people's data masked), why, what is allowed."""

    row: int
    """From 1; 0 where it concerns the whole file."""
    column: int | None
    """From 0; None where it concerns the whole row."""
    field: str
    value: str
    reason: str
    allowed: str
    rule: str

    @property
    def cell(self) -> str:
        """Its name in a spreadsheet, as C15."""
        letters = column_name(self.column) if self.column is not None else ""
        return f"{letters}{self.row or ''}"


class ReadRow(NamedTuple):
    """Somebody on the list, as the file says; amounts in fen. A tuple: there are 100,000 of them."""

    row: int
    account_number: str
    name: str
    id_type: str
    id_number: str
    base_fen: int
    employer_fen: int | None
    employee_fen: int | None
    total_fen: int | None
    reason: str


@dataclass(frozen=True)
class Columns:
    """Where the header has what."""

    columns: Mapping[str, int]
    """Field → column from 0, for whoever finds out more about a cell."""
    ignored: Sequence[str]
    """Names of columns that mean nothing here."""


@dataclass(frozen=True)
class Summary:
    """What was read in all."""

    people: int
    flaws: int


@dataclass
class _Sums:
    people: int = 0
    fen: dict[Field, int] = field(default_factory=dict)
    whole: set[Field] = field(default_factory=lambda: set(MONEY))
    """Columns in which every row was read: only their sums can be compared."""


_Here = Mapping[Field, Cell]
"""The cells of a row that mean something."""


def _identifies(cell: Cell) -> bool:
    if isinstance(cell, str) and cell[:1].isascii() and cell[:1].isalnum():
        return True
    words = (*TOTAL_WORDS, *SUBTOTAL_WORDS, *FOOTER_WORDS)
    return not is_empty(cell) and not begins_with([cell], words)


class ListReader:
    """Reads the rows of one sheet; what it yields ends with a summary."""

    def __init__(self, employer_number: str, month: Month, facts: SheetFacts) -> None:
        self._employer_number = employer_number
        self._month = month
        self._facts = facts
        self._titles = Titles()
        self._header: Header | None = None
        self._sums = _Sums()
        self._total_row: int | None = None
        self._flaws: list[Flaw] = []
        self._flaws_told = 0

    def read(self, rows: Iterable[Sequence[Cell]]) -> Iterator[ReadRow | Flaw | Columns | Summary]:
        """Yield the columns, who is on the list and what is wrong, in order, then the summary."""
        for number, cells in enumerate(rows, start=1):
            if number > MAX_ROWS:
                self._flaw((0, None), ("", ""), "行数过多", f"不超过{MAX_ROWS}行", "R-DEP-6")
                break
            if self._header is None:
                self._before_header(number, cells)
                if self._header is not None:
                    columns = {one.value: at for one, at in self._header.columns.items()}
                    yield Columns(columns, self._header.ignored)
                elif number >= HEADER_WITHIN_ROWS:
                    break
                continue
            found = self._row(number, cells, self._header)
            yield from self._told()
            if found is not None:
                yield found
        self._end()
        yield from self._told()
        yield Summary(self._sums.people, self._flaws_told)

    def _told(self) -> Iterator[Flaw]:
        told, self._flaws = self._flaws, []
        self._flaws_told += len(told)
        yield from told

    def _flaw(
        self,
        where: tuple[int, int | None],
        said: tuple[str, str],
        reason: str,
        allowed: str,
        rule: str,
    ) -> None:
        """Note a flaw at a row and column; `said` is the field and what stands there."""
        name, value = said[0], said[1][:VALUE_CHARACTERS]
        if name in (Field.ID_NUMBER, Field.ACCOUNT):
            value = mask_id_number(value)
        elif name == Field.NAME:
            value = mask_name(value)
        self._flaws.append(Flaw(*where, name, value, reason, allowed, rule))

    def _row(self, number: int, cells: Sequence[Cell], header: Header) -> ReadRow | None:
        here = {one: cells[at] for one, at in header.columns.items() if at < len(cells)}
        if all(is_empty(cell) for cell in here.values()) or self._is_no_person(number, cells, here):
            return None
        return self._person(number, here)

    def _before_header(self, number: int, cells: Sequence[Cell]) -> None:
        self._header = header_in(number, cells)
        if self._header is None:
            read_title(self._titles, number, cells)
            return
        missing = self._header.missing
        if missing is not None:
            self._flaw(
                (number, None), ("", ""), f"表头缺少{missing}列", "请使用下载的模板", "R-DEP-6"
            )
        for column, text in self._header.twice:
            allowed = "每项只留一列"
            self._flaw((number, column), ("", text), "这一列与另一列重复", allowed, "R-DEP-6")
        for one, column in self._header.columns.items():
            if column in self._facts.hidden_columns:
                reason = f"“{one.text}”列被隐藏"
                self._flaw(
                    (number, column), (one, ""), reason, "请取消隐藏，核对后再上传", "R-DEP-6"
                )

    def _is_no_person(self, number: int, cells: Sequence[Cell], here: _Here) -> bool:
        if any(_identifies(here.get(one)) for one in IDENTIFYING):
            return False
        if begins_with(cells, SUBTOTAL_WORDS):
            told = ("小计行不能识别", "请删除小计行，只留合计行", "R-DEP-3")
            self._flaw((number, None), ("", ""), *told)
            return True
        if begins_with(cells, TOTAL_WORDS):
            self._check_total(number, here)
            return True
        return begins_with(cells, FOOTER_WORDS)

    def _check_total(self, number: int, here: _Here) -> None:
        """The total row must be what its column adds up to (R-DEP-3, E22)."""
        assert self._header is not None
        self._total_row = number
        for one in MONEY:
            cell = here.get(one)
            if is_empty(cell) or begins_with([cell], TOTAL_WORDS) or one not in self._sums.whole:
                continue
            try:
                said = fen_in(cell)
            except BadCell as bad:
                self._flaw_in(number, one, cell, bad)
                continue
            sum_fen = self._sums.fen.get(one, 0)
            if said != sum_fen:
                column = self._header.columns[one]
                allowed = f"各行之和{yuan(sum_fen)}元"
                reason = "合计与各行之和不符"
                self._flaw((number, column), (one, text_of(cell)), reason, allowed, "R-DEP-3")

    def _flaw_in(self, number: int, name: Field, cell: Cell, bad: BadCell) -> None:
        assert self._header is not None
        column = self._header.columns.get(name)
        value = text_of(cell)
        self._flaw((number, column), (name, value), bad.reason, bad.allowed, bad.rule)

    def _person(self, number: int, here: _Here) -> ReadRow | None:
        before = len(self._flaws)
        self._check_place(number, here)
        numbers = {one: self._number(number, here, one) for one in IDENTIFYING}
        if len(self._flaws) == before and not any(numbers.values()):
            allowed = "请填写个人账号或证件号码"
            self._flaw((number, None), ("", ""), "没有说明是哪位职工", allowed, "R-ACC-8")
        name = self._text(number, here, Field.NAME, needed=True)
        money = {one: self._money(number, here, one) for one in MONEY}
        self._check_sums(number, here, money)
        self._sums.people += 1
        base_fen = money[Field.BASE]
        if len(self._flaws) > before or base_fen is None:
            return None
        return ReadRow(
            number,
            numbers[Field.ACCOUNT],
            name,
            self._text(number, here, Field.ID_TYPE),
            numbers[Field.ID_NUMBER],
            base_fen,
            money[Field.EMPLOYER],
            money[Field.EMPLOYEE],
            money[Field.TOTAL] if money[Field.TOTAL] is not None else money[Field.REMITTED],
            self._text(number, here, Field.REASON)[:500],
        )

    def _check_place(self, number: int, here: _Here) -> None:
        """A row counts only where its reader sees it whole, and as one row."""
        assert self._header is not None
        if self._total_row is not None:
            allowed = "请将合计行移到最后"
            self._flaw((number, None), ("", ""), "合计行之后还有职工", allowed, "R-DEP-3")
        if number in self._facts.hidden_rows:
            allowed = "请取消隐藏并核对，或删除该行"
            self._flaw((number, None), ("", ""), "该行被隐藏", allowed, "R-DEP-6")
        known = set(self._header.columns.values())
        for top, left, bottom, right in self._facts.merged:
            columns = known & set(range(left, right + 1))
            if top <= number <= bottom and columns and (bottom > top or len(columns) > 1):
                reason = "合并单元格，看不出是哪一行的内容"
                allowed = "请取消合并，逐行填写"
                self._flaw((number, min(columns)), ("", ""), reason, allowed, "R-DEP-6")

    def _number(self, number: int, here: _Here, name: Field) -> str:
        cell = here.get(name)
        if is_empty(cell):
            return ""
        try:
            return number_in(cell, digits_exact=name is Field.ACCOUNT)
        except BadCell as bad:
            self._flaw_in(number, name, cell, bad)
            return ""

    def _text(self, number: int, here: _Here, name: Field, *, needed: bool = False) -> str:
        text = text_of(here.get(name))
        if needed and is_empty(text):
            bad = BadCell(f"缺少{name.text}", f"请填写{name.text}", "R-DEP-6")
            self._flaw_in(number, name, None, bad)
        return text

    def _money(self, number: int, here: _Here, name: Field) -> int | None:
        assert self._header is not None
        cell, column = here.get(name), self._header.columns.get(name)
        if is_empty(cell):
            self._sums.whole.discard(name)
            if column is not None and (number, column) in self._facts.unreckoned:
                reason = "公式没有结果，或结果是错误值"
                bad = BadCell(reason, "请填写数值，或在Excel中重新计算并保存", "R-DEP-3")
                self._flaw_in(number, name, cell, bad)
            elif name is Field.BASE and column is not None:
                bad = BadCell("缺少缴存基数", "以元为单位的数字，如6000.00", "R-DEP-1")
                self._flaw_in(number, name, cell, bad)
            return None
        try:
            found = fen_in(cell)
        except BadCell as bad:
            self._sums.whole.discard(name)
            self._flaw_in(number, name, cell, bad)
            return None
        self._sums.fen[name] = self._sums.fen.get(name, 0) + found
        return found

    def _check_sums(self, number: int, here: _Here, money: Mapping[Field, int | None]) -> None:
        """Both sides add up to what the row says they do (R-DEP-3)."""
        employer, employee = money[Field.EMPLOYER], money[Field.EMPLOYEE]
        due = employer + employee if employer is not None and employee is not None else None
        for one in (Field.TOTAL, Field.REMITTED):
            said = money[one]
            due = due if due is not None else money[Field.TOTAL]
            if said is not None and due is not None and said != due:
                bad = BadCell("与单位、个人两部分之和不符", f"应为{yuan(due)}元", "R-DEP-3")
                self._flaw_in(number, one, here.get(one), bad)

    def _end(self) -> None:
        if self._header is None:
            reason = "没有找到表头"
            allowed = "表头应有“个人账号”或“证件号码”，以及“姓名”和“缴存基数”"
            self._flaw((0, None), ("", ""), reason, allowed, "R-DEP-6")
        elif not self._sums.people:
            self._flaw((0, None), ("", ""), "表中没有职工", "表头之下每名职工一行", "R-DEP-6")
        self._check_titles()

    def _check_titles(self) -> None:
        """A list of another month or employer was not meant, nor one from which rows were lost."""
        titles = self._titles
        if titles.month and titles.month[2] != self._month:
            row, column, _ = titles.month
            allowed = f"所选的汇缴月份是{self._month}"
            said = str(titles.month[2] or "")
            self._flaw(
                (row, column), ("month", said), "清册年月与所选的月份不符", allowed, "R-DEP-6"
            )
        if titles.employer and titles.employer[2] != self._employer_number:
            row, column, said = titles.employer
            allowed = f"本单位的账号是{self._employer_number}"
            self._flaw(
                (row, column), ("employer", said), "单位账号不是本单位的", allowed, "R-ACC-1"
            )
        if titles.people and titles.people[2] != self._sums.people:
            row, column, people = titles.people
            allowed = f"表中共有{self._sums.people}名职工"
            self._flaw((row, column), ("people", str(people)), "人数与各行不符", allowed, "R-DEP-6")
        if titles.fen:
            row, column, fen = titles.fen
            sums = self._sums
            for one in (Field.REMITTED, Field.TOTAL):
                if one in sums.whole and one in sums.fen and sums.fen[one] != fen:
                    allowed = f"各行之和{yuan(sums.fen[one])}元"
                    self._flaw(
                        (row, column), (one, yuan(fen)), "金额与各行之和不符", allowed, "R-DEP-3"
                    )
                    return
