"""Lists of words and set phrases that rules look for, and finding all of them in one pass over a text."""

from __future__ import annotations

import functools
import pathlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import compress
from typing import Any, TypeAlias

import attrs

from propsummary._text import nearest
from propsummary.catalogue._reader import DATA, build, read_toml, refuse
from propsummary.errors import UnknownNameError

__all__ = ["Hit", "Lexicon", "lexicon", "lexicon_from_toml"]


@attrs.frozen
class Hit:
    """
    One occurrence of a word.

    Attributes:
        start, end: Where, in code points of the text, *end* not included.

        word: The word, as the lexicon has it.
    """

    start: int
    end: int
    word: str


#: By pair of characters: how many characters of a word stand before it, the lengths of such words, longest first, and the words.
_Index: TypeAlias = Mapping[tuple[str, str], tuple[tuple[int, tuple[int, ...], frozenset[str]], ...]]


class Lexicon:
    """
    A list of words of two characters or more.

    Text is looked at pair by pair of characters, so that a search takes as long for twenty thousand words as for twenty. Where all
    words are long most pairs can be passed over: of any three neighbouring pairs, a word of four characters holds one.

    .. versionadded:: 0.1.0
    """

    __slots__ = ("_beginning", "_by_pair", "_others", "_step", "_words")

    def __init__(self, words: Iterable[str], *, others: Iterable[str] = ()) -> None:
        """
        Args:
            words: What is looked for; blanks, case and width count.

            others: Longer words that contain one of *words* and mean something else (明显位置); what they cover is passed over.

        Raises:
            ValueError: A word has fewer than two characters.
        """
        self._words = frozenset(words)
        self._others = frozenset(others)
        everything = self._words | self._others
        for word in everything:
            if len(word) < 2:
                raise ValueError(f"a word of a lexicon has two characters or more, not {word!r}")
        self._step = min(map(len, everything), default=2) - 1
        self._by_pair = _by_pair(everything, self._step)
        self._beginning = _beginning(self._words)

    def find(self, text: str) -> Iterator[Hit]:
        """
        The words in *text*, from left to right: of those that overlap the one that begins first, of those the longest.

        An English word counts where it stands alone, not inside another one.
        """
        beginning = self._beginning.search(text)
        if beginning is None:  # of most sentences that is all there is to say
            return
        passed = 0 if self._others else beginning.start()  # one of the others may begin before
        step = self._step
        pairs = zip(text[passed::step], text[passed + 1 :: step], strict=False)
        within_word = map(self._by_pair.__contains__, pairs)
        for at in compress(range(passed, len(text), step), within_word):  # no Python code runs where no word can be
            for before, lengths, words in self._by_pair[text[at], text[at + 1]]:
                start = at - before
                if start < passed:
                    continue
                for length in lengths:
                    word = text[start : start + length]
                    if word in words and not _inside_another(word, text, start):
                        passed = start + len(word)  # shorter than *length* at the end of the text
                        if word not in self._others:
                            yield Hit(start, passed, word)
                        break

    def found_in(self, text: str) -> bool:
        """Whether *text* holds any of the words."""
        return self._beginning.search(text) is not None and next(self.find(text), None) is not None

    def joined(self, other: Lexicon) -> Lexicon:
        """This lexicon together with *other*: a word is passed over where either of them says so."""
        others = self._others | other._others
        return Lexicon((self._words | other._words) - others, others=others)


def _beginning(words: Iterable[str]) -> re.Pattern[str]:
    """Matches wherever one of *words* may begin: the first character of one with the second of any."""
    firsts, seconds = ("".join(sorted({word[at] for word in words})) for at in (0, 1))
    return re.compile(f"[{re.escape(firsts)}][{re.escape(seconds)}]" if firsts else "(?!)")


def _by_pair(words: Iterable[str], step: int) -> _Index:
    """*words* by each of the pairs that they may be met by, if only every *step*-th pair of a text is looked at."""
    sharing: dict[tuple[str, str], dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for word in words:
        for before in range(step):
            sharing[word[before], word[before + 1]][before].add(word)
    # Asking a set for each length beats trying the words one by one, however many share a pair.
    return {
        pair: tuple(
            (before, tuple(sorted({len(word) for word in alike}, reverse=True)), frozenset(alike))
            for before, alike in sorted(places.items(), reverse=True)
        )
        for pair, places in sharing.items()
    }


def _inside_another(word: str, text: str, start: int) -> bool:
    """Whether *word* begins or ends in the middle of an English word."""
    end = start + len(word)
    begins_inside = _latin(word[0]) and start > 0 and _latin(text[start - 1])
    return begins_inside or (_latin(word[-1]) and end < len(text) and _latin(text[end]))


def _latin(character: str) -> bool:
    return character.isascii() and character.isalpha()


@attrs.frozen(kw_only=True)
class _Words:
    """A lexicon's file: what it is for, its words by language, and longer words that mean something else."""

    about: str
    zh: tuple[str, ...]
    en: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


@functools.cache
def lexicon(name: str) -> Lexicon:
    """
    The lexicon called *name* that comes with the package: ``result_words``, ``vague_owners`` …

    Raises:
        UnknownNameError: There is no such lexicon.
    """
    path = DATA / "lexicons" / f"{name}.toml"
    names = sorted(file.stem for file in path.parent.glob("*.toml"))
    if name not in names:
        raise UnknownNameError("lexicon", name, nearest(name, names))
    return lexicon_from_toml(path)


def lexicon_from_toml(path: pathlib.Path) -> Lexicon:
    """
    Read a lexicon from a file of the same form as those of the package: ``about``, ``zh``, and if need be ``en`` and ``others``.

    Raises:
        ConfigurationError: The file cannot be followed; the message names file and key.
    """
    raw: dict[str, Any] = read_toml(path)
    words = build(_Words, raw, str(path))
    english = [form for word in words.en for form in (word, word.capitalize())]
    try:
        return Lexicon((*words.zh, *english), others=words.others)
    except ValueError as error:
        raise refuse(str(path), "", str(error), "每个词要有两个字以上") from error
