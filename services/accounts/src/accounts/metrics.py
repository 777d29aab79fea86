"""What accounts counts and measures."""

from prometheus_client import Gauge

DIFFERENCES = Gauge(
    "ledger_differences", "Differences that the last verification of the ledger found"
)
VERIFIED = Gauge(
    "ledger_verified_timestamp_seconds", "When the ledger was last verified; 0: never yet"
)
INTEREST_YEARS_DUE = Gauge(
    "interest_years_due", "Fund years that are over and whose interest is not settled for everybody"
)
