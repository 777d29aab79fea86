"""What is read of a booked repayment before it is undone."""

from collections import defaultdict
from collections.abc import Sequence

from loans.rules.repayment import Allocation, RepaymentKind
from loans.rules.reversal import PlanBefore, Undone
from loans.rules.schedule import Instalment
from shared.base.db import Connection
from shared.base.money import Fen

ENTRIES = """
SELECT entry.contract_number, entry.entry_number, serial, kind, entry.amount_fen, principal_fen,
       interest_fen, penalty_fen, account.entries = entry.entry_number
           AND account.version = coalesce(plan.version, account.version) AS is_last,
       plan.version AS plan_version,
       (SELECT max(earlier.booked_on) FROM entry AS earlier
        WHERE earlier.contract_number = entry.contract_number AND earlier.penalty_fen > 0
          AND earlier.entry_number <> entry.entry_number
          AND NOT EXISTS (SELECT FROM entry AS undoing
                          WHERE undoing.contract_number = earlier.contract_number
                            AND undoing.reverses = earlier.entry_number)) AS penalty_settled_before
FROM unnest($1::text[], $2::integer[]) AS wanted (contract_number, entry_number)
JOIN entry USING (contract_number, entry_number)
JOIN account USING (contract_number)
LEFT JOIN plan_version AS plan ON plan.contract_number = entry.contract_number
    AND plan.entry_number = entry.entry_number AND plan.cause = 'prepayment'
"""
ALLOCATIONS = """
SELECT contract_number, number, interest_fen, principal_fen
FROM unnest($1::text[], $2::integer[]) AS wanted (contract_number, entry_number)
JOIN allocation USING (contract_number, entry_number)
ORDER BY contract_number, number
"""
# The plan as it stood before the entry's own version, from that version's first instalment on.
PLANS_BEFORE = """
SELECT made.contract_number, before.annual_rate, before.level_fen, line.number, line.due_on,
       line.principal_fen, line.interest_fen
FROM unnest($1::text[], $2::integer[]) AS wanted (contract_number, entry_number)
JOIN plan_version AS made USING (contract_number, entry_number)
JOIN plan_version AS before
    ON before.contract_number = made.contract_number AND before.version = made.version - 1
JOIN plan_version AS source
    ON source.contract_number = made.contract_number AND source.version < made.version
JOIN instalment AS line
    ON line.contract_number = source.contract_number AND line.version = source.version
    AND line.number >= made.first_number
WHERE made.cause = 'prepayment'
  AND NOT EXISTS (SELECT FROM plan_version AS later
                  WHERE later.contract_number = made.contract_number
                    AND later.version > source.version AND later.version < made.version
                    AND later.first_number <= line.number)
ORDER BY made.contract_number, line.number
"""


async def read(connection: Connection, entries: Sequence[tuple[str, int]]) -> dict[str, Undone]:
    """Read the entries to undo, one a loan, with what they paid and the plans that they replaced."""
    wanted = ([number for number, _ in entries], [entry for _, entry in entries])
    allocations: defaultdict[str, list[Allocation]] = defaultdict(list)
    for number, *part in await connection.fetch(ALLOCATIONS, *wanted):
        allocations[number].append(Allocation(*part))
    plans: dict[str, PlanBefore] = {}
    lines: defaultdict[str, list[Instalment]] = defaultdict(list)
    for row in await connection.fetch(PLANS_BEFORE, *wanted):
        number = row["contract_number"]
        lines[number].append(Instalment(*tuple(row)[3:]))
        plans[number] = PlanBefore(row["annual_rate"], Fen(row["level_fen"]), lines[number])
    return {
        row["contract_number"]: Undone(
            row["entry_number"],
            row["serial"],
            RepaymentKind(row["kind"]),
            row["amount_fen"],
            row["principal_fen"],
            row["interest_fen"],
            row["penalty_fen"],
            allocations[row["contract_number"]],
            plans.get(row["contract_number"]),
            row["is_last"],
            row["penalty_settled_before"],
        )
        for row in await connection.fetch(ENTRIES, *wanted)
    }
