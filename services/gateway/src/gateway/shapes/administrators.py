"""What administrators send and see; personal data is masked."""

from datetime import datetime
from typing import Literal, Self
from uuid import UUID

from pydantic import Field

from gateway.shapes.fields import Body, Login, Name
from gateway.store.credentials import Staff
from shared.base.identifiers import mask_name
from shared.base.shape import Shape
from shared.sealing.personal_data import PersonalData


class NewStaff(Body):
    """One person, one role."""

    login: Login = Field(examples=["zhang.san"])
    name: Name = Field(examples=["张三"], repr=False)
    """Name (姓名)."""
    id_number: str = Field(max_length=40, examples=["11010519491231002X"], repr=False)
    role: Literal["staff_maker", "staff_checker", "staff_admin"]
    """The one role: maker (经办), checker (复核) or administrator (管理员)."""


class StaffShown(Shape):
    """A member of staff."""

    id: UUID
    login: str
    name: str
    """Name (姓名), masked."""
    role: str
    state: Literal["awaiting_activation", "active", "disabled"]
    """Whether the login can be used."""
    created_at: datetime

    @classmethod
    def of(cls, staff: Staff, personal_data: PersonalData) -> Self:
        """Show a member of staff."""
        state: Literal["awaiting_activation", "active", "disabled"] = (
            "disabled" if staff.disabled_at else "active" if staff.active else "awaiting_activation"
        )
        return cls(
            id=staff.identity.id,
            login=staff.login,
            name=mask_name(personal_data.open(staff.identity.name_sealed)),
            role=staff.identity.role.value,
            state=state,
            created_at=staff.created_at,
        )


class StaffPage(Shape):
    """Staff by login."""

    items: list[StaffShown]
    next_cursor: str | None


class ActivationMade(Shape):
    """Handed over in person; shown once."""

    activation_code: str
    expires_at: datetime


class NewDevice(Body):
    """A self-service terminal."""

    name: Name = Field(examples=["德城区服务大厅1号机"])
    """Where the terminal stands."""


class DeviceMade(Shape):
    """What the terminal is configured with; shown once."""

    identity_id: UUID
    client_id: str
    client_secret: str


class RotationWanted(Body):
    """Why keys are rotated at once."""

    withdraw: bool = False
    """Take all older keys back: every token signed by them dies."""


class Rotated(Shape):
    """The key that signs now."""

    key_id: str
    """Id (`kid`) of the key that signs from now on."""
