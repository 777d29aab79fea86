"""What accounts counts and measures."""

from prometheus_client import Gauge

DIFFERENCES = Gauge(
    "ledger_differences", "Differences that the last verification of the ledger found"
)
VERIFIED = Gauge(
    "ledger_verified_timestamp_seconds", "When the ledger was last verified; 0: never yet"
)
OLDEST_VERDICT = Gauge(
    "ledger_oldest_verdict_timestamp_seconds",
    "When the sealed day was verified that waits longest to be read again; 0: never yet",
)
INTEREST_YEARS_DUE = Gauge(
    "interest_years_due", "Fund years that are over and whose interest is not settled for everybody"
)
BOOKS_DAYS_WITHOUT_VOUCHER = Gauge(
    "books_days_without_voucher", "Sealed days whose entries no voucher has yet"
)
BOOKS_MONTHS_OPEN = Gauge("books_months_open", "Months that are over and not closed (月结)")
DISPUTES_LATE = Gauge("disputes_late", "Disputes whose answer in writing is late (R-QRY-4)")
SUSPENSE_FEN = Gauge("suspense_fen", "Money in suspense that waits for somebody, in fen")
SUSPENSE_OLDEST_DAYS = Gauge(
    "suspense_oldest_days", "Days for which the oldest money in suspense has been lying"
)
SUSPENSE_LONG = Gauge(
    "suspense_long_receipts", "Receipts that have been lying in suspense for more than 30 days"
)
LIST_FILE_WAITING_SECONDS = Gauge(
    "list_file_oldest_waiting_seconds",
    "For how long the oldest uploaded list has waited for its reading to end",
)
