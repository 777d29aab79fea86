"""Logging in by ID number and one-time code."""

from typing import Any

from shared.messages.gateway import LoggedIn, LoginCodeIssued


async def test_a_citizen_logs_in_with_the_code_that_reached_the_phone(gateway: Any) -> None:
    event = gateway.opened()
    await gateway.know(event)
    tokens = await gateway.log_in()
    assert tokens["role"] == "individual"
    assert tokens["name"] == "张**"
    assert tokens["token_type"] == "Bearer"
    assert tokens["expires_in"] == 600
    me = await gateway.get("/me", tokens["access_token"])
    assert me.status_code == 200
    assert me.json()["person_id"] == str(event.person_id)
    assert me.json()["phone"] == "138****1234"
    issued, logged_in = await gateway.events()
    assert isinstance(issued, LoginCodeIssued)
    assert gateway.context.personal_data.open(issued.phone) == "13805341234"
    assert isinstance(logged_in, LoggedIn)
    assert logged_in.person_id == event.person_id
    assert logged_in.channel == "web"


async def test_staff_log_in(gateway: Any) -> None:
    token = await gateway.admin()
    assert (await gateway.get("/me", token)).json()["role"] == "staff_admin"
