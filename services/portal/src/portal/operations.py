"""What takes two people here: whoever could publish alone could send a whole city to a swindler."""

from portal import handlers
from portal.domain import lines_of
from portal.shapes import NewNotice, NoticeWithdrawal, PlaceChange, QuestionChange
from shared.base.shape import Shape
from shared.identity.principal import Principal
from shared.messaging.unit import Unit
from shared.operations.parking.operation import SET_ASIDE
from shared.proposals.operation import Decision, Facts, Operation


def in_one(text: str) -> str:
    """The lines of a text as one sentence."""
    return "，".join(lines_of(text))


class Published(Shape):
    """What was published."""

    notice_id: str
    """Its number."""


async def _examine_notice(unit: Unit, body: NewNotice, _by: Principal) -> Facts:
    handlers.demand_days(unit, body)
    until = f"至{body.shown_until}" if body.shown_until else "起"
    days = f"{body.shown_from}{until}展示"
    # Whoever decides must read all of it: the body itself is kept sealed.
    return Facts(
        body.title, f"发布{body.topic.text}公告《{body.title}》，{days}，正文：{body.body}"
    )


async def _publish(unit: Unit, body: NewNotice, decision: Decision) -> Published:
    return Published(notice_id=str(await handlers.publish(unit, body, decision)))


async def _examine_withdrawal(unit: Unit, body: NoticeWithdrawal, _by: Principal) -> Facts:
    title = await handlers.title_of(unit, body.notice_id)
    return Facts(str(body.notice_id), f"撤回公告《{title}》")


async def _withdraw(unit: Unit, body: NoticeWithdrawal, decision: Decision) -> None:
    await handlers.withdraw(unit, body.notice_id, decision)


async def _examine_place(_unit: Unit, body: PlaceChange, _by: Principal) -> Facts:
    verb = "停止展示" if body.closed else "展示"
    # As with a notice: whoever decides reads all that the site will say.
    told = f"服务时间：{in_one(body.hours)}；办理业务：{in_one(body.services)}"
    return Facts(body.code, f"{verb}网点{body.name}（{body.address}，{body.telephone}），{told}")


async def _change_place(unit: Unit, body: PlaceChange, decision: Decision) -> None:
    await handlers.change_place(unit, body, decision)


async def _examine_question(_unit: Unit, body: QuestionChange, _by: Principal) -> Facts:
    verb = "停止展示" if body.removed else "展示"
    return Facts(body.code, f"{verb}{body.topic.text}问题“{body.question}”：{body.answer}")


async def _change_question(unit: Unit, body: QuestionChange, decision: Decision) -> None:
    await handlers.change_question(unit, body, decision)


PUBLISH = Operation("notice.publish", "发布公告", NewNotice, _examine_notice, _publish)
WITHDRAW = Operation(
    "notice.withdraw", "撤回公告", NoticeWithdrawal, _examine_withdrawal, _withdraw
)
CHANGE_PLACE = Operation("place.change", "变更网点", PlaceChange, _examine_place, _change_place)
CHANGE_QUESTION = Operation(
    "question.change", "变更常见问题", QuestionChange, _examine_question, _change_question
)
OPERATIONS = (PUBLISH, WITHDRAW, CHANGE_PLACE, CHANGE_QUESTION, SET_ASIDE)
