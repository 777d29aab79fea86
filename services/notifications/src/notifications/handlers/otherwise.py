"""By which ways somebody may be told, as they wish; and what did not arrive by text is told by WeChat."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from notifications import announcements
from notifications.metrics import PUSHES
from notifications.rules.template import Priority, Template
from notifications.rules.topics import Topic, topic_of
from notifications.sealed import SPARE_FIELDS
from notifications.settings import settings_of
from notifications.store import preferences, pushes, spares
from notifications.store.preferences import DEFAULT, WECHAT, Preference
from notifications.store.subscribers import Recipient
from shared.messaging.unit import Unit

NOWHERE: frozenset[str] = frozenset()
"""No text goes by WeChat."""
SPARES_A_ROUND = 200


@dataclass(frozen=True)
class Ways:
    """How some people may be told."""

    reached: Mapping[uuid.UUID, frozenset[str]]
    wishes: Mapping[tuple[uuid.UUID, Topic], Preference]

    def wanted(self, template: Template, recipient: Recipient) -> bool:
        """Whether a text is to go at all: what must be told always is (R-CRT-4)."""
        wish = self._wish(template, recipient.person_id)
        return template.mandatory or (wish.optional and not recipient.opted_out)

    def first(self, template: Template, person_id: uuid.UUID) -> frozenset[str]:
        """Which texts go to somebody by WeChat first, as far as this one is concerned."""
        wish = self._wish(template, person_id)
        return self.reached.get(person_id, NOWHERE) if wish.first_channel == WECHAT else NOWHERE

    def spare(self, template: Template, person_id: uuid.UUID) -> bool:
        """Whether WeChat can follow where the text does not arrive."""
        by_wechat = template.name in self.reached.get(person_id, NOWHERE)
        return by_wechat and template.name not in self.first(template, person_id)

    def _wish(self, template: Template, person_id: uuid.UUID | None) -> Preference:
        if person_id is None:
            return DEFAULT
        return self.wishes.get((person_id, topic_of(template.name)), DEFAULT)


async def ways_of(unit: Unit, person_ids: Iterable[uuid.UUID]) -> Ways:
    """Find how these people may be told."""
    people = list(person_ids)
    reached = await pushes.reach_of(unit.connection, people)
    return Ways(reached, await preferences.of(unit.connection, people))


async def tell_undelivered(unit: Unit) -> None:
    """Ask wechat to tell what certainly did not arrive by text, once."""
    now, settings = unit.clock.now(), settings_of(unit.context)
    answer_by = now + timedelta(seconds=settings.wechat_answer_seconds)
    taken = await spares.take(unit.connection, now, answer_by, SPARES_A_ROUND)
    for one in taken:
        unit.emit(
            announcements.notice_requested(
                one.text_id,
                one.person_id,
                template=one.template,
                fields=unit.personal_data.open(one.fields_sealed, SPARE_FIELDS, one.text_id),
                not_before=now,
                send_before=now + timedelta(seconds=settings.wechat_send_seconds),
                bulk=one.priority >= Priority.BULK,
            )
        )
    PUSHES.labels("after_sms").inc(len(taken))
    await spares.forget_delivered(unit.connection)
