"""Word files taken apart: what a reader finds in them, and what makes Word offer to repair them."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import Any

from lxml import etree

__all__ = ["WP", "C", "R", "W", "faults", "part", "parts", "text_of"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

#: Children in the order that the schema asks for; elements that documents here never hold are left out.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs spacing ind "
    "contextualSpacing jc textAlignment outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps strike noProof color spacing kern position sz szCs highlight u shd vertAlign lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "sectPr": "headerReference footerReference type pgSz pgMar pgBorders pgNumType cols vAlign titlePg docGrid",
    "style": "name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "lvl": "start numFmt pStyle suff lvlText lvlJc pPr rPr",
    "num": "abstractNumId lvlOverride",
    "numbering": "abstractNum num",
    "settings": "zoom defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol listSeparator",
}
ANY_ORDER = {"headerReference", "footerReference"}


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def part(content: bytes, name: str = "word/document.xml") -> Any:
    return etree.fromstring(parts(content)[name])


def text_of(content: bytes) -> str:
    """All that can be read or heard: text, descriptions of drawings, and the figures of charts."""
    found = []
    for element in part(content).iter():
        if element.tag == f"{W}t":
            found.append(element.text or "")
        elif element.tag in (f"{W}br", f"{W}p"):
            found.append("\n")
        elif element.tag == f"{WP}docPr":
            found += [element.get("descr", ""), element.get("title", "")]
    for name, xml in parts(content).items():
        if name.startswith("word/charts/") and name.endswith(".xml"):
            found += [element.text or "" for element in etree.fromstring(xml).iter(f"{C}v")]
    return "".join(found)


def faults(content: bytes) -> list[str]:
    """Why Word would offer to repair the file; nothing if it would not."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = package.namelist()
    files = parts(content)
    found = [f"{name} stands twice" for name, count in Counter(names).items() if count > 1]
    found += [] if names[0] == "[Content_Types].xml" else ["content types do not come first"]
    trees = {name: etree.fromstring(xml) for name, xml in files.items() if name.endswith((".xml", ".rels"))}
    found += [f"{name}: a document type" for name, xml in files.items() if name in trees and b"<!DOCTYPE" in xml]
    found += _content_types(trees, names)
    found += _relations(trees, names)
    for name, tree in trees.items():
        if name.startswith("word/") and name.endswith(".xml"):
            found += [f"{name}: {fault}" for fault in _structure(tree)]
        if name.startswith("word/charts/") and name.endswith(".xml"):
            found += [f"{name}: {fault}" for fault in _chart(tree)]
    found += _names(trees)
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
        if name.startswith("word/") and name.endswith(".xml") and f"/{name}" not in overrides:
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
        for element in tree:
            target = element.get("Target")
            if element.get("TargetMode") == "External":
                yield f"{name}: leads to {target}"
                continue
            path = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            reached.add(path)
            if path not in names:
                yield f"{name}: {path} is missing"
        if source in trees:
            used = {value for one in trees[source].iter() for key, value in one.attrib.items() if key.startswith(R)}
            yield from (f"{source}: refers to {key}, which is not there" for key in used - set(ids))
    for name, tree in trees.items():
        alone = f"{posixpath.dirname(name)}/_rels/{posixpath.basename(name)}.rels" not in trees
        if alone and any(key.startswith(R) for one in tree.iter() for key in one.attrib):
            yield f"{name}: refers to parts and has no relationships"
    yield from (f"{name} belongs to nothing" for name in names if name not in reached)


def _structure(tree: Any) -> Iterator[str]:
    """Order, cells and fields of one part."""
    for element in tree.iter(etree.Element):
        tag = etree.QName(element).localname
        if element.tag.startswith(W) and tag in ORDER:
            order = ORDER[tag].split()
            children = [etree.QName(child).localname for child in element if child.tag.startswith(W)]
            unknown = [child for child in children if child not in order]
            if unknown:
                yield f"{tag} holds {unknown}"
                continue
            places = [0 if child in ANY_ORDER else order.index(child) for child in children]
            if places != sorted(places):
                yield f"{tag}: {children}"
            if tag.endswith("Pr") and any(
                count > 1 for child, count in Counter(children).items() if child not in {*ANY_ORDER, "tblStylePr"}
            ):
                yield f"{tag} holds something twice: {children}"
        if element.tag == f"{W}t" and (element.text or "") != (element.text or "").strip() and element.get(XML_SPACE) != "preserve":
            yield f"blanks of “{element.text}” get lost"
    for cell in tree.iter(f"{W}tc"):
        if not len(cell) or cell[-1].tag != f"{W}p":
            yield "a cell does not end with a paragraph"
    for table in tree.iter(f"{W}tbl"):
        yield from _table(table)
    if tree.tag in (f"{W}hdr", f"{W}ftr") and (not len(tree) or tree[-1].tag != f"{W}p"):
        yield "a running head does not end with a paragraph"
    for extent in tree.iter(f"{WP}extent"):
        if min(int(extent.get("cx")), int(extent.get("cy"))) <= 0:
            yield "a drawing without size"
    kinds = [char.get(f"{W}fldCharType") for char in tree.iter(f"{W}fldChar")]
    depth = 0
    for kind in kinds:
        depth += {"begin": 1, "end": -1}.get(kind, 0)
        if depth < 0:
            yield "a field ends that has not begun"
    if depth:
        yield "a field does not end"
    if tree.tag == f"{W}document":
        body = tree[0]
        if body[-1].tag != f"{W}sectPr" or body[-2].tag != f"{W}p":
            yield "the body does not end with a paragraph and its section"


