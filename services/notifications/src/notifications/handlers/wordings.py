"""What texts say: what is in force when one is written, and another wording as it is drafted and tried."""

from collections.abc import Sequence

from notifications import policies, views
from notifications.errors import Reason, Refused
from notifications.rules import segments
from notifications.rules.examples import TITLES
from notifications.rules.template import SIGNATURE, Template
from notifications.rules.wordings import (
    ALL,
    Fault,
    Said,
    Wordings,
    example_of,
    facts_in,
    fault_of,
    newest,
)
from notifications.sealed import TEXT_BODY
from notifications.shapes.wordings import WordingDraft, WordingPreview
from notifications.store import wordings as store
from shared.base.parameters import Difference
from shared.messaging.unit import Unit
from shared.operations.policy_desk.drafts import Drafted

TRIED_MAX = 50
"""How many of the newest real texts a draft is tried on."""
LOOKED_AT_MAX = 5_000
"""Among how many of the newest of all kinds they are looked for."""
FAULTS = {
    Fault.BRACES: Reason.WORDING_BRACES,
    Fault.UNKNOWN: Reason.WORDING_UNKNOWN,
    Fault.LOST: Reason.WORDING_LOST,
    Fault.LINK: Reason.WORDING_LINK,
    Fault.NUMBER: Reason.WORDING_NUMBER,
    Fault.CHARACTERS: Reason.WORDING_CHARACTERS,
    Fault.OPT_OUT: Reason.WORDING_OPT_OUT,
    Fault.LONG: Reason.WORDING_LONG,
}


async def in_force(unit: Unit) -> Wordings:
    """What texts that are written today say."""
    rows = await store.read(unit.connection, unit.personal_data)
    return Wordings.on(rows, unit.clock.today())


async def examined(unit: Unit, body: WordingDraft) -> Drafted:
    """Hold a draft against what will be in force on its day; raises `Refused`."""
    template = template_of(body.template)
    rows = await store.read(unit.connection, unit.personal_data)
    _demand_day(unit, rows, body)
    wording = _wanted(template, body)
    before = Wordings.on(rows, body.effective_from).of(template).wording
    if wording == before:
        raise Refused(Reason.WORDING_SAME)
    row = {
        "template": template.name,
        "effective_from": body.effective_from.isoformat(),
        "wording": body.wording,
        "source": body.document_number,
    }
    found = Difference("wording", "文字", before, wording)
    return Drafted(f"“{TITLES[template.name]}”短信", policies.WORDING, row, [found])


def template_of(name: str) -> Template:
    """A text by its name; raises `Refused`."""
    if name not in ALL:
        raise Refused(Reason.WORDING_OF_NO_TEXT)
    return ALL[name]


def _demand_day(unit: Unit, rows: Sequence[Said], body: WordingDraft) -> None:
    if body.effective_from <= unit.clock.today():
        raise Refused(Reason.WORDING_TOO_EARLY)
    named = {(row.template, row.effective_from) for row in rows}
    if (body.template, body.effective_from) in named:
        raise Refused(Reason.WORDING_STANDS)


def _wanted(template: Template, body: WordingDraft) -> str:
    if body.wording is None:
        return template.wording
    found = fault_of(template, body.wording)
    if found is not None:
        raise Refused(FAULTS[found.fault], what=found.what)
    return body.wording


async def preview(unit: Unit, body: WordingDraft) -> WordingPreview:
    """Say how a draft reads, and how many short messages the newest real texts would have taken by it."""
    (found,) = (await examined(unit, body)).differences
    tried = await _tried(unit, body.template, found.after)
    examples = [example_of(one) for one in (found.before, found.after)]
    return WordingPreview(
        template=body.template,
        title=TITLES[body.template],
        effective_from=body.effective_from,
        document_number=body.document_number,
        before=found.before,
        after=found.after,
        before_example=examples[0],
        after_example=examples[1],
        before_characters=segments.units(examples[0]),
        after_characters=segments.units(examples[1]),
        before_segments=segments.count(examples[0]),
        after_segments=segments.count(examples[1]),
        tried=len(tried),
        tried_before_segments=sum(before for before, _ in tried),
        tried_after_segments=sum(after for _, after in tried),
        tried_most_segments=max((after for _, after in tried), default=0),
    )


async def _tried(unit: Unit, template: str, wording: str) -> list[tuple[int, int]]:
    """How many short messages the newest real texts took, and would take; what they say goes nowhere."""
    rows = await store.read(unit.connection, unit.personal_data)
    known = {ALL[template].wording, *(row.wording for row in rows if row.template == template)}
    bodies = await views.newest_bodies(unit.connection, template, LOOKED_AT_MAX, TRIED_MAX)
    tried = []
    for row in bodies:
        body = unit.personal_data.open(row["body_sealed"], TEXT_BODY, row["text_id"])
        read = (facts_in(one, body) for one in known if one is not None)
        facts = next((one for one in read if one is not None), None)
        if facts is not None:
            written = SIGNATURE + wording.format(**facts)
            tried.append((segments.count(body), _short_messages(segments.units(written))))
    return tried


def _short_messages(units: int) -> int:
    return 1 if units <= segments.SINGLE_UNITS else -(-units // segments.PART_UNITS)


async def listed(unit: Unit) -> tuple[Wordings, Sequence[Said], dict[str, Said]]:
    """What is in force today, all rows that count, and of each text the one that holds."""
    rows = await store.read(unit.connection, unit.personal_data)
    today = unit.clock.today()
    return Wordings.on(rows, today), rows, dict(newest(rows, today))
