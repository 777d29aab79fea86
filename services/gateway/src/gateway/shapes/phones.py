"""What is sent and seen about the phone on file (预留手机号) of a citizen."""

from pydantic import Field

from gateway.shapes.fields import Body
from shared.base.id_documents import IdType
from shared.base.shape import Shape
from shared.proposals.shapes import Grounds


class NewPhone(Body):
    """The phone that shall be on file."""

    phone: str = Field(max_length=40, examples=["13905340009"], repr=False)
    """Mainland mobile number."""


class OwnPhone(NewPhone):
    """The phone that shall be on file, and that one has it."""

    proof: str = Field(max_length=4_096, repr=False)
    """What `POST /confirmations/{confirmation_id}` answered for the code that the new phone was sent."""


class PhoneProposal(Grounds):
    """A citizen at the counter whose phone on file shall be another one, because the old one is lost."""

    id_type: IdType = IdType.RESIDENT_ID
    """Type of the identity document (证件类型), A.1."""
    id_number: str = Field(max_length=40, examples=["11010519491231002X"], repr=False)
    """Number of the identity document that was shown."""
    phone: str = Field(max_length=40, examples=["13905340009"], repr=False)
    """The phone that shall be on file."""


class PhoneShown(Shape):
    """The phone on file from now on."""

    phone: str
    """Masked."""
