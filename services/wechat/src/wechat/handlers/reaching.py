"""Who is reached in another way than before is told to notifications; whose binding ended, to the phone."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from shared.messaging.unit import Unit
from wechat import announcements
from wechat.rules.notices import templates_of
from wechat.settings import settings_of
from wechat.store import followers
from wechat.store.bindings import Ended


async def tell_reach(unit: Unit, persons: Iterable[UUID]) -> None:
    """Say how these persons are reached now, where that has changed."""
    asked = sorted(set(persons))
    if asked:
        classes = settings_of(unit.context).wechat_templates
        for reach in await followers.reach_changed(unit.connection, asked, classes):
            unit.emit(
                announcements.reach_changed(
                    reach.person_id, templates_of(reach.classes), reach.version
                )
            )


async def tell_ended(unit: Unit, ended: Sequence[Ended], cause: str, now: datetime) -> None:
    """Say which bindings have ended, and how their persons are reached now."""
    for one in ended:
        unit.emit(announcements.unbound(one.binding_id, one.person_id, cause, now))
    await tell_reach(unit, [one.person_id for one in ended])
