"""
What the trade knows: departments, KPIs, and the words of documents, as data files with a typed face.

Nothing is read before it is asked for.
"""

from __future__ import annotations

from propsummary.catalogue._departments import (
    Area,
    IssueKind,
    MeasureKind,
    Profile,
    SectionSpec,
    department,
    department_from_toml,
    departments,
    near_departments,
    unknown_department,
)
from propsummary.catalogue._hant import traditional_unit
from propsummary.catalogue._kpis import (
    Definition,
    Kpi,
    Source,
    complementary,
    find_kpi,
    knowing_kpis,
    kpi,
    kpis,
    kpis_from_table,
    kpis_from_toml,
    near_kpis,
    own_kpis,
)
from propsummary.catalogue._reader import DataFileError
from propsummary.catalogue._words import class_doc, class_label, field_doc, field_label, label, labels

__all__ = [
    "Area",
    "DataFileError",
    "Definition",
    "IssueKind",
    "Kpi",
    "MeasureKind",
    "Profile",
    "SectionSpec",
    "Source",
    "class_doc",
    "class_label",
    "complementary",
    "department",
    "department_from_toml",
    "departments",
    "field_doc",
    "field_label",
    "find_kpi",
    "knowing_kpis",
    "kpi",
    "kpis",
    "kpis_from_table",
    "kpis_from_toml",
    "label",
    "labels",
    "near_departments",
    "near_kpis",
    "own_kpis",
    "traditional_unit",
    "unknown_department",
]
