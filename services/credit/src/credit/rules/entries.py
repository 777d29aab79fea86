"""What is looked at in every row before it is taken, cell by cell (R-CRD-12 to 14); pure."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from credit.domain import Entry, RecordKind
from credit.rules.codes import organisation_code
from shared.base.cleaning import InvalidIdentifier
from shared.base.identifiers import ResidentId, SocialCreditCode

LEGAL, SELF_EMPLOYED, NATURAL = "法人及非法人组织", "个体工商户", "自然人"
CATEGORIES = (LEGAL, SELF_EMPLOYED, NATURAL)
PERMIT_TYPES = ("普通", "特许", "认可", "核准", "登记", "其他")
PENALTY_TYPES = (
    "警告", "通报批评", "罚款", "没收违法所得", "没收非法财物", "暂扣许可证件", "吊销许可证件",
    "降低资质等级", "限制开展生产经营活动", "责令停产停业", "责令关闭", "限制从业", "行政拘留", "其他",
)  # fmt: skip
FINE = "罚款"
CONFISCATIONS = frozenset({"没收违法所得", "没收非法财物"})
OF_LICENCES = frozenset({"暂扣许可证件", "吊销许可证件"})
LONGEST = {"document_no": 128, "content": 4000, "authority_name": 200, "subject_name": 200}
"""Characters, as the peers' tables have them (R-CRD-13)."""
FEN_PER_YUAN, FEN_PER_WAN_YUAN = 100, 1_000_000
_AMOUNT = re.compile(r"([0-9][0-9,，]*(?:\.[0-9]{1,6})?)\s*(万)?元")


@dataclass(frozen=True)
class Flaw:
    """What is wrong with a cell."""

    field: str
    sentence: str


def flaws_of(entry: Entry, today: date) -> list[Flaw]:
    """Everything that is wrong with a row; nothing for a good one."""
    of_its_kind = _permit if entry.kind is RecordKind.PERMIT else _penalty
    return [
        flaw
        for rule in (_reportable, _filled, _lengths, _subject, _codes, _dates, of_its_kind)
        for flaw in rule(entry, today)
    ]


def _reportable(entry: Entry, _today: date) -> Iterator[Flaw]:
    if entry.state_secret:
        yield Flaw("state_secret", "涉及国家秘密的信息不报送")
    if entry.kind is RecordKind.PENALTY and entry.simple_procedure:
        yield Flaw("simple_procedure", "适用简易程序的处罚不报送")


REQUIRED = (
    "subject_name", "subject_category", "document_no", "what", "content", "decided_on",
    "authority_name", "authority_code", "source_name", "source_code",
)  # fmt: skip
REQUIRED_OF = {
    RecordKind.PERMIT: ("document_title", "valid_from", "valid_until"),
    RecordKind.PENALTY: ("facts", "basis", "penalty_types"),
}


def _filled(entry: Entry, _today: date) -> Iterator[Flaw]:
    for field in (*REQUIRED, *REQUIRED_OF[entry.kind]):
        if not getattr(entry, field):
            yield Flaw(field, "必填")


def _lengths(entry: Entry, _today: date) -> Iterator[Flaw]:
    for field, most in LONGEST.items():
        if len(getattr(entry, field)) > most:
            yield Flaw(field, f"不能超过{most}个字")


def _subject(entry: Entry, _today: date) -> Iterator[Flaw]:
    if entry.subject_category and entry.subject_category not in CATEGORIES:
        yield Flaw("subject_category", f"应为{'、'.join(CATEGORIES)}之一")
    if entry.subject_category == NATURAL:
        yield from _checked("id_number", entry.id_number, ResidentId.parse)
        return
    yield from _checked("subject_code", entry.subject_code, SocialCreditCode.parse)
    if not entry.legal_representative:
        yield Flaw("legal_representative", "法人须填写法定代表人")
    if entry.organisation_code:
        yield from _checked("organisation_code", entry.organisation_code, organisation_code)


def _codes(entry: Entry, _today: date) -> Iterator[Flaw]:
    for field in ("authority_code", "source_code"):
        if getattr(entry, field):
            yield from _checked(field, getattr(entry, field), SocialCreditCode.parse)


def _checked(field: str, text: str, parse: Callable[[str], object]) -> Iterator[Flaw]:
    try:
        parse(text)
    except InvalidIdentifier as error:
        yield Flaw(field, error.detail_zh)


def _dates(entry: Entry, today: date) -> Iterator[Flaw]:
    if entry.decided_on and entry.decided_on > today:
        yield Flaw("decided_on", "决定日期不能晚于今天")
    if entry.valid_from and entry.valid_until and entry.valid_from > entry.valid_until:
        yield Flaw("valid_until", "有效期止不能早于有效期自")


def _permit(entry: Entry, _today: date) -> Iterator[Flaw]:
    if entry.what and entry.what not in PERMIT_TYPES:
        yield Flaw("what", f"许可类别应为{'、'.join(PERMIT_TYPES)}之一")


def _penalty(entry: Entry, _today: date) -> Iterator[Flaw]:
    unknown = [one for one in entry.penalty_types if one not in PENALTY_TYPES]
    if unknown:
        yield Flaw("penalty_types", f"没有这种处罚类别：{'、'.join(unknown)}")
    types = frozenset(entry.penalty_types)
    if FINE in types:
        yield from _fine(entry)
    if types & CONFISCATIONS and not entry.confiscated_fen:
        yield Flaw("confiscated_fen", "没收须填写金额")
    if types & OF_LICENCES and not entry.licence:
        yield Flaw("licence", "须填写证照名称及编号")


def _fine(entry: Entry) -> Iterator[Flaw]:
    if not entry.fine_fen or entry.fine_fen < 0:
        yield Flaw("fine_fen", "罚款须填写金额")
    elif entry.fine_fen not in amounts_in(entry.content):
        yield Flaw("content", "处罚内容中的罚款金额与罚款金额栏不一致")


def amounts_in(text: str) -> frozenset[int]:
    """The sums that a text names, in fen; a part of a fen is none."""
    found = set()
    for number, wan in _AMOUNT.findall(text):
        fen = Decimal(re.sub("[,，]", "", number)) * (FEN_PER_WAN_YUAN if wan else FEN_PER_YUAN)
        if fen == fen.to_integral_value():
            found.add(int(fen))
    return frozenset(found)
