"""What takes two people here: whoever could publish or hide alone could ruin a firm, or save a friend."""

from credit.operations import imports, lists, policies, records, repairs, shields, subjects, users
from shared.operations.parking.operation import SET_ASIDE

OPERATIONS = (
    *subjects.OPERATIONS,
    *records.OPERATIONS,
    *repairs.OPERATIONS,
    *shields.OPERATIONS,
    *imports.OPERATIONS,
    *lists.OPERATIONS,
    *users.OPERATIONS,
    *policies.OPERATIONS,
    SET_ASIDE,
)
