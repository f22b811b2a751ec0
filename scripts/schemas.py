"""
Write the JSON Schemas of drafts.

    python scripts/schemas.py            write them
    python scripts/schemas.py --check    fail if they are out of date
"""

from __future__ import annotations

import sys

from propsummary.problems import Language
from propsummary.serde.json_schema import generate, schema_file

#: Those that a draft's keys are listed in.
LANGUAGES: tuple[Language, ...] = ("zh", "en")


def main(arguments: list[str]) -> int:
    """Write or check; gives the exit code."""
    stale = []
    for language in LANGUAGES:
        file, text = schema_file(language), generate(language)
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            stale.append(file)
            if "--check" not in arguments:
                file.parent.mkdir(exist_ok=True)
                file.write_text(text, encoding="utf-8")
    for file in stale:
        print(("out of date: " if "--check" in arguments else "written: ") + file.name)
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
