"""Words found in one pass."""

from __future__ import annotations

import itertools
import pathlib
import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from propsummary import catalogue
from propsummary.catalogue.lexicon import Hit, Lexicon, lexicon
from propsummary.errors import UnknownNameError

_FILES = sorted((pathlib.Path(catalogue.__file__).parent / "data" / "lexicons").glob("*.toml"))

_FEW = "加强进a一𠮷 "


def _naive(words: set[str], text: str) -> list[Hit]:
    """Leftmost, then longest, the slow way; for words without English letters."""
    found, at = [], 0
    while at < len(text):
        here = [word for word in words if text.startswith(word, at)]
        if here:
            found.append(Hit(at, at + len(max(here, key=len)), max(here, key=len)))
        at = found[-1].end if here else at + 1
    return found


@settings(deadline=None)
@given(st.sets(st.text(_FEW.replace("a", ""), min_size=2, max_size=5), max_size=12), st.text(_FEW.replace("a", ""), max_size=60))
def test_leftmost_longest(words: set[str], text: str) -> None:
    """It finds what trying every word at every place finds."""
    assert list(Lexicon(words).find(text)) == _naive(words, text)


@settings(deadline=None)
@given(st.data(), st.integers(3, 5))
def test_long_words_are_found_wherever_they_begin(data: st.DataObject, shortest: int) -> None:
    """Where all words are long, only some pairs of the text are looked at; nothing is missed for that."""
    words = data.draw(st.sets(st.text("加强进", min_size=shortest, max_size=shortest + 2), min_size=1, max_size=12))
    text = "".join(data.draw(st.lists(st.sampled_from([*sorted(words), *"加强进"]), max_size=20)))
    assert list(Lexicon(words).find(text)) == _naive(words, text)


@settings(deadline=None)
@given(st.sets(st.text(_FEW, min_size=2, max_size=4), max_size=12), st.text(_FEW, max_size=60))
def test_hits_are_where_they_say(words: set[str], text: str) -> None:
    """Places count code points, go from left to right and never overlap."""
    hits = list(Lexicon(words).find(text))
    assert all(text[hit.start : hit.end] == hit.word for hit in hits)
    assert all(one.end <= other.start for one, other in itertools.pairwise(hits))
    assert Lexicon(words).found_in(text) is bool(hits)


def test_the_longest_of_those_that_begin_first() -> None:
    """进一步加强 is one hit, not two."""
    found = Lexicon(["进一步", "进一步加强", "加强", "强管"]).find("将进一步加强管理，加强巡逻")
    assert list(found) == [Hit(1, 6, "进一步加强"), Hit(9, 11, "加强")]


def test_other_words_are_passed_over() -> None:
    """明显位置 is a place: neither it nor the 明显 in it is a hit."""
    found = Lexicon(["明显"], others=["明显位置"]).find("在明显位置张贴后，违停明显减少")
    assert list(found) == [Hit(11, 13, "明显")]


def test_english_words_stand_alone() -> None:
    """soon is not in monsoon, but 尽快soon is two words."""
    words = Lexicon(["soon", "as soon as possible"])
    assert not words.found_in("monsoon soonish")
    assert [hit.word for hit in words.find("尽快soon，as soon as possible")] == ["soon", "as soon as possible"]


@pytest.mark.parametrize("word", ["", "强"])
def test_short_words_are_refused(word: str) -> None:
    """One character is no word to look for: it is in everything."""
    with pytest.raises(ValueError, match="two characters"):
        Lexicon([word])


def test_nothing_to_find() -> None:
    """No words, no text."""
    assert list(Lexicon([]).find("加强")) == []
    assert list(Lexicon(["加强"]).find("")) == []
    assert list(Lexicon(["加强"]).find("强")) == []


def test_there_are_lexicons() -> None:
    """The table below would pass if it were empty."""
    assert len(_FILES) >= 10


@pytest.mark.parametrize("file", _FILES, ids=lambda file: file.stem)
def test_every_lexicon_finds_its_words(file: pathlib.Path) -> None:
    """Each word is found where it stands alone, no word stands there twice, and what means something else is not found."""
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    words = [*data["zh"], *data.get("en", ())]
    assert len(words) == len(set(words))
    assert not set(words) & set(data.get("others", ()))
    for word in words:
        assert [hit.word for hit in lexicon(file.stem).find(word)] == [word]
    for other in data.get("others", ()):
        assert not lexicon(file.stem).found_in(other)


def test_a_lexicon_of_that_name() -> None:
    """A misspelt name is told, with the nearest; a name is not a path."""
    with pytest.raises(UnknownNameError) as caught:
        lexicon("result_word")
    assert caught.value.near[0] == "result_words"
    with pytest.raises(UnknownNameError):
        lexicon("../labels")


@pytest.mark.parametrize(
    "name, text, word", [("result_words", "Significantly better", "Significantly"), ("vague_owners", "all staff", "all staff")]
)
def test_english_at_the_beginning_of_a_sentence(name: str, text: str, word: str) -> None:
    """Written with a capital or without."""
    assert [hit.word for hit in lexicon(name).find(text)] == [word]
