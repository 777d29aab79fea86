"""What a dunning letter (催缴函) says to an employer that owes months (R-DEP-5, 10); pure."""

from enum import StrEnum

from documents.rules.contents import Contents, Pair, Section, day_text, month_text, sum_text
from shared.messages.dunning import DunningLetterDue

KIND = "dunning_letter"
TITLES = {1: "住房公积金催缴函", 2: "住房公积金再次催缴函"}
"""By stage."""


class Way(StrEnum):
    """How a letter was sent (送达方式)."""

    POST = "post"
    BY_HAND = "by_hand"
    ELECTRONIC = "electronic"


WAY_TEXTS = {Way.POST: "邮寄送达", Way.BY_HAND: "直接送达", Way.ELECTRONIC: "电子送达"}
SECOND = (
    "本函为再次催缴。逾期仍不缴存的，本中心将依照《住房公积金管理条例》责令限期缴存；"
    "仍不缴存的，依法申请人民法院强制执行。"
)


def contents_of(letter: DunningLetterDue) -> Contents:
    """Say what is printed; no late fee, which the law does not know."""
    first, last = month_text(letter.from_month), month_text(letter.until_month)
    months = first if letter.from_month == letter.until_month else f"{first}至{last}"
    return Contents(
        TITLES[letter.stage],
        f"{letter.employer_name}（单位账号{letter.employer_number}）：经核查，你单位{months}的住房公积金"
        f"尚未缴存，应于{day_text(letter.due_on)}前缴存。请于{day_text(letter.pay_by)}前足额补缴：",
        [
            Section(
                "欠缴情况",
                [
                    Pair("欠缴月份", months, True),
                    Pair("涉及职工", f"{letter.people}人"),
                    Pair("缴存期限", day_text(letter.pay_by)),
                    Pair("欠缴金额", sum_text(letter.owed_fen), True),
                ],
            )
        ],
        SECOND if letter.stage == max(TITLES) else "",
        [
            "欠缴金额按现有缴存基数和比例计算，以补缴清册为准；已缴存的，请忽略本函。",
            "缴存有困难的，可以依照规定申请缓缴或者降低缴存比例。",
        ],
    )
