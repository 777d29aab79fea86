"""Checks on handling, as staff ask for them and see them (R-CRD-29, 30)."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID, uuid5

from pydantic import ConfigDict, Field, StringConstraints

from credit.domain import RECORD_KIND_TEXTS, RecordKind, Row
from credit.rules.checks import CLEAR, Question
from credit.shapes.fields import Name, SubjectCode
from credit.shapes.lists import Hit
from shared.base.identifiers import SocialCreditCode
from shared.base.shape import Shape
from shared.messages.credit_checks import CreditMatter
from shared.proposals.shapes import Grounds

SUBJECTS_MAX = 50
"""More than that takes two people."""
BULK_SUBJECTS_MAX = 1_000
OF_STAFF = UUID("7d0bb3a4-6a5f-4b55-9f3b-2f0f4f3c1a19")
Purpose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=500)]
Matter = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]


class AskedFirm(Shape):
    """A firm or organisation that is asked about: name and code together."""

    model_config = ConfigDict(extra="forbid")

    name: Name
    """Its name."""
    code: SubjectCode


class NewCheck(Shape):
    """What staff ask about firms before an award, a procurement or a report (逢报必查)."""

    model_config = ConfigDict(extra="forbid")

    matter_id: Matter
    """办件编号: which matter."""
    purpose: Purpose
    """Why it is asked (查询用途)."""
    subjects: Annotated[list[AskedFirm], Field(min_length=1, max_length=SUBJECTS_MAX)]
    """About whom."""

    def questions(self, today: date, by: UUID) -> list[Question]:
        """The questions; the same of a matter and a day has the same id (R-CRD-30)."""
        return _questions(self.matter_id, self.purpose, self.subjects, today, by)


class BulkCheck(Grounds):
    """What is asked about many firms: that takes two people (批量查询, R-CRD-32)."""

    matter_id: Matter
    """办件编号: which matter."""
    purpose: Purpose
    """Why it is asked (查询用途)."""
    subjects: Annotated[
        list[AskedFirm], Field(min_length=SUBJECTS_MAX + 1, max_length=BULK_SUBJECTS_MAX)
    ]
    """About whom."""

    def questions(self, today: date, by: UUID) -> list[Question]:
        """The questions, as of a check of a few."""
        return _questions(self.matter_id, self.purpose, self.subjects, today, by)


class BulkChecked(Shape):
    """What became of it; the answers stand in the matter."""

    checks: int
    """How many were asked about."""


def _questions(
    matter_id: str, purpose: str, subjects: Sequence[AskedFirm], today: date, by: UUID
) -> list[Question]:
    return [
        Question(
            uuid5(OF_STAFF, f"{matter_id} {one.code} {one.name} {today}"),
            "staff",
            CreditMatter.MANUAL,
            matter_id,
            purpose,
            today,
            code=SocialCreditCode.parse(one.code).value,
            name=one.name,
            asked_by_id=by,
        )
        for one in subjects
    ]


class CheckItem(Shape):
    """A record that an answer rests on and that is visible now."""

    record_id: UUID
    """Its id."""
    kind_text: str
    """Permit or penalty, in Chinese."""
    authority_name: str
    """Whose decision it is."""
    document_no: str
    """决定文书号."""
    decided_on: date
    """决定日期."""
    public_until: date | None
    """Last day of publication."""
    state: str
    """`valid`, `in_repair` 修复中 or `in_objection` 异议中 (R-CRD-23)."""

    @classmethod
    def of(cls, row: Row) -> Self:
        """Show a record."""
        state = "in_repair" if row["in_repair"] else "valid"
        return cls(
            record_id=row["record_id"],
            kind_text=RECORD_KIND_TEXTS[RecordKind(row["kind"])],
            authority_name=row["authority_name"],
            document_no=row["document_no"],
            decided_on=row["decided_on"],
            public_until=row["public_until"],
            state="in_objection" if row["in_objection"] else state,
        )


class CheckAnswer(Shape):
    """What a check came to; it decides nothing by itself (R-CRD-3)."""

    check_id: UUID
    """Its id."""
    asked_by: str
    """Which service asked, or `staff`."""
    matter: str
    """What is being handled, as a stable code."""
    matter_id: str
    """Which."""
    purpose: str
    """Why it was asked, in Chinese."""
    asked_on: date
    """Business date of the question; the answer may be used for the matter until that day ends."""
    code_masked: str
    """Of a firm its code; of a natural person stars."""
    match: str
    """`exact`, `name_only` or `none`."""
    round: int
    """1, then one more each time that a record it rested on was hidden."""
    result: str
    """`clear` or `hits`."""
    result_text: str
    """What it came to, in one Chinese sentence."""
    data_as_of: datetime
    """Instant of what was found."""
    digest: str
    """SM3 of what the answer rested on."""
    items: list[CheckItem]
    """What it rests on and is visible now."""
    lists: list[Hit]
    """On which lists the subject is, with what may be done in this matter and what was."""

    @classmethod
    def of(cls, row: Row, items: list[Row], lists: list[Hit]) -> Self:
        """Show a check."""
        shown = [CheckItem.of(one) for one in items]
        return cls(
            check_id=row["check_id"],
            asked_by=row["asked_by"],
            matter=row["matter"],
            matter_id=row["matter_id"],
            purpose=row["purpose"],
            asked_on=row["asked_on"],
            code_masked=row["subject_code"] or "*" * 18,
            match=row["match"],
            round=row["round"],
            result=row["result"],
            result_text=_sentence(row["result"], len(shown), len(lists)),
            data_as_of=row["data_as_of"],
            digest=row["digest"],
            items=shown,
            lists=lists,
        )


def _sentence(result: str, records: int, lists: int) -> str:
    if result == CLEAR:
        return "未查询到有效的信用信息。"
    told = f"查询到有效信用信息{records}条" + (f"，在名单{lists}个" if lists else "")
    return f"{told}，供审核参考，不作为拒绝办理的依据。"


class CheckList(Shape):
    """The checks of a matter, latest first."""

    items: list[CheckAnswer]
    """None while credit has not answered: the matter goes on meanwhile (R-CRD-5)."""
