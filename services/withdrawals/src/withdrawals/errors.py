"""Why withdrawals refuses a request, as one table: stable code → HTTP status, rule and Chinese sentence.

Why an application is refused (不予提取) is another table: `refusals`.
"""

from collections.abc import Mapping
from enum import StrEnum

from shared.base.errors import NOT_FOUND, WordedError, Wording


class Reason(StrEnum):
    """Why something is refused (拒绝的原因)."""

    UNKNOWN_KIND = "unknown-kind"
    """R-WDR-3: the applicant chooses one of the types."""
    NOTHING_TO_CHOOSE = "nothing-to-choose"
    """R-WDR-3: of this type the applicant enters the card and nothing else."""
    APPLICATION_OPEN = "application-open"
    """R-WDR-10: one open application per person."""
    NOT_FOUND = "not-found"
    """It does not exist, or belongs to somebody else; nobody can tell which."""
    APPLICATION_ENDED = "application-ended"
    """There is nothing left to take back."""
    NOT_CANCELLABLE = "not-cancellable"
    """Too late to take it back."""
    NOT_IN_REVIEW = "not-in-review"
    """There is nothing to review."""
    NO_BAN_RULE = "no-ban-rule"
    """R-WDR-14 holds from 2026-09-20 on."""
    NOT_AGREED = "not-agreed"
    """R-WDR-48: no agreement is signed about this type."""
    AGREEMENT_STANDS = "agreement-stands"
    """R-WDR-48: signed once a type and thing."""
    AGREEMENT_ENDED = "agreement-ended"
    """What has ended does not run again."""
    COUPLE_OF_ONE = "couple-of-one"
    """R-WDR-49: both spouses sign, each for themselves."""
    COUPLE_DIFFERS = "couple-differs"
    """R-WDR-49: what the second signs is not what the first has signed."""
    COUPLE_LATE = "couple-late"
    """R-WDR-49: it was not signed in time, or signed or taken back already."""
    NO_COUPLE = "no-couple"
    """R-WDR-49: this agreement was signed alone."""
    NO_CONSENT = "no-consent"
    """R-WDR-20: there is none to take back."""
    NO_DAY = "no-day"
    """No day is known from which it would be possible."""
    PAPERS_NOT_ASKED = "papers-not-asked"
    """R-WDR-21: nothing is asked of the applicant now."""
    NO_PAPERS = "no-papers"
    """R-WDR-21: nothing new was added since it was asked for."""
    TOO_MANY_PAPERS = "too-many-papers"
    """R-WDR-21: an application has a bounded number."""
    PAPER_DAMAGED = "paper-damaged"
    """What was sent cannot be read as what it says it is."""
    PAPER_LOCKED = "paper-locked"
    """A PDF that asks for a password."""
    PAPER_TOO_LARGE = "paper-too-large"
    """A picture of too many pixels."""
    PAPER_TOO_LONG = "paper-too-long"
    """A PDF of too many pages."""
    PAPERS_BUSY = "papers-busy"
    """All workers redraw for others."""
    FACTS_INCOMPLETE = "facts-incomplete"
    """R-WDR-21: each register that does not know is stood in for, and no other."""
    FACTS_UNCLEAR = "facts-unclear"
    """R-WDR-21: what was read from the papers makes no sense."""
    PROPOSAL_OPEN = "proposal-open"
    """A proposal about it waits for its decision."""
    CARD_UNREADABLE = "card-unreadable"
    """R-WDR-3: nothing can be paid to a card that nobody can read."""
    AGENT_MISSING = "agent-missing"
    """Who acts for somebody is named; the holder needs nobody."""
    CARD_LOST = "card-lost"
    """R-CRT-4: a kept card that nobody can read any more is entered again."""
    ONE_CARD = "one-card"
    """R-WDR-3: a card number, or a kept card."""
    TOO_MANY_CARDS = "too-many-cards"
    """R-CRT-4: a person keeps a bounded number."""
    DEATH_STANDS = "death-stands"
    """R-WDR-45: it is recorded already."""
    DEATH_REVOKED = "death-revoked"
    """R-WDR-45: it was recorded wrongly."""
    DIED_LATER = "died-later"
    """R-WDR-45: a day of death that has not come."""
    ESTATE_STANDS = "estate-stands"
    """R-WDR-46: what was left is claimed already."""
    MONEY_UNDER_WAY = "money-under-way"
    """R-WDR-45: a payment of before is on its way."""
    HEIRS_UNCLEAR = "heirs-unclear"
    """R-WDR-46: each heir once, with the whole name and document."""
    NOT_HELD = "not-held"
    """R-WDR-46: this share is paid, or on its way."""
    OWN_MATTER = "own-matter"
    """Staff do nothing about what is their own."""
    BEING_MERGED = "being-merged"
    """R-ACC-8: the account goes into the person's other one, or has gone."""
    BAN_LIFTED = "ban-lifted"
    """It is lifted already."""


