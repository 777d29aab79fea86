"""A document through the whole system: asked for at the edge, printed in its own process, checked."""

from typing import Any

from tests.support.waiting import until

from .town import Town


async def test_r_crt_2_a_citizen_fetches_a_certificate_and_anybody_checks_it(town: Town) -> None:
    resident = town.one("retired")
    me = resident.me
    made = await me.post("documents/requests", {"kind": "statement", "fund_year": 2027})
    path = f"documents/requests/{made['request_id']}"

    async def issued() -> Any:
        shown = await me.get(path)
        assert shown["state"] != "refused", shown
        return shown if shown["state"] == "issued" else None

    shown = await until(issued, 60)
    pdf = await me.client.get(f"{me.city.edge_url}{shown['pdf']}", headers=me.headers)
    assert pdf.status_code == 200
    assert pdf.content.startswith(b"%PDF-")
    assert b"ETSI.CAdES.detached" in pdf.content
    wrong = await me.client.get(
        f"{me.city.edge_url}/api/documents/checks/{shown['number']}",
        params={"code": "AAAA-AAAA-AAAA-AAAA"},
    )
    assert wrong.json() == {"outcome": "no_match", "outcome_text": "不相符"}
