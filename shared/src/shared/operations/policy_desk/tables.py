"""Policies that are rows of typed columns, a column a parameter: what holds, a draft of it, its trial."""

import json
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from shared.base.db import Connection
from shared.base.parameters import Difference, Form, Value, fits, in_words
from shared.messaging.unit import Context, Unit
from shared.operations.policy_desk.drafts import Drafted
from shared.operations.policy_desk.errors import Reason, Refused
from shared.operations.policy_desk.shapes import (
    PolicyDraft,
    PolicyInForce,
    PolicyList,
    PolicyParameter,
    PolicyPreview,
)
from shared.sealing.personal_data import PersonalData
from shared.sealing.policies import PolicyTable, Trust, digest_of

DAY = "effective_from"
Values = Mapping[str, Value]


@dataclass(frozen=True)
class Parameter:
    """A column as people read and write it."""

    title: str
    form: Form = Form.NUMBER
    choices: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Trial:
    """What a draft would do to what is there."""

    verdict: str
    """In Chinese."""
    tried: int = 0
    changed: int = 0
    before_fen: int = 0
    after_fen: int = 0


@dataclass(frozen=True)
class DeskTable:
    """A policy table on the desk."""

    table: PolicyTable
    name: str
    parameters: Mapping[str, Parameter]
    """What a draft may change."""
    beside: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Columns that tell rows of one day apart: code → word."""
    document: str | None = None
    """The column that names the document."""
    trial: Callable[[Connection, Values, Values], Awaitable[Trial]] | None = None
    """Tries the values that hold against those of a draft."""


@dataclass(frozen=True)
class Row:
    """One row that counts."""

    of: DeskTable
    values: Values

    @property
    def kind(self) -> str:
        """Table, and what tells its rows of one day apart."""
        return " ".join((self.of.table.name, *(str(self.values[one]) for one in self.of.beside)))

    @property
    def name(self) -> str:
        """In Chinese."""
        words = [known[str(self.values[one])] for one, known in self.of.beside.items()]
        return f"{self.of.name}（{'，'.join(words)}）" if words else self.of.name

    @property
    def effective_from(self) -> date:
        """From when it holds."""
        return date.fromisoformat(str(self.values[DAY]))

    @property
    def document_number(self) -> str:
        """The document that says so; empty where none is named."""
        return "" if self.of.document is None else str(self.values[self.of.document])

    def text(self, column: str) -> str:
        """A value in words."""
        known = self.of.parameters[column]
        return in_words(known.form, self.values[column], known.choices)

    def shown(self, today: date) -> PolicyInForce:
        """For an answer."""
        return PolicyInForce(
            kind=self.kind,
            name=self.name,
            effective_from=self.effective_from,
            document_number=self.document_number,
            in_force=self.effective_from <= today,
            parameters=[
                PolicyParameter(
                    path=column,
                    title=known.title,
                    form=known.form,
                    value=self.values[column],
                    text=self.text(column),
                    choices=dict(known.choices),
                )
                for column, known in self.of.parameters.items()
            ],
        )


@dataclass(frozen=True)
class Desk:
    """The policy tables of a service."""

    tables: Sequence[DeskTable]

    async def listed(self, context: Context) -> PolicyList:
        """List of each kind what holds today and what will; a row that counts for nothing is left out."""
        today = context.clock.today()
        async with context.pool.acquire() as connection:
            rows = await self._rows(connection, context.personal_data, self.tables)
        shown = [row for row in rows if row.effective_from > today or row in _newest(rows, today)]
        return PolicyList(items=[row.shown(today) for row in shown])

    async def examined(self, unit: Unit, body: PolicyDraft) -> Drafted:
        """Hold a draft against what is in force on its day; raises `Refused`."""
        base, made = await self._base_and_draft(unit, body)
        found = [
            Difference(one, known.title, base.text(one), made.text(one))
            for one, known in base.of.parameters.items()
            if base.text(one) != made.text(one)
        ]
        if not found:
            raise Refused(Reason.POLICY_SAME)
        return Drafted(base.name, base.of.table, made.values, found)

    async def preview(self, unit: Unit, body: PolicyDraft) -> PolicyPreview:
        """Say what a draft would change, and try it on what is there."""
        drafted = await self.examined(unit, body)
        base, made = await self._base_and_draft(unit, body)
        trial = Trial("这类规定不单独决定某笔业务，没有可试办的。")
        if base.of.trial is not None:
            trial = await base.of.trial(unit.connection, base.values, made.values)
        return PolicyPreview(
            kind=body.kind,
            name=base.name,
            effective_from=body.effective_from,
            document_number=body.document_number,
            differences=drafted.shown(),
            verdict=trial.verdict,
            tried=trial.tried,
            changed=trial.changed,
            before_fen=trial.before_fen,
            after_fen=trial.after_fen,
            cases=[],
            untried=[],
        )

    async def _base_and_draft(self, unit: Unit, body: PolicyDraft) -> tuple[Row, Row]:
        today, day = unit.clock.today(), body.effective_from
        if day <= today:
            raise Refused(Reason.POLICY_TOO_EARLY)
        tables = [one for one in self.tables if one.table.name == body.kind.partition(" ")[0]]
        rows = await self._rows(unit.connection, unit.personal_data, tables)
        known = [row for row in rows if row.kind == body.kind and row.effective_from <= day]
        if not known:
            raise Refused(Reason.NOT_FOUND)
        base = max(known, key=lambda row: row.effective_from)
        if base.effective_from == day:
            raise Refused(Reason.POLICY_STANDS)
        if base.effective_from != body.base_from:
            raise Refused(Reason.POLICY_MOVED)
        return base, Row(base.of, _changed(base, body))

    async def _rows(
        self, connection: Connection, data: PersonalData, tables: Iterable[DeskTable]
    ) -> list[Row]:
        trust = await Trust.read(connection, data)
        found = []
        for one in tables:
            told = [row["told"] for row in await connection.fetch(one.table.read)]
            counts = [
                text for text in told if trust.counts(one.table, digest_of(one.table.name, text))
            ]
            found += [Row(one, _values(one.table, text)) for text in counts]
        order = {one.name: place for place, one in enumerate(self.tables)}
        found.sort(key=lambda row: (order[row.of.name], row.kind, row.effective_from))
        return found


def _values(table: PolicyTable, told: str) -> Values:
    """What a row says; a decimal stays exact, in a string."""
    read = json.loads(told, parse_float=Decimal)
    texts = [str(one) if isinstance(one, Decimal) else one for one in read]
    return dict(zip(table.columns, texts, strict=True))


def _newest(rows: Sequence[Row], today: date) -> list[Row]:
    """Of each kind the row that holds today."""
    held: dict[str, Row] = {}
    for row in rows:
        if row.effective_from <= today:
            held[row.kind] = row
    return list(held.values())


def _changed(base: Row, body: PolicyDraft) -> Values:
    made: dict[str, Value] = {**base.values, DAY: body.effective_from.isoformat()}
    if base.of.document is not None:
        made[base.of.document] = body.document_number
    for change in body.changes:
        known = base.of.parameters.get(change.path)
        unfit = known is None or not fits(known.form, known.choices, change.value)
        if unfit or change.value is None:
            raise Refused(Reason.NO_PARAMETER, path=change.path)
        made[change.path] = change.value
    return made
