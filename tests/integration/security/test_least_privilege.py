"""What each service's roles at PostgreSQL and RabbitMQ can do: what it needs, and nothing else."""

import uuid
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import aio_pika
import aiormq
import asyncpg
import pytest
from tests.support.workbench import Workbench

from local.broker import VirtualHost
from shared.messaging.broker import Broker, Message, declare
from shared.messaging.definitions import WATCHER
from shared.messaging.topology import (
    PAY_APPROVED_WITHDRAWALS,
    QUEUES,
    SERVICES,
    exchange_of,
    returns_of,
)
from tools.manifests import links

APPEND_ONLY = {
    "accounts": {
        "entry", "ledger_day", "account_history", "account_view", "interest_settlement", "employer_change",
        "voucher", "voucher_line", "vouchered_day", "letter_receipt",
    },
    "withdrawals": {"application_history"},
    "loans": {"entry", "allocation", "instalment", "plan_version"},
    "settlement": {"payment_order_history", "staff_view"},
    "notifications": set(),
    "documents": set(),
    "credit": {"subject_history", "record_version", "list_use", "look_up"},
    "hotline": set(),
    "wechat": set(),
    "portal": set(),
    "transfers": set(),
    "gateway": {"consent", "staff_action"},
}  # fmt: skip
"""Beside `audit_record`, which every service has."""
READ_ONLY = {
    "schema_migration", "month_elsewhere", "ledger_balance", "loan_policy", "loan_rate", "proposal_policy",
    "review_opinion", "audit_seal", "transfer_policy", "period_policy", "gravity_policy",
    "distribution_policy", "penalty_policy",
    "ledger_subject", "subject_of_kind", "list_kind", "measure", "letter_policy",
    "adopted_policy", "policy_desk", "policy", "deposit_policy", "interest_rate", "missed_month_policy",
    "dunning_policy", "superseded_seal", "wording",
}  # fmt: skip
TABLES = """
SELECT relname AS name,
       has_table_privilege($1, oid, 'INSERT') OR has_any_column_privilege($1, oid, 'INSERT') AS adds,
       has_any_column_privilege($1, oid, 'UPDATE') OR has_table_privilege($1, oid, 'DELETE')
           OR has_table_privilege($1, oid, 'TRUNCATE') AS changes,
       has_table_privilege($1, oid, 'TRUNCATE') OR has_table_privilege($1, oid, 'TRIGGER') AS rules
FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
"""
DEFINERS = """
SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef
  AND has_function_privilege($1, oid, 'EXECUTE') AND prorettype <> 'trigger'::regtype
  AND NOT coalesce(proconfig::text LIKE '%search_path=public, pg_temp%', false)
"""
ROLE = """
SELECT rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls
       OR EXISTS (SELECT FROM pg_auth_members WHERE member = pg_roles.oid)
FROM pg_roles WHERE rolname = $1
"""
DDL = (
    "CREATE TABLE mine (x integer)",
    "CREATE FUNCTION mine() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
    "CREATE SCHEMA mine",
    "ALTER TABLE outbox ADD COLUMN mine text",
    "DROP TABLE outbox",
    "ALTER TABLE audit_record DISABLE TRIGGER ALL",
    "TRUNCATE audit_record",
    "UPDATE audit_record SET outcome = 'done'",
    "SELECT FROM audit_record_rest",
    "DELETE FROM audit_seal",
    "INSERT INTO audit_seal (number, records, previous_hash, hash) VALUES (9, 0, '', '')",
    "INSERT INTO audit_record (recorded_at, role, actor, channel, address, action, subject, outcome,"
    " reason, trace_id) VALUES (now(), '', '', '', '', '', '', 'done', '', '')",
    "INSERT INTO schema_migration VALUES ('x', 1, 'x', 'x')",
    "SET ROLE {service}_owner",
    "SET session_replication_role = replica",
    "COPY outbox TO PROGRAM 'cat'",
)


@pytest.mark.parametrize("service", SERVICES)
async def test_the_runtime_role_reads_and_writes_rows_and_changes_no_rule(
    service: str, service_database: Any
) -> None:
    database = await service_database(service)
    connection = await asyncpg.connect(database.url)
    try:
        assert await connection.fetchval(ROLE, service) is False
        rows = await connection.fetch(TABLES, service)
        kept = {row["name"] for row in rows if row["adds"] and not row["changes"]}
        closed = {row["name"] for row in rows if not row["adds"] and not row["changes"]}
        months = {name for name in closed if name.startswith("audit_record_")}
        assert len(months) >= 5, "this month, three to come and the rest"
        closed -= months
        assert kept >= APPEND_ONLY[service] | {"audit_record"}
        assert closed == READ_ONLY & {row["name"] for row in rows}
        assert not any(row["rules"] for row in rows)
        assert await connection.fetch(DEFINERS, service) == []
        for statement in DDL:
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await connection.execute(statement.format(service=service))
    finally:
        await connection.close()


async def test_no_role_of_one_service_gets_into_the_database_of_another(
    platform: Workbench, service_database: Any
) -> None:
    database = await service_database("accounts")
    admin = await asyncpg.connect(platform.platform.postgres.url_of(database.name))
    try:
        may = await admin.fetch(
            "SELECT rolname FROM pg_roles WHERE has_database_privilege(oid, $1, 'CONNECT')"
            " AND NOT rolsuper AND rolname <> ALL ($2)",
            database.name,
            ["pg_database_owner"],
        )
    finally:
        await admin.close()
    assert {row["rolname"] for row in may} & set(SERVICES) == {"accounts"}
    assert {row["rolname"] for row in may} & {f"{name}_owner" for name in SERVICES} == {
        "accounts_owner"
    }
    stranger = await service_database("loans")
    with pytest.raises(asyncpg.InsufficientPrivilegeError, match="permission denied for database"):
        await asyncpg.connect(stranger.url.replace(stranger.name, database.name))


