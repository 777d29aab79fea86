"""Metrics of the portal."""

from prometheus_client import Counter

CALCULATIONS = Counter(
    "portal_calculations_total",
    "Calculations that owners of rules were asked for",
    ("service", "outcome"),
)
OUTCOMES = ("answered", "refused", "away")
