"""Problems that are known and left."""

from __future__ import annotations

import attrs

from propsummary.model._fields import key

__all__ = ["Waiver"]


@attrs.frozen(kw_only=True)
class Waiver:
    """
    A problem that the department knows of and leaves as it is.

    Attributes:
        code: The rule's code or name.

        at: Id of the object, or path, that it holds for; the whole summary if empty.

        reason: Why it is right to leave it.
    """

    code: str = key("规则", default=attrs.NOTHING)
    at: str = key("位置")
    reason: str = key("理由", default=attrs.NOTHING)
