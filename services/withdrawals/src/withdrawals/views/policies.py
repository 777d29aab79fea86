"""Reads for staff: the policies in force, and those that will be."""

from shared.messaging.unit import Context
from shared.operations.policy_desk.shapes import PolicyInForce, PolicyList, PolicyParameter
from shared.sealing.policies import Trust
from withdrawals.rules.parameters import parameters_of
from withdrawals.shapes.policies import POLICY_NAMES
from withdrawals.store import rulebooks

IN_FORCE = """
SELECT kind, effective_from, document_number, parameters, effective_from <= $1 AS in_force,
       jsonb_build_array(kind, effective_from, document_number, parameters)::text AS told
FROM policy
WHERE effective_from > $1 OR effective_from = (
    SELECT max(other.effective_from) FROM policy other
    WHERE other.kind = policy.kind AND other.effective_from <= $1)
ORDER BY kind, effective_from
"""


async def in_force(context: Context) -> PolicyList:
    """List what holds today and what will, type by type; a row that counts for nothing is left out."""
    async with context.pool.acquire() as connection:
        rows = await connection.fetch(IN_FORCE, context.clock.today())
        trust = await Trust.read(connection, context.personal_data)
    order = {kind: place for place, kind in enumerate(POLICY_NAMES)}
    found = [row for row in rows if row["kind"] in order and rulebooks.counts(trust, row)]
    found.sort(key=lambda row: (order[row["kind"]], row["effective_from"]))
    return PolicyList(
        items=[
            PolicyInForce(
                kind=row["kind"],
                name=POLICY_NAMES[row["kind"]],
                effective_from=row["effective_from"],
                document_number=row["document_number"],
                in_force=row["in_force"],
                parameters=[
                    PolicyParameter(
                        path=one.path,
                        title=one.title,
                        form=one.form,
                        value=one.value,
                        text=one.text,
                        choices=dict(one.choices),
                    )
                    for one in parameters_of(row["parameters"])
                ],
            )
            for row in found
        ]
    )
