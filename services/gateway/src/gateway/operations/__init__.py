"""What takes two people here: power over logins, operators, phones and names at the counter."""

from gateway.operations import administrators, corrections, operators, phones
from gateway.operations.administrators import member_of

OPERATIONS = (
    *administrators.OPERATIONS,
    *operators.OPERATIONS,
    *phones.OPERATIONS,
    *corrections.OPERATIONS,
)

__all__ = ["OPERATIONS", "member_of"]
