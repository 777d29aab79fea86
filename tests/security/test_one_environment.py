"""Somebody holds the whole environment of one service: what it opens is what that service needs, no more.

The keys are those that a start of the deployment makes.
"""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.contract.events_told import EVENTS

from local.environments import KEYS, own_keys
from local.folder import RunFolder
from production.secrets import environment
from shared.messages.base import Event, sealed_fields
from shared.messaging import sealed
from shared.messaging.topology import QUEUES, SERVICES
from shared.sealing.letters import Letters, private_key, public_key
from shared.sealing.lookups import LookupKey
from shared.sealing.personal_data import PersonalData, SealingKey, UnreadablePersonalData

CLEAR = "6222021612003456788"
ROW = ("application.card_sealed", "8e96b917-09bd-40db-90df-61e3991a6d6c")

MAY_READ: dict[tuple[str, str], set[str]] = {
    ("employer.registered.v1", "operator_name"): {"gateway", "accounts"},
    ("employer.registered.v1", "operator_id_number"): {"gateway", "accounts"},
    ("employer.registered.v1", "operator_phone"): {"gateway", "accounts"},
    ("employer_penalty.imposed.v1", "legal_representative"): {"credit"},
    ("employer.asked.v1", "phone"): {"notifications"},
    ("registration_code.issued.v1", "phone"): {"notifications"},
    ("registration_code.issued.v1", "code"): {"notifications"},
    ("registration.answered.v1", "phone"): {"notifications"},
    ("hardship.answered.v1", "phone"): {"notifications"},
    ("employer.reminded.v1", "phone"): {"notifications"},
    ("individual_account.opened.v1", "name"): {"gateway", "loans", "accounts"},
    ("individual_account.opened.v1", "id_number"): {"gateway", "credit", "accounts", "loans"},
    ("individual_account.opened.v1", "phone"): {"gateway", "notifications", "accounts"},
    ("funds.reserved.v1", "holder_name"): {"withdrawals"},
    ("contribution_facts.told.v1", "name"): {"documents"},
    ("contribution_facts.told.v1", "id_number"): {"documents"},
    ("login_code.issued.v1", "phone"): {"notifications"},
    ("login_code.issued.v1", "code"): {"notifications"},
    ("staff_activation.issued.v1", "phone"): {"notifications"},
    ("staff_activation.issued.v1", "code"): {"notifications"},
    ("operator.changed.v1", "name"): {"accounts"},
    ("operator.changed.v1", "id_number"): {"accounts"},
    ("operator.changed.v1", "phone"): {"accounts"},
    ("person_identity.changed.v1", "name"): {"accounts", "loans", "withdrawals"},
    ("person_identity.changed.v1", "id_number"): {"accounts", "credit", "withdrawals", "loans"},
    ("person_phone.changed.v1", "phone"): {"notifications", "accounts", "gateway"},
    ("person_phone.changed.v1", "phone_before"): {"notifications"},
    ("withdrawal.submitted.v1", "card"): {"withdrawals"},
    ("withdrawal.funds_requested.v1", "claims"): {"withdrawals"},
    ("person.sought.v1", "id_number"): {"accounts"},
    ("identity_correction.proposed.v1", "name"): {"gateway"},
    ("identity_correction.proposed.v1", "id_number"): {"gateway"},
    ("look_up_consent.told.v1", "applicant"): {"notifications"},
    ("card.moved_in.v1", "card"): {"withdrawals"},
    ("card.check_asked.v1", "card"): {"settlement"},
    ("card.check_asked.v1", "holder_name"): {"settlement"},
    ("estate.funds_requested.v1", "heirs"): {"accounts"},
    ("withdrawal.approved.v1", "card"): {"settlement"},
    ("withdrawal.approved.v1", "holder_name"): {"settlement"},
    ("loan.disbursement_approved.v1", "payee_account"): {"settlement"},
    ("loan.disbursement_approved.v1", "payee_name"): {"settlement"},
    ("account_facts.told.v1", "name"): {"withdrawals"},
    ("account_facts.told.v1", "id_number"): {"withdrawals"},
    ("confirmation_code.issued.v1", "phone"): {"notifications"},
    ("confirmation_code.issued.v1", "code"): {"notifications"},
    ("receipt.credited.v1", "payer_account"): {"accounts"},
    ("refund.approved.v1", "payee_account"): {"settlement"},
    ("refund.approved.v1", "payee_name"): {"settlement"},
    ("wechat_notice.requested.v1", "fields"): {"wechat"},
    ("wechat_bulk_notice.requested.v1", "fields"): {"wechat"},
    ("wechat_answer.written.v1", "text"): {"wechat"},
    ("wechat_text.received.v1", "text"): {"notifications"},
    ("transfer_in.account_told.v1", "name"): {"transfers"},
    ("transfer_in.account_told.v1", "id_number"): {"transfers"},
    ("transfer_out.asked.v1", "name"): {"accounts"},
    ("transfer_out.asked.v1", "id_number"): {"accounts"},
    ("transfer_out.approved.v1", "payee_account"): {"settlement"},
    ("transfer_out.approved.v1", "payee_name"): {"settlement"},
    ("loan.debit_requested.v1", "card"): {"settlement"},
    ("loan.debit_requested.v1", "holder_name"): {"settlement"},
}
"""Event and field → who may read it, by what each service does with it."""

