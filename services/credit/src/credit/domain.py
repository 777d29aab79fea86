"""What credit is about: subjects of three registers, and records of permits and penalties about them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Protocol
from uuid import UUID

from shared.messages.credit_checks import CreditMatter


class Row(Protocol):
    """What a query has returned, by column."""

    def __getitem__(self, column: str, /) -> Any:
        """The value of a column."""


class SubjectKind(StrEnum):
    """In which register a subject stands (主体类别, R-CRD-6)."""

    LEGAL_PERSON = "legal_person"
    """法人，含个体工商户和农民专业合作社"""
    ORGANISATION = "organisation"
    """非企业法人：机关、事业单位、社会组织"""
    NATURAL_PERSON = "natural_person"
    """自然人"""


SUBJECT_KIND_TEXTS = {
    SubjectKind.LEGAL_PERSON: "法人及个体工商户",
    SubjectKind.ORGANISATION: "非企业法人",
    SubjectKind.NATURAL_PERSON: "自然人",
}


class SubjectState(StrEnum):
    """How a subject stands."""

    REGISTERED = "registered"
    MERGED = "merged"
    """Its records are another's now; the old key still finds it."""


class RecordKind(StrEnum):
    """What a record says (双公示类别, R-CRD-11)."""

    PERMIT = "permit"
    """行政许可"""
    PENALTY = "penalty"
    """行政处罚"""


RECORD_KIND_TEXTS = {RecordKind.PERMIT: "行政许可", RecordKind.PENALTY: "行政处罚"}


class RecordState(StrEnum):
    """How far a record is (信息状态, R-CRD-15)."""

    ENTERED = "entered"
    """Binds nobody: another person has it published."""
    PUBLISHED = "published"
    ENDED = "ended"
    """Its time of publication is over (R-CRD-16)."""
    REPAIRED = "repaired"
    """信用修复."""
    WITHDRAWN = "withdrawn"
    """It should not have been there."""


RECORD_STATE_TEXTS = {
    RecordState.ENTERED: "待复核",
    RecordState.PUBLISHED: "公示中",
    RecordState.ENDED: "公示期满",
    RecordState.REPAIRED: "已修复",
    RecordState.WITHDRAWN: "已撤销",
}


class Gravity(StrEnum):
    """How grave a breach is (失信程度, R-CRD-16)."""

    MINOR = "minor"
    """轻微"""
    GENERAL = "general"
    """一般"""
    SERIOUS = "serious"
    """严重"""


GRAVITY_TEXTS = {Gravity.MINOR: "轻微", Gravity.GENERAL: "一般", Gravity.SERIOUS: "严重"}


class RepairState(StrEnum):
    """How far a repair is (信用修复状态, R-CRD-25)."""

    APPLIED = "applied"
    NOT_ACCEPTED = "not_accepted"
    VERIFYING = "verifying"
    AGREED = "agreed"
    REFUSED = "refused"


REPAIR_STATE_TEXTS = {
    RepairState.APPLIED: "已申请",
    RepairState.NOT_ACCEPTED: "不予受理",
    RepairState.VERIFYING: "核实中",
    RepairState.AGREED: "同意，已同步",
    RepairState.REFUSED: "不同意",
}


class ImportKind(StrEnum):
    """What a file hands in (报送内容)."""

    SUBJECTS = "subjects"
    """主体库"""
    PERMITS = "permits"
    """行政许可"""
    PENALTIES = "penalties"
    """行政处罚"""


IMPORT_KIND_TEXTS = {
    ImportKind.SUBJECTS: "主体",
    ImportKind.PERMITS: "行政许可",
    ImportKind.PENALTIES: "行政处罚",
}


class ImportState(StrEnum):
    """How far a file is that was handed in (导入状态)."""

    RECEIVED = "received"
    READING = "reading"
    FLAWED = "flawed"
    UNREADABLE = "unreadable"
    READY = "ready"
    """Previewed: another person has it taken."""
    TAKING = "taking"
    TAKEN = "taken"
    FORGOTTEN = "forgotten"


