"""Metrics of registers and publication."""

from prometheus_client import Counter, Gauge

RECORDS_TO_PUBLISH = Gauge("credit_records_to_publish", "Records that nobody has published yet")
RECORDS_LATE = Gauge(
    "credit_records_late", "Records that are not public though their last day is over (R-CRD-11)"
)
RECORDS_PUBLISHED = Counter("credit_records_published_total", "Records published", ("kind",))
CHECKS_ANSWERED = Counter(
    "credit_checks_answered_total", "Answers of checks on handling", ("matter", "result")
)
REPAIRS_LATE = Gauge(
    "credit_repairs_late", "Repairs and objections whose last day is over (R-CRD-22)"
)
RECORDS_ENDED = Counter(
    "credit_records_ended_total", "Records that nobody is shown any more", ("how",)
)
IMPORT_WAITING_SECONDS = Gauge(
    "credit_import_oldest_waiting_seconds",
    "For how long the oldest file that was handed in waits to be read or taken",
)
IMPORT_ROWS_TAKEN = Counter(
    "credit_import_rows_taken_total", "Rows of accepted files that changed anything", ("what",)
)
USERS_ODD = Gauge(
    "credit_users_odd", "Users who looked up more in a day than anybody does (R-CRD-33)"
)
USERS_SHUT = Counter("credit_users_shut_total", "Users who were shut for being idle or unconfirmed")
