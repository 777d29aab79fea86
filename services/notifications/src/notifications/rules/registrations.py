"""The texts to whoever registers a company online (R-ACC-6): a code, and how the centre has answered."""

from collections.abc import Mapping
from dataclasses import dataclass

from notifications.rules.template import Priority, Template
from notifications.rules.words import Facts
from shared.messages import Event
from shared.messages.registrations import RegistrationAnswered, RegistrationCodeIssued

AGREED = "已办结，单位账号{number}，登录激活码另发短信，激活后即可网上办理"
SENT_BACK = "已退回，请在网上大厅单位页面“单位缴存登记”验证本手机号后查看原因，修改后可以重新提交"


@dataclass(frozen=True, repr=False)
class RegistrationCode:
    """The facts of a code, opened."""

    code: str
    minutes: int


REGISTRATION_CODE: Template = Template(
    "registration_code",
    "验证码{code}，用于单位缴存登记，{minutes}分钟内有效。如非本人操作，请勿告诉他人。",
    facts=lambda fact: {"code": fact.code, "minutes": str(fact.minutes)},
    priority=Priority.LOGIN_CODE,
)


def answered(event: RegistrationAnswered) -> Facts:
    """Which company, and whether it is an employer now."""
    number = event.employer_number
    return {"employer": event.name, "answer": AGREED.format(number=number) if number else SENT_BACK}


REGISTRATIONS: Mapping[type[Event], Template] = {
    RegistrationCodeIssued: REGISTRATION_CODE,
    RegistrationAnswered: Template(
        "registration_answered",
        "{employer}的单位缴存登记{answer}，详询12329。",
        facts=answered,
        key=lambda event: f"{event.registration_id}/{event.version}",
        priority=Priority.BULK,
    ),
}
