"""What administrators send and see; personal data is masked."""

from datetime import datetime
from typing import Literal, Self
from uuid import UUID

from pydantic import Field, model_validator

from gateway.shapes.fields import Body, Login, Name, SecretHash
from gateway.shapes.terminals import Printer, Reader
from gateway.store.credentials import Device, Staff
from gateway.store.identities import name_of
from shared.base.identifiers import mask_name
from shared.base.shape import Shape
from shared.proposals.shapes import Grounds
from shared.sealing.personal_data import PersonalData

StaffRole = Literal["staff_maker", "staff_checker", "staff_admin", "staff_auditor"]
DeviceChannel = Literal["kiosk", "hotline", "wechat"]


class InRole(Grounds):
    """A role, and whether one decides in it what is kept for senior checkers."""

    role: StaffRole
    """`staff_maker` 经办, `staff_checker` 复核, `staff_admin` 管理员, `staff_auditor` 审计."""
    senior: bool = False
    """Of a checker: 高级复核员."""

    @model_validator(mode="after")
    def _only_checkers_are_senior(self) -> Self:
        if self.senior and self.role != "staff_checker":
            raise ValueError("只有复核员可以是高级复核员")
        return self


class NewStaff(InRole):
    """One person, one role, one phone; another administrator decides."""

    login: Login = Field(examples=["zhang.san"])
    """What the member of staff logs in with."""
    name: Name = Field(examples=["张三"], repr=False)
    """Full name."""
    id_number: str = Field(max_length=40, examples=["11010519491231002X"], repr=False)
    """Resident ID number (GB 11643)."""
    phone: str = Field(max_length=40, examples=["13805340001"], repr=False)
    """The person's own phone; the activation code goes there."""


class StaffGrounds(Grounds):
    """What is proposed of a member of staff, and why."""

    staff_id: UUID
    """Whom it is about."""


class RoleChange(InRole):
    """Another role for a member of staff, and why."""

    staff_id: UUID
    """Whom it is about."""


class RoleWanted(InRole):
    """Another role, and why."""


class StaffShown(Shape):
    """A member of staff."""

    id: UUID
    login: str
    name: str
    """Name (姓名), masked."""
    role: str
    """In which the person works."""
    senior: bool
    """Of a checker: 高级复核员."""
    state: Literal["awaiting_activation", "active", "disabled"]
    """Whether the login can be used."""
    created_at: datetime
    office_id: UUID | None
    """Where the person works (管理部), of `GET /offices`; none where it is not said."""

    @classmethod
    def of(cls, staff: Staff, personal_data: PersonalData) -> Self:
        """Show a member of staff."""
        state: Literal["awaiting_activation", "active", "disabled"] = (
            "disabled" if staff.disabled_at else "active" if staff.active else "awaiting_activation"
        )
        return cls(
            id=staff.identity.id,
            login=staff.login,
            name=mask_name(name_of(staff.identity, personal_data)),
            role=staff.identity.role.value,
            senior=staff.identity.senior,
            state=state,
            created_at=staff.created_at,
            office_id=staff.office_id,
        )


class StaffPage(Shape):
    """Staff by login."""

    items: list[StaffShown]
    next_cursor: str | None


class NewDevice(Grounds):
    """A terminal, or what else people log in through; nobody here sees more than the hash of its secret."""

    name: Name = Field(examples=["德城区服务大厅1号机"])
    """Where it stands."""
    secret_hash: SecretHash = Field(examples=["9f" * 32])
    """SHA-256 of the secret that the terminal has made, in hex."""
    channel: DeviceChannel = "kiosk"
    """What is logged in through it comes by this channel."""


class DeviceListed(Shape):
    """A terminal."""

    client_id: str
    name: str
    """Where it stands."""
    channel: DeviceChannel
    since: datetime
    """When it was registered."""
    revoked_at: datetime | None
    """Since when it lets nobody in."""
    seen_at: datetime | None
    """When it last said how it is; none of one that never did."""
    silent: bool
    """Whether that is longer ago than it should be; never of one that was revoked."""
    printer: Printer | None
    """As it said then."""
    reader: Reader | None
    """Of ID cards, as it said then."""

    @classmethod
    def of(cls, device: Device, personal_data: PersonalData, heard_since: datetime) -> Self:
        """Show a terminal; one that said nothing since `heard_since` is silent."""
        heard = device.seen_at is None or device.seen_at >= heard_since
        return cls(
            client_id=device.client_id,
            name=name_of(device.identity, personal_data),
            channel=device.channel,
            since=device.created_at,
            revoked_at=device.disabled_at,
            seen_at=device.seen_at,
            silent=not heard and device.disabled_at is None,
            printer=device.printer,
            reader=device.reader,
        )


class DeviceList(Shape):
    """All terminals, by when they came."""

    items: list[DeviceListed]


class DeviceMade(Shape):
    """What the terminal logs in with, beside its secret."""

    client_id: str
    """Its name at the login."""


class Dashboards(Shape):
    """Where the system is watched."""

    grafana_url: str | None
    """Grafana; none where no address is set."""
    broker_url: str | None
    """RabbitMQ's management page; none where no address is set."""


class RotationWanted(Body):
    """Why keys are rotated at once."""

    withdraw: bool = False
    """Take all older keys back: every token signed by them dies."""


class Rotated(Shape):
    """The key that signs now."""

    key_id: str
    """Id (`kid`) of the key that signs from now on."""
