"""Who hands a summary in."""

from __future__ import annotations

import attrs

from propsummary.model._fields import key

__all__ = ["Organization"]


@attrs.frozen(kw_only=True)
class Organization:
    """
    Who hands the summary in.

    Attributes:
        company: The property-management company.

        property: The estate, building or project that is looked after.

        address: Where that is.
    """

    company: str = key("公司")
    property: str = key("项目")
    address: str = key("地址")
