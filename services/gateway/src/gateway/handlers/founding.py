"""The first staff of a new system, made on the host: two administrators at the least."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import UUID

from gateway.errors import Reason, Refused
from gateway.handlers import administration
from gateway.store import credentials, identities
from gateway.store.credentials import Staff
from gateway.store.identities import NewMember
from shared.audit import trail as audit
from shared.identity.principal import Role
from shared.messaging.unit import Unit

SINCE_EVER = datetime(1970, 1, 1, tzinfo=UTC)
"""Who was there when the system was set up is nobody's newcomer."""
ADMINISTRATORS_MIN = 2


async def found(unit: Unit, members: Sequence[NewMember]) -> dict[str, str]:
    """Make the first staff; return each login's activation code, to be shown once.

    As long as nobody has activated a login it may be done again: the codes of before are worth nothing then.
    Raises `TWO_ADMINISTRATORS_NEEDED`, `ALREADY_FOUNDED` where somebody has, and what `create` does.
    """
    roles = Counter(member.role for member in members)
    if roles[Role.STAFF_ADMIN] < ADMINISTRATORS_MIN:
        raise Refused(Reason.TWO_ADMINISTRATORS_NEEDED)
    if await credentials.somebody_is_in(unit.connection):
        raise Refused(Reason.ALREADY_FOUNDED)
    codes: dict[str, str] = {}
    made: list[UUID] = []
    for member in members:
        staff = await _made_before(unit, member) or await administration.create(unit, member, None)
        codes[member.login] = await administration.send_activation(
            unit, staff.identity, staff.login
        )
        made.append(staff.identity.id)
    for identity_id in made:
        await identities.change(
            unit.connection, unit.personal_data, identity_id, active_since=SINCE_EVER
        )
        await administration.say_standing(unit, identity_id)
    await audit.append(
        unit.connection, [audit.by_operator("found staff", str(member)) for member in made]
    )
    return codes


async def _made_before(unit: Unit, member: NewMember) -> Staff | None:
    """The same member of staff, of a founding whose codes were lost."""
    found = await credentials.find_staff(unit.connection, member.login)
    return found if found and found.identity.role is member.role else None
