"""What an operator has filled in and not submitted yet (草稿): kept for the employer's operators."""

from datetime import timedelta

from accounts.errors import Reason, Refused
from accounts.sealed import PAGE_DRAFT
from accounts.store import page_drafts as store
from accounts.store.page_drafts import Place
from accounts.store.rows import PageDraftRow
from shared.base.clock import BUSINESS_ZONE
from shared.messaging.unit import Unit


async def save(
    unit: Unit, place: Place, made_from: int, content: str | None, by: tuple[str, str]
) -> PageDraftRow:
    """Keep a draft that was made from a version, or its end (None); raises `Refused`: `DRAFT_CHANGED`.

    Who still has an older version writes over nothing that another operator did meanwhile.
    """
    before = await store.lock_draft(unit.connection, place)
    if before is not None and before["version"] != made_from:
        at = before["saved_at"].astimezone(BUSINESS_ZONE)
        raise Refused(Reason.DRAFT_CHANGED, name=before["saved_name"], at=f"{at:%H:%M}")
    sealed = None if content is None else unit.personal_data.seal(content, PAGE_DRAFT, *place)
    return await store.keep(unit.connection, place, sealed, by, unit.clock.now())


async def forget_old(unit: Unit, keep_days: int) -> int:
    """Delete drafts that nobody has touched for so many days; return how many."""
    return await store.forget_old(unit.connection, unit.clock.now() - timedelta(days=keep_days))
