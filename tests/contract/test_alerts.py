"""Each alert fires on what it is for and is silent otherwise, by Prometheus's own rule tests (promtool)."""

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support.monitoring import RULES, alerts

from local import certificates

PROMTOOL = Path(sys.executable).with_name("promtool")

SERVICE = 'service="accounts"'
QUEUE = "loans.answer-withdrawal-questions"
DAY = 86_400
OPERATORS_BACKUP = "barman_cloud_cloudnative_pg_io_last_available_backup_timestamp"
HOURS = 7 * 60
"""Minutes that the longest test lasts."""
LONG_MINUTES = 40
"""Tests beyond this are evaluated every five minutes."""


@dataclass(frozen=True)
class Gauge:
    """An alert on one figure: it fires when that has been bad for so many minutes, not sooner."""

    alert: str
    series: str
    bad: float
    well: float
    minutes: int


@dataclass(frozen=True)
class Case:
    """What is measured, minute by minute in promtool's notation, and whether an alert fires at a minute."""

    alert: str
    minute: int
    fires: bool
    series: Mapping[str, str]


def queue_gauge(family: str, stage: str = "") -> str:
    """A series of RabbitMQ's for one queue, or a stage of it."""
    return f'rabbitmq_detailed_queue_{family}{{queue="{QUEUE}", stage="{stage}"}}'


