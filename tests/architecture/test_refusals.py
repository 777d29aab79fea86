"""Every refusal of every service stands in one table of one shape: status, rule, one Chinese sentence."""

import importlib
import re
from collections import Counter
from types import ModuleType

import pytest

from shared.messaging.topology import SERVICES

TABLES = (
    "shared.proposals.errors",
    "shared.operations.parking.errors",
    "shared.operations.policy_desk.errors",
    *(f"{service}.errors" for service in SERVICES),
)
RULE = re.compile(r"R-[A-Z]{2,4}-\d+|A\.\d+")
SENTENCE_ENDS = ("。", "。”", "！")
SAID_ALIKE = {"not-found"}
"""What does not exist and what is a stranger's are answered alike on purpose."""


def tables() -> list[ModuleType]:
    found = []
    for name in TABLES:
        try:
            found.append(importlib.import_module(name))
        except ModuleNotFoundError:
            continue
    return found


@pytest.fixture(params=tables(), ids=lambda module: module.__name__)
def table(request: pytest.FixtureRequest) -> ModuleType:
    module: ModuleType = request.param
    return module


def test_every_service_that_refuses_something_has_its_table() -> None:
    assert len(tables()) >= len(SERVICES)


def test_every_reason_has_its_wording_and_no_wording_is_left_over(table: ModuleType) -> None:
    assert set(table.WORDINGS) == set(table.Reason)


def test_a_sentence_is_chinese_ends_and_says_nothing_twice(table: ModuleType) -> None:
    for reason, wording in table.WORDINGS.items():
        sentence = wording.sentence
        assert re.search(r"[\u4e00-\u9fff{]", sentence), reason
        assert sentence.endswith((*SENTENCE_ENDS, "}")), reason
        parts = [part for part in re.split("[。；]", sentence) if part]
        assert len(parts) == len(set(parts)), reason


def test_a_status_refuses_and_a_rule_is_one(table: ModuleType) -> None:
    for reason, wording in table.WORDINGS.items():
        assert 400 <= wording.status < 600, reason
        assert wording.rule is None or RULE.fullmatch(wording.rule), (reason, wording.rule)


def test_two_reasons_are_never_said_in_the_same_words(table: ModuleType) -> None:
    said = Counter(
        wording.sentence for reason, wording in table.WORDINGS.items() if reason not in SAID_ALIKE
    )
    assert [sentence for sentence, times in said.items() if times > 1 and "{" not in sentence] == []
