"""
Make examples/word/order-2025-10.docx: a month's summary as a department head hands it in, with what is usually wrong with one.

    python scripts/make_word_example.py
"""

from __future__ import annotations

import datetime as dt
import io
import pathlib

import docx
from docx.shared import Pt

from propsummary.renderers.office.repack import repacked

FILE = pathlib.Path(__file__).resolve().parent.parent / "examples" / "word" / "order-2025-10.docx"

TITLE = "丽泽中心秩序部2025年10月份工作总结"
TEXT = """
# 一、概况
秩序部负责丽泽中心两栋写字楼和裙楼商场的门岗、巡逻、消防和停车场，10月在岗61人。为便于11月改进，现将10月工作总结如下。
# 二、10月工作
1. 门岗。登记访客1.9万人次，查获未登记送货车22辆次。
2. 巡逻。应巡点位14,880个，实巡14,672个，巡更到位率98.9%，比9月的98.1%提高0.8个百分点。
3. 消防。10月23日与消防救援站联合演练1次，楼内412人参加，疏散用时6分20秒；消防设施1,240件，完好1,231件，完好率99.3%。
4. 停车场。高峰排队平均由7分钟降到4分钟，下降42.9%；收到停车投诉9件，9月为12件，下降35%。
5. 国庆保障。10月1日至8日加派巡逻岗4个，商场客流21万人次，未发生拥挤事故。
# 三、存在的问题和措施
|问题|原因|措施|责任人|完成时限
|货梯厅堆货堵塞消防通道，10月查出31次|商户卸货没有时段限制，货梯厅没有划线|与商场运营部约定早8点前卸货，货梯厅划黄线|廉正（消防主管）|11月20日
|夜间巡更漏点56个，集中在B3层|B3层信号弱，巡更棒数据传不上来|B3层加装信号中继2台|喻晓（技防专员）|11月底前
|早高峰访客登记平均等候9分钟||增设自助登记机3台|各班组|尽快
# 四、11月目标
1. 消防通道堵塞降到5次以内，11月30日前；
2. 巡更到位率达到99%，11月30日前；
3. 11月9日前组织商户灭火体验1场；
4. 提升服务形象。
丽泽中心秩序部
2025年11月4日
"""


def main() -> None:
    """Write the file; the same bytes every time."""
    word = docx.Document()
    word.styles["Normal"].font.size = Pt(12)
    word.add_paragraph(style="Title").add_run(TITLE)
    table: list[list[str]] = []
    for line in TEXT.strip().splitlines():
        if line.startswith("|"):
            table.append(line[1:].split("|"))
            continue
        if table:
            _add_table(word, table)
            table = []
        if line.startswith("# "):
            word.add_paragraph().add_run(line[2:]).bold = True
        else:
            word.add_paragraph(line)
    properties = word.core_properties
    properties.title, properties.author, properties.comments = TITLE, "丽泽中心秩序部", ""
    properties.created = properties.modified = dt.datetime(2025, 11, 4)  # noqa: DTZ001  # files hold it without a zone
    file = io.BytesIO()
    word.save(file)
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_bytes(repacked(file.getvalue()))


def _add_table(word: docx.document.Document, rows: list[list[str]]) -> None:
    table = word.add_table(len(rows), len(rows[0]), style="Table Grid")
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


if __name__ == "__main__":
    main()
