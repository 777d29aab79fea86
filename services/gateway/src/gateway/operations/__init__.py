"""What takes two people here: power over logins by two administrators, operators by employer and centre."""

from gateway.operations import administrators, operators
from gateway.operations.administrators import member_of

OPERATIONS = (*administrators.OPERATIONS, *operators.OPERATIONS)

__all__ = ["OPERATIONS", "member_of"]
