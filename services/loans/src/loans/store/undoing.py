"""What is read of a booked repayment before it is undone."""

from collections import defaultdict
from collections.abc import Sequence

from loans.rules.repayment import Allocation, RepaymentKind
from loans.rules.reversal import PlanBefore, Undone
from loans.rules.schedule import Instalment
from shared.base.db import Connection
from shared.base.money import Fen

ENTRIES = """
SELECT entry.contract_number, entry.entry_number, serial, booked_on, kind, entry.amount_fen,
       principal_fen, interest_fen, penalty_fen, account.entries = entry.entry_number AS is_last,
       (SELECT max(earlier.booked_on) FROM entry AS earlier
        WHERE earlier.contract_number = entry.contract_number AND earlier.penalty_fen > 0
          AND earlier.entry_number <> entry.entry_number
          AND NOT EXISTS (SELECT FROM entry AS undoing
                          WHERE undoing.contract_number = earlier.contract_number
                            AND undoing.reverses = earlier.entry_number)) AS penalty_settled_before
FROM unnest($1::text[], $2::integer[]) AS wanted (contract_number, entry_number)
JOIN entry USING (contract_number, entry_number)
JOIN account USING (contract_number)
"""
ALLOCATIONS = """
SELECT contract_number, number, interest_fen, principal_fen
FROM unnest($1::text[], $2::integer[]) AS wanted (contract_number, entry_number)
JOIN allocation USING (contract_number, entry_number)
ORDER BY contract_number, number
"""
# The plan as it stood on the day of the entry, without the entry's own version, from that version's first
# instalment on. A change of rate after that day may have been stored before the entry: it does not count.
PLANS_BEFORE = """
WITH made AS (
    SELECT made.* FROM unnest($1::text[], $2::integer[]) AS wanted (contract_number, entry_number)
    JOIN plan_version AS made USING (contract_number, entry_number) WHERE made.cause = 'prepayment'
), known AS (
    SELECT plan.*, made.first_number AS replaced_from
    FROM made JOIN plan_version AS plan USING (contract_number)
    WHERE plan.version < made.version AND plan.effective_on <= made.effective_on
)
SELECT known.contract_number, line.number, line.due_on, line.principal_fen, line.interest_fen,
       (SELECT level_fen FROM known AS last WHERE last.contract_number = known.contract_number
        ORDER BY version DESC LIMIT 1) AS level_fen
FROM known JOIN instalment AS line USING (contract_number, version)
WHERE line.number >= replaced_from
  AND NOT EXISTS (SELECT FROM known AS later
                  WHERE later.contract_number = known.contract_number
                    AND later.version > known.version AND later.first_number <= line.number)
ORDER BY known.contract_number, line.number
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
        lines[number].append(Instalment(*tuple(row)[1:5]))
        plans[number] = PlanBefore(Fen(row["level_fen"]), lines[number])
    return {
        row["contract_number"]: Undone(
            row["entry_number"],
            row["serial"],
            row["booked_on"],
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
