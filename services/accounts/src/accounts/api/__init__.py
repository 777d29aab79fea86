"""HTTP in: parse, authorise, call, answer; no rule here. One module per who and what."""

from accounts.api import (
    back_payments,
    books,
    change_lists,
    changes,
    citizens,
    complaints,
    corrections,
    deferrals,
    disputes,
    employers,
    exports,
    interest,
    list_files,
    lists,
    moving_in,
    staff,
    suspense,
    transfers,
)

ROUTERS = (
    citizens.router,
    employers.router,
    staff.router,
    exports.router,
    changes.router,
    change_lists.router,
    transfers.router,
    list_files.router,
    lists.router,
    back_payments.router,
    deferrals.router,
    corrections.router,
    complaints.router,
    disputes.router,
    suspense.router,
    moving_in.router,
    interest.router,
    books.router,
)
"""Looked through in this order; what citizens read comes most often."""
