"""What takes two people here: what the centre does for an employer or a person, and lifting a freeze."""

from accounts.operations import (
    back_payments,
    books,
    change_lists,
    changes,
    corrections,
    deferrals,
    employers,
    lists,
    lowerings,
    merges,
    moving_in,
    penalties,
    policy_desk,
    registrations,
    suspense,
    transfers,
)
from shared.operations.parking.operation import SET_ASIDE

OPERATIONS = (
    *employers.OPERATIONS,
    *registrations.OPERATIONS,
    *changes.OPERATIONS,
    *change_lists.OPERATIONS,
    *transfers.OPERATIONS,
    *lists.OPERATIONS,
    *back_payments.OPERATIONS,
    *deferrals.OPERATIONS,
    *lowerings.OPERATIONS,
    *corrections.OPERATIONS,
    *merges.OPERATIONS,
    *suspense.OPERATIONS,
    *moving_in.OPERATIONS,
    *books.OPERATIONS,
    *penalties.OPERATIONS,
    *policy_desk.OPERATIONS,
    SET_ASIDE,
)
