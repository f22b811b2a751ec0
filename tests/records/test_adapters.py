"""Adapters: views beside the host's tables, the one to HC小区, what it catches, and whether one's own is right."""

from __future__ import annotations

import datetime
import pathlib

import attrs
import duckdb
import pytest
import sqlglot

import propsummary
from community_host import COLUMNS, UNUSED, create_statements, made_host, midnight, printed_rates, true_counts
from propsummary.errors import ConfigurationError, UnknownNameError
from propsummary.model import Metric
from propsummary.periods import Period
from propsummary.quantities import Quantity
from propsummary.records import DuckDB, Mapping, RecordsError, measure
from propsummary.records.adapters import Adapter, adapted
from propsummary.testing.adapters import canonical_rows, check_mapping

QUARTER = (midnight(2025), midnight(2025, 4))
HOST = made_host(seed=23, size=150)

#: The KPI that each of the printed rates goes by.
PRINTED = {
    "closed without having been done counts as done": "wo_completion/received-in-period",
    "put off counts as done": "wo_completion/received-in-period",
    "discounts, refunds and what was paid later count as received": "fee_rate_amount/current",
    "tasks in place of visits, and overdue ones in neither column": "patrol_checkpoint_rate",
    "visits of deleted tasks": "patrol_checkpoint_rate",
    "a state that is no longer written": "complaint_handled/received-in-period",
    "the rate of today, over all that was ever received": "complaint_handled/received-in-period",
}


def _database(*statements: str) -> DuckDB:
    """Tables made by *statements*."""
    connection = duckdb.connect(":memory:")
    for statement in statements:
        connection.execute(statement)
    tables = [row[0] for row in connection.execute("SELECT table_name FROM information_schema.tables ORDER BY 1").fetchall()]
    return DuckDB(name="物业系统", connection=connection, relations={name: f'"{name}"' for name in tables})


@pytest.fixture(scope="module")
def host() -> DuckDB:
    """The host's tables and rows, in this process."""
    source = _database(*(sqlglot.transpile(one, read="mysql", write="duckdb")[0] for one in create_statements()))
    for table, rows in HOST.items():
        places = ", ".join("?" * len(COLUMNS[table]))
        source.connection.executemany(f"INSERT INTO {table} VALUES ({places})", [list(row.values()) for row in rows])
    return source


def _measured(host: DuckDB, *kpis: str) -> tuple[Metric, ...]:
    source, mapping = adapted(host, "microcommunity")
    return measure(source, department="order", period=Period.parse("2025-Q1"), kpis=kpis, mapping=mapping)


def test_it_counts_what_is_true(host: DuckDB) -> None:
    truth = true_counts(HOST, *QUARTER)
    counts = [(one.numerator.low, one.denominator.low) for one in _measured(host, *truth) if one.numerator and one.denominator]
    assert dict(zip(truth, counts, strict=True)) == truth


def test_it_stands_the_test_of_adapters(host: DuckDB) -> None:
    source, mapping = adapted(host, "microcommunity")
    check_mapping(source, mapping)
    assert source.tables() == (*Adapter.named("microcommunity").views, "car_inout", UNUSED)


@pytest.mark.parametrize("fault", PRINTED)
def test_a_printed_rate_is_caught(host: DuckDB, fault: str) -> None:
    """Whoever types it off the screen is told, in a sentence beside the figure as well as in the figure itself."""
    (metric,) = _measured(host, PRINTED[fault])
    printed = f"{printed_rates(HOST, *QUARTER)[fault]:.2f}%"
    draft = f"部门: 工程部\n期间: 2025年第一季度\n成绩:\n  - {{编号: a1, 说明: {metric.name}达到{printed}。}}\n"
    written = propsummary.loads(draft).summary
    assert written is not None
    sentence = attrs.evolve(written, metrics=(metric,))
    typed = attrs.evolve(sentence, metrics=(attrs.evolve(metric, value=Quantity.parse(printed)),), achievements=())
    assert "NUM002" in {problem.code for problem in propsummary.check(sentence).errors}
    assert "MET005" in {problem.code for problem in propsummary.check(typed).errors}


def test_an_average_of_percentages_is_caught(host: DuckDB) -> None:
    source, mapping = adapted(host, "microcommunity")
    (metric,) = measure(
        source, department="order", period=Period.parse("2025-Q1"), kpis=("fee_rate_amount",), by=("property",), mapping=mapping
    )
    average = sum(share.value.low or 0 for share in metric.breakdown) / len(metric.breakdown)
    typed = attrs.evolve(metric, value=Quantity.parse(f"{average:.1f}%"), breakdown=())
    summary = propsummary.Summary(department="经营部", period=Period.parse("2025-Q1"), metrics=(typed,))
    assert "MET005" in {problem.code for problem in propsummary.check(summary).errors}


# ---- one's own ----

ORDERS = (
    "CREATE TABLE 工单 (单号 VARCHAR, 小区 VARCHAR, 类别 VARCHAR, 报修 VARCHAR, 作废 INTEGER)",
    "CREATE TABLE 回单 (单号 VARCHAR, 时间 VARCHAR)",
    "INSERT INTO 工单 VALUES ('1', '北苑', '维修', '2025/03/01 08:30', 0), ('2', '北苑', '咨询', '2025/03/02 09:00', 0)",
    "INSERT INTO 工单 VALUES ('3', '南苑', '维修', '2025/03/02 09:00', 1)",
    "INSERT INTO 回单 VALUES ('1', '2025/03/01 10:00'), ('1', '2025/03/03 10:00')",
)

