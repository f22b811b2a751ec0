"""What may be sent to those who hold the records: one SELECT, whatever the dialect."""

from __future__ import annotations

import pytest

from propsummary.records.dialects import DIALECTS, is_read_only


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
