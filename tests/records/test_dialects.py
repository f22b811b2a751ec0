"""What may be sent to those who hold the records: one SELECT, whatever the dialect."""

from __future__ import annotations

import pytest

from propsummary.records.dialects import DIALECTS, is_read_only, not_an_expression


@pytest.mark.parametrize("dialect", DIALECTS)
def test_one_select_may_be_sent(dialect: str) -> None:
    assert is_read_only("SELECT count(*) FROM (SELECT 1 AS a UNION ALL SELECT 2) AS t WHERE a = 'DROP TABLE x; --'", dialect)


@pytest.mark.parametrize(
    "dialect, sql",
    [
        *(
            (dialect, sql)
            for dialect in DIALECTS
            for sql in ("DELETE FROM t", "DROP TABLE t", "SELECT 1; SELECT 2", "INSERT INTO t VALUES (1)")
        ),
        ("duckdb", "COPY t TO 'x.csv'"),
        ("duckdb", "ATTACH 'x.db'"),
        ("postgres", "WITH gone AS (DELETE FROM t RETURNING *) SELECT * FROM gone"),
        ("postgres", "SELECT * INTO taken FROM t"),
        ("postgres", "SELECT * FROM t FOR UPDATE"),
        ("mysql", "SET GLOBAL read_only = 0"),
        ("mysql", "SELECT * INTO OUTFILE '/tmp/x' FROM t"),
        ("spark", "CACHE TABLE t"),
    ],
)
def test_nothing_else_is(dialect: str, sql: str) -> None:
    assert not is_read_only(sql, dialect)


@pytest.mark.parametrize(
    "dialect, sql",
    [
        *(
            (dialect, "CASE WHEN a IN (1, 2) AND NOT b LIKE 'x%' THEN coalesce(a, 0) + 1 ELSE nullif(a, 3) END")
            for dialect in DIALECTS
        ),
        *((dialect, "concat(upper(trim(a)), substring(b, 1, 2), replace(c, '-', ''))") for dialect in DIALECTS),
        *((dialect, "round(abs(cast(a AS DECIMAL(10, 2))) / 3, 1) > greatest(1, 2)") for dialect in DIALECTS),
        *(
            (dialect, "extract(YEAR FROM a) = 2025 AND b BETWEEN DATE '2025-01-01' AND a + INTERVAL '1' DAY")
            for dialect in DIALECTS
        ),
        ("duckdb", "strptime(json_extract_string(a, '$.day'), '%Y/%m/%d')"),
        ("duckdb", "date_diff('minute', a, b) < 30 OR regexp_matches(c, '^东') OR try_cast(d AS DATE) IS NULL"),
        ("postgres", "to_timestamp(a, 'YYYY-MM-DD') AT TIME ZONE 'Asia/Shanghai' > now() AND b ->> 'x' ~ '^1'"),
        ("postgres", "date_trunc('day', a)::date = split_part(b, ' ', 1)::date"),
        ("mysql", "str_to_date(json_unquote(json_extract(a, '$.d')), '%Y-%m-%d') = date(from_unixtime(b))"),
        ("mysql", "if(ifnull(a, '') = '', timestampdiff(MINUTE, b, c), substring_index(d, '-', 1))"),
        ("spark", "to_date(get_json_object(a, '$.d'), 'yyyy-MM-dd') = date_add(from_unixtime(b), 1) AND nvl(c, 0) = 0"),
    ],
)
def test_what_looks_at_the_row_is_an_expression(dialect: str, sql: str) -> None:
    assert not_an_expression(sql, dialect) is None


@pytest.mark.parametrize(
    "dialect, sql",
    [
        ("duckdb", "read_text('/etc/hosts')"),
        ("duckdb", "coalesce(a, upper(getenv('HOME')))"),
        ("duckdb", "current_setting('home_directory')"),
        ("duckdb", "main.upper(a)"),
        ("duckdb", "columns('.*')"),
        ("duckdb", "nextval('numbers')"),
        ("postgres", "pg_read_file('/etc/hosts')"),
        ("postgres", "CASE WHEN pg_sleep(9) IS NULL THEN a END"),
        ("postgres", "lo_import('/etc/hosts')"),
        ("postgres", "query_to_xml('select 1', true, true, '')"),
        ("postgres", "dblink('host=elsewhere', a)"),
        ("postgres", "current_user"),
        ("postgres", "a::regclass"),
        ("mysql", "load_file('/etc/hosts')"),
        ("mysql", "if(sleep(9), a, b)"),
        ("mysql", "benchmark(1000000000, md5('x'))"),
        ("mysql", "@@datadir"),
        ("mysql", "@a := 1"),
        ("mysql", "/*! load_file('/etc/hosts') */ + version()"),
        ("spark", "java_method('java.lang.System', 'getenv', 'HOME')"),
        ("spark", "reflect('java.lang.System', 'exit', 1)"),
    ],
)
def test_what_reaches_further_is_none(dialect: str, sql: str) -> None:
    assert not_an_expression(sql, dialect) is not None


def test_what_is_refused_says_what_is_allowed() -> None:
    said = not_an_expression("getenv('HOME')", "duckdb")
    assert said is not None
    assert said.zh.startswith("“getenv”不能用")
    assert "coalesce" in said.zh
