"""A caller wants an answer as a text (短信接收查询结果): asked for once, whatever is pressed or killed."""

from dataclasses import dataclass
from uuid import UUID

from hotline import announcements
from hotline.domain import Task
from hotline.store import calls, texts
from hotline.store.calls import Call
from shared.messaging.unit import Unit


@dataclass(frozen=True)
class Wanted:
    """An answer that is to be texted."""

    answer_id: UUID
    task: Task
    text: str
    """What the text says, in words and figures."""


async def ask(unit: Unit, call: Call, person_id: UUID, wanted: Wanted) -> None:
    """Have the answer texted to the phone on file of whom the caller has proved to be."""
    await calls.save(unit.connection, call)
    now = unit.clock.now()
    if await texts.add(unit.connection, wanted.answer_id, call.call_id, now, wanted.task.value):
        unit.emit(
            announcements.text_asked(wanted.answer_id, call.call_id, person_id, wanted.text, now)
        )
