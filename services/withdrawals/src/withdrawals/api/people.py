"""HTTP for staff who look at one person whole: what withdrawals know of them. No rule here."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends

from shared.http.callers import ContextDependency, looking
from shared.identity.principal import BUSINESS, Principal
from shared.messaging.unit import Context
from withdrawals.api.citizens import NEWEST
from withdrawals.shapes.agreements import Agreement
from withdrawals.shapes.brakes import BrakesShown
from withdrawals.shapes.cards import KeptCard
from withdrawals.shapes.citizens import Application
from withdrawals.shapes.consents import ConsentShown
from withdrawals.shapes.people import PersonShown
from withdrawals.store import agreements, brakes, cards, consents, rulebooks
from withdrawals.views import citizens, deaths, staff

router = APIRouter(tags=["提取审核与管理"])
Looker = Annotated[Principal, Depends(looking(*BUSINESS))]
APPLICATIONS_MAX = 20
BANS_MAX = 20


@router.get("/people/{person_id}", summary="一名职工的提取、约定、银行卡、授权和限制")
async def person(person_id: UUID, _principal: Looker, context: ContextDependency) -> PersonShown:
    """Return everything of a person's withdrawals; of whom there is nothing, nothing. The look is kept."""
    pool, today = context.pool, context.clock.today()
    found = await citizens.applications_of(pool, person_id, NEWEST, APPLICATIONS_MAX)
    async with context.unit() as unit:
        kept = await cards.kept(unit.connection, person_id)
        agreed = await agreements.of_person(unit.connection, person_id)
    return PersonShown(
        applications=[Application.of(case) for case in found],
        agreements=[Agreement.of(one) for one in agreed],
        cards=[KeptCard.of(one) for one in kept],
        brakes=await _brakes(context, person_id),
        consent=ConsentShown.of(await consents.standing(pool, person_id, today)),
        bans=await staff.bans(pool, today, BANS_MAX, person_id=person_id),
        deaths=await deaths.deaths(pool, 1, person_id=person_id),
    )


async def _brakes(context: Context, person_id: UUID) -> BrakesShown:
    found = await brakes.read(context.pool, person_id)
    async with context.unit() as unit:
        moment = await rulebooks.moment(unit)
    return BrakesShown.of(found, moment.book.brakes(moment.today), moment.now)
