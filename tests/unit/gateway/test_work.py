"""Work on the desk: who takes up what, and what a note does not say."""

import pytest

from gateway.rules.work import Item, Work, exists, may_hold, tells_a_number
from shared.identity.principal import Role


def test_who_proposes_takes_up_no_decision_and_administrators_no_business() -> None:
    deciding = [may_hold(role, Work.PROPOSAL) for role in Role]
    assert [role for role, may in zip(Role, deciding, strict=True) if may] == [
        Role.STAFF_CHECKER,
        Role.STAFF_ADMIN,
    ]
    others = set(Work) - {Work.PROPOSAL}
    assert all(may_hold(Role.STAFF_MAKER, kind) for kind in others)
    assert not any(may_hold(Role.STAFF_ADMIN, kind) for kind in others)


def test_a_pile_lies_where_it_lies() -> None:
    assert exists(Item("loans", Work.PROPOSAL, "1"))
    assert exists(Item("withdrawals", Work.REVIEW, "1"))
    assert not exists(Item("loans", Work.REVIEW, "1"))
    assert not exists(Item("nowhere", Work.PROPOSAL, "1"))


@pytest.mark.parametrize(
    "text",
    [
        "证件11010519491231002X",
        "电话138 0534 1234",
        "卡号6222-0212-3456-7890-123",
        "6222021234567890",
    ],
)
def test_r_chk_4_a_note_tells_no_number_of_an_id_document_a_phone_or_a_card(text: str) -> None:
    assert tells_a_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "等单位补章，10月12日再看",
        "个人账号37140000000000000017",
        "申请9f2b8a60-1d1f-4a3e-b1a0-2f5c6d7e8f90",
    ],
)
def test_a_note_names_accounts_and_applications(text: str) -> None:
    assert not tells_a_number(text)
