"""Two people for a file: what was previewed under a digest is what comes in, and nothing else (R-CRD-35)."""

from credit.domain import IMPORT_KIND_TEXTS, ImportKind
from credit.handlers import imports as handlers
from credit.handlers import users
from credit.shapes.imports import Acceptance
from credit.shapes.users import UserRole
from shared.identity.principal import Principal
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision, Facts, Operation


async def _examine(unit: Unit, body: Acceptance, by: Principal) -> Facts:
    await users.proposing(unit, by, UserRole.REPORTER)
    file = await handlers.previewed(unit, body.file_id, body.digest, by)
    people = await handlers.concerned(unit, body.file_id, by)
    what = IMPORT_KIND_TEXTS[ImportKind(file["what"])]
    summary = f"导入{what}信息{file['rows_read']}行，摘要{body.digest[:12]}"
    return Facts(str(body.file_id), summary, people)


async def _accept(unit: Unit, body: Acceptance, decision: Decision) -> None:
    await users.acting(unit, decision.maker_id, UserRole.REPORTER)
    await handlers.accept(unit, body.file_id, decision)


ACCEPT = Operation("import.accept", "批量导入", Acceptance, _examine, _accept)
OPERATIONS = (ACCEPT,)
