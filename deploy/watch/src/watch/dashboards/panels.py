"""What a dashboard is made of."""

from collections.abc import Sequence
from dataclasses import dataclass

Query = tuple[str, str]
"""PromQL, and how its series are named in the legend."""


@dataclass(frozen=True)
class Panel:
    """One graph, or one row of big numbers."""

    title: str
    unit: str
    """Grafana's name of it: s, short, percentunit, bytes, ops."""
    queries: Sequence[Query]
    kind: str = "timeseries"
    width: int = 8
    bad_above: float | None = None
    """Red from here on."""


@dataclass(frozen=True)
class Dashboard:
    """One page of graphs."""

    uid: str
    title: str
    panels: Sequence[Panel]


def numbers(title: str, queries: Sequence[Query], unit: str = "short", width: int = 8) -> Panel:
    """Numbers that must be 0."""
    return Panel(title, unit, queries, "stat", width, bad_above=0.5)


def quantiles(metric: str, by: str, selector: str = "") -> Sequence[Query]:
    """The median and the slowest hundredth of a histogram."""
    return [
        (
            f"histogram_quantile({share}, sum by ({by}, le) (rate({metric}_bucket{selector}[5m])))",
            f"{{{{{by}}}}} p{share * 100:.0f}",
        )
        for share in (0.5, 0.99)
    ]


def means(metric: str, by: str) -> Sequence[Query]:
    """The mean of a histogram."""
    rates = [f"sum by ({by}) (rate({metric}_{part}[5m]))" for part in ("sum", "count")]
    return [(" / ".join(rates), f"{{{{{by}}}}}")]
