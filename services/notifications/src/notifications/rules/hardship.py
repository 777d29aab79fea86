"""The text about what an employer in hardship asked for (缓缴、降低缴存比例), and its facts (R-DEP-9)."""

from collections.abc import Mapping

from notifications.rules.template import Priority, Template
from notifications.rules.words import Facts, month
from shared.messages import Event
from shared.messages.changes import HardshipAnswered
from shared.messages.employers import Hardship

KINDS = {Hardship.DEFERRAL: "缓缴", Hardship.LOWERING: "降低缴存比例"}
AGREED = "已批准，详情见网上大厅“业务提交”"
SENT_BACK = "已退回，请登录网上大厅“业务提交”查看原因，修改后可以重新提交"


def answered(event: HardshipAnswered) -> Facts:
    """What was asked for, of which months, and whether it was agreed."""
    first, last = month(event.from_month), month(event.until_month)
    return {
        "employer": event.name,
        "months": first if event.from_month == event.until_month else f"{first}至{last}",
        "kind": KINDS[event.kind],
        "answer": AGREED if event.agreed else SENT_BACK,
    }


HARDSHIP: Mapping[type[Event], Template] = {
    HardshipAnswered: Template(
        "hardship_answered",
        "{employer}的经办人：贵单位{months}的{kind}申请{answer}，详询12329。",
        facts=answered,
        key=lambda event: str(event.request_id),
        priority=Priority.BULK,
    ),
}
