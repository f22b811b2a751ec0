"""The known causes of Word's offer to repair a file: the check that all other tests use sees every one of them."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from propsummary.document import build
from propsummary.renderers.docx import DocxRenderer
from rich_summaries import order, pictures
from word_files import faults, parts

BODY, TYPES, RELATIONS = "word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"
LISTS, HEAD, CHART = "word/numbering.xml", "word/header1.xml", "word/charts/chart1.xml"

#: What is wrong, the part, what stands there (a pattern), what stands there instead; the first place counts.
CAUSES = {
    "a number of a drawing twice": (BODY, r'(<wp:docPr id=")(\d+)(.*?<wp:docPr id=")\d+', r"\1\2\3\2"),
    "a drawing without size": (BODY, r'<wp:extent cx="\d+"', '<wp:extent cx="0"'),
    "a relationship that is not there": (BODY, r'r:embed="rId\d+"', 'r:embed="rId999"'),
    "a part that nothing declares": (TYPES, r'<Default [^>]*Extension="png"[^>]*/>', ""),
    "a part declared twice": (TYPES, r'(<Default [^>]*Extension="png"[^>]*/>)', r"\1\1"),
    "a part that is not there": (RELATIONS, r'Target="charts/chart1.xml"', 'Target="charts/chart99.xml"'),
    "a part that nothing leads to": (RELATIONS, r'<Relationship [^>]*Target="media/image1[^>]*/>', ""),
    "an id of a relationship twice": (RELATIONS, r"(<Relationship [^>]*/>)", r"\1\1"),
    "properties out of order": (BODY, r"(<w:tcW [^>]*/>)", r'<w:vAlign w:val="top"/>\1'),
    "a property twice": (BODY, r"(<w:pStyle [^>]*/>)", r"\1\1"),
    "a cell without paragraph": (BODY, r"(</w:tcPr>)<w:p>.*?</w:p>", r"\1"),
    "a row with a cell too few": (BODY, r"<w:tc>.*?</w:tc>", ""),
    "a table without columns": (BODY, r"<w:tblGrid>.*?</w:tblGrid>", ""),
    "a table without rows": (BODY, r"(</w:tblGrid>)(<w:tr>.*?</w:tr>)+?</w:tbl>", r"\1</w:tbl>"),
    "a merged cell that nothing begins": (BODY, r'<w:vMerge w:val="restart"/>', "<w:vMerge/>"),
    "a style that is not there": (BODY, r'<w:pStyle w:val="BodyText"/>', '<w:pStyle w:val="Nobody"/>'),
    "a list that is not there": (BODY, r'<w:numId w:val="\d+"/>', '<w:numId w:val="99"/>'),
    "a list twice": (LISTS, r"(<w:num .*?</w:num>)", r"\1\1"),
    "a list without form": (LISTS, r'(<w:num [^>]*><w:abstractNumId w:val=")\d+', r"\g<1>99"),
    "lists before their forms": (LISTS, r"(<w:abstractNum .*</w:abstractNum>)(<w:num .*</w:num>)", r"\2\1"),
    "a field that does not end": (BODY, r'<w:r><w:fldChar w:fldCharType="end"/></w:r>', ""),
    "a bookmark that does not end": (BODY, r"<w:bookmarkEnd [^>]*/>", ""),
    "a number of a bookmark twice": (BODY, r'(<w:bookmarkStart w:id=")\d+(.*?<w:bookmarkEnd w:id=")\d+', r"\g<1>7\g<2>7"),
    "a bookmark with a name that is none": (BODY, r'(<w:bookmarkStart [^>]*w:name=")', r"\g<1>图 "),
    "a link to nowhere": (BODY, r'w:anchor="\w+"', 'w:anchor="nowhere"'),
    "a page set up before the end": (BODY, r"(<w:sectPr\b(?:(?!<w:sectPr).)*</w:sectPr>)(</w:body>)", r"\1<w:p/>\2"),
    "a running head without paragraph": (HEAD, r"<w:p>.*</w:p>", ""),
    "blanks that get lost": (BODY, r'<w:t xml:space="preserve">', "<w:t> "),
    "a chart without its workbook": ("word/charts/_rels/chart1.xml.rels", r'Target="[^"]*"', 'Target="../embeddings/none.xlsx"'),
    "a chart out of order": (CHART, r"(<c:chart>.*</c:chart>)(.*?)(</c:chartSpace>)", r"\2\1\3"),
    "a chart with an axis that is not there": (CHART, r'<c:crossAx val="\d+"/>', '<c:crossAx val="1"/>'),
    "a chart with more points than it counts": (CHART, r'<c:ptCount val="\d+"/>', '<c:ptCount val="0"/>'),
}


@pytest.fixture(scope="module")
def sound() -> dict[str, str | bytes]:
    """The parts of a file that holds all that documents may hold; XML as text."""
    content = DocxRenderer(assets=pictures()).render(build(order(), draft=True))
    assert faults(content) == []
    return {name: xml.decode() if name.endswith((".xml", ".rels")) else xml for name, xml in parts(content).items()}


@pytest.mark.parametrize("cause", CAUSES)
def test_every_known_cause_is_seen(cause: str, sound: dict[str, str | bytes]) -> None:
    name, there, instead = CAUSES[cause]
    broken, count = re.subn(there, instead, str(sound[name]), count=1, flags=re.DOTALL)
    assert count == 1, f"nothing in {name} can be broken like this"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for part, content in {**sound, name: broken}.items():
            package.writestr(part, content)
    assert faults(file.getvalue()) != []
