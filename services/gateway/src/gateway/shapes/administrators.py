"""What administrators send and see; personal data is masked."""

from datetime import datetime
from typing import Literal, Self
from uuid import UUID

from pydantic import BaseModel, Field

from gateway.shapes.fields import Body, Login, Name
from gateway.store.credentials import Staff
from shared.base.identifiers import mask_name
from shared.sealing.personal_data import PersonalData


class NewStaff(Body):
    """One person, one role."""

    login: Login = Field(examples=["zhang.san"])
    name: Name = Field(examples=["张三"], repr=False)
    id_number: str = Field(max_length=40, examples=["11010519491231002X"], repr=False)
    role: Literal["staff_maker", "staff_checker", "staff_admin"]


class StaffShown(BaseModel):
    """A member of staff."""

    id: UUID
    login: str
    name: str
    """Masked."""
    role: str
    state: Literal["awaiting_activation", "active", "disabled"]
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


class StaffPage(BaseModel):
    """Staff by login."""

    items: list[StaffShown]
    next_cursor: str | None


class ActivationMade(BaseModel):
    """Handed over in person; shown once."""

    activation_code: str
    expires_at: datetime


class NewDevice(Body):
    """A self-service terminal."""

    name: Name = Field(examples=["德城区服务大厅1号机"])


class DeviceMade(BaseModel):
    """What the terminal is configured with; shown once."""

    identity_id: UUID
    client_id: str
    client_secret: str


class RotationWanted(Body):
    """Why keys are rotated at once."""

    withdraw: bool = False
    """Take all older keys back: every token signed by them dies."""


class Rotated(BaseModel):
    """The key that signs now."""

    key_id: str
