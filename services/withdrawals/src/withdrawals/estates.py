"""What is inherited (遗产): the life of one heir's payment as a table; pure."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from shared.base.id_documents import IdDocument
from shared.base.identifiers import BankCard
from shared.messages.cards import CardVerdict
from shared.messages.estates import EstateRefusal
from shared.messaging.states import ACT, EARLY, NEVER, STALE, StateTable, step
from withdrawals.refusals import BANK_REASONS, card_refused_text

KIND_TEXT = "死亡提取（继承、受遗赠）"
NO_CARD = "继承人尚未到场或者没有收款银行卡，份额保留在账户中。"
CARD_SILENT = "银行没有答复户名核验，请稍后重新办理。"


class Basis(StrEnum):
    """What shows who inherits (继承依据)."""

    NOTARY = "notary"
    """公证书"""
    COURT = "court"
    """生效的判决书、裁定书或者调解书"""
    DECLARATION = "declaration"
    """小额遗产：全体第一顺序继承人的声明"""
    NOBODY = "nobody"
    """无人继承又无人受遗赠：法院或者民政部门的文书"""


BASIS_TEXTS = {
    Basis.NOTARY: "公证书",
    Basis.COURT: "法院文书",
    Basis.DECLARATION: "全体第一顺序继承人声明",
    Basis.NOBODY: "无人继承的法院或民政文书",
}


class Purpose(StrEnum):
    """Why a payment is made."""

    SHARE = "share"
    SUPPLEMENT = "supplement"
    """Of money that came to the account afterwards."""
    AGAIN = "again"
    """In the stead of one that could not be paid, or came back."""


class EstateState(StrEnum):
    """How an estate stands."""

    REQUESTED = "requested"
    """Accounts is asked to set the shares aside."""
    PAYING = "paying"
    PAID = "paid"
    INCOME = "income"
    """Nobody inherits: it is the fund's."""
    REFUSED = "refused"


class State(StrEnum):
    """How one payment stands."""

    REQUESTED = "requested"
    HELD = "held"
    """Set aside; there is no card, or none that can be paid to."""
    CARD_CHECK = "card_check"
    ORDERED = "ordered"
    PAID = "paid"
    RETURNED = "returned"
    NOTHING = "nothing"
    """Its part is less than a fen, or nothing was set aside."""
    REPLACED = "replaced"
    """Another payment stands for it."""


STATE_TEXTS = {
    State.REQUESTED: "核定份额",
    State.HELD: "份额保留",
    State.CARD_CHECK: "核验银行卡",
    State.ORDERED: "付款中",
    State.PAID: "已到账",
    State.RETURNED: "已退票",
    State.NOTHING: "无可支付",
    State.REPLACED: "已另行支付",
}


class Step(StrEnum):
    """What moves a payment."""

    REQUEST = "request"
    HOLD = "hold"
    CHECK_CARD = "check_card"
    ORDER = "order"
    PAY = "pay"
    COME_BACK = "come_back"
    DROP = "drop"
    REPLACE = "replace"


class Fact(StrEnum):
    """What the others say of a payment."""

    FUNDS = "funds"
    CARD = "card"
    UNKNOWN = "unknown"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    RETURNED = "returned"


S = State
PROCESS: StateTable[State, Step, Fact] = StateTable(
    steps=(
        step(Step.REQUEST, S.REQUESTED, None),
        step(Step.HOLD, S.HELD, S.REQUESTED, S.CARD_CHECK, S.ORDERED),
        step(Step.CHECK_CARD, S.CARD_CHECK, S.REQUESTED),
        step(Step.ORDER, S.ORDERED, S.CARD_CHECK),
        step(Step.PAY, S.PAID, S.ORDERED),
        step(Step.COME_BACK, S.RETURNED, S.PAID),
        step(Step.DROP, S.NOTHING, S.REQUESTED),
        step(Step.REPLACE, S.REPLACED, S.HELD, S.RETURNED),
    ),
    columns=tuple(State),
    facts={
        #                requested held   check  ordered paid   returned nothing replaced
        Fact.FUNDS:     (ACT,      STALE, STALE, STALE,  STALE, STALE,   STALE,  STALE),
        Fact.CARD:      (EARLY,    STALE, ACT,   STALE,  STALE, STALE,   STALE,  STALE),
        Fact.UNKNOWN:   (NEVER,    STALE, NEVER, STALE,  STALE, STALE,   NEVER,  STALE),
        Fact.SUCCEEDED: (NEVER,    NEVER, NEVER, ACT,    STALE, STALE,   NEVER,  NEVER),
        Fact.FAILED:    (NEVER,    STALE, NEVER, ACT,    NEVER, NEVER,   NEVER,  STALE),
        Fact.RETURNED:  (NEVER,    NEVER, NEVER, EARLY,  ACT,   STALE,   NEVER,  STALE),
    },
)  # fmt: skip
UNFINISHED = frozenset({S.REQUESTED, S.HELD, S.CARD_CHECK, S.ORDERED, S.RETURNED})
"""The estate is not done while a payment stands so."""


