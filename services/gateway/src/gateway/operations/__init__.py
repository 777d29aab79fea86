"""What takes two people here: power over logins, operators, phones and names at the counter."""

from gateway.operations import administrators, corrections, operators, phones
from gateway.operations.administrators import member_of
from shared.operations.parking.operation import SET_ASIDE

OPERATIONS = (
    *administrators.OPERATIONS,
    *operators.OPERATIONS,
    *phones.OPERATIONS,
    *corrections.OPERATIONS,
    SET_ASIDE,
)

__all__ = ["OPERATIONS", "member_of"]
