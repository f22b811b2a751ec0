"""Summaries to text."""

from __future__ import annotations

from propsummary.errors import UnknownNameError
from propsummary.model import Summary
from propsummary.problems import Language

__all__ = ["dumps"]


def dumps(summary: Summary, format: str = "yaml", *, language: Language = "zh") -> str:
    """
    Write *summary* so that reading gives the same one back.

    Args:
        format: ``yaml``, ``json`` or ``toml``.

        language: The language of keys and of the words of fixed lists; what people wrote stays as it is.

    Raises:
        UnknownNameError: There is no such format.
    """
    from propsummary.serde._plain import to_plain

    match format:
        case "json":
            from propsummary.serde.json_writer import write_summary

            return write_summary(summary, language)
        case "yaml":
            from propsummary.serde.yaml_writer import write_yaml as write
        case "toml":
            from propsummary.serde.toml_writer import write_toml as write
        case _:
            raise UnknownNameError("format", format, ("yaml", "json", "toml"))
    return write(to_plain(summary, language))
