"""What takes two people here: what the centre does for an employer or a person, and lifting a freeze."""

from accounts.operations import changes, employers, lists, moving_in, suspense

OPERATIONS = (
    *employers.OPERATIONS,
    *changes.OPERATIONS,
    *lists.OPERATIONS,
    *suspense.OPERATIONS,
    *moving_in.OPERATIONS,
)
