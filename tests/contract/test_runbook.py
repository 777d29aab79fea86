"""An operator who is woken finds what to do: every alert, queue and dashboard against docs/runbook.md."""

import re

import pytest
from tests.support.monitoring import DASHBOARDS, RUNBOOK, alerts, panels

from shared.messaging.topology import QUEUES
from watch.dashboards import DASHBOARDS as MADE
from watch.dashboards import render

TEXT = RUNBOOK.read_text("utf-8")
SEVERITIES = ("page", "ticket", "heartbeat")
PARTS = ("**Means**", "**Do**")
LINK = re.compile(r"\]\(#([^)]+)\)")


def sections() -> dict[str, str]:
    """Every section by its anchor, as a viewer of Markdown names it."""
    pieces = re.split(r"^#+ (.+)$", TEXT, flags=re.MULTILINE)[1:]
    return {
        re.sub(r"[^\w -]", "", title).strip().lower().replace(" ", "-"): body
        for title, body in zip(pieces[::2], pieces[1::2], strict=True)
    }


def test_every_alert_leads_to_a_section_that_says_what_to_do() -> None:
    found = sections()
    for alert in alerts():
        page, _, anchor = alert["annotations"]["runbook_url"].partition("#")
        assert page == "docs/runbook.md"
        assert anchor == alert["alert"].lower()
        missing = [part for part in PARTS if part not in found[anchor]]
        assert missing == [], alert["alert"]
        assert alert["labels"]["severity"] in SEVERITIES
        assert alert["annotations"]["summary"]


def test_no_section_is_about_an_alert_that_does_not_exist() -> None:
    about = {anchor for anchor, body in sections().items() if PARTS[0] in body}
    assert about == {alert["alert"].lower() for alert in alerts()}


def test_every_link_inside_the_runbook_leads_somewhere() -> None:
    assert set(LINK.findall(TEXT)) - set(sections()) == set()


@pytest.mark.parametrize("queue", QUEUES, ids=lambda queue: queue.name)
def test_every_queue_has_a_line_that_says_what_stands_still(queue) -> None:
    line = next(line for line in TEXT.splitlines() if line.startswith(f"| `{queue.name}` |"))
    _, _, does, otherwise, _ = line.split("|")
    assert does.strip()
    assert otherwise.strip()


@pytest.mark.parametrize("dashboard", MADE, ids=lambda made: made.uid)
def test_the_dashboards_are_what_the_code_makes(dashboard) -> None:
    path = DASHBOARDS / f"{dashboard.uid}.json"
    assert path.read_text("utf-8") == render(dashboard), "run `make generate`"


def test_grafana_finds_in_every_panel_what_it_needs() -> None:
    places: dict[str, set[tuple[int, int]]] = {}
    for name, panel in panels():
        assert panel["type"] in ("timeseries", "stat"), name
        assert panel["fieldConfig"]["defaults"]["unit"], name
        names = [target["refId"] for target in panel["targets"]]
        assert len(set(names)) == len(names) > 0, name
        where = panel["gridPos"]
        taken = places.setdefault(name.partition(" / ")[0], set())
        cells = {(x, where["y"]) for x in range(where["x"], where["x"] + where["w"])}
        assert where["x"] + where["w"] <= 24, name
        assert not cells & taken, f"{name} lies on another panel"
        taken |= cells
