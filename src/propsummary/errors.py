"""
Every exception that propsummary raises on purpose.

Bad *drafts* raise nothing: they give problems. These are for calls that cannot be answered at all.
"""

from __future__ import annotations

__all__ = [
    "ConfigurationError",
    "MissingExtraError",
    "PluginError",
    "PropsummaryError",
    "UnfinishedSummaryError",
    "UnknownNameError",
    "UnreadableValueError",
]


class PropsummaryError(Exception):
    """Base of all others: catching it catches whatever propsummary raises on purpose."""


class UnreadableValueError(PropsummaryError, ValueError):
    """
    A text is none of the spellings that a value type reads.

    Attributes:
        text: The text as given.

        kind: What was expected, as the name of the value type (``Quantity``, ``Period``).
    """

    def __init__(self, kind: str, text: str) -> None:
        super().__init__(f"not a {kind}: {text!r}")
        self.kind = kind
        self.text = text


class UnknownNameError(PropsummaryError, LookupError):
    """
    A rule, renderer, reader, department or KPI of that name does not exist.

    Attributes:
        what: What kind of thing was asked for.

        name: The name as given.

        near: Names that come close, nearest first.
    """

    def __init__(self, what: str, name: str, near: tuple[str, ...] = ()) -> None:
        super().__init__(f"no {what} named {name!r}" + (f"; did you mean {' or '.join(near)}?" if near else ""))
        self.what = what
        self.name = name
        self.near = near


class PluginError(PropsummaryError):
    """Two plugins share a name, or one of them cannot be loaded."""


class MissingExtraError(PropsummaryError, ImportError):
    """
    A feature needs packages that are not installed.

    Attributes:
        extra: The extra that brings them: ``pip install 'propsummary[EXTRA]'``.
    """

    def __init__(self, feature: str, extra: str) -> None:
        super().__init__(f"{feature} needs more packages: pip install 'propsummary[{extra}]'")
        self.extra = extra


class ConfigurationError(PropsummaryError, ValueError):
    """A configuration file or option says something that cannot be followed; the message names file and key."""


class UnfinishedSummaryError(PropsummaryError):
    """A final document was asked for while errors stand; the report is in ``report``."""

    def __init__(self, report: object) -> None:
        super().__init__("the summary still has errors: a final document cannot be rendered")
        self.report = report
