"""Words for documents: each in both languages, one for every class, field and fixed word of the model."""

from __future__ import annotations

import enum
import subprocess
import sys

import attrs
import pytest

from propsummary import model
from propsummary.catalogue import _words, class_doc, class_label, field_doc, field_label, label, labels
from propsummary.errors import UnknownNameError
from propsummary.model import Word

#: What a reader makes, not what a person writes.
_MACHINERY = {"Draft", "Spans"}
#: How an owner was written, which no draft has as a key.
_DERIVED = {("Owner", "text")}

CLASSES = [
    value
    for name in model.__all__
    if isinstance(value := getattr(model, name), type) and attrs.has(value) and name not in _MACHINERY
]
WORDS = [value for name in model.__all__ if isinstance(value := getattr(model, name), enum.EnumMeta) and value is not Word]


def test_every_class_and_field_of_the_model_has_its_words() -> None:
    assert len(CLASSES) > 20
    expected = {
        (cls.__name__, field.name) for cls in CLASSES for field in attrs.fields(cls) if (cls.__name__, field.name) not in _DERIVED
    }
    known = {(cls, field) for cls, fields in _words._fields().items() for field in fields if field != "class"}
    assert known == expected


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_words_of_classes_and_fields_are_complete(cls: type) -> None:
    name = cls.__name__
    assert class_doc(name).endswith("。")
    assert class_doc(name, "en").endswith(".")
    assert class_label(name)
    assert class_label(name, "en") != class_label(name, "en", plural=True) != ""
    for field in attrs.fields(cls):
        if (name, field.name) in _DERIVED:
            continue
        assert field_doc(name, field.name).endswith("。")
        assert field_doc(name, field.name, "en").endswith(".")
        assert field_label(name, field.name)
        assert field_label(name, field.name, "en").isascii()


def test_labels_have_both_languages() -> None:
    assert len(labels()) > 80
    for key, pair in labels().items():
        assert pair.zh.strip() == pair.zh != "", key
        assert pair.en.isascii(), key
        assert pair.en.strip() == pair.en != "", key


def test_every_fixed_word_has_a_label() -> None:
    assert len(WORDS) > 10
    expected = {f"{cls.__name__}.{word.value}": word.zh for cls in WORDS for word in cls}
    assert {key: pair.zh for key, pair in labels().items() if "." in key} == expected


def test_headings_as_the_trade_has_them() -> None:
    found = [field_label("Metric", name) for name in ("name", "value", "baseline", "change", "target")]
    assert found == ["指标", "本期", "上期", "变化", "目标"]
    assert (label("draft"), label("draft", "en")) == ("草稿", "Draft")
    assert (class_label("Issue"), class_label("Issue", "en", plural=True)) == ("问题", "Issues")


def test_unknown_names_say_what_comes_close() -> None:
    with pytest.raises(UnknownNameError, match="deadline"):
        label("deadlin")
    with pytest.raises(UnknownNameError, match="Metric"):
        field_doc("Metrics", "value")
    with pytest.raises(UnknownNameError, match="baseline"):
        field_label("Metric", "baselin")


def test_nothing_is_read_at_import() -> None:
    program = (
        "import sys, pathlib\n"
        "def refuse(*args, **more): raise AssertionError(args)\n"
        "pathlib.Path.read_text = pathlib.Path.read_bytes = refuse\n"
        "import propsummary.catalogue\n"
        "heavy = {'yaml', 'cattrs', 'importlib.metadata', 'wcwidth', 'difflib'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    done = subprocess.run([sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
