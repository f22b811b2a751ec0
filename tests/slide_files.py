"""PowerPoint files taken apart: what an audience and a speaker find in them, and what makes PowerPoint offer to repair them."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import Any

from lxml import etree

from propsummary.renderers.pptx.measure import leading, lines

__all__ = ["A", "C", "P", "R", "faults", "overflows", "parts", "sizes", "slides", "text_of"]

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
EMU = 12_700

#: Children in the order that the schema asks for; elements that decks here never hold are left out.
ORDER = {
    "presentation": "sldMasterIdLst notesMasterIdLst handoutMasterIdLst sldIdLst sldSz notesSz defaultTextStyle extLst",
    "sld": "cSld clrMapOvr",
    "notes": "cSld clrMapOvr",
    "sldMaster": "cSld clrMap sldLayoutIdLst hf txStyles extLst",
    "sldLayout": "cSld clrMapOvr hf extLst",
    "cSld": "bg spTree extLst",
    "sp": "nvSpPr spPr style txBody",
    "pic": "nvPicPr blipFill spPr",
    "cxnSp": "nvCxnSpPr spPr style",
    "graphicFrame": "nvGraphicFramePr xfrm graphic",
    "txBody": "bodyPr lstStyle p",
    "p": "pPr r br fld endParaRPr",
    "pPr": "lnSpc spcBef spcAft buClr buSzPct buFont buNone buAutoNum buChar tabLst defRPr",
    "rPr": "ln solidFill latin ea cs hlinkClick",
    "defRPr": "ln solidFill latin ea cs",
    "tc": "txBody tcPr",
    "tcPr": "lnL lnR lnT lnB noFill solidFill",
    "tbl": "tblPr tblGrid tr",
    "ln": "noFill solidFill prstDash round headEnd tailEnd",
    "xfrm": "off ext chOff chExt",
}
ANY_ORDER = {"r", "br", "fld"}
TEXT_SIZES = {"Caption": 12, "Figure": 14}


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def slides(content: bytes) -> list[Any]:
    """The slides in the order in which they are shown."""
    files = parts(content)
    related = {one.get("Id"): one.get("Target") for one in etree.fromstring(files["ppt/_rels/presentation.xml.rels"])}
    ids = etree.fromstring(files["ppt/presentation.xml"]).iter(f"{P}sldId")
    return [etree.fromstring(files[f"ppt/{related[one.get(f'{R}id')]}"]) for one in ids]


def text_of(content: bytes) -> str:
    """All that can be read or heard on slides and in notes: text, descriptions, and the figures of charts."""
    found: list[str] = []
    for name, xml in parts(content).items():
        if name.startswith(("ppt/slides/slide", "ppt/notesSlides/notes")):
            tree = etree.fromstring(xml)
            for paragraph in tree.iter(f"{A}p"):
                found.append("".join(t.text or "" for t in paragraph.iter(f"{A}t")))
            found += [one.get("descr", "") for one in tree.iter(f"{P}cNvPr")]
        elif name.startswith("ppt/charts/chart"):
            found += [one.text or "" for one in etree.fromstring(xml).iter(f"{C}v")]
    return "\n".join(found)


def sizes(slide: Any) -> Iterator[tuple[str, int]]:
    """The size of each run, in points, and the name of the shape it stands in (``table`` for cells)."""
    for run in slide.iter(f"{A}rPr"):
        if run.get("sz"):
            shape = next(one for one in run.iterancestors() if one.tag in (f"{P}sp", f"{P}graphicFrame"))
            name = "table" if shape.tag == f"{P}graphicFrame" else shape.find(f"{P}nvSpPr/{P}cNvPr").get("name")
            yield name, int(run.get("sz")) // 100


def overflows(slide: Any, width: int, height: int) -> list[str]:
    """Shapes that leave the slide, text that leaves its box, tables that run into the footer, by counted width."""
    found = []
    for shape in slide.iter(f"{P}sp", f"{P}graphicFrame", f"{P}pic"):
        name = next(shape.iter(f"{P}cNvPr")).get("name")
        off, ext = next(shape.iter(f"{A}off"), None), next(shape.iter(f"{A}ext"), None)
        if off is None or ext is None or name == "Watermark":
            continue
        x, y, across, down = (int(off.get("x")), int(off.get("y")), int(ext.get("cx")), int(ext.get("cy")))
        if x < 0 or y < 0 or x + across > width + EMU or y + down > height + EMU:
            found.append(f"{name} leaves the slide")
        if shape.tag == f"{P}sp":
            used = sum(_height(one, across // EMU - 2 * _inset(shape)) for one in shape.iter(f"{A}p"))
            if used > down // EMU + 1:
                found.append(f"{name}: {used} of {down // EMU} points: {''.join(t.text or '' for t in shape.iter(f'{A}t'))[:40]}")
        for row in shape.iter(f"{A}tr"):
            found += _table_row(row, [int(one.get("w")) // EMU for one in shape.iter(f"{A}gridCol")])
    return found


def _table_row(row: Any, widths: list[int]) -> Iterator[str]:
    for cell, wide in zip(row.iter(f"{A}tc"), widths, strict=True):
        edges = cell.find(f"{A}tcPr")
        used = sum(_height(one, wide - 2 * int(edges.get("marL")) // EMU) for one in cell.iter(f"{A}p"))
        room = int(row.get("h")) // EMU - 2 * int(edges.get("marT")) // EMU
        if used > room and not cell.get("rowSpan"):
            yield f"a cell: {used} of {room} points"


def _inset(shape: Any) -> int:
    return int(shape.find(f"{P}txBody/{A}bodyPr").get("lIns", "0")) // EMU


def _height(paragraph: Any, across: int) -> int:
    size = next((int(one.get("sz")) // 100 for one in paragraph.iter(f"{A}rPr") if one.get("sz")), 0)
    if not size:
        return 0
    properties = paragraph.find(f"{A}pPr")
    spacing = properties.find(f"{A}spcBef/{A}spcPts") if properties is not None else None
    first = paragraph.getprevious() is None or paragraph.getprevious().tag != f"{A}p"
    before = int(spacing.get("val")) // 100 if spacing is not None and not first else 0
    edge = int(properties.get("marL", "0")) // EMU if properties is not None else 0
    text = "".join("\n" if one.tag == f"{A}br" else one.text or "" for one in paragraph.iter(f"{A}t", f"{A}br"))
    return before + lines(text, across - edge, size) * leading(size)


def faults(content: bytes) -> list[str]:
    """Why PowerPoint would offer to repair the file; nothing if it would not."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = package.namelist()
    files = parts(content)
    found = [f"{name} stands twice" for name, count in Counter(names).items() if count > 1]
    found += [] if names[0] == "[Content_Types].xml" else ["content types do not come first"]
    trees = {name: etree.fromstring(xml) for name, xml in files.items() if name.endswith((".xml", ".rels"))}
    found += [f"{name}: a document type" for name in trees if b"<!DOCTYPE" in files[name]]
    found += [f"{name}: no declaration" for name in trees if not files[name].startswith(b"<?xml")]
    found += _content_types(trees, names)
    found += _relations(trees, names)
    found += _presentation(trees)
    for name, tree in trees.items():
        if name.startswith("ppt/") and name.endswith(".xml") and "/charts/" not in name:
            found += [f"{name}: {fault}" for fault in _structure(tree)]
        if name.startswith("ppt/charts/") and name.endswith(".xml"):
            axes = [one.get("val") for one in tree.iter(f"{C}axId")]
            found += [
                f"{name}: axis {one} is named wrongly" for one, count in Counter(axes).items() if count != 2 or not one.isdigit()
            ]
    return found


