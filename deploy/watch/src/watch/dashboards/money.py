"""Applications, payment orders, the bank, the books."""

from watch.dashboards.panels import Dashboard, Panel, means, numbers, quantiles

MONEY = Dashboard(
    "pf-money",
    "Withdrawals and money",
    [
        Panel("Open applications", "short", [("max by (state) (withdrawals_open)", "{{state}}")]),
        Panel(
            "Longest in this state",
            "s",
            [("max by (state) (withdrawals_oldest_seconds)", "{{state}}")],
        ),
        Panel("From acceptance to the end", "s", quantiles("withdrawal_seconds", "state")),
        Panel(
            "Steps of applications",
            "ops",
            [("sum by (step) (rate(withdrawal_steps_total[5m]))", "{{step}}")],
        ),
        Panel(
            "Files of applicants",
            "ops",
            [("sum by (outcome) (rate(withdrawal_papers_total[5m]))", "{{outcome}}")],
        ),
        Panel(
            "Questions to registers",
            "ops",
            [
                (
                    "sum by (register, outcome) (rate(register_questions_total[5m]))",
                    "{{register}} {{outcome}}",
                )
            ],
        ),
        Panel(
            "Ended, by type and state, in an hour",
            "short",
            [
                (
                    "sum by (kind, state) (increase(withdrawal_seconds_count[1h]))",
                    "{{kind}} {{state}}",
                )
            ],
        ),
        Panel(
            "Steps of payment orders",
            "ops",
            [("sum by (step) (rate(payment_steps_total[5m]))", "{{step}}")],
        ),
        Panel(
            "Payment orders that wait",
            "short",
            [("max(payments_unsent)", "unsent"), ("max(payments_unknown)", "unknown")],
        ),
        Panel(
            "Oldest unsent order",
            "s",
            [("max(payments_oldest_unsent_seconds)", "age")],
            bad_above=900,
        ),
        Panel(
            "Oldest question whose card it is",
            "s",
            [("max(card_checks_oldest_seconds)", "age"), ("max(card_checks_waiting)", "waiting")],
            bad_above=1_800,
        ),
        Panel(
            "Whose card it is, by the bank",
            "ops",
            [("sum by (verdict) (rate(card_checks_total[5m]))", "{{verdict}}")],
        ),
        Panel("From approval to the bank's answer", "s", quantiles("payment_seconds", "service")),
        Panel(
            "Requests to the bank",
            "ops",
            [
                (
                    "sum by (request, outcome) (rate(bank_requests_total[5m]))",
                    "{{request}} {{outcome}}",
                )
            ],
        ),
        Panel(
            "Time of the bank's answers",
            "s",
            quantiles("bank_request_seconds", "request", '{request!="notifications"}'),
        ),
        Panel("Orders in a request", "short", means("payment_batch_orders", "service")),
        Panel(
            "Entries that the bank booked",
            "ops",
            [
                ("sum by (kind) (rate(bank_entries_total[5m]))", "{{kind}}"),
                ("sum(rate(bank_entry_contradictions_total[5m]))", "contradictions"),
            ],
        ),
        Panel(
            "Loans' money under way",
            "short",
            [("max by (source) (loan_money_under_way)", "{{source}}")],
        ),
        Panel(
            "Loans' oldest money under way, and the day's work",
            "s",
            [
                ("max by (source) (loan_money_oldest_seconds)", "{{source}}"),
                ("max by (kind) (loan_day_unfinished_seconds)", "{{kind}}"),
                ("max(list_file_oldest_waiting_seconds)", "uploaded lists"),
            ],
        ),
        numbers(
            "Reconciliation, interest",
            [
                ("max(reconciliation_differences)", "unexplained differences"),
                ("max(cross_differences_open)", "services disagree"),
                ("max(reconciliation_waiting_days)", "days not compared"),
                ("max(interest_years_due)", "fund years not settled"),
            ],
        ),
        numbers(
            "Suspense (暂收)",
            [
                ("max(suspense_oldest_days)", "days of the oldest"),
                ("max(suspense_long_receipts)", "receipts beyond 30 days"),
                ("max(suspense_fen) / 100", "yuan"),
            ],
        ),
        numbers(
            "General ledger (总账)",
            [
                ("max(books_days_without_voucher)", "days without vouchers"),
                ("max(books_months_open)", "months not closed"),
            ],
        ),
        numbers("Disputes (异议)", [("max(disputes_late)", "answers that are late")]),
        Panel(
            "Ledger verified ago",
            "s",
            [("time() - max(ledger_verified_timestamp_seconds)", "ago")],
            "stat",
            bad_above=2 * 86_400,
        ),
        Panel(
            "Sealed day that waits longest to be read again",
            "s",
            [("time() - min(ledger_oldest_verdict_timestamp_seconds > 0)", "ago")],
            "stat",
        ),
        Panel(
            "Oldest audit record without a seal",
            "s",
            [("max by (service) (audit_unsealed_seconds)", "{{service}}")],
            bad_above=3600,
        ),
        Panel(
            "Rows that give rights and were not written by the service",
            "short",
            [
                (
                    "sum by (service, table) (increase(rows_refused_total[1h]))",
                    "{{service}} {{table}}",
                )
            ],
            bad_above=1,
        ),
    ],
)