@pytest.fixture
async def broken_in(vhost: VirtualHost) -> AsyncIterator[Broker]:
    """Whoever has taken over notifications, which moves no money; all queues are there."""
    await vhost.load()
    broker = Broker(vhost.url("notifications"), "intruder", 0.5)
    yield broker
    await broker.close()


def forged(exchange: str, key: str) -> Message:
    return Message(
        exchange, key, uuid.uuid4(), "/withdrawals", key, "s", datetime.now(UTC), 1, "", b"{}"
    )  # fmt: skip


async def test_a_broker_user_publishes_nothing_as_another_service(
    vhost: VirtualHost, broken_in: Broker
) -> None:
    paying = PAY_APPROVED_WITHDRAWALS.name
    for exchange, key in (
        ("withdrawals.events", "withdrawal.approved.v1"),
        ("settlement.returns", paying),
        ("", paying),
        ("amq.direct", paying),
        ("amq.topic", paying),
    ):
        (problem,) = await broken_in.publish([forged(exchange, key)])
        assert problem is not None, (exchange, key)
    async with vhost.server.management() as client:
        found = (await client.get(f"/api/queues/{vhost.name}/{paying}")).json()
    assert found.get("messages", 0) == 0


async def test_a_broker_user_reads_binds_and_declares_nothing_of_another_service(
    broken_in: Broker,
) -> None:
    theirs, ours = (
        PAY_APPROVED_WITHDRAWALS,
        next(q for q in QUEUES if q.consumer == "notifications"),
    )

    async def consumes(channel: aiormq.Channel) -> None:
        await channel.basic_get(theirs.parked)

    async def binds_theirs(channel: aiormq.Channel) -> None:
        await channel.queue_bind(theirs.name, exchange_of("notifications"), routing_key="#")

    async def listens_in(channel: aiormq.Channel) -> None:
        await channel.queue_bind(ours.name, exchange_of("settlement"), routing_key="#")

    async def declares(channel: aiormq.Channel) -> None:
        await channel.queue_declare("settlement.more", durable=True)

    async def purges(channel: aiormq.Channel) -> None:
        await channel.queue_purge(theirs.name)

    async def deletes(channel: aiormq.Channel) -> None:
        await channel.exchange_delete(exchange_of("settlement"))

    for what in (consumes, binds_theirs, listens_in, declares, purges, deletes):
        async with broken_in.channel(confirms=False) as channel:
            with pytest.raises(aiormq.exceptions.ChannelAccessRefused):
                await what(channel)


async def test_a_broker_user_sees_no_other_virtual_host_and_no_management(
    vhost: VirtualHost, broken_in: Broker
) -> None:
    with pytest.raises((aiormq.exceptions.AMQPError, ConnectionError)):
        await aio_pika.connect(vhost.url("notifications").rpartition("/")[0] + "/%2F", timeout=10)
    server = vhost.server
    async with server.management() as client:
        answer = await client.get(
            "/api/overview", auth=(vhost.user("notifications"), vhost.password("notifications"))
        )
    assert answer.status_code == 401


async def test_who_counts_messages_to_scale_by_sees_them_by_name_and_touches_none(
    vhost: VirtualHost, broken_in: Broker
) -> None:
    login = (vhost.user(WATCHER), vhost.password(WATCHER))
    (trigger, _) = links.scaling("notifications")["spec"]["triggers"]
    asked = {
        "page": "1", "use_regex": "true", "pagination": "false",
        "name": trigger["metadata"]["queueName"], "page_size": trigger["metadata"]["pageSize"],
    }  # fmt: skip
    place = f"/api/queues/{vhost.name}"
    async with vhost.server.management() as client:
        answer = await client.get(place, params=asked, auth=login)
        listed = answer.raise_for_status().json()
        found = {queue["name"] for queue in listed["items"]}
        assert listed["page_count"] == 1
        assert found == {queue.name for queue in QUEUES if queue.consumer == "notifications"}
        taken = await client.post(
            f"{place}/{min(found)}/get",
            json={"count": 1, "ackmode": "ack_requeue_false", "encoding": "auto"},
            auth=login,
        )
        purged = await client.delete(f"{place}/{min(found)}/contents", auth=login)
        deleted = await client.delete(f"{place}/{min(found)}", auth=login)
        users = await client.get("/api/users", auth=login)
    refused = [answer.status_code for answer in (taken, purged, deleted, users)]
    assert set(refused) <= {400, 401, 403}, refused
    broker = Broker(vhost.url(WATCHER), "watcher", 0.5)
    try:
        (problem,) = await broker.publish([forged("withdrawals.events", "withdrawal.approved.v1")])
        assert problem is not None
        async with broker.channel(confirms=False) as channel:
            with pytest.raises(aiormq.exceptions.ChannelAccessRefused):
                await channel.basic_get(min(found))
        async with broker.channel(confirms=False) as channel:
            with pytest.raises(aiormq.exceptions.ChannelAccessRefused):
                await channel.queue_declare("watcher.own", exclusive=True)
    finally:
        await broker.close()


@pytest.mark.parametrize("service", SERVICES)
async def test_every_service_declares_and_moves_its_own_with_its_rights(
    service: str, vhost: VirtualHost
) -> None:
    broker = Broker(vhost.url(service), "own", 0.5)
    try:
        await declare(broker, service)
        for queue in QUEUES:
            if queue.consumer == service:
                message = forged(returns_of(service), queue.retry(1))
                assert await broker.publish([message]) == [None]
    finally:
        await broker.close()
