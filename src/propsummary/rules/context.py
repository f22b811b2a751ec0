"""What a rule may know beside the object that it looks at."""

from __future__ import annotations

import functools
import pathlib
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypeVar

import attrs

from propsummary import catalogue
from propsummary.catalogue import Profile
from propsummary.catalogue.lexicon import Lexicon, lexicon
from propsummary.model import COLLECTIONS, Countermeasure, Metric, Summary
from propsummary.periods import Period
from propsummary.problems import Path
from propsummary.rules.walk import PARTS, Node, Passage, walk_objects, with_passages

if TYPE_CHECKING:
    from propsummary.rules._figures import Figures

__all__ = ["Context", "StageName", "View", "once"]

_T = TypeVar("_T")
_R = TypeVar("_R")

# Asking the others for an id takes longer than looking at those that have one.
_IDENTIFIED = frozenset(cls for cls in PARTS if "id" in attrs.fields_dict(cls))

# Of these a field that says nothing holds the empty one; a figure of 0 says something.
_EMPTY = (str, tuple, type(None))

#: How far the summary is: still being written, or about to be handed in.
StageName: TypeAlias = Literal["draft", "final"]


class View:
    """
    A summary as rules look at it: one walk, and what follows from it, worked out once and shared by all.

    Attributes:
        summary: The summary.

        unknown: Paths of what is in the file but could not be read.

        gaps: Paths of members of lists that the summary lacks; places in paths count them.

        stage: ``draft`` or ``final``.

        folder: Where its photos are; None if it came from no folder.

        previous: The summaries before this one, newest first.

        computed: What the records give over the period; nothing where nobody had it computed.

        settings: Thresholds, by name: the configuration's, and the rules' own where that does not say.

        lexicons: Words from the configuration that go with those of this library's lexicons, by the lexicon's name.

        answers: What `once` has found so far.
    """

    def __init__(
        self,
        summary: Summary,
        *,
        unknown: frozenset[Path] = frozenset(),
        gaps: frozenset[Path] = frozenset(),
        stage: StageName = "draft",
        folder: pathlib.Path | None = None,
        previous: tuple[Summary, ...] = (),
        computed: tuple[Metric, ...] = (),
        settings: Mapping[str, int] | None = None,
        lexicons: Mapping[str, Lexicon] | None = None,
    ) -> None:
        self.summary = summary
        self.stage = stage
        self.folder = folder
        self.previous = previous
        self.computed = computed
        self.settings = settings or {}
        self._lexicons = dict(lexicons or {})
        self._joined: dict[str, Lexicon] = {}
        self.answers: dict[tuple[object, int], Any] = {}
        self.unknown = unknown
        self.gaps = gaps

    @functools.cached_property
    def steps(self) -> tuple[Node | Passage, ...]:
        """Every object and passage, in the order of the walk."""
        return with_passages(self.nodes, self.gaps)

    @functools.cached_property
    def nodes(self) -> tuple[Node, ...]:
        """Every object, at its place."""
        return walk_objects(self.summary, self.gaps)

    def nodes_of(self, cls: type | None) -> Sequence[Node]:
        """The objects of that very class, each at its place."""
        return self._by_class.get(cls, ())

    @functools.cached_property
    def _by_class(self) -> Mapping[type | None, Sequence[Node]]:
        found: dict[type | None, list[Node]] = defaultdict(list)
        for node in self.nodes:
            found[type(node.object)].append(node)
        return found

    @functools.cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every passage that people read, at its place."""
        return tuple(step for step in self.steps if isinstance(step, Passage))

    @functools.cached_property
    def profile(self) -> Profile | None:
        """The profile of the department; None if no profile knows it."""
        return catalogue.department(self.summary.department)

    @functools.cached_property
    def following(self) -> Period:
        """The period after the one that is reported on."""
        return self.summary.period.next

    @functools.cached_property
    def figures(self) -> Figures:
        """Every figure of the data and of the prose."""
        from propsummary.rules._figures import Figures

        return Figures(self)

    @functools.cached_property
    def by_id(self) -> Mapping[str, Node]:
        """The objects that have an id; of two with the same id the first."""
        return self._by_id[0]

    @property
    def doubled(self) -> Sequence[Node]:
        """The objects whose id another one before them has."""
        return self._by_id[1]

    @functools.cached_property
    def _by_id(self) -> tuple[Mapping[str, Node], Sequence[Node]]:
        found: dict[str, Node] = {}
        named = [node for node in self.nodes if type(node.object) in _IDENTIFIED and node.object.id]
        return found, [node for node in named if found.setdefault(node.object.id, node) is not node]

    @functools.cached_property
    def by_path(self) -> Mapping[Path, Node]:
        """The objects by their place."""
        return {node.path: node for node in self.nodes}

    def object_at(self, path: Path) -> str | None:
        """The id of the innermost object around *path* that has one."""
        in_a_list = (length for length in range(len(path), 0, -1) if isinstance(path[length - 1], int))  # as all that have ids
        for length in in_a_list:
            node = self.by_path.get(path[:length])
            if node and (ident := getattr(node.object, "id", "")):
                return str(ident)
        return None

    @functools.cached_property
    def ids(self) -> Mapping[str, frozenset[str]]:
        """The ids of each collection, strategic directions under ``directions``."""
        found = {name: frozenset(m.id for m in getattr(self.summary, name)) for name in COLLECTIONS}
        outlook = self.summary.outlook
        found["directions"] = frozenset(d.id for d in outlook.directions) if outlook else frozenset()
        return found

    @functools.cached_property
    def previous_ids(self) -> frozenset[str]:
        """Every id of the summary before this one; none if there is none."""
        return frozenset(View(self.previous[0]).by_id if self.previous else ())

    @functools.cached_property
    def measures_for(self) -> Mapping[str, tuple[Countermeasure, ...]]:
        """The measures that answer each issue and risk, whichever of the two names the other; keyed by id."""
        found: dict[str, list[Countermeasure]] = defaultdict(list)
        named_by: dict[str, list[str]] = defaultdict(list)
        for risk in self.summary.risks:
            for ident in risk.countermeasures:
                named_by[ident].append(risk.id)
        for measure in self.summary.countermeasures:
            for target in dict.fromkeys((*measure.addresses, *named_by.get(measure.id, ()))):
                found[target].append(measure)
        return {target: tuple(measures) for target, measures in found.items()}

    def lexicon(self, name: str) -> Lexicon:
        """The lexicon of that name, with the words that the configuration adds."""
        if name not in self._lexicons:
            return lexicon(name)
        if name not in self._joined:
            self._joined[name] = lexicon(name).joined(self._lexicons[name])
        return self._joined[name]

    def metric(self, ident: str) -> Metric | None:
        """The metric of that id."""
        node = self.by_id.get(ident)
        return node.object if node and isinstance(node.object, Metric) else None

    def is_clouded(self, path: Path) -> bool:
        """Whether something at, below or around *path* could not be read: nothing there may be called missing."""
        if not self.unknown:  # as in nearly every draft, of which rules ask this hundreds of times
            return False
        return path in self._clouded or any(path[:length] in self.unknown for length in range(len(path)))

    def may_hide(self, collection: Path, *fields: str) -> bool:
        """Whether a whole member of the list at *collection*, or one of these fields of any member, could not be read."""
        if not self.unknown:
            return False
        if any(collection[:length] in self.unknown for length in range(len(collection) + 1)):
            return True
        return not self._hidden.get(collection, frozenset()).isdisjoint((None, *fields))

    @functools.cached_property
    def _clouded(self) -> frozenset[Path]:
        """The paths of what could not be read, and of all that is around it."""
        found: set[Path] = set()
        for path in self.unknown:
            around = path
            while around not in found:
                found.add(around)
                around = around[:-1]  # of the empty path this is itself
        return frozenset(found)

    @functools.cached_property
    def _hidden(self) -> Mapping[Path, set[str | int | None]]:
        """Of every list the fields of its members that could not be read; None stands for a whole member."""
        found: dict[Path, set[str | int | None]] = defaultdict(set)
        for path in self.unknown:
            for depth, step in enumerate(path):
                if isinstance(step, int):
                    found[path[:depth]].add(path[depth + 1] if depth + 1 < len(path) else None)
        return found


@attrs.define(eq=False)  # as `Node` is
class Context:
    """
    What a rule is given beside the object; not to be changed.

    Attributes:
        view: The summary as a whole.

        node: The object at its place; for a rule on passages the object that holds the passage.

        path: Where the object or passage is.
    """

    view: View
    node: Node
    path: Path

    @property
    def summary(self) -> Summary:
        """The whole summary."""
        return self.view.summary

    @property
    def profile(self) -> Profile | None:
        """The profile of the department; None if no profile knows it."""
        return self.view.profile

    @property
    def parent(self) -> Any:
        """What the object belongs to: the issue of a root cause, for example; None for the summary."""
        return self.node.parent.object if self.node.parent else None

    def lacks(self, *fields: str) -> bool:
        """
        Whether all these fields of the object are empty, and truly so.

        A value that stands in the file but could not be read is unknown, not empty.
        """
        held, unknown = self.node.object, self.view.unknown
        for field in fields:
            value = getattr(held, field)
            if value or type(value) not in _EMPTY or (unknown and self.view.is_clouded((*self.node.path, field))):
                return False
        return True

    def holds(self, field: str) -> bool:
        """Whether that collection of the summary holds anything, or may do so for all that is known."""
        return bool(getattr(self.summary, field)) or self.view.is_clouded((field,))

    def setting(self, name: str) -> int:
        """A threshold that the rule declares (``rule(…, settings={"owner-load": 5})``): the configuration's, or the default."""
        return self.view.settings[name]


def once(work: Callable[[_T, Context], _R]) -> Callable[[_T, Context], _R]:
    """
    Let *work* be done once a check and part of the summary, for all rules that ask it.

    What it finds must follow from the part and the summary, not from the place that the context is at.
    """

    @functools.wraps(work)
    def asked(part: _T, ctx: Context) -> _R:
        answers = ctx.view.answers
        question = (work, id(part))  # no other object takes its number while the summary lives
        if question not in answers:
            answers[question] = work(part, ctx)
        return answers[question]  # type: ignore[no-any-return]

    return asked
