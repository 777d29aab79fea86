"""Records of 双公示, as they are entered, proposed and shown (R-CRD-13)."""

from datetime import date, datetime
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import ConfigDict, Field

from credit.domain import (
    GRAVITY_TEXTS,
    RECORD_KIND_TEXTS,
    RECORD_STATE_TEXTS,
    Entry,
    Gravity,
    RecordKind,
    RecordState,
    Row,
)
from credit.shapes.fields import Day, LongText, Text
from shared.base.shape import Shape
from shared.proposals.shapes import Grounds

MAX_AT_ONCE = 500
Money = Annotated[int, Field(strict=True, ge=0, le=10**15)]


class NewRecord(Shape):
    """One row of 双公示; what is missing or wrong is told cell by cell."""

    model_config = ConfigDict(extra="forbid")

    kind: RecordKind
    """`permit` 行政许可 or `penalty` 行政处罚."""
    subject_name: Text
    """行政相对人名称."""
    subject_category: Text
    """行政相对人类别：法人及非法人组织、个体工商户、自然人."""
    subject_code: Text = ""
    """统一社会信用代码 of the subject; empty of a natural person."""
    id_number: Annotated[str, Field(max_length=30)] = ""
    """身份证件号码 of a natural person; kept sealed, never published."""
    organisation_code: Text = ""
    """组织机构代码 (GB 11714), where it is told beside."""
    legal_representative: Text = ""
    """法定代表人; of a legal person."""
    document_title: Text = ""
    """决定文书名称; of a permit."""
    document_no: Text = ""
    """决定文书号, once for an authority."""
    what: LongText = ""
    """许可类别 of a permit, 违法行为类型 of a penalty."""
    facts: LongText = ""
    """违法事实; of a penalty."""
    basis: LongText = ""
    """处罚依据; of a penalty."""
    penalty_types: Annotated[list[Text], Field(max_length=14, default_factory=list)]
    """处罚类别; of a penalty."""
    content: LongText = ""
    """许可内容 or 处罚内容."""
    fine_fen: Money | None = None
    """罚款金额."""
    confiscated_fen: Money | None = None
    """没收金额."""
    licence: Text = ""
    """暂扣或吊销证照名称及编号."""
    certificate_name: Text = ""
    """许可证书名称."""
    certificate_number: Text = ""
    """许可编号."""
    decided_on: Day | None = None
    """决定日期."""
    valid_from: Day | None = None
    """有效期自; of a permit."""
    valid_until: Day | None = None
    """有效期至; 2099-12-31 for a long term."""
    authority_name: Text = ""
    """许可机关 or 处罚机关."""
    authority_code: Text = ""
    """Its unified social credit code."""
    source_name: Text = ""
    """数据来源单位."""
    source_code: Text = ""
    """Its unified social credit code."""
    remark: LongText = ""
    """备注."""
    simple_procedure: bool = False
    """当场处罚: such are not reported (R-CRD-12)."""
    state_secret: bool = False
    """涉及国家秘密: such are not reported (R-CRD-12)."""

    @property
    def entry(self) -> Entry:
        """The row, for the rules."""
        values = self.model_dump()
        values["penalty_types"] = tuple(self.penalty_types)
        return Entry(**values)


class Publication(Grounds):
    """Which entered records are to be published (复核公示)."""

    record_ids: Annotated[list[UUID], Field(min_length=1, max_length=MAX_AT_ONCE)]
    """The records; all of them or none."""


class Published(Shape):
    """How many records were published."""

    records: int
    """How many."""


class Correction(Grounds):
    """What a published record says from now on (更正)."""

    record_id: UUID
    record: NewRecord
    """The whole row, as it should be."""


class CorrectionBody(Grounds):
    """What the record that the path names says from now on."""

    record: NewRecord
    """The whole row, as it should be."""


class Retraction(Grounds):
    """A record should not have been there (撤销)."""

    record_id: UUID


class RecordVersion(Shape):
    """A state that a record was in."""

    version: int
    """1, then one more with each change."""
    changed_at: datetime
    """From when on."""
    step: str
    """`enter`, `publish`, `correct`, `recompute`, `end`, `repair` or `withdraw`."""
    public_until: date | None
    """Last day of publication, as it was reckoned then (公示截止期)."""
    reason: str
    """Why it was changed."""


class RecordAnswer(Shape):
    """A record as staff see it."""

    record_id: UUID
    """Its id."""
    kind: RecordKind
    """Permit or penalty."""
    kind_text: str
    """The kind, in Chinese."""
    subject_id: UUID
    """Whom it is about."""
    subject_name: str | None
    """Name of the subject; none of a natural person."""
    authority_name: str
    """Whose decision it is."""
    document_no: str
    """决定文书号."""
    decided_on: date
    """决定日期."""
    state: RecordState
    """How far it is, as a stable code."""
    state_text: str
    """How far it is, in Chinese."""
    due_on: date
    """Seventh working day after the decision: by then it must be public (R-CRD-11)."""
    late: bool
    """Not public though that day is over."""
    gravity: Gravity | None
    """How grave the breach is; none of a permit."""
    gravity_text: str | None
    """How grave, in Chinese."""
    public: bool
    """Whether the rule sets let it be published (R-CRD-16)."""
    repair_from: date | None
    """First day on which its repair may be asked for."""
    public_until: date | None
    """Last day of publication (公示截止期)."""
    rule_set: date | None
    """Day from which the newest rule set holds that was asked for it."""

    @classmethod
    def of(cls, row: Row, today: date) -> Self:
        """Show a record."""
        state, gravity = RecordState(row["state"]), row["gravity"]
        return cls(
            record_id=row["record_id"],
            kind=row["kind"],
            kind_text=RECORD_KIND_TEXTS[RecordKind(row["kind"])],
            subject_id=row["subject_id"],
            subject_name=row["subject_name"],
            authority_name=row["authority_name"],
            document_no=row["document_no"],
            decided_on=row["decided_on"],
            state=state,
            state_text=RECORD_STATE_TEXTS[state],
            due_on=row["due_on"],
            late=state is RecordState.ENTERED and row["due_on"] < today,
            gravity=gravity,
            gravity_text=GRAVITY_TEXTS[Gravity(gravity)] if gravity else None,
            public=row["public"],
            repair_from=row["repair_from"],
            public_until=row["public_until"],
            rule_set=row["rule_set"],
        )


class RecordDetail(RecordAnswer):
    """A record with what it says, and what it said."""

    content: dict[str, Any]
    """The row as it was handed in."""
    versions: list[RecordVersion]
    """Every state that it was in, oldest first."""


class RecordPage(Shape):
    """Records, those that are due first at the top."""

    items: list[RecordAnswer]
    """The records."""
    next_cursor: str | None
    """Give it back as `cursor` for the next page; null on the last."""
