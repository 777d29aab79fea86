"""HTTP for staff: what texts say (短信文字), a draft and its trial, the proposal of it."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from notifications import operations
from notifications.errors import Reason, Refused
from notifications.handlers import wordings
from notifications.rules import segments
from notifications.rules.examples import EXAMPLES, TITLES
from notifications.rules.template import Template
from notifications.rules.topics import TOPIC_TEXTS, topic_of
from notifications.rules.wordings import ALL, Said, Wordings, example_of, placeholders
from notifications.shapes.wordings import (
    WordingDraft,
    WordingFact,
    WordingLater,
    WordingList,
    WordingPreview,
    WordingProposed,
    WordingShown,
)
from shared.http.callers import ContextDependency, require
from shared.http.idempotency import IdempotentPost, idempotent
from shared.identity.principal import BUSINESS, Principal, Role
from shared.messaging.unit import Unit
from shared.proposals import store
from shared.proposals.api import answer_proposed
from shared.proposals.shapes import ProposalAnswer

router = APIRouter(tags=["短信文字"])

Staff = Annotated[Principal, Depends(require(*BUSINESS))]
MakerPost = Annotated[tuple[Principal, IdempotentPost], Depends(idempotent(Role.STAFF_MAKER))]


@router.get("/wordings", summary="各类短信的文字")
async def list_wordings(_staff: Staff, context: ContextDependency) -> WordingList:
    """List every text that 12329 sends: what it says today, and what it will."""
    async with context.unit() as unit:
        now, rows, held = await wordings.listed(unit)
        today = unit.clock.today()
    return WordingList(
        items=[
            _shown(template, now, held.get(name), _later(rows, name, today))
            for name, template in ALL.items()
        ]
    )


def _later(rows: Sequence[Said], name: str, today: date) -> list[WordingLater]:
    later = [row for row in rows if row.template == name and row.effective_from > today]
    return [
        WordingLater(
            effective_from=row.effective_from, wording=row.wording, document_number=row.source
        )
        for row in sorted(later, key=lambda one: one.effective_from)
    ]


def _shown(
    template: Template, now: Wordings, held: Said | None, later: list[WordingLater]
) -> WordingShown:
    wording = now.of(template).wording
    example = example_of(wording)
    return WordingShown(
        template=template.name,
        title=TITLES[template.name],
        topic_text=TOPIC_TEXTS[topic_of(template.name)],
        mandatory=template.mandatory,
        wording=wording,
        shipped=template.wording,
        effective_from=held.effective_from if held else None,
        document_number=held.source if held else None,
        unfit=held is not None and held.wording is not None and held.wording != wording,
        facts=[
            WordingFact(name=name, title=EXAMPLES[name].title, example=EXAMPLES[name].value)
            for name in placeholders(template.wording)
        ],
        example=example,
        characters=segments.units(example),
        segments=segments.count(example),
        later=later,
    )


@router.post("/wordings/preview", summary="短信文字草案的差异和试算")
async def try_draft(
    body: WordingDraft, _staff: Staff, context: ContextDependency
) -> WordingPreview:
    """Say how a draft reads, and what the newest real texts would have taken by it; nothing is kept."""
    async with context.unit() as unit:
        return await wordings.preview(unit, body)


@router.post(
    "/wordings", response_model=ProposalAnswer, status_code=202, summary="提出短信文字变更"
)
async def propose(body: WordingProposed, caller: MakerPost) -> Response:
    """Propose another wording; it is in force from its day on once another person agrees before that day."""
    return await answer_proposed(caller, operations.REWORD, body)


@router.get("/wordings/proposals/{proposal_id}/preview", summary="待复核短信文字的差异和试算")
async def try_proposed(
    proposal_id: UUID, _staff: Staff, context: ContextDependency
) -> WordingPreview:
    """Say how a proposed wording reads, as it would today, for who decides it."""
    async with context.unit() as unit:
        return await wordings.preview(unit, await _proposed(unit, proposal_id))


async def _proposed(unit: Unit, proposal_id: UUID) -> WordingDraft:
    found = await store.read(unit.connection, proposal_id)
    if found is None or found.kind != operations.REWORD.kind:
        raise Refused(Reason.NOT_FOUND)
    clear = unit.personal_data.open(found.body_sealed, store.SEALED_BODY, found.id)
    return WordingProposed.model_validate_json(clear)
