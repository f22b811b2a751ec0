"""Figures of the commonest form take a short way through the reader, which must lead to the same place as the long one."""

from __future__ import annotations

from decimal import Decimal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from propsummary.quantities import Quantity, read_quantity
from propsummary.quantities._unit_table import CLASSIFIERS, MEASURES

UNITS = ("", *CLASSIFIERS, *(row.split("|")[0].strip() for rows in MEASURES.values() for row in rows.strip().splitlines()))
NUMBERS = ("0", "00", "007", "3", "11", "100", "2025", "5.0", "12.50", "0.00", "123456789012345")


def the_long_way(text: str) -> Quantity | None:
    """A blank in front keeps it from the short way and changes nothing but the text."""
    found = read_quantity(f" {text}")
    return found and attrs.evolve(found, text=text)


@pytest.mark.parametrize("bound", ["", "≥", "≤"])
@pytest.mark.parametrize("number", NUMBERS)
def test_both_ways_read_the_same_with_every_unit(bound: str, number: str) -> None:
    for unit in UNITS:
        text = f"{bound}{number}{unit}"
        short, long = read_quantity(text), the_long_way(text)
        assert repr(short) == repr(long), text  # equal numbers may be printed differently


@given(st.from_regex(r"[≥≤约-]?[0-9]{1,17}(\.[0-9]{1,8})?( ?[个次件%万千半成分年月日a-zA-Z/.]{0,7})", fullmatch=True))
def test_both_ways_read_the_same_whatever_follows(text: str) -> None:
    assert repr(read_quantity(text)) == repr(the_long_way(text))


def test_the_printed_decimals_are_kept() -> None:
    found = read_quantity("98.50%")
    assert found is not None
    assert found.low == found.high == Decimal("98.5")
    assert found.decimals == 2
