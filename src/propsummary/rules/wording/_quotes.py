"""What is said in a passage by others: quotations and set names."""

from __future__ import annotations

import re

__all__ = ["unquoted"]

_QUOTED = re.compile(
    r"“[^“”\n]{0,200}”|‘[^‘’\n]{0,200}’|「[^「」\n]{0,200}」|《[^《》\n]{0,80}》|【[^【】\n]{0,40}】|\"[^\"\n]{0,200}\""
)


def unquoted(text: str) -> str:
    """
    *text* with everything in quotation marks and title marks blanked out.

    Whoever quotes an owner or names a campaign does not choose the words. The length stays, so that places stay the same.
    """
    return _QUOTED.sub(lambda match: "　" * len(match[0]), text)
