"""HTTP for the work on the staff's desk (工作清单): who is at what, handed over to whom, with which notes."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Response

from gateway import views
from gateway.access import LiveSession
from gateway.clock import now_of
from gateway.handlers import work as handlers
from gateway.rules.work import Item, Work
from gateway.shapes.offices import OfficeShown, StaffOffice, WorkOffice
from gateway.shapes.work import (
    Colleague,
    Colleagues,
    Desk,
    HandOver,
    ItemId,
    NewNote,
    ServiceName,
    WorkClaim,
    WorkNote,
)
from gateway.store import credentials, offices
from gateway.store import work as store
from shared.http.callers import ContextDependency, require
from shared.http.idempotency import IdempotentPost, idempotent
from shared.identity.principal import STAFF, Principal
from shared.messaging.unit import Context, Unit

CLAIMS_SHOWN_MAX = 2_000
NOTES_SHOWN_MAX = 1_000
COLLEAGUES_MAX = 500
PLACE = "/work/{service}/{kind}/{item_id}"

router = APIRouter(tags=["工作清单"])
Staff = Annotated[Principal, Depends(require(*STAFF))]
StaffPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(*STAFF))]


async def item_of(
    service: Annotated[ServiceName, Path(description="In which service the work lies.")],
    kind: Annotated[Work, Path(description="On which pile.")],
    item_id: Annotated[ItemId, Path(description="The work's number there.")],
) -> Item:
    """What a path names."""
    return Item(service, kind, item_id)


ItemNamed = Annotated[Item, Depends(item_of)]


@router.get("/work", summary="认领和备注")
async def desk(_staff: Staff, _session: LiveSession, context: ContextDependency) -> Desk:
    """List who is at what and what colleagues were told; what has been decided is on no pile any more."""
    claims = await store.claims(context.pool, now_of(context), CLAIMS_SHOWN_MAX)
    notes = await store.notes(context.pool, NOTES_SHOWN_MAX)
    people = {one.held_by for one in claims} | {one.written_by for one in notes}
    people |= {one.handed_by for one in claims if one.handed_by}
    names = await views.masked_names(context.pool, people, context.personal_data)
    given = await offices.given(context.pool, CLAIMS_SHOWN_MAX)
    places = await offices.all_offices(context.pool)
    posts = await offices.posts(context.pool)
    return Desk(
        claims=[WorkClaim.of(one, names) for one in claims],
        notes=[WorkNote.of(one, names, context.personal_data) for one in notes],
        offices=[OfficeShown.of(one) for one in places if one.closed_at is None],
        given=[WorkOffice.of(one) for one in given],
        posts=[StaffOffice(staff_id=staff, office_id=office) for staff, office in posts.items()],
    )


@router.get("/work/colleagues", summary="可转交的同事")
async def colleagues(
    _staff: Staff, _session: LiveSession, context: ContextDependency
) -> Colleagues:
    """List the staff who can log in, by login."""
    found = await credentials.staff_after(context.pool, "", COLLEAGUES_MAX)
    there = [one for one in found if one.active and one.disabled_at is None]
    return Colleagues(items=[Colleague.of(one, context.personal_data) for one in there])


@router.post(f"{PLACE}/claim", summary="认领")
async def claim(
    item: ItemNamed, staff: Staff, _session: LiveSession, context: ContextDependency
) -> WorkClaim:
    """Take something up, or keep it for longer; 409 says who has it and until when."""
    async with context.unit() as unit:
        held = await handlers.claim(unit, staff, item)
    return await _shown(context, held)


@router.post(f"{PLACE}/release", status_code=204, summary="放下")
async def release(
    item: ItemNamed, staff: Staff, _session: LiveSession, context: ContextDependency
) -> Response:
    """Lay down what one holds; doing it again changes nothing."""
    async with context.unit() as unit:
        await handlers.release(unit, staff, item)
    return Response(status_code=204)


@router.post(f"{PLACE}/handover", summary="转交")
async def hand_over(
    item: ItemNamed,
    body: HandOver,
    staff: Staff,
    _session: LiveSession,
    context: ContextDependency,
) -> WorkClaim:
    """Give what one holds to a colleague."""
    async with context.unit() as unit:
        held = await handlers.hand_over(unit, staff, item, body.to)
    return await _shown(context, held)


async def _shown(context: Context, held: store.Claim) -> WorkClaim:
    people = {held.held_by} | ({held.handed_by} if held.handed_by else set())
    names = await views.masked_names(context.pool, people, context.personal_data)
    return WorkClaim.of(held, names)


@router.post(f"{PLACE}/notes", status_code=201, response_model=WorkNote, summary="写备注")
async def note(
    item: ItemNamed, body: NewNote, caller: StaffPost, _session: LiveSession
) -> Response:
    """Leave a note for colleagues."""
    staff, post = caller

    async def handle(unit: Unit) -> WorkNote:
        made = await handlers.note(unit, staff, item, body.text)
        return WorkNote.of(made, {staff.identity_id: staff.name}, unit.personal_data)

    return await post.once(body, 201, handle)
