"""Whatever can be parked is explained to staff: what it is for, what stands still, why, and what helps."""

import pytest

from shared.messaging.topology import QUEUES
from shared.operations.parking.words import QUEUE_WORDS, why, words_of


def test_every_queue_says_what_it_is_for_and_what_stands_still() -> None:
    shared_by_all = {queue.name for queue in QUEUES if queue.name.endswith(".know-staff")}
    assert set(QUEUE_WORDS) == {queue.name for queue in QUEUES} - shared_by_all
    for queue in QUEUES:
        assert words_of(queue.name).stands_still.endswith("。"), queue.name


@pytest.mark.parametrize(
    ("error", "attempts", "helps"),
    [
        ("no handler for type 'withdrawal.paid.v9'", 1, "升级后重放"),
        ("personal data for this service: no key of id 7", 1, "补上密钥"),
        ("[{'type': 'missing', 'loc': ('round',)}]", 1, "重放结果相同"),
        ("loan 37 is not known yet", 120, "上一步"),
        ("LookupError('cannot swallow this')", 10, "排除原因后重放"),
    ],
)
def test_why_it_is_parked_says_what_helps(error: str, attempts: int, helps: str) -> None:
    assert helps in why(error, attempts)
