"""Metrics of calls, voice and keys."""

from prometheus_client import Counter, Gauge, Histogram

CALLS_IN_HAND = Gauge("hotline_calls_in_hand", "Calls that are answered now")
CALLS_ENDED = Counter("hotline_calls_ended_total", "Calls that are over", ("ending",))
CALLS_REFUSED = Counter("hotline_calls_refused_total", "Calls that were one too many")
CALLS_NOT_RECORDED = Counter(
    "hotline_calls_not_recorded_total", "Calls of which the database has no end"
)
PIECES_LOST = Counter(
    "hotline_recording_pieces_lost_total", "Pieces of recordings that the database did not take"
)
SIP_MALFORMED = Counter("hotline_sip_malformed_total", "Messages that were none")
SIP_STRANGERS = Counter("hotline_sip_strangers_total", "Messages from nobody's trunk")
PROOFS_FAILED = Counter(
    "hotline_proofs_failed_total", "Callers who did not prove who they are", ("by",)
)
ANSWERS_MISSING = Counter(
    "hotline_answers_missing_total", "Answers that a service did not give", ("service",)
)
PROMPTS_SYNTHETIC = Gauge("hotline_prompts_synthetic", "Prompts that no person has recorded yet")
FRAME_LATENESS = Histogram(
    "hotline_frame_lateness_seconds", "How late a 20 ms frame of voice leaves",
    buckets=(0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1),
)  # fmt: skip
CALL_BACKS_OPEN = Gauge("hotline_call_backs_open", "People who wait to be called back")
OLDEST_CALL_BACK_SECONDS = Gauge(
    "hotline_oldest_call_back_seconds", "How long the first of them waits"
)