GAUGES = (
    Gauge("PaymentsUnknown", "payments_unknown", 1, 0, 30),
    Gauge("PaymentsFlagged", "payments_flagged", 1, 0, 5),
    Gauge("PaymentsUnsent", "payments_oldest_unsent_seconds", 901, 900, 1),
    Gauge("BankAway", "bank_up", 0, 1, 5),
    Gauge("CardChecksWait", "card_checks_oldest_seconds", 1_801, 1_800, 5),
    Gauge("BankEntriesOdd", "bank_odd_entries", 1, 0, 1),
    Gauge("ReconciliationDiffers", "reconciliation_differences", 1, 0, 10),
    Gauge("ServicesDisagree", "cross_differences_open", 1, 0, 10),
    Gauge("ReconciliationWaits", "reconciliation_waiting_days", 1, 0, 360),
    Gauge("LedgerDiffers", "ledger_differences", 1, 0, 0),
    Gauge("LedgerNotVerified", "ledger_verified_timestamp_seconds", -2 * DAY - 1, -DAY, 60),
    Gauge("InterestNotSettled", "interest_years_due", 1, 0, 360),
    Gauge("VouchersMissing", "books_days_without_voucher", 1, 0, 60),
    Gauge("BackupsNotKept", "backup_kept_timestamp_seconds", -601, 0, 5),
    Gauge("BackupTooOld", "backup_taken_timestamp_seconds", -26 * 3600 - 1, -3600, 30),
    Gauge("RestoreNotDrilled", "backup_drilled_timestamp_seconds", -8 * DAY - 1, -DAY, 60),
    Gauge("MonthsNotClosed", "books_months_open", 2, 1, 60),
    Gauge("SuspenseLiesLong", "suspense_long_receipts", 1, 0, 60),
    Gauge("TransferLettersOverdue", 'transfer_letters_overdue{direction="in"}', 1, 0, 60),
    Gauge("TransferPlatformAway", "transfer_messages_oldest_waiting_seconds", 1_801, 1_800, 5),
    Gauge("TransferMessagesRefused", "transfer_messages_refused", 1, 0, 5),
    Gauge("DisputesLate", "disputes_late", 1, 0, 60),
    Gauge("CreditImportsWait", "credit_import_oldest_waiting_seconds", 1801, 1800, 1),
    Gauge("KioskInNeed", "kiosks_in_need", 1, 0, 10),
    Gauge("CreditUsersOdd", "credit_users_odd", 1, 0, 1),
    Gauge("ListFilesWait", "list_file_oldest_waiting_seconds", 901, 900, 1),
    Gauge("MonthMissing", f"months_missing{{{SERVICE}}}", 1, 0, 5),
    Gauge("AuditNotSealed", f"audit_unsealed_seconds{{{SERVICE}}}", 3601, 3600, 5),
    Gauge("WithdrawalsStandStill", 'withdrawals_oldest_seconds{state="submitted"}', 601, 600, 1),
    Gauge("WithdrawalsOverdue", "withdrawal_overdue_steps", 1, 0, 15),
    Gauge("LoanMoneyStandsStill", 'loan_money_oldest_seconds{source="account"}', 601, 600, 1),
    Gauge("LoanDayUnfinished", 'loan_day_unfinished_seconds{kind="collection"}', 7201, 7200, 1),
    Gauge("CalendarMissing", "calendar_missing", 1, 0, 60),
    Gauge("MessagesParked", queue_gauge("messages", "parked"), 1, 0, 1),
    Gauge("MessagesRetried", queue_gauge("messages_ready", "retry.3"), 1, 0, 30),
    Gauge("QueueUnread", queue_gauge("consumers"), 0, 1, 2),
    Gauge("OutboxStandsStill", f"outbox_oldest_seconds{{{SERVICE}}}", 61, 60, 2),
    Gauge("BrokerAway", f"broker_connected{{{SERVICE}}}", 0, 1, 2),
    Gauge("BrokerAlarm", "rabbitmq_alarms_free_disk_space_watermark", 1, 0, 0),
    Gauge("BrokerPeerAway", "rabbitmq_unreachable_cluster_peers_count", 1, 0, 1),
    Gauge("HostClockNotSet", "node_timex_sync_status", 0, 1, 10),
    Gauge("PostgresStandbyAway", "cnpg_pg_replication_streaming_replicas", 0, 1, 1),
    Gauge("PostgresTransactionLong", "cnpg_backends_max_tx_duration_seconds", 3601, 3600, 5),
    Gauge("PostgresFreezeLate", "cnpg_pg_database_xid_age", 1e9 + 1, 1e9, 60),
    Gauge("LinkCertificateExpires", "probe_ssl_earliest_cert_expiry", 13 * DAY, 15 * DAY, 60),
    Gauge("SmscAway", "smpp_link_up", 0, 1, 5),
    Gauge("GatewayAway", 'cmpp_link_up{gateway="a"}', 0, 1, 5),
    Gauge("TextsWait", "texts_oldest_waiting_seconds", 901, 900, 5),
    Gauge("ServiceAway", f'up{{job="services", {SERVICE}}}', 0, 1, 1),
    Gauge("DatabaseAway", f"database_up{{{SERVICE}}}", 0, 1, 1),
    Gauge(
        "CertificateExpires",
        f'certificate_expires_timestamp_seconds{{{SERVICE}, file="a"}}',
        20 * DAY,
        22 * DAY,
        60,
    ),
    Gauge(
        "CertificateExpiresSoon",
        f'certificate_expires_timestamp_seconds{{{SERVICE}, file="b"}}',
        2 * DAY,
        22 * DAY,
        0,
    ),
)


def growing(per_minute: float) -> str:
    """A counter that grows evenly."""
    return f"0+{per_minute}x{HOURS}"


def lasting(metric: str, labels: str, seconds: float) -> dict[str, str]:
    """A histogram of what always takes just that long."""
    counts = {le: growing(10 if le >= seconds else 0) for le in (10.0, 60.0, 600.0)}
    buckets = {**counts, "+Inf": growing(10)}
    return {f'{metric}_bucket{{{labels}, le="{le}"}}': count for le, count in buckets.items()}


def register(away: float, answered: float) -> dict[str, str]:
    """What one register does with so many questions a minute."""
    name = 'register_questions_total{register="homes", outcome="%s"}'
    return {name % "away": growing(away), name % "yes": growing(answered)}


def requests(errors: float, slow: float = 0.0) -> dict[str, str]:
    """A hundred requests a minute, so many of them with an error, so many slow."""
    labels = f'{SERVICE}, route="/api/accounts/my/account"'
    return {
        f'http_request_seconds_count{{{labels}, status="200"}}': growing(100 - errors),
        f'http_request_seconds_count{{{labels}, status="503"}}': growing(errors),
        f'http_request_seconds_bucket{{{labels}, le="1.0"}}': growing(100 - slow),
    }


