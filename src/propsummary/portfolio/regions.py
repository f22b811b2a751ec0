"""Which project belongs to which region: a table that the company keeps."""

from __future__ import annotations

import os
from collections.abc import Mapping

import attrs

from propsummary._text import normalize_name
from propsummary.errors import expect_path
from propsummary.serde.toml_settings import read_toml, refusal

__all__ = ["Regions"]


@attrs.frozen(kw_only=True)
class Regions:
    """
    The regions of a company.

    Attributes:
        company: Its name.

        projects: The projects of every region, by the region's name, in the table's order.
    """

    company: str = ""
    projects: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict, hash=False)

    def of(self, project: str) -> str | None:
        """The region that *project* belongs to; none if it is in none."""
        wanted = normalize_name(project)
        for region, projects in self.projects.items():
            if any(normalize_name(one) == wanted for one in projects):
                return region
        return None

    @classmethod
    def from_file(cls, file: str | os.PathLike[str]) -> Regions:
        """
        Read a table such as::

            company = "示例物业"

            [regions]
            "华东" = ["云栖花园", "荔枝湾"]
            "华南" = ["棠溪苑"]

        Raises:
            ConfigurationError: It is no TOML, or says something else; or a project stands in two regions.

            OSError: It cannot be opened.

            WrongArgumentError: *file* is no path.
        """
        where, values = str(file), read_toml(expect_path("Regions.from_file", file))
        company, regions = values.get("company", ""), values.get("regions")
        if not isinstance(company, str) or not isinstance(regions, dict) or values.keys() - {"company", "regions"}:
            example = '[regions] "华东" = ["云栖花园", "荔枝湾"]'
            raise refusal(where, f"要写成 {example}，公司名写在 company", f"write {example}, and the company's name as company")
        seen: dict[str, str] = {}
        for region, projects in regions.items():
            if not isinstance(projects, list) or not all(isinstance(one, str) for one in projects):
                raise refusal(where, f"{region} 后面要列出项目名", f"{region} must list the names of projects")
            for one in projects:
                if seen.setdefault(normalize_name(one), region) != region:
                    raise refusal(where, f"{one} 同时写在两个区域里", f"{one} stands in two regions")
        return cls(company=company, projects={region: tuple(projects) for region, projects in regions.items()})
