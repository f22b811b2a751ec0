"""The catalogue's expressions: what they may speak of."""

from __future__ import annotations

import pytest
from sqlglot import exp

from propsummary.catalogue.queries import Query, Side, queries, queries_of, query
from propsummary.catalogue.records import tables
from propsummary.records.expressions import expression

_ALLOWED = (exp.And, exp.Or, exp.Not, exp.Paren, exp.Case, exp.If, exp.Column, exp.Identifier, exp.Literal, exp.Boolean, exp.Null)
_ALLOWED += (exp.Placeholder, exp.Is, exp.In, exp.EQ, exp.LT, exp.LTE, exp.GT, exp.GTE, exp.Add, exp.Mul, exp.Neg)
_ALLOWED += (exp.Coalesce, exp.Concat)
_SIDES = [(one, side) for one in queries().values() for side in one.sides]


@pytest.mark.parametrize("one, side", _SIDES, ids=[f"{one.id}-{side.table}" for one, side in _SIDES])
def test_expressions_speak_of_canonical_columns_alone(one: Query, side: Side) -> None:
    """No statement, no function but a few, no column that the table has not."""
    table = tables()[side.table]
    texts = [text for text in (side.rows, side.among, side.where, side.sum, side.distinct, side.unless) if text]
    assert not (side.when and side.rows)
    assert not (side.sum and side.distinct)
    if side.when:
        column = table.column(side.when)
        assert column is not None
        assert column.type in ("time", "day")
    for node in (node for text in texts for node in expression(text).walk()):
        if isinstance(node, exp.Column):
            assert table.column(node.name) is not None, node.name
        if isinstance(node, exp.Placeholder):
            assert node.name in ("start", "end", "earlier_start", "earlier_end")
        assert isinstance(node, _ALLOWED) or (isinstance(node, exp.Anonymous) and node.name == "seconds_between"), repr(node)


def test_words_in_expressions_are_those_of_the_column() -> None:
    """A kind that no row can be of would count nothing, for ever."""
    seen = 0
    for _, side in _SIDES:
        for text in (side.among, side.where):
            for node in expression(text).find_all(exp.EQ, exp.In) if text else ():
                column = tables()[side.table].column(node.this.name)
                assert column is not None
                for literal in node.find_all(exp.Literal):
                    assert literal.this in [word.id for word in column.words], text
                    seen += 1
    assert seen > 30


def test_forty_kpis_and_more() -> None:
    assert len({one.kpi for one in queries().values()}) >= 60


def test_the_commonest_definition_comes_first() -> None:
    found = query("wo_completion")
    assert found is not None
    assert found.definition == "received-in-period"
    assert [one.definition for one in queries_of("turnover_rate")] == [
        "mean-headcount",
        "opening-headcount",
        "closing-plus-leavers",
    ]
    assert query("net_margin") is None
    assert query("wo_completion", "with-carried-over") is queries()["wo_completion/with-carried-over"]


def test_carried_over_is_told_where_the_definition_includes_it() -> None:
    """The definitions say so in words; the queries in counts."""
    assert {one.id for one in queries().values() if one.carried} == {
        "hazard_fix_rate/with-carried-over",
        "wo_completion/with-carried-over",
        "complaint_handled/with-carried-over",
    }
