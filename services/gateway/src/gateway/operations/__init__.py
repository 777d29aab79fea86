"""What takes two people here: power over logins by administrators, operators, phones at the counter."""

from gateway.operations import administrators, operators, phones
from gateway.operations.administrators import member_of

OPERATIONS = (*administrators.OPERATIONS, *operators.OPERATIONS, *phones.OPERATIONS)

__all__ = ["OPERATIONS", "member_of"]
