"""The Grafana dashboards, a line for each graph; `python -m watch dashboards` writes them as Grafana's JSON.

A dashboard's JSON is forty lines a panel that nobody reads; here a panel is its title, its unit and its
queries, which a test holds against what services and broker really expose.
"""

import json
from typing import Any

from local.console import say
from local.folder import RunFolder
from watch.dashboards.messages import MESSAGES
from watch.dashboards.money import MONEY
from watch.dashboards.panels import Dashboard, Panel
from watch.dashboards.texts import TEXTS
from watch.dashboards.well import WELL

DASHBOARDS = (WELL, MONEY, MESSAGES, TEXTS)

DATASOURCE = {"type": "prometheus", "uid": "prometheus"}
SCHEMA_VERSION = 39
COLUMNS = 24
HEIGHT = 7
RUNBOOK = "docs/runbook.md"


def render(dashboard: Dashboard) -> str:
    """The dashboard as Grafana provisions it."""
    left = top = 0
    panels = []
    for number, panel in enumerate(dashboard.panels, start=1):
        if left + panel.width > COLUMNS:
            left, top = 0, top + HEIGHT
        panels.append(_panel(panel, number, left, top))
        left += panel.width
    document = {
        "uid": dashboard.uid,
        "title": dashboard.title,
        "tags": ["provident-fund"],
        "schemaVersion": SCHEMA_VERSION,
        "editable": False,
        "refresh": "30s",
        "time": {"from": "now-3h", "to": "now"},
        "panels": panels,
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _panel(panel: Panel, number: int, left: int, top: int) -> dict[str, Any]:
    steps: list[dict[str, Any]] = [{"color": "green", "value": None}]
    if panel.bad_above is not None:
        steps.append({"color": "red", "value": panel.bad_above})
    return {
        "id": number,
        "type": panel.kind,
        "title": panel.title,
        "description": f"What to do: {RUNBOOK}, Metrics",
        "gridPos": {"h": HEIGHT, "w": panel.width, "x": left, "y": top},
        "datasource": DATASOURCE,
        "fieldConfig": {
            "defaults": {"unit": panel.unit, "thresholds": {"mode": "absolute", "steps": steps}},
            "overrides": [],
        },
        "targets": [
            {
                "refId": chr(ord("A") + place),
                "datasource": DATASOURCE,
                "expr": expression,
                "legendFormat": legend,
            }
            for place, (expression, legend) in enumerate(panel.queries)
        ],
    }


async def write(folder: RunFolder) -> None:
    """Write `deploy/watch/grafana/dashboards/<uid>.json` of every dashboard."""
    target = folder.path.parent / "deploy" / "watch" / "grafana" / "dashboards"
    target.mkdir(parents=True, exist_ok=True)
    for dashboard in DASHBOARDS:
        (target / f"{dashboard.uid}.json").write_text(render(dashboard), encoding="utf-8")
        say(f"deploy/watch/grafana/dashboards/{dashboard.uid}.json")
