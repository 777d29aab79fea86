"""What takes two people in loans: each operation examines what is proposed and, once agreed, does it."""

from loans.operations import agreements, contracts, counter, moving_in, transfers

OPERATIONS = (
    moving_in.MOVE_IN,
    *contracts.OPERATIONS,
    *agreements.OPERATIONS,
    *counter.OPERATIONS,
    *transfers.OPERATIONS,
)