def _table(table: Any) -> Iterator[str]:
    if table.find(f"{W}tr") is None:
        yield "a table without rows"
    grid = table.find(f"{W}tblGrid")
    if grid is None:
        yield "a table without columns"
        return
    columns = len(grid)
    merged = [False] * columns
    for row in table.findall(f"{W}tr"):
        place = 0
        for cell in row.findall(f"{W}tc"):
            properties = cell.find(f"{W}tcPr")
            merge = properties.find(f"{W}vMerge")
            if merge is not None and merge.get(f"{W}val") != "restart" and not merged[place]:
                yield "a cell goes on with one that is not there"
            merged[place] = merge is not None
            span = properties.find(f"{W}gridSpan")
            place += int(span.get(f"{W}val")) if span is not None else 1
        if place != columns:
            yield f"a row has {place} cells for {columns} columns"


def _names(trees: dict[str, Any]) -> Iterator[str]:
    """Ids and names within the whole document."""
    document, styles = trees["word/document.xml"], trees["word/styles.xml"]
    numbering = trees.get("word/numbering.xml", trees.get("word/numbering1.xml"))  # the latter where a template had no lists
    known = {(style.get(f"{W}type"), style.get(f"{W}styleId")) for style in styles.iter(f"{W}style")}
    ids = [style.get(f"{W}styleId") for style in styles.iter(f"{W}style")]
    labels = [name.get(f"{W}val").lower() for name in styles.iter(f"{W}name")]
    yield from (f"style {name} stands twice" for name, count in Counter(ids + [f"“{one}”" for one in labels]).items() if count > 1)
    kinds = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
    for name, tree in trees.items():
        for tag, kind in kinds.items():
            for element in tree.iter(f"{W}{tag}"):
                if (kind, element.get(f"{W}val")) not in known:
                    yield f"{name}: no {kind} style {element.get(f'{W}val')}"
    for tag in ("basedOn", "next", "link"):
        yield from (f"{tag}: no style {one.get(f'{W}val')}" for one in styles.iter(f"{W}{tag}") if one.get(f"{W}val") not in ids)
    drawings = [one.get("id") for name, tree in trees.items() if name.startswith("word/") for one in tree.iter(f"{WP}docPr")]
    marks = [one.get(f"{W}id") for one in document.iter(f"{W}bookmarkStart")]
    ends = [one.get(f"{W}id") for one in document.iter(f"{W}bookmarkEnd")]
    bookmarks = [one.get(f"{W}name") for one in document.iter(f"{W}bookmarkStart")]
    controls = [one.get(f"{W}val") for one in document.iterfind(f".//{W}sdtPr/{W}id")]
    for what, values in (("drawing", drawings), ("bookmark id", marks), ("bookmark", bookmarks), ("control", controls)):
        yield from (f"{what} {value} stands twice" for value, count in Counter(values).items() if count > 1)
    if marks != ends:
        yield "a bookmark does not end"
    yield from (f"bookmark {name} is no name" for name in bookmarks if not re.fullmatch(r"[A-Za-z_]\w{0,39}", name))
    anchors = {one.get(f"{W}anchor") for one in document.iter(f"{W}hyperlink")}
    fields = {match[1] for one in document.iter(f"{W}instrText") if (match := re.match(r" (?:PAGE)?REF (\S+)", one.text or ""))}
    yield from (f"no bookmark {name}" for name in (anchors | fields) - set(bookmarks))
    lists = {one.get(f"{W}val") for one in document.iter(f"{W}numId")} - {"0"}
    there = [one.get(f"{W}numId") for one in numbering.iter(f"{W}num")] if numbering is not None else []
    yield from (f"no list {name}" for name in lists - set(there))
    yield from (f"list {name} stands twice" for name, count in Counter(there).items() if count > 1)
    if numbering is not None:
        forms = [one.get(f"{W}abstractNumId") for one in numbering.iter(f"{W}abstractNum")]
        yield from (f"form of lists {name} stands twice" for name, count in Counter(forms).items() if count > 1)
        followed = {one.get(f"{W}val") for one in numbering.iterfind(f"{W}num/{W}abstractNumId")}
        yield from (f"no form of lists {name}" for name in followed - set(forms))


def _chart(tree: Any) -> Iterator[str]:
    names = "date1904 lang roundedCorners style clrMapOvr protection chart spPr txPr externalData printSettings userShapes"
    order = names.split()
    children = [etree.QName(child).localname for child in tree]
    if [order.index(child) for child in children] != sorted(order.index(child) for child in children):
        yield f"chartSpace: {children}"
    axes = {one.find(f"{C}axId").get("val") for kind in ("catAx", "valAx", "dateAx") for one in tree.iter(f"{C}{kind}")}
    for kind in ("barChart", "lineChart"):
        for plot in tree.iter(f"{C}{kind}"):
            if {one.get("val") for one in plot.findall(f"{C}axId")} != axes:
                yield "a plot without its axes"
    yield from (f"axis {one}" for one in axes if not one.isdigit())
    crossing = {one.get("val") for one in tree.iter(f"{C}crossAx")}
    if crossing != axes:
        yield "axes do not cross each other"
    for one in tree.iter(f"{C}ptCount"):
        points = [int(point.get("idx")) for point in one.getparent().findall(f"{C}pt")]
        if points and max(points) >= int(one.get("val")):
            yield "more points than counted"