def disk(left: float) -> dict[str, str]:
    """A disk with so much of a hundred left, beside a full one in memory."""
    series = {}
    for fstype, free in (("ext4", left), ("tmpfs", 0.0)):
        labels = f'{{fstype="{fstype}", mountpoint="/{fstype}"}}'
        series[f"node_filesystem_avail_bytes{labels}"] = f"{free}x{HOURS}"
        series[f"node_filesystem_size_bytes{labels}"] = f"100x{HOURS}"
    return series


def standbys(of_two: int) -> dict[str, str]:
    """Two machines under Patroni, so many of which are standbys that have every commit."""
    return {f'patroni_sync_standby{{instance="{n}"}}': f"{int(n < of_two)}x9" for n in range(2)}


def members(of_three: int) -> dict[str, str]:
    """Three nodes and two queues, of which one has so many members, the other all three."""
    return {f'up{{job="rabbitmq", instance="{n}"}}': "1x15" for n in range(3)} | {
        f'rabbitmq_detailed_raft_term_total{{instance="{n}", queue="{queue}", stage=""}}': "2x15"
        for queue, count in ((QUEUE, of_three), ("other", 3))
        for n in range(count)
    }


def connections(taken: int) -> dict[str, str]:
    """A primary of CloudNativePG with 500 connections."""
    return {
        'cnpg_backends_total{instance="a", datname="accounts"}': f"{taken - 100}x9",
        'cnpg_backends_total{instance="a", datname="loans"}': "100x9",
        'cnpg_pg_settings_setting{instance="a", name="max_connections"}': "500x9",
        'cnpg_pg_settings_setting{instance="a", name="work_mem"}': "1x9",
    }


def connections_of_a_plain_server(taken: int) -> dict[str, str]:
    """A server with 300 connections, by postgres_exporter."""
    return {
        'pg_stat_activity_count{instance="a", state="idle"}': f"{taken}x9",
        'pg_settings_max_connections{instance="a"}': "300x9",
    }


def shed(per_minute: float) -> dict[str, str]:
    """So many requests a minute are turned away."""
    return {f'requests_shed_total{{{SERVICE}, bound="requests"}}': growing(per_minute)}


def receipts(delivered: float, undelivered: float) -> dict[str, str]:
    """So many receipts of each kind a minute."""
    return {
        'texts_receipted_total{outcome="delivered"}': growing(delivered),
        'texts_receipted_total{outcome="undelivered"}': growing(undelivered),
    }


