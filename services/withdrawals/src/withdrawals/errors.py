"""What cannot be done now: a stable code, one Chinese sentence and the rule; the edge maps them."""

from uuid import UUID

from shared.base.errors import ServiceError
from withdrawals.domain import State
from withdrawals.process import STATES
from withdrawals.refusals import WORDINGS, Reason


class WithdrawalError(ServiceError):
    """Something asked for that the rules do not allow in this situation."""


class UnknownKind(WithdrawalError):
    """R-WDR-3: the applicant chooses one of the types."""

    status = 422
    code = "unknown-kind"
    rule = WORDINGS[Reason.UNKNOWN_KIND].rule
    detail = WORDINGS[Reason.UNKNOWN_KIND].sentence


class ApplicationOpen(WithdrawalError):
    """R-WDR-10: one open application per person."""

    code = "application-open"
    rule = WORDINGS[Reason.APPLICATION_OPEN].rule
    detail = WORDINGS[Reason.APPLICATION_OPEN].sentence

    def __init__(self, application_id: UUID | None) -> None:
        super().__init__(**({"application_id": str(application_id)} if application_id else {}))


class UnknownApplication(WithdrawalError):
    """It does not exist, or belongs to somebody else; nobody can tell which."""

    status = 404
    code = "not-found"
    detail = "没有找到您要的内容。"


class NotCancellable(WithdrawalError):
    """Too late to take it back."""

    code = "not-cancellable"

    def __init__(self, state: State) -> None:
        super().__init__(state=state.value)
        self.detail = (
            "资金已经在付款途中，不能撤销。"
            if state is State.APPROVED
            else f"该申请已经办结（{STATES[state].name}），不能撤销。"
        )


class NotInReview(WithdrawalError):
    """There is nothing to review."""

    code = "not-in-review"
    detail = "该申请不在待审核状态，请刷新列表。"


class NoProposal(WithdrawalError):
    """A checker cannot confirm what no maker has proposed, or what has changed meanwhile."""

    code = "proposal-changed"
    rule = "R-WDR-8"
    detail = "初审意见尚未提交或已经变更，请刷新后重新复核。"


class SamePerson(WithdrawalError):
    """Four eyes: who proposed cannot confirm."""

    code = "four-eyes"
    rule = "R-WDR-8"
    detail = "初审人和复核人不能是同一人，请由其他人员复核。"


class NoBanRule(WithdrawalError):
    """R-WDR-14 holds from 2026-09-20 on."""

    status = 422
    code = "no-ban-rule"
    rule = "R-WDR-14"
    detail = "发现日期当时的规定没有限制提取的处罚，不能登记。"


class UnknownBan(WithdrawalError):
    """It does not exist."""

    status = 404
    code = "not-found"
    detail = "没有找到您要的内容。"


class BanNotWaiting(WithdrawalError):
    """It is confirmed or lifted already."""

    code = "ban-not-waiting"
    rule = "R-WDR-14"
    detail = "该限制已经复核或解除，请刷新列表。"
