"""Queues, batches, outboxes, RabbitMQ itself."""

from watch.dashboards.panels import Dashboard, Panel, means, numbers

MESSAGES = Dashboard(
    "pf-messages",
    "Messages",
    [
        Panel("Waiting", "short", [("queue:messages_waiting:sum", "{{queue}}")]),
        Panel(
            "Being handled",
            "short",
            [("sum by (queue) (rabbitmq_detailed_queue_messages_unacked) > 0", "{{queue}}")],
        ),
        Panel("In retry stages", "short", [("queue:messages_in_retry:sum > 0", "{{queue}}")]),
        Panel("Parked", "short", [("queue:messages_parked:sum > 0", "{{queue}}")]),
        Panel("Consumers", "short", [("queue:consumers:sum", "{{queue}}")]),
        Panel(
            "Age when handled, p95",
            "s",
            [("queue:message_age_seconds:p95_rate5m", "{{queue}}")],
            bad_above=60,
        ),
        Panel(
            "Handled",
            "ops",
            [('sum by (queue) (rate(messages_handled_total{outcome="handled"}[5m]))', "{{queue}}")],
        ),
        Panel(
            "Not handled at once, by outcome",
            "ops",
            [
                (
                    'sum by (queue, outcome) (rate(messages_handled_total{outcome!="handled"}[5m])) > 0',
                    "{{queue}} {{outcome}}",
                )
            ],
        ),
        Panel("Messages in a batch", "short", means("message_batch_size", "queue")),
        Panel("Time of a batch", "s", means("message_batch_seconds", "queue")),
        Panel("Outbox", "short", [("max by (service) (outbox_waiting_events)", "{{service}}")]),
        Panel(
            "Oldest event in the outbox",
            "s",
            [("max by (service) (outbox_oldest_seconds)", "{{service}}")],
            bad_above=60,
        ),
        Panel(
            "Published", "ops", [("sum by (type) (rate(outbox_published_total[5m]))", "{{type}}")]
        ),
        Panel(
            "Not accepted by the broker",
            "ops",
            [("sum by (type) (rate(outbox_unroutable_total[5m]))", "{{type}}")],
            bad_above=0.001,
        ),
        numbers(
            "Journals that failed in an hour",
            [("sum by (service) (increase(journal_failures_total[1h]))", "{{service}}")],
        ),
        numbers(
            "RabbitMQ's alarms",
            [
                ("max(rabbitmq_alarms_memory_used_watermark)", "memory"),
                ("max(rabbitmq_alarms_free_disk_space_watermark)", "disk"),
                ("max(rabbitmq_alarms_file_descriptor_limit)", "files"),
            ],
        ),
        Panel(
            "RabbitMQ's memory, and where it stops",
            "bytes",
            [
                ("sum by (instance) (rabbitmq_process_resident_memory_bytes)", "{{instance}}"),
                ("min(rabbitmq_resident_memory_limit_bytes)", "limit"),
            ],
        ),
        Panel(
            "RabbitMQ's free disk, and where it stops",
            "bytes",
            [
                ("min by (instance) (rabbitmq_disk_space_available_bytes)", "{{instance}}"),
                ("max(rabbitmq_disk_space_available_limit_bytes)", "limit"),
            ],
        ),
        Panel("RabbitMQ's connections", "short", [("sum(rabbitmq_connections)", "connections")]),
    ],
)