WORDINGS: Mapping[Reason, Wording] = {
    Reason.UNKNOWN_KIND: Wording(422, "R-WDR-3", "没有这种提取类型，请从列出的类型中选择。"),
    Reason.NOTHING_TO_CHOOSE: Wording(
        422, "R-WDR-3", "这种提取类型只需填写本人银行卡号，不能指定金额或标的。"
    ),
    Reason.APPLICATION_OPEN: Wording(
        409, "R-WDR-10", "您已有一笔提取申请正在办理，办结或撤销后才能再次申请。"
    ),
    Reason.NOT_FOUND: NOT_FOUND,
    Reason.APPLICATION_ENDED: Wording(409, None, "该申请已经办结（{state}），不能撤销。"),
    Reason.NOT_CANCELLABLE: Wording(409, None, "资金已经在付款途中，不能撤销。"),
    Reason.NOT_IN_REVIEW: Wording(409, None, "该申请不在待审核状态，请刷新列表。"),
    Reason.BEING_MERGED: Wording(
        409, "R-ACC-8", "该账户正在并入或已并入您的另一账户，请以保留的账户办理，详询12329。"
    ),
    Reason.NO_BAN_RULE: Wording(
        422, "R-WDR-14", "发现日期当时的规定没有限制提取的处罚，不能登记。"
    ),
    Reason.NOT_AGREED: Wording(422, "R-WDR-48", "此类提取不能签订约定提取。"),
    Reason.AGREEMENT_STANDS: Wording(409, "R-WDR-48", "同一事项已有约定提取，终止后才能重新签订。"),
    Reason.AGREEMENT_ENDED: Wording(409, "R-WDR-48", "该约定提取已经终止，请重新签订。"),
    Reason.COUPLE_OF_ONE: Wording(
        409, "R-WDR-49", "这是您本人提出的夫妻约定，须由您的配偶登录后签订。"
    ),
    Reason.COUPLE_DIFFERS: Wording(
        409, "R-WDR-49", "所签内容与配偶提出的不一致，请重新打开约定码核对后签订。"
    ),
    Reason.COUPLE_LATE: Wording(
        409, "R-WDR-49", "该约定码已经过期、已签订或者已撤回，请配偶重新提出。"
    ),
    Reason.NO_COUPLE: Wording(409, "R-WDR-49", "该约定提取由您一人签订，没有夫妻约定可以变更。"),
    Reason.NO_CONSENT: Wording(409, "R-WDR-20", "没有可以撤回的授权。"),
    Reason.NO_DAY: Wording(409, "R-WDR-27", "该申请没有可以提醒的日期。"),
    Reason.PAPERS_NOT_ASKED: Wording(
        409, "R-WDR-21", "该申请目前不需要提交材料，请刷新页面查看进度。"
    ),
    Reason.NO_PAPERS: Wording(422, "R-WDR-21", "还没有上传新的材料，请先上传，再提交审核。"),
    Reason.TOO_MANY_PAPERS: Wording(
        409, "R-WDR-21", "一笔申请最多上传{most}份材料，请撤回不需要的材料后再上传。"
    ),
    Reason.PAPER_DAMAGED: Wording(
        422, "R-WDR-21", "文件无法识别，请上传清晰的JPG、PNG图片或PDF文件。"
    ),
    Reason.PAPER_LOCKED: Wording(422, "R-WDR-21", "文件设有密码，请取消密码后重新上传。"),
    Reason.PAPER_TOO_LARGE: Wording(422, "R-WDR-21", "图片像素过大，请缩小后重新上传。"),
    Reason.PAPER_TOO_LONG: Wording(422, "R-WDR-21", "文件超过20页，请拆分后分别上传。"),
    Reason.PAPERS_BUSY: Wording(503, None, "上传材料的人较多，请稍后再试。"),
    Reason.FACTS_INCOMPLETE: Wording(
        422, "R-WDR-21", "请逐项填写没有登记信息的部门对应的材料内容，不能多填或少填。"
    ),
    Reason.FACTS_UNCLEAR: Wording(422, "R-WDR-21", "填写的材料内容不完整或格式不正确，请核对。"),
    Reason.PROPOSAL_OPEN: Wording(409, None, "该申请已有待复核的意见，请先撤回或等待复核。"),
    Reason.CARD_UNREADABLE: Wording(
        409, "R-WDR-3", "收款银行卡信息无法解密，不能付款；请不予提取，由申请人重新申请。"
    ),
    Reason.AGENT_MISSING: Wording(
        422, "R-WDR-18", "代办须填写代办人姓名和证件号码；本人办理不填写代办人。"
    ),
    Reason.CARD_LOST: Wording(409, "R-CRT-4", "已保存的银行卡信息无法读取，请重新填写银行卡号。"),
    Reason.ONE_CARD: Wording(
        422, "R-WDR-3", "请填写本人银行卡号，或者选择一张已保存的收款银行卡，二者选一。"
    ),
    Reason.TOO_MANY_CARDS: Wording(
        409, "R-CRT-4", "最多保存{most}张收款银行卡，请先删除不用的卡。"
    ),
    Reason.DEATH_STANDS: Wording(409, "R-WDR-45", "该人员的死亡已经登记，请刷新后查看。"),
    Reason.DEATH_REVOKED: Wording(409, "R-WDR-45", "该死亡登记已经撤销。"),
    Reason.DIED_LATER: Wording(422, "R-WDR-45", "死亡日期不能晚于今天。"),
    Reason.ESTATE_STANDS: Wording(
        409, "R-WDR-46", "该账户的继承提取已经受理，不能重复受理；对份额有争议的，请通过法院解决。"
    ),
    Reason.MONEY_UNDER_WAY: Wording(
        409, "R-WDR-45", "死者生前的一笔提取正在付款，待银行有结果后再受理继承提取。"
    ),
    Reason.HEIRS_UNCLEAR: Wording(
        422,
        "R-WDR-46",
        "请逐一填写继承人或受遗赠人，每人一次；无人继承的不填写，凭法院或民政文书办理。",
    ),
    Reason.NOT_HELD: Wording(409, "R-WDR-46", "该份额已经支付或者正在支付，不能再次支付。"),
    Reason.OWN_MATTER: Wording(403, None, "本人的业务须由其他工作人员办理。"),
    Reason.BAN_LIFTED: Wording(409, "R-WDR-14", "该限制已经解除，请刷新列表。"),
}


class Refused(WordedError):
    """Withdrawals refuses it (拒绝)."""

    wordings = WORDINGS
