"""Metrics of requests and the press."""

from prometheus_client import Counter, Gauge, Histogram

REQUESTS_WAITING = Gauge("document_requests_waiting", "Requests whose facts were not told yet")
OLDEST_WAITING_SECONDS = Gauge(
    "document_requests_oldest_waiting_seconds", "Age of the oldest of them"
)
DOCUMENTS_TO_PRINT = Gauge("documents_to_print", "Documents that are not printed yet")
PRINT_ATTEMPTS = Gauge("documents_to_print_attempts", "Attempts of the one that was tried most")
DOCUMENTS_PRINTED = Counter("documents_printed_total", "Documents printed and signed", ("kind",))
PAGES_PRINTED = Counter("document_pages_printed_total", "Pages of them")
PRINT_SECONDS = Histogram(
    "document_print_seconds", "From the claim to the stored document",
    buckets=(0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30),
)  # fmt: skip
CODES_READ = Counter(
    "shown_codes_read_total", "Questions of the national platform about our codes", ("outcome",)
)
READINGS = Counter(
    "code_readings_total", "Codes of other centres that we asked about", ("outcome",)
)
READINGS_WAITING = Gauge("code_readings_waiting", "Codes of other centres not answered yet")
OLDEST_READING_SECONDS = Gauge("code_readings_oldest_waiting_seconds", "Age of the oldest of them")
CHECKS = Counter("document_checks_total", "Answers of the public check", ("outcome",))
