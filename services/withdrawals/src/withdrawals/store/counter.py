"""Who acted at the counter for whom, and who of the staff took it."""

from uuid import UUID

from shared.base.db import Connection
from shared.proposals.operation import Decision
from withdrawals.domain import Acting

KEEP = """
INSERT INTO counter_act (application_id, acting, agent_name_sealed, agent_id_sealed, evidence, proposal_id,
                         taken_by, decided_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
"""


async def keep(
    connection: Connection,
    application_id: UUID,
    acting: Acting,
    agent_sealed: tuple[str | None, str | None],
    decision: Decision,
) -> None:
    """Keep it beside the application, with name and document of who acts for another; written once."""
    await connection.execute(
        KEEP,
        application_id,
        acting.value,
        *agent_sealed,
        list(decision.evidence),
        decision.proposal_id,
        decision.maker_id,
        decision.checker_id,
    )