PERSONAL = frozenset(
    {
        "card", "holder_name", "payee_account", "payee_name", "payer_account", "phone", "id_number", "code",
        "operator_name", "operator_id_number", "operator_phone",
    }
)  # fmt: skip
"""What a field of an event may not be called unless it is sealed."""


def nothing_earlier(value: str) -> str:
    raise UnreadablePersonalData(value)


@pytest.fixture
def stolen(tmp_path: Path) -> dict[str, dict[str, str]]:
    """The environment of each service, as a start makes it."""
    folder = RunFolder(tmp_path)
    return {service: own_keys(folder, service) for service in SERVICES}


def letters_of(service: str, values: dict[str, str]) -> Letters:
    private = [private_key(key) for key in json.loads(values["MESSAGE_PRIVATE_KEYS"])]
    public = {
        name: public_key(key) for name, key in json.loads(values["MESSAGE_PUBLIC_KEYS"]).items()
    }
    return Letters(service, private, public, nothing_earlier)


def data_of(values: dict[str, str]) -> PersonalData:
    keys = json.loads(values["PERSONAL_DATA_KEYS"])
    parsed = {name: SealingKey.parse(key) for name, key in keys.items()}
    return PersonalData(parsed, values["PERSONAL_DATA_ACTIVE_KEY"], LookupKey(bytes(32)))


def filled(event: Event) -> Event:
    return event.model_copy(update=dict.fromkeys(sealed_fields(type(event)), CLEAR))


def test_every_sealed_field_and_its_readers_are_listed_here() -> None:
    declared = {
        (event.type, field): set(readers)
        for event in EVENTS
        for field, readers in sealed_fields(type(event)).items()
    }
    assert declared == MAY_READ


def test_no_field_that_names_a_card_a_phone_or_a_number_travels_in_clear() -> None:
    clear = {
        (event.type, field)
        for event in EVENTS
        for field in PERSONAL & set(type(event).model_fields) - set(sealed_fields(type(event)))
    }
    assert clear == {
        (f"{owner}_guide.told.v1", "code") for owner in ("deposit", "loan", "withdrawal")
    }, "which business a guide on the front door is of"


def test_nobody_may_read_who_does_not_hear_the_event() -> None:
    hears = {(event.type, queue.consumer) for queue in QUEUES for event in queue.events}
    owners = {event.type: event.owner for event in EVENTS}
    for (event_type, field), readers in MAY_READ.items():
        for reader in readers - {owners[event_type]}:
            assert (event_type, reader) in hears, (event_type, field, reader)


@pytest.mark.parametrize("taken", SERVICES)
def test_of_all_that_is_told_a_taken_service_opens_only_what_it_needs(
    stolen: dict[str, dict[str, str]], taken: str
) -> None:
    thief = letters_of(taken, stolen[taken])
    opened: set[tuple[str, str]] = set()
    for event in map(filled, EVENTS):
        owner = letters_of(event.owner, stolen[event.owner])
        told = sealed.told(event, owner)
        body: dict[str, Any] = json.loads(told)
        said = sealed.what_is_said(told)
        for field in sealed_fields(type(event)):
            assert CLEAR not in body[field]
            try:
                assert thief.open(body[field], sealed.about(event, field, said)) == CLEAR
            except UnreadablePersonalData:
                continue
            opened.add((event.type, field))
    assert opened == {told for told, readers in MAY_READ.items() if taken in readers}


@pytest.mark.parametrize("taken", SERVICES)
def test_a_taken_service_opens_nothing_that_another_keeps(
    stolen: dict[str, dict[str, str]], taken: str
) -> None:
    thief = data_of(stolen[taken])
    for service in set(SERVICES) - {taken}:
        kept = data_of(stolen[service]).seal(CLEAR, *ROW)
        with pytest.raises(UnreadablePersonalData):
            thief.open(kept, *ROW)


def test_no_two_services_have_a_secret_in_common(stolen: dict[str, dict[str, str]]) -> None:
    secrets = [
        stolen[service][name] for service in SERVICES for name in KEYS if "ACTIVE" not in name
    ]
    assert len(set(secrets)) == len(secrets)


def test_a_production_deployment_gives_each_service_its_own(tmp_path: Path) -> None:
    made = environment(RunFolder(tmp_path))
    for name in KEYS:
        values = [made[f"{service.upper()}_{name}"] for service in SERVICES]
        assert "ACTIVE" in name or len(set(values)) == len(SERVICES)
        assert name not in made, "nothing that all have"
    compose = (Path(__file__).parents[2] / "deploy" / "compose.yaml").read_text("utf-8")
    blocks = yaml.safe_load(compose)["services"]
    for service in SERVICES:
        for name in KEYS:
            key = f"${{{service.upper()}_{name}:?}}"
            given = {block for block, told in blocks.items() if key in str(told)}
            assert {service} <= given <= {service, f"{service}-migrate"}, key
        assert compose.count(f"{service}-journal:/journals/{service}") == 1, "a volume of its own"
