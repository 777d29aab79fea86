"""HTTP for agents: the telephone desk (电话台)."""

from typing import Annotated

from fastapi import APIRouter, Depends

from hotline import views
from hotline.domain import AgentState
from hotline.handlers import agents
from hotline.settings import settings_of
from hotline.shapes.desk import Desk, NewCode, NewState, OwnSeat, WaitingLine
from shared.http.callers import ContextDependency, require
from shared.identity.principal import BUSINESS, Principal

router = APIRouter(tags=["12329热线"])

WAITING_MAX = 100
Agent = Annotated[Principal, Depends(require(*BUSINESS))]


@router.get("/desk", summary="电话台")
async def show_desk(context: ContextDependency, agent: Agent) -> Desk:
    """Show who waits, how the agent stands and whose call it is; asked again every few seconds."""
    pool = context.pool
    waiting = await views.waiting(pool, WAITING_MAX)
    counted = await views.agents_now(pool)
    return Desk(
        at=context.clock.now(),
        me=OwnSeat.of(await views.seat_of(pool, agent.identity_id)),
        waiting=[WaitingLine(**row) for row in waiting],
        **counted,
    )


@router.post("/desk/code", status_code=201, summary="领取话机接入码")
async def new_code(context: ContextDependency, agent: Agent) -> NewCode:
    """Give the agent a code for the telephone; it makes the one before void, and is kept as a hash alone."""
    code = await context.transact(lambda unit: agents.give_code(unit, agent.identity_id))
    extension = settings_of(context).agent_extension
    return NewCode(code=code.digits, extension=extension, expires_at=code.until)


@router.post("/desk/state", summary="变更坐席状态")
async def turn(body: NewState, context: ContextDependency, agent: Agent) -> NewState:
    """Say how one stands; saying it again changes nothing."""
    state = AgentState(body.state)
    await context.transact(lambda unit: agents.turn(unit, agent.identity_id, state))
    return body
