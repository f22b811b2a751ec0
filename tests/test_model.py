"""The classes of the model: what they hold, how they are named, and what they refuse."""

from __future__ import annotations

import datetime as dt
import typing

import attrs
import pytest

import propsummary
from propsummary import Metric, Owner, Period, Quantity, Summary, build, check, dumps, render
from propsummary.errors import UnknownNameError, WrongTypeError
from propsummary.model import (
    COLLECTIONS,
    Countermeasure,
    Issue,
    Outlook,
    RootCause,
    StrategicDirection,
    Word,
    key,
    with_ids,
    zh_key,
)

CLASSES = [
    cls for name in propsummary.model.__all__ if isinstance(cls := getattr(propsummary.model, name), type) and attrs.has(cls)
]
PARTS = [cls for cls in CLASSES if all(f.metadata.get("zh") for f in attrs.fields(cls))]
WORDS = [
    cls for name in propsummary.model.__all__ if isinstance(cls := getattr(propsummary.model, name), type) and issubclass(cls, Word)
]


def test_classes_are_there() -> None:
    assert len(PARTS) >= 22
    assert len([cls for cls in WORDS if cls is not Word]) == 14


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_frozen_keyword_only_slotted(cls: type) -> None:
    assert cls.__setattr__ is not object.__setattr__
    assert hasattr(cls, "__slots__")
    assert all(f.kw_only for f in attrs.fields(cls))


@pytest.mark.parametrize("cls", PARTS, ids=lambda cls: cls.__name__)
def test_chinese_keys_are_unique_in_their_class(cls: type) -> None:
    keys = [zh_key(f) for f in attrs.fields(cls)]
    assert len(set(keys)) == len(keys)
    assert not any(k.isascii() for k in keys)


@pytest.mark.parametrize("cls", PARTS, ids=lambda cls: cls.__name__)
def test_every_field_is_documented(cls: type) -> None:
    assert cls.__doc__
    attributes = cls.__doc__.partition("Attributes:")[2]
    for field in attrs.fields(cls):
        assert f" {field.name}:" in attributes or f" {field.name}," in attributes, field.name


def test_references_name_collections() -> None:
    allowed = {*COLLECTIONS, "previous", "areas", "directions"}
    refs = {ref for cls in PARTS for f in attrs.fields(cls) for ref in f.metadata["refs"]}
    assert refs <= allowed
    assert {"metrics", "issues", "previous"} <= refs


class TestIds:
    def test_missing_ones_are_given_by_place(self) -> None:
        summary = _summary(
            metrics=(Metric(name="甲"), Metric(id="m1", name="乙"), Metric(name="丙")),
            issues=(Issue(statement="丁", root_causes=(RootCause(statement="戊"),)),),
            outlook=Outlook(directions=(StrategicDirection(statement="己"),)),
        )
        named = with_ids(summary)
        assert [m.id for m in named.metrics] == ["m1-2", "m1", "m3"]
        assert named.issues[0].id == "i1"
        assert named.issues[0].root_causes[0].id == "i1.1"
        assert named.outlook is not None
        assert named.outlook.directions[0].id == "d1"

    def test_nothing_to_do(self) -> None:
        summary = _summary(metrics=(Metric(id="a", name="甲"),))
        assert with_ids(summary) is summary

    def test_twice_is_once(self) -> None:
        once = with_ids(_summary(metrics=(Metric(name="甲"),), issues=(Issue(statement="乙"),)))
        assert with_ids(once) is once


@pytest.mark.parametrize(
    "text, name, role, department",
    [
        ("张伟", "张伟", "", ""),
        ("张伟（秩序主管）", "张伟", "秩序主管", ""),
        ("张伟(秩序主管)", "张伟", "秩序主管", ""),
        ("工程部/李工", "李工", "", "工程部"),
        ("秩序主管", "", "秩序主管", ""),
        ("工程部", "", "", "工程部"),
    ],
)
def test_owner(text: str, name: str, role: str, department: str) -> None:
    owner = Owner.parse(text)
    assert (owner.name, owner.role, owner.department, owner.text) == (name, role, department, text)
    assert owner.identity == (name or role or department)


def test_owner_by_parts_is_spelled() -> None:
    owner = Owner(name="李工", role="班长", department="工程部")
    assert owner.text == "工程部/李工（班长）"
    assert Owner.parse(owner.text) == owner


@pytest.mark.parametrize(
    "wrong, where",
    [
        ({"metrics": (Metric(id="m1", name="x", value=98.6),)}, "/metrics/0/value"),  # type: ignore[arg-type]
        ({"metrics": (Metric(id="m1", name="x", value="98.6%"),)}, "/metrics/0/value"),  # type: ignore[arg-type]
        ({"metrics": [Metric(id="m1", name="x")]}, "/metrics"),
        ({"period": "2025"}, "/period"),
        ({"countermeasures": (Countermeasure(statement="x", owner="张伟"),)}, "/countermeasures/0/owner"),  # type: ignore[arg-type]
        ({"countermeasures": (Countermeasure(statement="x", addresses="i1"),)}, "/countermeasures/0/addresses"),  # type: ignore[arg-type]
        ({"countermeasures": (Countermeasure(statement="x", addresses=(1,)),)}, "/countermeasures/0/addresses/0"),  # type: ignore[arg-type]
        ({"schema_version": True}, "/schema_version"),
        ({"prepared_on": dt.datetime(2026, 1, 6, tzinfo=dt.UTC)}, "/prepared_on"),
        ({"issues": (Issue(statement="x", severity="high"),)}, "/issues/0/severity"),  # type: ignore[arg-type]
    ],
)
def test_a_wrong_type_is_refused_with_its_place(wrong: dict[str, typing.Any], where: str) -> None:
    """A host system's slip is told where it is, not as a crash somewhere below."""
    summary = Summary(**{"department": "order", "period": Period.year(2025), **wrong})
    for verb in (check, build, dumps):
        with pytest.raises(WrongTypeError, match=f"^{where} "):
            verb(summary)  # type: ignore[operator]
    with pytest.raises(WrongTypeError):
        render(summary, "text")


def test_an_unknown_department_is_told() -> None:
    assert "SHP005" in [p.code for p in check(Summary(department="xyz", period=Period.year(2025)))]
    assert "SHP005" not in [p.code for p in check(Summary(department="安保部", period=Period.year(2025)))]


def test_wrong_options_are_refused() -> None:
    summary = _summary()
    with pytest.raises(UnknownNameError):
        check(summary, stage="finale")  # type: ignore[arg-type]
    with pytest.raises(UnknownNameError):
        dumps(summary, language="fr")  # type: ignore[arg-type]
    with pytest.raises(UnknownNameError):
        build(summary, language="fr")  # type: ignore[arg-type]
    with pytest.raises(UnknownNameError):
        render(summary, "html", audience="press")  # type: ignore[arg-type]


def test_the_model_can_be_hashed() -> None:
    one, other = (_summary(metrics=(Metric(id="m1", name="x", value=Quantity.parse("98.6%")),), extra={"a": [1]}) for _ in "ab")
    assert one == other
    assert hash(one) == hash(other)


def test_fields_are_declared_once() -> None:
    assert key.__doc__


def _summary(**fields: typing.Any) -> Summary:
    return Summary(department="order", period=Period.year(2025), **fields)
