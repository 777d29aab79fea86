"""By policy a withdrawal is asked about at 信用德州, and goes its way meanwhile (R-CRD-3, 5)."""

from dataclasses import replace

from withdrawals.settings import settings_of

from .conftest import Withdrawals


async def test_r_crd_3_and_5_by_policy_credit_is_asked_and_nothing_waits_for_it(
    withdrawals: Withdrawals,
) -> None:
    unasked = await withdrawals.approved()
    assert "credit_asked" not in await withdrawals.event_types(unasked), "off unless it is wanted"
    withdrawals.context = replace(
        withdrawals.context,
        settings=settings_of(withdrawals.context).model_copy(
            update={"credit_check_kinds": ("retirement",), "credit_check_from_fen": 6_000_000}
        ),
    )
    asked = await withdrawals.approved()
    # approved in the same moment: nobody has answered, and nobody will be heard
    without = await withdrawals.event_types(unasked)
    assert sorted(await withdrawals.event_types(asked)) == sorted([*without, "credit_asked"])
    (question,) = [
        one for one in await withdrawals.events(asked) if one.type.startswith("withdrawal.credit")
    ]
    assert (str(question.check_id), question.matter_id) == (asked, asked)
    assert question.person_id == (await withdrawals.case(asked))["person_id"]
    settings = settings_of(withdrawals.context)
    withdrawals.context = replace(
        withdrawals.context, settings=settings.model_copy(update={"credit_check_from_fen": 10**9})
    )
    assert "credit_asked" not in await withdrawals.event_types(await withdrawals.approved())
