"""Codes (亮码) that are shown and read, as they go over HTTP."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import ConfigDict, Field, StringConstraints

from documents.domain import (
    CODE_STATE_TEXTS,
    READING_STATE_TEXTS,
    CaseKind,
    CodeState,
    ReadingState,
)
from documents.errors import Reason, Refused
from documents.rules import shown
from documents.shapes.requests import Why
from documents.store.codes import Code
from documents.store.readings import Reading
from shared.base.shape import Shape

TypedCode = Annotated[
    str, Field(min_length=1, max_length=60, examples=["371400-ABCD-EFGH-IJKL-MNOP"])
]
IdNumber = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=30)]
Reference = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9-]{6,40}$")]
Said = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]


class NewCode(Shape):
    """A code is wanted; there is nothing to choose."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class CodeAnswer(Shape):
    """A code of one's own; what it stands for is not shown."""

    code_id: UUID
    """Number under which it is looked at; it is not the code."""
    state: CodeState
    """How it stands, as a stable code."""
    state_text: str
    code: str | None
    """The code, in groups; only while it lives, and only in the login that confirmed it."""
    scanned: str | None
    """What the picture of it holds."""
    asked_at: datetime
    """When it was made."""
    dies_at: datetime
    """The midnight in Asia/Shanghai at which it is dead, read or not."""
    read_at: datetime | None
    """When a centre read it; none while none has."""
    read_by: str | None
    """Which centre."""
    purpose: str | None
    """What for."""
    reason_text: str | None
    """Why there is no code, in one Chinese sentence."""

    @classmethod
    def of(cls, code: Code, now: datetime, plain: str | None) -> Self:
        """Show one."""
        state = code.state
        if state in (CodeState.ASKED, CodeState.OPEN) and not code.lives(now):
            state = CodeState.DEAD
        return cls(
            code_id=code.code_id,
            state=state,
            state_text=CODE_STATE_TEXTS[state],
            code=shown.grouped(plain) if plain else None,
            scanned=plain,
            asked_at=code.asked_at,
            dies_at=code.dies_at,
            read_at=code.read_at,
            read_by=code.read_by,
            purpose=code.purpose,
            reason_text=Refused(Reason(code.refusal)).detail if code.refusal else None,
        )


class CodePage(Shape):
    """Codes of one's own, latest first; none of them is shown in it."""

    items: list[CodeAnswer]
    next_cursor: str | None


class NationalReading(Shape):
    """What another centre asks of one of our codes, by the national platform."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    reading_id: UUID
    """Number of the question: asked again it gets the same answer."""
    code: TypedCode
    """The code that was shown."""
    id_number: IdNumber
    """Of the identity document that was shown with it."""
    centre_code: Annotated[str, StringConstraints(pattern=r"^\d{6}$")]
    """Area of the centre that reads it (GB/T 2260)."""
    centre_name: Said
    """Name of the centre that reads it; the citizen is told."""
    purpose: Said
    """What for; the citizen is told."""


class NewReading(Shape):
    """A code of another centre is to be read for a case of ours."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    code: TypedCode
    """The code that is shown, typed or scanned."""
    id_number: IdNumber
    """Of the identity document that is shown with it."""
    case_kind: CaseKind
    """What it is read for, as a stable code."""
    case_reference: Reference
    """Number of the application (提取申请) or of the loan contract (借款合同编号)."""


class CounterReading(NewReading):
    """The same at the counter, where staff say why."""

    reason: Why
    """Why it is read (办理事由); it stays beside the sheet."""


class ReadingAnswer(Shape):
    """How far a reading is; what the code said is in the sheet alone."""

    reading_id: UUID
    """Number of the reading."""
    case_kind: CaseKind
    """What it is read for, as a stable code."""
    case_reference: str
    """Number of the case."""
    state: ReadingState
    """How far it is, as a stable code."""
    state_text: str
    asked_at: datetime
    """When it was asked for."""
    asked_by_name: str
    """Who had it read, masked."""
    centre_name: str | None
    """Which centre told; none before."""
    number: str | None
    """Number of the sheet (编号)."""
    finished_at: datetime | None
    reason_code: str | None
    """Why nothing was read, as a stable code; none otherwise."""
    reason_text: str | None
    """Why nothing was read, in one Chinese sentence."""

    @classmethod
    def of(cls, reading: Reading) -> Self:
        """Show one."""
        refused = Refused(Reason(reading.refusal)) if reading.refusal else None
        return cls(
            reading_id=reading.reading_id,
            case_kind=reading.case_kind,
            case_reference=reading.case_reference,
            state=reading.state,
            state_text=READING_STATE_TEXTS[reading.state],
            asked_at=reading.asked_at,
            asked_by_name=reading.asker.name,
            centre_name=reading.centre_name,
            number=reading.number,
            finished_at=reading.finished_at,
            reason_code=reading.refusal,
            reason_text=refused.detail if refused else None,
        )


class CaseReadings(Shape):
    """What was read for one case, in order."""

    items: list[ReadingAnswer]
