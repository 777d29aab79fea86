"""By which rows credit decides: those that the release ships, and those a centre has adopted (ADR 55).

What migrations put into these tables is digested in `policies.txt`, which `make generate` writes.
"""

from shared.sealing.policies import PolicyTable, proposal_policy, shipped_by

SHIPPED = shipped_by("credit")
PERIOD_POLICY = PolicyTable(
    "period_policy",
    ("effective_from", "gravity", "published", "least_months", "most_months", "source"),
    SHIPPED["period_policy"],
)
GRAVITY_POLICY = PolicyTable(
    "gravity_policy",
    ("effective_from", "penalty_type", "gravity"),
    SHIPPED["gravity_policy"],
)
LIST_KIND = PolicyTable("list_kind", ("list_code", "name", "colour", "basis"), SHIPPED["list_kind"])
MEASURE = PolicyTable(
    "measure",
    (
        "measure_code",
        "effective_from",
        "list_code",
        "matter",
        "kind",
        "effect",
        "words",
        "source",
        "ended_on",
    ),
    SHIPPED["measure"],
)
POLICIES = (PERIOD_POLICY, GRAVITY_POLICY, LIST_KIND, MEASURE, proposal_policy(SHIPPED))
