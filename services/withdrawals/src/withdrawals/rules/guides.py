"""A guide for each type (办事指南), made of the policy that decides it: the two cannot disagree; pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from shared.base.money import yuan
from withdrawals.dossier import Register
from withdrawals.rules.book import NotInForce, Policy, Rulebook
from withdrawals.rules.conditions import conditions_text
from withdrawals.rules.limits import limits_text
from withdrawals.rules.model import GeneralTerms, PaperTerms, Terms, WithdrawalType
from withdrawals.texts import REGISTER_NAMES, TEXTS

ONLINE = ("网上服务厅", "微信公众号")
COUNTER = ("柜台",)
CONDITIONS, LIMITS, PAPERS, TIME, NOTES = (
    "办理条件",
    "可提金额和期限",
    "需要的材料",
    "办理时限",
    "注意事项",
)

PROMISE = (
    "受理后{decide}日内决定是否批准，遇休息日顺延；"
    "批准后资金通常即时到账，最迟为受理后第{pay}个工作日。"
)
"""R-WDR-8 and R-WDR-7."""
PROOF = {
    "by_online_seal": "单位网上封存即视为单位出具的提取证明。",
    "not_needed": "无须单位出具提取证明。",
}
BAN = "使用虚假材料提取的，须退回资金，{years}年内不得提取和贷款。"
LOAN_FRAUD_BAN = "骗取住房公积金贷款的，{years}年内不得提取和贷款。"
FREE = "办理提取不收取任何费用，请勿委托中介。"
BANK_CARD = "本人名下的银行卡。"
HEIRS = (
    "职工死亡或者被宣告死亡的，由继承人、受遗赠人到柜台提取账户内的全部余额和利息。",
    "没有继承人也没有受遗赠人的，凭法院或者民政部门的文书纳入住房公积金的增值收益。",
)
SHARES = (
    "按继承文书载明的份额分别付到每个人本人名下的银行卡，份额计算到分，余下的归最后一份。",
    "有人没有到场，或者银行卡不能收款的，其份额保留在账户中，不影响其他人。",
)
HEIRS_PAPERS = (
    "死亡证明，或者宣告死亡的判决书。",
    "每个继承人、受遗赠人的身份证件和本人名下的银行卡。",
    "写明由谁继承、各占多少的公证书，或者生效的法院判决书、裁定书、调解书。",
)
SMALL_ESTATE = (
    "账户余额连同利息不超过{most}元的，可以用全体第一顺序继承人共同签署的声明代替公证书和法院文书。"
)
"""R-WDR-46, E74."""
AFTER_DEATH = (
    "登记死亡后账户即封存，约定提取和冲抵还贷终止，死者的登录和短信停止。",
    "去世以后付出的款项由中心追回，收回后按同样的份额补付。",
)


@dataclass(frozen=True)
class Version:
    """A guide as it holds from a day on."""

    effective_from: date
    document_number: str
    passages: tuple[tuple[str, tuple[str, ...]], ...]
    """Heading and sentences."""
    at_counter: bool


def promise_text(general: GeneralTerms) -> str:
    """Say by when it is decided and paid."""
    return PROMISE.format(decide=general.decide_within_days, pay=general.pay_within_working_days)


def bans_text(general: GeneralTerms) -> list[str]:
    """Say what false papers cost (R-WDR-14)."""
    told = (
        (BAN, general.false_materials_ban_years),
        (LOAN_FRAUD_BAN, general.loan_fraud_ban_years),
    )
    return [text.format(years=years) for text, years in told if years is not None]


def versions(kind: WithdrawalType, book: Rulebook) -> list[Version]:
    """Word a type for every day on which something of it changes, in their order."""
    found: list[Version] = []
    for day in book.turning_days(kind.kind):
        try:
            version = _version(kind, book, day)
        except NotInForce:
            continue
        found.append(version)
    return found


def _version(kind: WithdrawalType, book: Rulebook, day: date) -> Version:
    policy, general = book.policy(kind.kind, day), book.general(day)
    terms = policy.terms
    told = (
        (CONDITIONS, conditions_text(kind, terms)),
        (LIMITS, limits_text(terms.ground) if terms.ground else []),
        (PAPERS, _papers(kind, terms, general, _paper_terms(book, day))),
        (TIME, [promise_text(general)]),
        (NOTES, [FREE, *_closes(kind), *bans_text(general)]),
    )
    return Version(
        day,
        _document(policy, book, day),
        tuple((heading, tuple(sentences)) for heading, sentences in told if sentences),
        bool(terms.ground and terms.ground.at_counter),
    )


def estate_versions(book: Rulebook) -> list[Version]:
    """Word what heirs do, at the counter only, for every day on which it changes (R-WDR-45, 46)."""
    return [_estate(book, day, document) for day, document in book.estate_documents().items()]


def _estate(book: Rulebook, day: date, document: str) -> Version:
    small = SMALL_ESTATE.format(most=yuan(book.estate(day).small_estate_fen))
    passages = (
        (CONDITIONS, HEIRS),
        (LIMITS, SHARES),
        (PAPERS, (*HEIRS_PAPERS, small)),
        (NOTES, (FREE, *AFTER_DEATH)),
    )
    return Version(day, document, passages, at_counter=True)


def _paper_terms(book: Rulebook, day: date) -> PaperTerms | None:
    try:
        return book.papers(day)
    except NotInForce:
        return None


def _document(policy: Policy, book: Rulebook, day: date) -> str:
    """Name the type's own document, and the common one where that alone changed."""
    documents = [policy.document_number]
    if policy.effective_from != day:
        documents = [*book.documents_of(day), *documents]
    return "；".join(dict.fromkeys(documents))


def _papers(
    kind: WithdrawalType, terms: Terms, general: GeneralTerms, papers: PaperTerms | None
) -> list[str]:
    proof = [PROOF[general.employer_proof]] if terms.sealed_required else []
    if kind.ground is None:
        return [BANK_CARD, *proof]
    asked = _names(sorted(kind.ground.needs, key=list(Register).index))
    told = [BANK_CARD, *proof, f"{asked}由系统查询，不需要您提供。"]
    if kind.ground.papers and papers is not None:
        shown = _names([one for one in Register if one in kind.ground.papers])
        told.append(
            f"{shown}查询不到的，按通知在{papers.hand_in_within_days}日内上传证明材料，由两名工作人员审核。"
        )
    return told


def _names(registers: Sequence[Register]) -> str:
    return "、".join(REGISTER_NAMES[one] for one in registers)


def _closes(kind: WithdrawalType) -> tuple[str, ...]:
    texts = TEXTS.get(kind.kind)
    return texts.closes if texts else ()
