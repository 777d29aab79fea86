"""What an employer changes for many at once: done by its operator, or for it by two of the centre."""

from accounts.access import decided_by
from accounts.domain import Month
from accounts.handlers import change_lists, ratios
from accounts.handlers.changes import Actor
from accounts.handlers.ratios import RatioChange
from accounts.rules.ratio import JULY
from accounts.shapes import change_lists as shapes
from accounts.store import changes as store
from shared.identity.principal import Principal
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision, Facts, Operation


def _proposing(by: Principal) -> Actor:
    return Actor(str(by.identity_id), None)


async def change(
    unit: Unit, employer_number: str, body: shapes.ChangesBody, actor: Actor
) -> shapes.ChangesDone:
    """Do a list of changes, all or none (R-CHG-1)."""
    done = await change_lists.change(unit, employer_number, body.changes(), actor)
    return shapes.ChangesDone(count=len(done), items=[shapes.ChangeDone.of(one) for one in done])


async def preview(
    unit: Unit, employer_number: str, body: shapes.ChangesBody, actor: Actor
) -> shapes.ChangesPreview:
    """Say what a list of changes would do (R-CHG-5)."""
    found = await change_lists.preview(unit, employer_number, body.changes(), actor)
    month, rolled, done = found
    return shapes.ChangesPreview(
        rolled=shapes.Rolled.of(month, rolled),
        limits_crossed=[shapes.ChangeDone.of(one) for one in done if one.crosses_limit],
        items=[shapes.ChangeDone.of(one) for one in done],
    )


async def _examine_changes(unit: Unit, body: shapes.ChangesProposal, by: Principal) -> Facts:
    async with unit.undone():
        await change(unit, body.employer_number, body, _proposing(by))
    numbers = [item.account_number for item in body.items]
    owners = await store.owners_of(unit.connection, numbers)
    summary = f"代单位{body.employer_number}办理汇缴变更{len(body.items)}行"
    return Facts(body.employer_number, summary, frozenset(owners))


async def _execute_changes(
    unit: Unit, body: shapes.ChangesProposal, decision: Decision
) -> shapes.ChangesDone:
    return await change(unit, body.employer_number, body, decided_by(decision))


async def change_ratio(
    unit: Unit, employer_number: str, body: shapes.RatioBody, actor: Actor
) -> shapes.Rolled:
    """Set another pair of ratios for all staff (R-CHG-4)."""
    month, pair = (
        Month.parse(body.effective_month),
        (body.employer_ratio_bp, body.employee_ratio_bp),
    )
    wanted = RatioChange(employer_number, month, *pair, body.remark or body.reason or "")
    return shapes.Rolled.of(month, await ratios.change_ratio(unit, wanted, actor))


async def _examine_ratio(unit: Unit, body: shapes.RatioProposal, by: Principal) -> Facts:
    async with unit.undone():
        rolled = await change_ratio(unit, body.employer_number, body, _proposing(by))
    percents = f"{body.employer_ratio_bp / 100:g}%+{body.employee_ratio_bp / 100:g}%"
    summary = (
        f"代单位{body.employer_number}调整缴存比例为{percents}，"
        f"自{rolled.month}起，涉及{rolled.people}人"
    )
    return Facts(body.employer_number, summary)


async def _execute_ratio(
    unit: Unit, body: shapes.RatioProposal, decision: Decision
) -> shapes.Rolled:
    return await change_ratio(unit, body.employer_number, body, decided_by(decision))


async def set_bases_of_july(
    unit: Unit, employer_number: str, body: shapes.RoundBody, actor: Actor
) -> shapes.RoundDone:
    """Set everybody's base of a July (R-CHG-3)."""
    items = [(item.account_number, item.base_fen) for item in body.items]
    counted, rolled = await ratios.set_bases_of_july(unit, employer_number, body.year, items, actor)
    return shapes.RoundDone.of(Month(body.year, JULY), counted, rolled)


async def _examine_round(unit: Unit, body: shapes.RoundProposal, by: Principal) -> Facts:
    async with unit.undone():
        await set_bases_of_july(unit, body.employer_number, body, _proposing(by))
    numbers = [item.account_number for item in body.items]
    owners = await store.owners_of(unit.connection, numbers)
    summary = f"代单位{body.employer_number}办理{body.year}年度基数调整，{len(numbers)}人"
    return Facts(body.employer_number, summary, frozenset(owners))


async def _execute_round(
    unit: Unit, body: shapes.RoundProposal, decision: Decision
) -> shapes.RoundDone:
    return await set_bases_of_july(unit, body.employer_number, body, decided_by(decision))


CHANGE = Operation(
    "accounts.change",
    "代单位办理汇缴变更",
    shapes.ChangesProposal,
    _examine_changes,
    _execute_changes,
)
CHANGE_RATIO = Operation(
    "employer.change_ratio",
    "代单位调整缴存比例",
    shapes.RatioProposal,
    _examine_ratio,
    _execute_ratio,
)
BASE_ROUND = Operation(
    "accounts.base_round",
    "代单位年度基数调整",
    shapes.RoundProposal,
    _examine_round,
    _execute_round,
)
OPERATIONS = (CHANGE, CHANGE_RATIO, BASE_ROUND)
