"""A guide for each type (办事指南), made of the policy that decides it: the two cannot disagree; pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from withdrawals.dossier import REGISTER_NAMES, Register
from withdrawals.rules.book import NotInForce, Policy, Rulebook
from withdrawals.rules.conditions import conditions_text
from withdrawals.rules.limits import limits_text
from withdrawals.rules.model import GeneralTerms, PaperTerms, Terms, WithdrawalType
from withdrawals.texts import TEXTS

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