def _content_types(trees: dict[str, Any], names: list[str]) -> Iterator[str]:
    types = trees["[Content_Types].xml"]
    defaults = [element.get("Extension").lower() for element in types if element.tag.endswith("}Default")]
    overrides = [element.get("PartName") for element in types if element.tag.endswith("}Override")]
    yield from (f"{name} is declared twice" for name, count in Counter((*defaults, *overrides)).items() if count > 1)
    yield from (f"{name} is declared and missing" for name in overrides if name[1:] not in names)
    for name in names:
        if name != "[Content_Types].xml" and f"/{name}" not in overrides and name.rpartition(".")[2].lower() not in defaults:
            yield f"{name} has no content type"
        if name.startswith("ppt/") and name.endswith(".xml") and f"/{name}" not in overrides:
            yield f"{name} is only plain XML"


def _relations(trees: dict[str, Any], names: list[str]) -> Iterator[str]:
    reached = {"[Content_Types].xml"}
    for name, tree in trees.items():
        if not name.endswith(".rels"):
            continue
        reached.add(name)
        folder, _, file = name.partition("_rels/")
        source = folder + file.removesuffix(".rels")
        ids = [element.get("Id") for element in tree]
        yield from (f"{name}: {key} stands twice" for key, count in Counter(ids).items() if count > 1)
        kinds = [element.get("Type").rpartition("/")[2] for element in tree]
        if "/slides/" in name and (kinds.count("slideLayout"), kinds.count("notesSlide")) != (1, 1):
            yield f"{name}: not one layout and one page of notes"
        if "/notesSlides/" in name and (kinds.count("slide"), kinds.count("notesMaster")) != (1, 1):
            yield f"{name}: notes without slide or master"
        for element in tree:
            if element.get("TargetMode") == "External":
                yield f"{name}: leads to {element.get('Target')}"
                continue
            target = element.get("Target")
            path = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            reached.add(path)
            if path not in names:
                yield f"{name}: {path} is missing"
        if source in trees:
            used = {value for one in trees[source].iter() for key, value in one.attrib.items() if key.startswith(R)}
            yield from (f"{source}: refers to {key}, which is not there" for key in used - set(ids))
            if "/slides/" in name:
                shown = {key for key, kind in zip(ids, kinds, strict=True) if kind in ("image", "chart")}
                yield from (f"{source}: {key} is related and not shown" for key in shown - used)
    yield from (f"{name} belongs to nothing" for name in names if name not in reached)


