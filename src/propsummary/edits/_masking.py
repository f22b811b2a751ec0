"""What takes the place of personal data in a text, for drafts of every kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from propsummary._privacy import Kind, Personal, find_personal
from propsummary._privacy.contacts import contacts
from propsummary._privacy.people import Pseudonyms, is_person
from propsummary._privacy.rooms import rooms
from propsummary._privacy.staff import staff_in
from propsummary.edits._places import Replacement, applied
from propsummary.model import Draft
from propsummary.model.staff import employees
from propsummary.quantities import find_figures

__all__ = ["Masker", "apart", "edits_of", "pseudonyms"]

_IN_WORDS: Mapping[Kind, str] = {
    "id-number": "〔身份证号〕",
    "phone-number": "〔手机号〕",
    "licence-plate": "〔车牌号〕",
    "bank-card": "〔银行卡号〕",
}


class Masker:
    """Masks running text, the same person the same throughout, and counts."""

    def __init__(self, draft: Draft, texts: Sequence[str], *, staff: bool) -> None:
        """
        Args:
            draft: What was understood of the file; it names the staff.

            texts: All that will be masked.

            staff: Whether staff is masked, too.
        """
        self._names = pseudonyms(draft, texts, staff=staff)
        self.masked = 0

    @property
    def people(self) -> int:
        """How many people got a stand-in so far."""
        return len(self._names.given)

    def edits(self, text: str, lead: str = "") -> list[Replacement]:
        """What takes the place of what in *text*, read behind *lead*."""
        whole = lead + text
        found = edits_of(whole, tuple(find_personal(whole)), self._names)
        edits = [(start - len(lead), end - len(lead), new) for start, end, new in found if start >= len(lead)]
        self.masked += len(edits)
        return edits

    def __call__(self, text: str, lead: str = "", *, star: str = "*") -> str:
        """*text*, masked, with *star* in the place of what is hidden of a number."""
        return applied(text, ((start, end, new.replace("*", star)) for start, end, new in self.edits(text, lead)))


def pseudonyms(draft: Draft, texts: Sequence[str], *, staff: bool) -> Pseudonyms:
    """Stand-ins for those whom *texts* name; staff is known from where the draft asks for it, and from *texts* if it is masked."""
    known = {owner.name for owner in employees(draft.summary) if is_person(owner.name)} if draft.summary else set()
    names = Pseudonyms(known | set(staff_in(texts)) if staff else known, mask_staff=staff)
    names.learn(texts)
    return names


def edits_of(text: str, personal: Sequence[Personal], names: Pseudonyms, *, passage: bool = True) -> list[Replacement]:
    """
    What takes the place of what in *text*, so that every figure stays.

    Args:
        personal: The numbers in it that are to be masked.

        passage: Whether it may name residents, where they live and how they are reached.
    """
    residents = (*names.residents(text), *rooms(text), *contacts(text)) if passage else ()
    people = (*names.colleagues(text), *residents)
    edits = apart((*((piece.start, piece.end, piece.masked) for piece in personal), *people))
    if not edits or _figures_beside(text, edits) == _figures_beside(applied(text, edits), ()):
        return edits
    # What is left of a number would join the figure beside it.
    return apart((*((piece.start, piece.end, _IN_WORDS[piece.kind]) for piece in personal), *people))


def apart(edits: Iterable[Replacement]) -> list[Replacement]:
    """The edits in order, without those that touch an earlier one."""
    kept: list[Replacement] = []
    for edit in sorted(edits):
        if not kept or edit[0] >= kept[-1][1]:
            kept.append(edit)
    return kept


def _figures_beside(text: str, edits: Sequence[Replacement]) -> list[str]:
    """The figures of *text* that no edit touches."""
    return [one.text for one in find_figures(text) if not any(one.start < end and start < one.end for start, end, _ in edits)]