CASES = (
    # One of two instances is enough; people are given more time than machines.
    Case("BankAway", 9, False, {'bank_up{instance="1"}': "0x9", 'bank_up{instance="2"}': "1x9"}),
    Case(
        "WithdrawalsStandStill",
        9,
        False,
        {'withdrawals_oldest_seconds{state="in_review"}': f"{DAY}x9"},
    ),
    Case("RegisterAway", 60, True, register(away=1, answered=0)),
    Case("RegisterAway", 60, False, register(away=1, answered=1)),
    Case("RegisterAway", 60, False, register(away=0, answered=0)),
    # Each sort of queue has its own alert.
    Case("MessagesParked", 9, False, {queue_gauge("messages"): "5x9"}),
    Case("QueueUnread", 9, False, {queue_gauge("consumers", "parked"): "0x9"}),
    Case("BrokerAway", 4, True, {'up{job="rabbitmq"}': "0x9"}),
    Case("BrokerAlarm", 1, True, {"rabbitmq_alarms_memory_used_watermark": "1x9"}),
    Case("BrokerAlarm", 1, True, {"rabbitmq_alarms_file_descriptor_limit": "1x9"}),
    Case("BankContradicts", 3, True, {"bank_entry_contradictions_total": "0 0 1x9"}),
    Case("BankContradicts", 70, False, {"bank_entry_contradictions_total": "0 0 1x70"}),
    Case("BankNotUnderstood", 3, True, {'bank_oddities_total{what="answer"}': "0 0 1x9"}),
    Case("BankNotUnderstood", 20, False, {'bank_oddities_total{what="answer"}': "0 0 1x20"}),
    Case("QueueLate", 30, True, lasting("message_age_seconds", f'queue="{QUEUE}"', 600)),
    Case("QueueLate", 30, False, lasting("message_age_seconds", f'queue="{QUEUE}"', 60)),
    Case("QueueGrows", 60, True, {queue_gauge("messages_ready"): growing(100)}),
    Case("QueueGrows", 60, False, {queue_gauge("messages_ready"): "5000-10x60"}),
    Case("QueueGrows", 60, False, {queue_gauge("messages_ready"): growing(10)}),
    Case(
        "EventsNotAccepted",
        20,
        True,
        {f'outbox_unroutable_total{{{SERVICE}, type="x"}}': growing(60)},
    ),
    Case(
        "EventsNotAccepted", 20, False, {f'outbox_unroutable_total{{{SERVICE}, type="x"}}': "60x20"}
    ),
    Case("LoginCodesLate", 20, True, lasting("text_wait_seconds", 'template="login_code"', 60)),
    Case("LoginCodesLate", 20, False, lasting("text_wait_seconds", 'template="login_code"', 10)),
    Case("LoginCodesLate", 20, False, lasting("text_wait_seconds", 'template="paid"', 600)),
    Case("TextsNotDelivered", 80, True, receipts(8, 2)),
    Case("TextsNotDelivered", 80, False, receipts(95, 5)),
    Case("TextsNotDelivered", 80, False, receipts(0.1, 0.1)),
    Case("RowsRefused", 3, True, {f'rows_refused_total{{{SERVICE}, table="x"}}': "0 0 1x9"}),
    Case("RowsRefused", 90, False, {f'rows_refused_total{{{SERVICE}, table="x"}}': "1x90"}),
    Case("JournalFails", 3, True, {f"journal_failures_total{{{SERVICE}}}": "0 0 1x9"}),
    Case("JournalFails", 30, False, {f"journal_failures_total{{{SERVICE}}}": "0 0 1x30"}),
    Case(
        "ProposalsWait", 10, True, {f'proposals_oldest_seconds{{{SERVICE}, kind="x"}}': "90000x10"}
    ),
    Case(
        "ProposalsWait", 10, False, {f'proposals_oldest_seconds{{{SERVICE}, kind="x"}}': "80000x10"}
    ),
    Case("StaffLooksUnusual", 65, True, {f'staff_looks_total{{{SERVICE}, actor="x"}}': growing(6)}),
    Case(
        "StaffLooksUnusual", 65, False, {f'staff_looks_total{{{SERVICE}, actor="x"}}': growing(4)}
    ),
    Case(
        "LoginsFail",
        15,
        True,
        {f'logins_failed_total{{{SERVICE}, outcome="wrong_code"}}': growing(40)},
    ),
    Case(
        "LoginsFail",
        15,
        False,
        {f'logins_failed_total{{{SERVICE}, outcome="wrong_code"}}': growing(20)},
    ),
    Case(
        "LoginsFail",
        15,
        False,
        {f'logins_failed_total{{{SERVICE}, outcome="session_ended"}}': growing(90)},
    ),
    Case(
        "LoginsTurnedAway",
        15,
        True,
        {f"password_hashes_turned_away_total{{{SERVICE}}}": growing(5)},
    ),
    Case(
        "LoginsTurnedAway",
        15,
        False,
        {f"password_hashes_turned_away_total{{{SERVICE}}}": growing(1)},
    ),
    Case("DocumentsWait", 10, True, {"document_requests_oldest_waiting_seconds": "700x10"}),
    Case("DocumentsWait", 10, True, {"documents_to_print_attempts": "6x10"}),
    Case(
        "DocumentsWait",
        10,
        False,
        {
            "document_requests_oldest_waiting_seconds": "60x10",
            "documents_to_print_attempts": "1x10",
        },
    ),
    Case("NightlyReportLate", 15, True, {f"report_late_seconds{{{SERVICE}}}": "22000x15"}),
    Case("NightlyReportLate", 15, False, {f"report_late_seconds{{{SERVICE}}}": "3600x15"}),
    Case("NationalPlatformAway", 15, True, {"code_readings_oldest_waiting_seconds": "400x15"}),
    Case("NationalPlatformAway", 15, False, {"code_readings_oldest_waiting_seconds": "60x15"}),
    Case("CreditRepairsLate", 15, True, {"credit_repairs_late": "1x15"}),
    Case("CreditRepairsLate", 15, False, {"credit_repairs_late": "0x15"}),
    Case("CreditRecordsLate", 15, True, {"credit_records_late": "2x15"}),
    Case("CreditRecordsLate", 15, False, {"credit_records_late": "0x15"}),
    Case("HotlineDeaf", 20, True, {f"hotline_calls_refused_total{{{SERVICE}}}": growing(5)}),
    Case("HotlineDeaf", 20, False, {f"hotline_calls_refused_total{{{SERVICE}}}": growing(1)}),
    Case("CallBacksWait", 10, True, {"hotline_oldest_call_back_seconds": "90000x10"}),
    Case("CallBacksWait", 10, False, {"hotline_oldest_call_back_seconds": "80000x10"}),
    # Tests begin on a Thursday at 08:00 in Shanghai; halls open at nine.
    Case("KioskSilent", 80, True, {"kiosks_silent": "1x80"}),
    Case("KioskSilent", 80, False, {"kiosks_silent": "0x80"}),
    Case("KioskSilent", 40, False, {"kiosks_silent": "1x40"}),
    Case("WechatAway", 10, True, {"wechat_token_seconds_left": "0x10"}),
    Case("WechatAway", 10, False, {"wechat_token_seconds_left": "7000x10"}),
    Case("WorkFails", 40, True, {f'rounds_failed_total{{{SERVICE}, work="x"}}': growing(1)}),
    Case("WorkFails", 40, False, {f'rounds_failed_total{{{SERVICE}, work="x"}}': "0 0 3x40"}),
    Case("JobLate", 20, True, {f'job_late_seconds{{{SERVICE}, work="x"}}': "60x20"}),
    Case("JobLate", 20, False, {f'job_late_seconds{{{SERVICE}, work="x"}}': "0x20"}),
    Case("RequestsTurnedAway", 20, True, requests(errors=0) | shed(10)),
    Case("RequestsTurnedAway", 20, False, requests(errors=0) | shed(1)),
    Case("HttpErrors", 65, True, requests(errors=10)),
    Case("HttpErrors", 65, False, requests(errors=5)),
    Case("HttpErrorsPersist", 365, True, requests(errors=5)),
    Case("HttpErrorsPersist", 365, False, requests(errors=0.4)),
    Case("HttpSlow", 65, True, requests(errors=0, slow=20)),
    Case("HttpSlow", 65, False, requests(errors=0, slow=1)),
    Case("HostDiskFills", 16, True, disk(left=14)),
    Case("HostDiskFills", 16, False, disk(left=16)),
    Case("DeadMan", 1, True, {}),
    # By whichever of those who keep and watch a database the site has.
    Case("BackupsNotKept", 9, True, {"cnpg_pg_stat_archiver_seconds_since_last_archival": "901x9"}),
    Case(
        "BackupsNotKept", 9, False, {"cnpg_pg_stat_archiver_seconds_since_last_archival": "900x9"}
    ),
    Case("BackupTooOld", 40, True, {OPERATORS_BACKUP: f"{-26 * 3600 - 1}x40"}),
    Case("BackupTooOld", 40, False, {OPERATORS_BACKUP: "0x40"}),
    Case("QueueMembersMissing", 12, True, members(of_three=2)),
    Case("QueueMembersMissing", 12, False, members(of_three=3)),
    Case("PostgresStandbyAway", 3, True, {"patroni_sync_standby": "0x9"}),
    Case("PostgresStandbyAway", 3, False, standbys(of_two=1)),
    Case("PostgresConnectionsShort", 8, True, connections(taken=430)),
    Case("PostgresConnectionsShort", 8, False, connections(taken=420)),
    Case("PostgresConnectionsShort", 8, True, connections_of_a_plain_server(taken=260)),
    Case("PostgresConnectionsShort", 8, False, connections_of_a_plain_server(taken=250)),
    Case("PostgresTransactionLong", 8, True, {"pg_stat_activity_max_tx_duration": "3601x9"}),
    Case(
        "LinkCertificateExpires",
        65,
        True,
        {'certmanager_certificate_expiration_timestamp_seconds{name="edge"}': f"{13 * DAY}x70"},
    ),
)


