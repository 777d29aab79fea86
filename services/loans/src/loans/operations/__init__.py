"""What takes two people in loans: each operation examines what is proposed and, once agreed, does it."""

from loans.operations import (
    agreements,
    contracts,
    counter,
    moving_in,
    moving_in_files,
    policy_desk,
    transfers,
)
from shared.operations.parking.operation import SET_ASIDE

OPERATIONS = (
    moving_in.MOVE_IN,
    moving_in_files.MOVE_IN_FILES,
    *contracts.OPERATIONS,
    *agreements.OPERATIONS,
    *counter.OPERATIONS,
    *transfers.OPERATIONS,
    *policy_desk.OPERATIONS,
    SET_ASIDE,
)