@dataclass(frozen=True, slots=True)
class Payment:
    """One payment to one heir."""

    id: UUID
    estate_id: UUID
    heir_id: UUID
    request_id: UUID
    purpose: Purpose
    instead_of: UUID | None
    state: State
    fen: int | None
    card_sealed: str | None
    card_tail: str | None
    check_id: UUID
    reason: str | None = None
    ordered_on: date | None = None
    paid_on: date | None = None
    bank_serial: str | None = None


@dataclass(frozen=True, slots=True)
class Heir:
    """Somebody who inherits, or to whom it is bequeathed; personal data sealed."""

    id: UUID
    estate_id: UUID
    position: int
    parts: int
    id_type: str
    name_sealed: str
    id_number_sealed: str
    card_sealed: str | None
    card_tail: str | None


@dataclass(frozen=True, slots=True)
class Estate:
    """What somebody left, and on which papers it is paid."""

    id: UUID
    death_id: UUID
    person_id: UUID
    basis: Basis
    evidence: tuple[str, ...]
    state: EstateState
    most_fen: int | None
    set_aside_fen: int
    """So far, of the limit of a declaration."""
    refusal_code: str | None
    refusal_text: str | None
    account_tail: str | None
    claimed_on: date
    proposal_id: UUID
    proposed_by: UUID
    decided_by: UUID


@dataclass(frozen=True)
class Known:
    """What the paper, or the register, says."""

    person_id: UUID
    died_on: date
    source: str


@dataclass(frozen=True, slots=True)
class Death:
    """A death (死亡登记)."""

    id: UUID
    person_id: UUID
    died_on: date
    source: str
    evidence: tuple[str, ...]
    recorded_on: date
    recorded_at: datetime
    proposed_by: UUID
    decided_by: UUID
    revoked_at: datetime | None = None
    revoke_reason: str | None = None


HEIRS_MOST = 20
"""Of one claim."""


@dataclass(frozen=True, repr=False)
class NewHeir:
    """Somebody who inherits, as the papers name them."""

    name: str
    document: IdDocument
    card: BankCard | None
    """None for who is missing: the share is held."""
    parts: int


@dataclass(frozen=True, repr=False)
class Claim:
    """What is claimed, and by which papers."""

    death_id: UUID
    basis: Basis
    heirs: tuple[NewHeir, ...]


REFUSAL_TEXTS = {
    EstateRefusal.NO_ACCOUNT: "该人员没有个人账户。",
    EstateRefusal.NOT_SEALED: "账户尚未封存，请稍后重新办理。",
    EstateRefusal.FROZEN: "账户被有权机关冻结，解除冻结后方可支付。",
    EstateRefusal.NOTHING: "账户没有可以支付的余额。",
    EstateRefusal.TOO_MUCH: "账户本息超过小额遗产限额，须提交公证书或者法院文书。",
    EstateRefusal.OWN_AFFAIR: "经办人或复核人是继承人，须由其他工作人员办理。",
}


def refused_card(verdict: CardVerdict, code: str | None) -> str:
    """Why a share is held after the bank was asked about the card."""
    return (
        CARD_SILENT if verdict is CardVerdict.UNANSWERED else f"{card_refused_text(code or '')}。"
    )


def failed_text(code: str) -> str:
    """Why the bank did not pay."""
    return f"银行付款未成功：{BANK_REASONS.get(code, '银行未能完成付款')}，份额保留在账户中。"


def returned_text(code: str) -> str:
    """Why the money came back."""
    return f"收款银行将款项退回：{BANK_REASONS.get(code, '收款银行退回款项')}。"