def promtool(*arguments: str | Path) -> str:
    """Run promtool; fails with what it says."""
    assert PROMTOOL.exists(), "promtool is missing: run `make .venv/bin/promtool`"
    done = subprocess.run([PROMTOOL, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def expected(alert: str, minute: int, *, fires: bool) -> dict[str, Any]:
    """What promtool is to find."""
    firing = f'count(ALERTS{{alertname="{alert}", alertstate="firing"}}) > bool 0 or vector(0)'
    found = {"labels": "{}", "value": int(fires)}
    return {"expr": firing, "eval_time": f"{minute}m", "exp_samples": [found]}


def group(name: str, series: Mapping[str, str], *found: Mapping[str, Any]) -> dict[str, Any]:
    """One test of promtool's: it starts with an empty Prometheus."""
    told = [{"series": each, "values": values} for each, values in series.items()]
    return {"name": name, "interval": "1m", "input_series": told, "promql_expr_test": [*found]}


def of_gauges(gauges: Sequence[Gauge]) -> list[dict[str, Any]]:
    """All bad at once, each alert in its time; all well at once, none."""
    bad = {each.series: f"{each.bad}x{HOURS}" for each in gauges}
    well = {each.series: f"{each.well}x{HOURS}" for each in gauges}
    fires = [expected(each.alert, each.minutes + 1, fires=True) for each in gauges]
    waits = [expected(each.alert, each.minutes - 1, fires=False) for each in gauges if each.minutes]
    silent = [expected(each.alert, each.minutes + 1, fires=False) for each in gauges]
    return [group("bad", bad, *fires, *waits), group("well", well, *silent)]


def of_case(case: Case) -> dict[str, Any]:
    """One case by itself."""
    return group(str(case), case.series, expected(case.alert, case.minute, fires=case.fires))


def test_prometheus_accepts_its_configuration_and_the_rules(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    made = certificates.provide(tmp_path)
    shutil.copy(made.authority, inside / "ca.crt")
    shutil.copy(made.bank.certificate, inside / "tls.crt")
    shutil.copy(made.bank.key, inside / "tls.key")
    shutil.copytree(RULES.parent, tmp_path / "prometheus")
    for name in ("prometheus.yml", "web.yml"):
        path = tmp_path / "prometheus" / name
        path.write_text(path.read_text("utf-8").replace("/inside", str(inside)), "utf-8")
    promtool("check", "config", tmp_path / "prometheus" / "prometheus.yml")
    promtool("check", "web-config", tmp_path / "prometheus" / "web.yml")


def test_every_alert_fires_on_what_it_is_for_and_is_silent_otherwise(tmp_path: Path) -> None:
    short = [each for each in GAUGES if each.minutes <= LONG_MINUTES]
    long = [each for each in GAUGES if each.minutes > LONG_MINUTES]
    files = []
    for every, gauges in (("1m", short), ("5m", long)):
        cases = [case for case in CASES if (case.minute > LONG_MINUTES) == (gauges is long)]
        document = {
            "rule_files": [str(path) for path in sorted(RULES.glob("*.yml"))],
            "evaluation_interval": every,
            "tests": [*of_gauges(gauges), *(of_case(case) for case in cases)],
        }
        files.append(tmp_path / f"every-{every}.json")
        files[-1].write_text(json.dumps(document))
    promtool("test", "rules", *files)


def test_no_alert_is_without_a_test() -> None:
    tried = {each.alert for each in (*GAUGES, *CASES)}
    assert tried == {rule["alert"] for rule in alerts()}
