"""The alert rules and dashboards as tests read them: every query, and what it selects."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import promql_parser as promql
import yaml

ROOT = Path(__file__).parents[2]
RULES = ROOT / "deploy" / "watch" / "prometheus" / "rules"
DASHBOARDS = ROOT / "deploy" / "watch" / "grafana" / "dashboards"
RUNBOOK = ROOT / "docs" / "runbook.md"

OF_PROMETHEUS = {"up", "ALERTS"}
"""Series that Prometheus makes itself."""

OF_THE_KEEPER = {
    "backup_kept_timestamp_seconds",
    "backup_taken_timestamp_seconds",
    "backup_drilled_timestamp_seconds",
}
"""Of the keeper of backups, who stands on another machine; tests/integration/backup asks it for them."""

OF_THE_SITE = {
    "node_filesystem_avail_bytes",
    "node_filesystem_size_bytes",
    "node_timex_sync_status",
    "rabbitmq_unreachable_cluster_peers_count",
    "cnpg_backends_max_tx_duration_seconds",
    "cnpg_backends_total",
    "cnpg_pg_database_xid_age",
    "cnpg_pg_replication_streaming_replicas",
    "cnpg_pg_settings_setting",
    "cnpg_pg_stat_archiver_seconds_since_last_archival",
    "barman_cloud_cloudnative_pg_io_last_available_backup_timestamp",
    "certmanager_certificate_expiration_timestamp_seconds",
    "patroni_sync_standby",
    "pg_settings_max_connections",
    "pg_stat_activity_count",
    "pg_stat_activity_max_tx_duration",
    "probe_ssl_earliest_cert_expiry",
}
"""Of node_exporter, of clusters of broker and database, of who gives certificates: only a site has them."""


@dataclass(frozen=True)
class Selector:
    """One selection of series in a query."""

    metric: str
    labels: frozenset[str]
    """Labels that the selection or an aggregation around it names."""
    text: str
    used_in: str


@cache
def rules() -> tuple[dict[str, Any], ...]:
    """Every rule: alerts have `alert`, `labels` and `annotations`, the others `record`."""
    return tuple(
        rule
        for path in sorted(RULES.glob("*.yml"))
        for group in yaml.safe_load(path.read_text("utf-8"))["groups"]
        for rule in group["rules"]
    )


def alerts() -> tuple[dict[str, Any], ...]:
    """Every alert."""
    return tuple(rule for rule in rules() if "alert" in rule)


def records() -> set[str]:
    """Names of the series that rules record."""
    return {rule["record"] for rule in rules() if "record" in rule}


def panels() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every panel, with its dashboard's title."""
    for path in sorted(DASHBOARDS.glob("*.json")):
        dashboard = json.loads(path.read_text("utf-8"))
        for panel in dashboard["panels"]:
            yield f"{dashboard['title']} / {panel['title']}", panel


def queries() -> list[tuple[str, str]]:
    """Every query, with where it is used."""
    of_rules = [(rule.get("alert") or rule["record"], rule["expr"]) for rule in rules()]
    of_panels = [(name, target["expr"]) for name, panel in panels() for target in panel["targets"]]
    return of_rules + of_panels


def selectors() -> list[Selector]:
    """Every selection of series in every query, recorded ones included."""
    return [
        Selector(metric, labels, text, place)
        for place, query in queries()
        for metric, labels, text in _selections(promql.parse(query), frozenset())
    ]


def _selections(node: Any, around: frozenset[str]) -> Iterator[tuple[str, frozenset[str], str]]:
    """Walk a parsed query. An aggregation's labels belong to all that is selected below it."""
    match node:
        case promql.VectorSelector():
            matched = {matcher.name for matcher in node.matchers.matchers}
            yield node.name, around | matched, str(node)
        case promql.MatrixSelector():
            yield from _selections(node.vector_selector, around)
        case promql.AggregateExpr():
            labels = node.modifier.labels if node.modifier is not None else []
            yield from _selections(node.expr, around | set(labels))
        case promql.Call():
            for argument in node.args:
                yield from _selections(argument, around)
        case promql.BinaryExpr():
            yield from _selections(node.lhs, around)
            yield from _selections(node.rhs, around)
        case promql.ParenExpr() | promql.UnaryExpr() | promql.SubqueryExpr():
            yield from _selections(node.expr, around)
        case promql.NumberLiteral() | promql.StringLiteral():
            return
        case _:
            raise AssertionError(f"a kind of query that nobody looked into: {node!r}")
