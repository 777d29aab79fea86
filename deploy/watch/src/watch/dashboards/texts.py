"""12329 out and in."""

from watch.dashboards.panels import Dashboard, Panel, quantiles

TEXTS = Dashboard(
    "pf-texts",
    "Texts",
    [
        Panel(
            "Waiting, and not confirmed",
            "short",
            [("max(texts_waiting)", "waiting"), ("max(texts_unconfirmed)", "without a receipt")],
        ),
        Panel(
            "Oldest waiting text",
            "s",
            [("max(texts_oldest_waiting_seconds)", "age")],
            bad_above=900,
        ),
        Panel("From the fact to the SMSC", "s", quantiles("text_wait_seconds", "template")),
        Panel(
            "Attempts",
            "ops",
            [("sum by (outcome) (rate(texts_attempted_total[5m]))", "{{outcome}}")],
        ),
        Panel(
            "Receipts",
            "ops",
            [("sum by (outcome) (rate(texts_receipted_total[5m]))", "{{outcome}}")],
        ),
        Panel(
            "Answers of the SMSC (0x00: accepted)",
            "ops",
            [("sum by (status) (rate(smpp_segments_answered_total[5m]))", "{{status}}")],
        ),
        Panel(
            "Answers of the gateway (0: accepted, 8: slower)",
            "ops",
            [("sum by (result) (rate(cmpp_messages_answered_total[5m]))", "{{result}}")],
        ),
        Panel(
            "Gone by the other carrier, by the one that was away",
            "ops",
            [("sum by (route) (rate(texts_detoured_total[5m]))", "{{route}}")],
        ),
        Panel(
            "Swallowed by the link, by what was done",
            "ops",
            [("sum by (action) (rate(texts_recovered_total[5m]))", "{{action}}")],
        ),
        Panel(
            "Texts of citizens",
            "ops",
            [("sum by (command) (rate(texts_received_total[5m]))", "{{command}}")],
        ),
        Panel(
            "Asked of wechat, by what became of it",
            "ops",
            [("sum by (outcome) (rate(text_pushes_total[5m]))", "{{outcome}}")],
        ),
        Panel(
            "Not by WeChat, by reason",
            "ops",
            [("sum by (reason) (rate(wechat_refused_total[5m]))", "{{reason}}")],
        ),
        Panel(
            "Calls of WeChat's API that send, by verdict",
            "ops",
            [("sum by (kind, verdict) (rate(wechat_sent_total[5m]))", "{{kind}} {{verdict}}")],
        ),
        Panel(
            "Callbacks",
            "ops",
            [("sum by (outcome) (rate(wechat_callbacks_total[5m]))", "{{outcome}}")],
        ),
        Panel(
            "Waiting for WeChat, and in doubt",
            "short",
            [
                ("max(wechat_outgoing_waiting)", "waiting"),
                ("max(wechat_outgoing_in_doubt)", "in doubt"),
                ("max(wechat_bindings)", "bindings"),
            ],
        ),
        Panel(
            "The token",
            "s",
            [
                ("max(wechat_token_seconds_left)", "good for"),
                (
                    'sum(increase(wechat_token_renewals_total{outcome="failed"}[1h]))',
                    "failures in an hour",
                ),
            ],
        ),
    ],
)
