"""Mapping files, which people of the host write: what they can say, and how they are refused."""

from __future__ import annotations

import pathlib

import pytest

from propsummary.errors import ConfigurationError
from propsummary.model import Metric
from propsummary.periods import Period
from propsummary.records import Mapping, RecordsError, from_files, measure

HOST = """\
单号,小区,工单类型,受理日,受理时刻,完工,关单,作废
A1,云栖花园,维修,2025-03-01,08:00:00,2025-03-02 10:00,,0
A2,云栖花园,保修,2025-03-01,09:00:00,,2025-03-03 10:00,0
A3,荔枝湾,咨询,2025-03-02,08:00:00,,,0
A4,荔枝湾,维修,2025-03-02,08:00:00,,,1
"""

MAPPING = """\
dialect = "mysql"

[work_orders]
table = "报修 单"
filter = "`作废` = '0'"

[work_orders.columns]
id = "单号"
property = "小区"
kind = { column = "工单类型", words = { "维修" = "repair", "保修" = "repair", "咨询" = "service" } }
reported_at = { sql = "concat(`受理日`, ' ', `受理时刻`)" }
completed_at = { sql = "ifnull(nullif(`完工`, ''), `关单`)" }
"""


def _mapping(folder: pathlib.Path, text: str) -> Mapping:
    file = folder / "对应.toml"
    file.write_text(text, encoding="utf-8")
    return Mapping.from_file(file)


def _measured(folder: pathlib.Path, text: str, *, host: str = HOST) -> Metric:
    records = folder / "records"
    records.mkdir()
    (records / "报修 单.csv").write_text(host, encoding="utf-8")
    (metric,) = measure(
        from_files(records),
        department="engineering",
        period=Period.year(2025),
        kpis=("wo_completion",),
        by=("kind",),
        mapping=_mapping(folder, text),
    )
    return metric


def test_a_host_is_mapped(tmp_path: pathlib.Path) -> None:
    """Names, expressions in the host's dialect, words, and rows that do not count."""
    metric = _measured(tmp_path, MAPPING)
    assert (str(metric.numerator), str(metric.denominator)) == ("2", "3")
    assert [(share.name, str(share.value)) for share in metric.breakdown] == [("维修", "100.0%"), ("服务", "0.0%")]


@pytest.mark.parametrize(
    "text, said",
    [
        ("[work_order]\n", "没有“work_order”这一项，是不是 work_orders？"),
        ('[work_orders]\ntabel = "x"\n', "没有“tabel”这一项，是不是 table？"),
        ('[work_orders.columns]\nreport_at = "x"\n', "没有“report_at”这一项，是不是 reported_at？"),
        (
            '[work_orders.columns]\nkind = { column = "x", words = { "维修" = "repairs" } }\n',
            "没有“repairs”这一项，是不是 repair？",
        ),
        ('[work_orders.columns]\nkind = { column = "x", sql = "y" }\n', "column 和 sql 写一个"),
        ("[work_orders.columns]\nkind = 3\n", "要写列名"),
        ('dialect = "oracle"\n', "不认识方言“oracle”"),
        ('[work_orders]\nfilter = "a = "\n', "不是 duckdb 的表达式"),
        ('[work_orders]\nfilter = "1 = 1; drop table x"\n', "不是一行之内的表达式"),
        ('[work_orders]\nfilter = "id in (select id from secrets)"\n', "不是一行之内的表达式"),
        ('[work_orders.columns]\nkind = { sql = "max(kind)" }\n', "不是一行之内的表达式"),
        ('[work_orders.columns]\nkind = { sql = "count(*) over ()" }\n', "不是一行之内的表达式"),
        ("work_orders = 1\n", "要写成一节"),
        ('[work_orders]\ntable = "pg_catalog.pg_settings"\n', "是数据库自己的表"),
    ],
)
def test_a_mapping_that_cannot_be_followed_is_refused(tmp_path: pathlib.Path, text: str, said: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        _mapping(tmp_path, text)
    assert said in caught.value.zh


def test_what_the_mapping_names_must_be_there(tmp_path: pathlib.Path) -> None:
    with pytest.raises(RecordsError) as caught:
        _measured(tmp_path, '[work_orders]\ntable = "报修"\n')
    assert caught.value.zh == "没有“报修”这张表"


def test_a_column_that_is_named_must_be_there(tmp_path: pathlib.Path) -> None:
    with pytest.raises(RecordsError) as caught:
        _measured(tmp_path, MAPPING.replace('"单号"', '"单 号"'))
    assert caught.value.zh == "表“报修 单”里没有“单 号”这一列"


def test_a_column_that_a_filter_needs_must_be_there(tmp_path: pathlib.Path) -> None:
    """The sentence says which column of which table; the engine's own words stand behind it."""
    with pytest.raises(RecordsError) as caught:
        _measured(tmp_path, MAPPING.replace("`作废`", "`作废费`"))
    assert caught.value.zh.startswith("表“报修 单”里没有“作废费”这一列（")
    assert caught.value.en.startswith("table “报修 单” has no column “作废费” (")


def test_names_and_words_are_never_code(tmp_path: pathlib.Path) -> None:
    """A column called like an attack is a column, and so is a word."""
    column, word = 'x" FROM y; DROP TABLE z --', "维'); DROP TABLE z --"
    host = (
        f'id,reported_at,completed_at,"{column.replace(chr(34), chr(34) * 2)}"\n1,2025-05-01,2025-05-02,{word}\n2,2025-05-01,,b\n'
    )
    kind = f"{{ column = '''{column}''', words = {{ \"{word}\" = \"repair\" }} }}"
    text = f'[work_orders]\ntable = "报修 单"\n[work_orders.columns]\nkind = {kind}\n'
    metric = _measured(tmp_path, text, host=host)
    assert [share.name for share in metric.breakdown] == ["b", "维修"]
