"""What office formats call the languages of documents."""

from __future__ import annotations

from collections.abc import Mapping

from propsummary.document import Language

__all__ = ["TAGS"]

#: The tag of each language, by BCP 47.
TAGS: Mapping[Language, str] = {"zh": "zh-CN", "zh-Hant": "zh-HK", "en": "en-US"}
