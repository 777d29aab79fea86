"""What is sent and seen about employers' operators (单位经办人); personal data is masked."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field

from gateway.shapes.fields import Name
from gateway.store.identities import name_of, phone_of
from gateway.store.operators import Operator
from shared.base.id_documents import IdType
from shared.base.identifiers import mask_name, mask_phone
from shared.base.shape import Shape
from shared.identity.principal import Right
from shared.proposals.shapes import Grounds
from shared.sealing.personal_data import PersonalData

Rights = Annotated[
    list[Right],
    Field(
        min_length=1,
        max_length=len(Right),
        description="`draft` 编制, `confirm` 确认, `pay` 缴款, `look` 查询.",
        examples=[["draft", "look"]],
    ),
]
EmployerNumber = Annotated[str, Field(pattern=r"^[0-9]{6,20}$")]


class NewOperator(Grounds):
    """Somebody who shall work online for an employer, and why; the centre agrees."""

    name: Name = Field(examples=["张三"], repr=False)
    """Full name."""
    id_type: IdType = IdType.RESIDENT_ID
    """Type of the identity document (证件类型), A.1."""
    id_number: str = Field(max_length=40, examples=["11010519491231002X"], repr=False)
    """Number of the identity document."""
    phone: str = Field(max_length=40, examples=["13805340001"], repr=False)
    """The person's own phone; the activation code goes there."""
    rights: Rights
    replaces: UUID | None = None
    """An operator who is shut in the same instant."""


class OperatorProposal(NewOperator):
    """For which employer."""

    employer_number: EmployerNumber


class RightsWanted(Grounds):
    """Other rights of an operator, and why."""

    rights: Rights


class RightsProposal(RightsWanted):
    """Of which operator."""

    operator_id: UUID


class OperatorGrounds(Grounds):
    """What is proposed of an operator, and why."""

    operator_id: UUID


class OperatorShown(Shape):
    """An operator of an employer."""

    id: UUID
    employer_number: str
    login: str
    """What the operator logs in with."""
    name: str
    """Name (姓名), masked."""
    phone: str
    """Phone number, masked."""
    rights: list[Right]
    """What the operator may do for the employer."""
    state: str
    """`awaiting_activation` 待激活, `active` 在用, `shut` 已停用."""
    appointed_at: datetime
    """When the operator was appointed."""

    @classmethod
    def of(cls, operator: Operator, data: PersonalData) -> Self:
        """Show an operator."""
        identity = operator.identity
        state = "active" if operator.activated else "awaiting_activation"
        return cls(
            id=identity.id,
            employer_number=str(identity.employer_number),
            login=operator.login,
            name=mask_name(name_of(identity, data)),
            phone=mask_phone(phone_of(identity, data) or ""),
            rights=sorted(identity.rights),
            state=state if operator.active else "shut",
            appointed_at=operator.created_at,
        )


class OperatorList(Shape):
    """All operators of an employer, by when they came."""

    items: list[OperatorShown]
