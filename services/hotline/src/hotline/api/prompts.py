"""HTTP for staff: what callers hear, and what of it no person has recorded yet."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from hotline.settings import settings_of
from hotline.shapes.calls import PromptLine, PromptList
from hotline.work.voice import Voice
from shared.http.callers import ContextDependency, require
from shared.identity.principal import BUSINESS, Principal

router = APIRouter(tags=["12329热线"])

Staff = Annotated[Principal, Depends(require(*BUSINESS))]
Synthetic = Annotated[bool, Query(description="只列出尚未录音的提示音")]


@router.get("/prompts", summary="提示音")
async def list_prompts(
    context: ContextDependency, _staff: Staff, synthetic: Synthetic = False
) -> PromptList:
    """List every prompt by its words; with `synthetic`, those that still wait for a person's voice."""
    standing = Voice(settings_of(context)).standing()
    return PromptList(
        items=[
            PromptLine(prompt_id=one.prompt_id, text=one.text, recorded=one.recorded)
            for one in standing
            if not (synthetic and one.recorded)
        ]
    )
