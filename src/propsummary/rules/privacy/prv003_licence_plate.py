"""PRV003 licence-plate."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Summary
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.privacy._pieces import pieces


@rule("PRV003", on=Summary)
def licence_plate(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    A number plate: of cars with seven places or eight (new energy), of trailers, police, embassies, consulates, cross-border cars.

    Bad::

        问题:
          - {编号: i1, 表现: 鲁A12345长期占用消防通道，全年劝离9次}

    Good::

        问题:
          - {编号: i1, 表现: 一辆黑色轿车长期占用消防通道（鲁A·***45），全年劝离9次；京A级配电箱旁也有停放}
    """
    yield from pieces("licence-plate", ctx)