IMPORT_STATE_TEXTS = {
    ImportState.RECEIVED: "等待读取",
    ImportState.READING: "正在读取",
    ImportState.FLAWED: "有错误，请修改后重新上传",
    ImportState.UNREADABLE: "无法读取",
    ImportState.READY: "待复核",
    ImportState.TAKING: "正在入库",
    ImportState.TAKEN: "已入库",
    ImportState.FORGOTTEN: "已过期清理",
}


class DecisionState(StrEnum):
    """What became of a decision of the fund (本中心决定的报送状态)."""

    WAITING = "waiting"
    """The register of natural persons does not know the person yet."""
    DRAFTED = "drafted"
    """A row that two people publish."""
    BY_HAND = "by_hand"
    """Somebody had entered a row under its number; that one stands."""
    OVER = "over"
    """It had ended when it was heard of: nothing is drafted."""
    LIFTED = "lifted"
    """It was wrong: its row is withdrawn, or never was. The last word, in whichever order it comes."""


DECISION_STATE_TEXTS = {
    DecisionState.WAITING: "主体库中尚无此人",
    DecisionState.DRAFTED: "已生成待复核信息",
    DecisionState.BY_HAND: "已由工作人员录入",
    DecisionState.OVER: "已到期，不再报送",
    DecisionState.LIFTED: "已解除",
}

MATTER_TEXTS = {
    CreditMatter.EMPLOYER_REGISTRATION: "单位缴存登记",
    CreditMatter.DEFERRAL: "缓缴审批",
    CreditMatter.LOAN_CONTRACT: "签订借款合同",
    CreditMatter.WITHDRAWAL: "提取抽查",
    CreditMatter.MANUAL: "逢报必查",
}
"""Why somebody's credit is asked about, as the trail and the person read it (R-CRD-29)."""


@dataclass(frozen=True)
class Entry:
    """One row of 双公示 as an authority hands it in (R-CRD-13); parsed, not judged yet."""

    kind: RecordKind
    subject_name: str
    subject_category: str
    """行政相对人类别."""
    subject_code: str = ""
    """统一社会信用代码; empty of a natural person."""
    id_number: str = ""
    """Of a natural person alone; never kept in clear."""
    organisation_code: str = ""
    """组织机构代码 (GB 11714), where it is told beside."""
    legal_representative: str = ""
    document_title: str = ""
    """Of a permit: 决定文书名称."""
    document_no: str = ""
    """决定文书号."""
    what: str = ""
    """许可类别 or 违法行为类型."""
    facts: str = ""
    """违法事实."""
    basis: str = ""
    """处罚依据."""
    penalty_types: tuple[str, ...] = ()
    """处罚类别."""
    content: str = ""
    """许可内容 or 处罚内容."""
    fine_fen: int | None = None
    confiscated_fen: int | None = None
    licence: str = ""
    """暂扣或吊销证照名称及编号."""
    certificate_name: str = ""
    certificate_number: str = ""
    decided_on: date | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    authority_name: str = ""
    authority_code: str = ""
    source_name: str = ""
    source_code: str = ""
    remark: str = ""
    simple_procedure: bool = False
    """当场处罚: not reported (R-CRD-12)."""
    state_secret: bool = False
    """涉及国家秘密: not reported (R-CRD-12)."""


@dataclass(frozen=True)
class Subject:
    """A subject as it is found."""

    subject_id: UUID
    kind: SubjectKind
    code: str | None
    name: str | None
    """None of a natural person, whose name nobody keeps here."""
    state: SubjectState
    merged_into: UUID | None


@dataclass(frozen=True)
class Record:
    """A record as it stands."""

    record_id: UUID
    kind: RecordKind
    subject_id: UUID
    state: RecordState
    version: int
    entered_by: UUID
    entered_at: datetime
    due_on: date
    decided_on: date


@dataclass(frozen=True)
class FoundDocuments:
    """A page of notices and policies."""

    rows: Sequence[Row]
    total: int
    page: int
    """From 1."""
    pages: int
    years: Sequence[int]
    """In which any were issued."""