def _presentation(trees: dict[str, Any]) -> Iterator[str]:
    """What the deck says it consists of."""
    root = trees["ppt/presentation.xml"]
    ids = [int(one.get("id")) for one in root.iter(f"{P}sldId")]
    stored = [name for name in trees if name.startswith("ppt/slides/slide") and name.endswith(".xml")]
    if len(set(ids)) != len(stored) or min(ids) < 256 or max(ids) >= 2_147_483_648:
        yield "the list of slides is wrong"
    if root.find(f"{P}notesMasterIdLst") is None or "ppt/notesMasters/notesMaster1.xml" not in trees:
        yield "notes without master"
    in_sections = [int(one.get("id")) for one in root.iter() if etree.QName(one).localname == "sldId" and not one.tag.startswith(P)]
    if in_sections != ids:
        yield "the sections are not those of the slides"
    keys = [one.get("id") for one in root.iter() if etree.QName(one).localname == "section"]
    if len(set(keys)) != len(keys):
        yield "two sections are one"
    layouts = [
        int(one.get("id"))
        for name, tree in trees.items()
        if "/slideMasters/slideMaster" in name
        for one in tree.iter(f"{P}sldLayoutId")
    ]
    masters = [int(one.get("id")) for one in root.iter(f"{P}sldMasterId")]
    if len({*layouts, *masters}) != len(layouts) + len(masters) or min(layouts + masters) < 2_147_483_648:
        yield "the numbers of masters and layouts are wrong"


def _structure(tree: Any) -> Iterator[str]:
    """Numbers, order, text and tables of one part."""
    numbers = [one.get("id") for one in tree.iter(f"{P}cNvPr")]
    yield from (f"shape {one} stands twice" for one, count in Counter(numbers).items() if count > 1)
    for element in tree.iter(etree.Element):
        name = etree.QName(element).localname
        if name in ORDER and element.tag.startswith((A, P)):
            order = ORDER[name].split()
            children = [etree.QName(child).localname for child in element if child.tag.startswith((A, P))]
            if unknown := [child for child in children if child not in order]:
                yield f"{name} holds {unknown}"
                continue
            places = [order.index("r") if child in ANY_ORDER else order.index(child) for child in children]
            if places != sorted(places):
                yield f"{name}: {children}"
        if name == "txBody" and element.find(f"{A}p") is None:
            yield "text without paragraph"
    for place in tree.iter(f"{P}ph"):
        shape = place.getparent().getparent().getparent()
        if tree.tag == f"{P}sld" and not "".join(t.text or "" for t in shape.iter(f"{A}t")).strip():
            yield f"an empty placeholder: {place.get('type')}"
    for table in tree.iter(f"{A}tbl"):
        columns = len(table.find(f"{A}tblGrid"))
        open_spans = [0] * columns
        for row in table.iter(f"{A}tr"):
            cells = row.findall(f"{A}tc")
            if len(cells) != columns:
                yield f"a row has {len(cells)} cells for {columns} columns"
                continue
            for place, cell in enumerate(cells):
                if (cell.get("vMerge") == "1") != (open_spans[place] > 0):
                    yield "joined cells do not fit together"
                open_spans[place] = max(open_spans[place] - 1, int(cell.get("rowSpan", "1")) - 1)
        if any(open_spans):
            yield "joined cells leave the table"