MAPPING = """dialect = "duckdb"
[work_orders]
table = "带回单的工单"
filter = "作废 = 0"
[work_orders.columns]
id = "单号"
property = "小区"
kind = { column = "类别", words = { "维修" = "repair", "咨询" = "service" } }
reported_at = { sql = "strptime(报修, '%Y/%m/%d %H:%M')" }
completed_at = { sql = "strptime(回单时间, '%Y/%m/%d %H:%M')" }
"""

VIEW = """SELECT o.单号, o.小区, o.类别, o.报修, o.作废, (SELECT max(r.时间) FROM 回单 AS r WHERE r.单号 = o.单号) AS 回单时间
FROM 工单 AS o
"""

RIGHT = [
    {
        "id": "1",
        "property": "北苑",
        "kind": "repair",
        "reported_at": datetime.datetime.fromisoformat("2025-03-01 08:30"),
        "completed_at": datetime.datetime.fromisoformat("2025-03-03 10:00"),
    },
    {"id": "2", "kind": "service", "completed_at": None},
]


@pytest.fixture
def folder(tmp_path: pathlib.Path) -> pathlib.Path:
    (tmp_path / "mapping.toml").write_text(MAPPING, encoding="utf-8")
    (tmp_path / "带回单的工单.sql").write_text(VIEW, encoding="utf-8")
    return tmp_path


def test_an_adapter_of_ones_own(folder: pathlib.Path) -> None:
    source, mapping = adapted(_database(*ORDERS), folder)
    check_mapping(source, mapping, expected={"work_orders": RIGHT})
    assert source.tables() == ("带回单的工单",)
    assert canonical_rows(source, mapping, "work_orders")[1]["property"] == "北苑"


@pytest.mark.parametrize(
    "statement, said",
    [
        ("UPDATE 工单 SET 类别 = '绿化'", "work_orders.kind"),
        ("UPDATE 工单 SET 单号 = NULL", "work_orders.id"),
        ("UPDATE 工单 SET 单号 = '1'", "work_orders.id"),
        ("UPDATE 回单 SET 时间 = '2024/01/01 10:00'", "work_orders.completed_at"),
        ("UPDATE 工单 SET 作废 = 0", "3 rows count, not 2"),
        ("UPDATE 回单 SET 时间 = '2025/03/03 11:00'", "completed_at.*is not"),
    ],
)
def test_what_is_wrong_is_told(folder: pathlib.Path, statement: str, said: str) -> None:
    source, mapping = adapted(_database(*ORDERS, statement), folder)
    with pytest.raises(AssertionError, match=said):
        check_mapping(source, mapping, expected={"work_orders": RIGHT})


def test_a_view_of_a_table_that_is_not_there(folder: pathlib.Path) -> None:
    source, mapping = adapted(_database(ORDERS[0]), folder)
    with pytest.raises(RecordsError, match=r"带回单的工单.*回单"):
        check_mapping(source, mapping)


def test_views_are_written_out_where_they_stand(folder: pathlib.Path) -> None:
    """Also beside a common table expression, which is no table; a query of no view is left as it is."""
    (folder / "带回单的工单.sql").write_text("WITH r AS (SELECT 单号 FROM 回单) SELECT r.单号 FROM r", encoding="utf-8")
    views = Adapter.from_folder(folder).on(_database(*ORDERS))
    assert views.columns("带回单的工单") == ("单号",)
    assert sorted(views.rows('SELECT v.单号 FROM "带回单的工单" AS v')) == [("1",), ("1",)]
    assert list(views.rows("SELECT count(*) FROM 回单")) == [(2,)]


def test_a_required_column_that_is_missing_is_told(folder: pathlib.Path) -> None:
    (folder / "mapping.toml").write_text("\n".join(MAPPING.splitlines()[:5]) + '\nid = "单号"\n', encoding="utf-8")
    source, mapping = adapted(_database(*ORDERS), folder)
    with pytest.raises(AssertionError, match="reported_at"):
        check_mapping(source, mapping)


@pytest.mark.parametrize(
    "view",
    ["DELETE FROM 工单", "SELECT 单号 FROM 工单; SELECT 1", "SELECT * FROM 工单", "SELECT 1 + 1 FROM 工单", "SELECT FROM WHERE"],
)
def test_a_view_that_is_none_is_refused(folder: pathlib.Path, view: str) -> None:
    (folder / "带回单的工单.sql").write_text(view, encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"带回单的工单\.sql"):
        Adapter.from_folder(folder)


@pytest.mark.parametrize(
    "view",
    [
        "SELECT content AS x FROM read_text('/etc/hosts')",
        "SELECT x.content AS x FROM 工单, LATERAL (SELECT content FROM read_blob('/etc/hosts')) AS x",
        "SELECT getenv('HOME') AS x FROM 工单",
        "SELECT (SELECT max(current_setting('home_directory'))) AS x FROM 工单",
        "WITH s AS (SELECT setting FROM pg_catalog.pg_settings) SELECT setting AS x FROM s",
    ],
)
def test_a_view_reads_nothing_but_records(folder: pathlib.Path, view: str) -> None:
    (folder / "带回单的工单.sql").write_text(view, encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"带回单的工单\.sql"):
        Adapter.from_folder(folder)


def test_a_view_in_another_encoding_is_refused(folder: pathlib.Path) -> None:
    (folder / "带回单的工单.sql").write_bytes(VIEW.encode("gb18030"))
    with pytest.raises(ConfigurationError, match="UTF-8"):
        Adapter.from_folder(folder)


def test_a_mapping_file_and_a_name_that_is_unknown(folder: pathlib.Path) -> None:
    source = _database(*ORDERS)
    file = folder / "mapping.toml"
    assert adapted(source, file) == (source, Mapping.from_file(file))
    with pytest.raises(RecordsError, match="带回单的工单"):
        check_mapping(*adapted(source, file))
    with pytest.raises(UnknownNameError, match="microcommunity"):
        Adapter.named("microcomunity")
