"""The package that documents without a company's template start from: page, settings, nothing else."""

from __future__ import annotations

import io
import zipfile

from propsummary.renderers.docx.markup import NAMESPACES
from propsummary.renderers.office.properties import EMPTY_PROPERTIES

__all__ = ["PAGE", "blank"]

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = "application/vnd.openxmlformats-officedocument"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"

_CONTENT_TYPES = f"""<Types xmlns="{_PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{_TYPES}.wordprocessingml.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="{_TYPES}.wordprocessingml.styles+xml"/>
<Override PartName="/word/settings.xml" ContentType="{_TYPES}.wordprocessingml.settings+xml"/>
<Override PartName="/word/numbering.xml" ContentType="{_TYPES}.wordprocessingml.numbering+xml"/>
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
</Types>"""

_ROOT_RELATIONS = f"""<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>
<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>
</Relationships>"""

_DOCUMENT_RELATIONS = f"""<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>
<Relationship Id="rId2" Type="{_OFFICE}/settings" Target="settings.xml"/>
<Relationship Id="rId3" Type="{_OFFICE}/numbering" Target="numbering.xml"/>
</Relationships>"""

#: A4 with margins that leave forty Chinese characters to a line.
PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1474" w:right="1474" w:bottom="1361" w:left="1474" w:header="794" w:footer="680" w:gutter="0"/>'
    '<w:cols w:space="425"/>'
)
_DOCUMENT = f"<w:document {NAMESPACES}><w:body><w:sectPr>{PAGE}</w:sectPr></w:body></w:document>"

_SETTINGS = f"""<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>
<w:characterSpacingControl w:val="compressPunctuation"/>
<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>
<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>"""

_PARTS = {
    "[Content_Types].xml": _CONTENT_TYPES,
    "_rels/.rels": _ROOT_RELATIONS,
    "docProps/core.xml": EMPTY_PROPERTIES,
    "word/_rels/document.xml.rels": _DOCUMENT_RELATIONS,
    "word/document.xml": _DOCUMENT,
    "word/numbering.xml": f"<w:numbering {NAMESPACES}/>",
    "word/settings.xml": _SETTINGS,
    "word/styles.xml": f"<w:styles {NAMESPACES}/>",
}


def blank() -> io.BytesIO:
    """The empty document as a file."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, content in _PARTS.items():
            package.writestr(name, _HEAD + content)
    file.seek(0)
    return file
