"""The first page: does anything need somebody, and do people get answers?"""

from watch.dashboards.panels import Dashboard, Panel, numbers, quantiles

WELL = Dashboard(
    "pf-well",
    "Is it well?",
    [
        Panel(
            "Alerts",
            "short",
            [
                (
                    'sum by (alertname, severity) (ALERTS{alertstate="firing"})',
                    "{{severity}} {{alertname}}",
                )
            ],
            "stat",
            24,
            0.5,
        ),
        numbers(
            "Payments that need somebody",
            [
                ("max(payments_unknown)", "unknown"),
                ("max(payments_flagged)", "flagged"),
                ("max(reconciliation_differences)", "unexplained differences"),
                ("max(cross_differences_open)", "services disagree"),
                ("max(ledger_differences)", "ledger differences"),
            ],
        ),
        numbers(
            "Messages that need somebody",
            [
                ("sum(queue:messages_parked:sum)", "parked"),
                ("sum(queue:messages_in_retry:sum)", "in retry"),
            ],
        ),
        numbers(
            "Applications that need somebody",
            [
                ("max(withdrawal_overdue_steps)", "overdue"),
                ("max(calendar_missing)", "calendar missing"),
            ],
        ),
        numbers(
            "Proposals that need a second person",
            [
                ("sum(max by (service, kind) (proposals_open))", "open"),
                ("sum(increase(proposals_expired_total[1d]))", "out of time in a day"),
            ],
        ),
        numbers(
            "Papers",
            [
                ("max(document_requests_waiting)", "waiting for facts"),
                ("max(document_requests_oldest_waiting_seconds)", "oldest, s"),
                ("max(documents_to_print)", "to print"),
                ("max(documents_to_print_attempts)", "attempts of one"),
                ("sum(increase(documents_printed_total[1h]))", "printed in an hour"),
                ("sum(increase(document_pages_printed_total[1h]))", "pages in an hour"),
                ("sum by (outcome) (increase(document_checks_total[1h]))", "checks: {{outcome}}"),
            ],
        ),
        numbers(
            "Work that the clock starts",
            [
                ("max by (service, work) (job_late_seconds) > 0", "{{service}} {{work}} late, s"),
                (
                    "max by (service, work) (job_failures_in_a_row) > 0",
                    "{{service}} {{work}} fails",
                ),
            ],
        ),
        numbers(
            "Nightly report to the ministry",
            [
                ("max by (service) (report_late_seconds)", "{{service}} late, s"),
                ("sum by (outcome) (increase(reports_total[1d]))", "in a day: {{outcome}}"),
            ],
        ),
        numbers(
            "Transfers between centres",
            [
                ("sum by (direction) (transfer_letters_open)", "open: {{direction}}"),
                ("sum by (direction) (transfer_letters_overdue)", "overdue: {{direction}}"),
                (
                    "sum by (direction, state) (increase(transfer_letters_ended_total[1d]))",
                    "ended in a day: {{direction}} {{state}}",
                ),
                ("max(transfer_messages_waiting)", "messages unsaid"),
                ("max(transfer_messages_oldest_waiting_seconds)", "oldest of them, s"),
                ("max(transfer_messages_refused)", "messages refused"),
                (
                    "sum by (outcome) (increase(transfer_messages_total[1h]))",
                    "messages in an hour: {{outcome}}",
                ),
                ("max(transfer_platform_up)", "platform up"),
            ],
        ),
        numbers(
            "Codes shown between centres",
            [
                ("max(code_readings_waiting)", "wait for the platform"),
                ("max(code_readings_oldest_waiting_seconds)", "oldest, s"),
                ("sum by (outcome) (increase(code_readings_total[1h]))", "others': {{outcome}}"),
                ("sum by (outcome) (increase(shown_codes_read_total[1h]))", "ours: {{outcome}}"),
            ],
        ),
        Panel(
            "A document, from the claim to the signed file",
            "s",
            quantiles("document_print_seconds", "service"),
        ),
        numbers(
            "Permits and penalties",
            [
                ("max(credit_records_to_publish)", "to publish"),
                ("max(credit_records_late)", "late"),
                ("max(credit_repairs_late)", "repairs late"),
                ("max(credit_users_odd)", "users who look up too much"),
                ("sum(increase(credit_users_shut_total[1d]))", "users shut in a day"),
                ("max(credit_import_oldest_waiting_seconds)", "oldest file, s"),
                (
                    "sum by (what) (increase(credit_import_rows_taken_total[1d]))",
                    "rows by file in a day: {{what}}",
                ),
                (
                    "sum by (matter, result) (increase(credit_checks_answered_total[1d]))",
                    "checks in a day: {{matter}} {{result}}",
                ),
                (
                    "sum by (kind) (increase(credit_records_published_total[1d]))",
                    "published in a day: {{kind}}",
                ),
                ("sum by (how) (increase(credit_records_ended_total[1d]))", "{{how}} in a day"),
            ],
        ),
        numbers(
            "Portal",
            [
                (
                    "sum by (service, outcome) (increase(portal_calculations_total[1h]))",
                    "calculations: {{service}} {{outcome}}",
                ),
            ],
        ),
        numbers(
            "12329",
            [
                ("sum(hotline_calls_in_hand)", "calls in hand"),
                ("sum by (ending) (increase(hotline_calls_ended_total[1h]))", "ended: {{ending}}"),
                ("sum(increase(hotline_calls_refused_total[1h]))", "too many"),
                (
                    "sum(increase(hotline_calls_not_recorded_total[1d]))",
                    "not written down in a day",
                ),
                (
                    "sum(increase(hotline_recording_pieces_lost_total[1d]))",
                    "pieces of recordings lost in a day",
                ),
                ("sum by (by) (increase(hotline_proofs_failed_total[1h]))", "not proved: {{by}}"),
                (
                    "sum by (service) (increase(hotline_answers_missing_total[1h]))",
                    "no answer: {{service}}",
                ),
                ("sum(increase(hotline_sip_malformed_total[1h]))", "malformed"),
                ("sum(increase(hotline_sip_strangers_total[1h]))", "from strangers"),
                ("max(hotline_prompts_synthetic)", "prompts not recorded"),
                ("max(hotline_call_backs_open)", "to be called back"),
                ("max(hotline_oldest_call_back_seconds)", "oldest of them, s"),
            ],
        ),
        Panel(
            "12329: how late voice leaves",
            "s",
            quantiles("hotline_frame_lateness_seconds", "service"),
        ),
        numbers(
            "Kiosks",
            [("max(kiosks_silent)", "silent"), ("max(kiosks_in_need)", "need somebody's hands")],
        ),
        numbers(
            "Corrections of names and ID numbers that wait",
            [("max by (state) (identity_corrections_open)", "{{state}}")],
        ),
        Panel(
            "Links (1: up)",
            "short",
            [
                ("max(bank_up)", "bank"),
                ("max(smpp_link_up)", "SMSC"),
                ("max by (gateway) (cmpp_link_up)", "gateway {{gateway}}"),
                ("min by (service) (database_up)", "database of {{service}}"),
                ("min by (service) (broker_connected)", "broker from {{service}}"),
                ('min by (service) (up{job="services"})', "{{service}}"),
                ('min(up{job="rabbitmq"})', "RabbitMQ"),
            ],
        ),
        Panel(
            "Requests with an error of ours (promised: 0.5 %)",
            "percentunit",
            [
                ("service:http_errors:ratio_rate5m", "{{service}}"),
                ("service:http_errors:ratio_rate6h", "{{service}}, 6 h"),
            ],
            bad_above=0.005,
        ),
        Panel(
            "Requests slower than 1 s (promised: 1 %)",
            "percentunit",
            [
                ("service:http_slow:ratio_rate5m", "{{service}}"),
                ("service:http_slow:ratio_rate1h", "{{service}}, 1 h"),
            ],
            bad_above=0.01,
        ),
        Panel(
            "Requests",
            "reqps",
            [("sum by (service) (rate(http_request_seconds_count[5m]))", "{{service}}")],
        ),
        Panel(
            "Time of a request",
            "s",
            quantiles("http_request_seconds", "service", '{route!~".+/events"}'),
        ),
        Panel(
            "Requests in flight",
            "short",
            [("sum by (service) (http_requests_in_flight)", "{{service}}")],
        ),
        Panel(
            "Turned away for now",
            "reqps",
            [("sum by (service, bound) (rate(requests_shed_total[5m]))", "{{service}} {{bound}}")],
        ),
        Panel(
            "Logins that failed",
            "reqps",
            [
                ("sum by (outcome) (rate(logins_failed_total[5m]))", "{{outcome}}"),
                ("sum(rate(password_hashes_turned_away_total[5m]))", "turned away"),
            ],
        ),
        Panel(
            "Memory",
            "bytes",
            [("sum by (service) (process_resident_memory_bytes)", "{{service}}")],
        ),
        Panel(
            "Processor",
            "percentunit",
            [("sum by (service) (rate(process_cpu_seconds_total[5m]))", "{{service}}")],
        ),
        Panel(
            "Certificates end in",
            "s",
            [
                (
                    "min by (service, file) (certificate_expires_timestamp_seconds) - time()",
                    "{{service}} {{file}}",
                )
            ],
        ),
    ],
)
