"""Reports as a page."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from propsummary.catalogue import label
from propsummary.catalogue.codes import Words, code_info, codes
from propsummary.problems import Severity, Span, Wording
from propsummary.reports import reporter
from propsummary.reports.html import Explanation, report_html
from sample_reports import SOURCE, full_report, problem, report

NAME = "草稿.yaml"
VOID = {"meta", "input", "br", "link"}


class _Page(HTMLParser):
    """What a page is made of; fails on elements that are not closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        given = dict(attrs)
        if ident := given.get("id"):
            self.ids.append(ident)
        if (target := given.get("href") or "").startswith("#"):
            self.targets.append(target[1:])
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def _page(*args: object, **options: object) -> str:
    """The page, which is well-formed, loads nothing and whose addresses all lead somewhere."""
    text = report_html(*args, **options)  # type: ignore[arg-type]
    page = _Page(text)
    assert len(page.ids) == len(set(page.ids))
    assert set(page.targets) <= set(page.ids)
    assert not {"script", "img", "iframe", "link", "object"} & set(page.tags)
    assert "default-src 'none'" in text
    return text


def _plain(text: str) -> str:
    body = text[text.index("<body>") :]
    return html.unescape(re.sub("<[^>]+>", "", body))


def test_everything() -> None:
    text = _page(full_report(), sources={NAME: SOURCE})
    plain = _plain(text)
    for said in (
        "有错误，改好才能上交",
        "1 错误",
        "东门岗没有写原因",
        "建议：写出为什么",
        "展望 › 创新",
        "已豁免",
        "理由：已和客户约定",
    ):
        assert said in plain
    assert "CHN001没有给出上一期总结" in plain
    assert code_info("RSK001").why.zh in plain
    assert '<html lang="zh-CN">' in text


def test_in_english() -> None:
    text = reporter("html")(full_report(), language="en")
    assert '<html lang="en">' in text
    plain = _plain(text)
    assert "the gate names no cause" in plain
    assert "Reason: 已和客户约定" in plain
    assert not re.search("[\u4e00-\u9fff]", plain.replace("已和客户约定", "").replace("草稿", ""))


def test_the_words_are_marked_on_their_line() -> None:
    text = _page(full_report(), sources={NAME: SOURCE})
    assert '<div class="l error" id="f1-l4" data-n="4">' in text
    line = re.search(r'data-n="4"><code>(.*?)</code>', text)
    assert line
    assert re.sub("</?mark[^>]*>", "", line[1]) == html.escape(SOURCE.splitlines()[3].replace("13812345678", "138******78"))
    assert re.search(r'<mark class="error">[^<]{3}</mark>', line[1])


def test_of_marks_that_overlap_the_gravest_shows() -> None:
    found = report(problem(line=1, column=1, length=6, severity=Severity.INFO), problem(line=1, column=3, length=2))
    text = _page(found, sources={NAME: "一二三四五六七"})
    assert '<mark class="info">一二</mark><mark class="error">三四</mark><mark class="info">五六</mark>七' in text
    assert 'class="l error"' in text


def test_a_problem_stands_beside_its_line() -> None:
    text = _page(full_report(), sources={NAME: SOURCE})
    line = text.index('data-n="4"')
    assert line < text.index('id="f1-p1"') < text.index('data-n="5"')
    assert '<a class="place" href="#f1-l4">第4行</a>' in text


def test_clean_stretches_are_folded() -> None:
    source = "\n".join(f"行{n}" for n in range(1, 2001))
    text = _page(report(problem(line=100), problem(line=1500)), sources={NAME: source})
    assert "第1至97行没有问题" in text
    assert "<code>行50</code>" in text
    assert '<p class="gap">第101至1497行没有问题</p>' in text
    assert "行1000" not in text
    assert "<code>行1498</code>" in text


def test_without_the_source() -> None:
    text = _page(full_report())
    assert "data-n=" not in text
    assert '<span class="place">草稿.yaml:4:33</span>' in text
    assert text.count('<li class="p ') == 3


@pytest.mark.parametrize("line, source", [(9, "一行"), (1, "")])
def test_a_place_that_the_source_does_not_have(line: int, source: str) -> None:
    text = _page(report(problem(line=line)), sources={NAME: source})
    assert f'<span class="place">草稿.yaml:{line}:1</span>' in text


def test_nothing_found() -> None:
    text = _page(report())
    assert "没有发现问题" in _plain(text)
    assert "<form" not in text


def test_only_warnings_are_no_obstacle() -> None:
    assert "没有错误" in _plain(_page(report(problem(severity=Severity.WARNING))))


def test_several_files_have_a_table() -> None:
    text = _page([full_report(), report(file="b.yaml"), report(problem("/risks"), file="b.yaml")])
    assert '<a href="#f2">b.yaml</a>' in text
    assert "1 个错误、1 个警告、1 条提示" in _plain(text)
    assert len(re.findall("<section ", text)) == 3
    assert _page([])


def test_filters_by_severity_and_family() -> None:
    text = _page(full_report())
    for kind in ("error", "warning", "info", "k0", "k1"):
        assert f'id="s-{kind}" checked' in text
        assert f":root:has(#s-{kind}:not(:checked)) .p.{kind}{{display:none}}" in text
    assert '<li class="p error k0"' in text
    assert f"STR {label('rules_STR')}" in text


def test_counts_by_rule_and_by_object() -> None:
    text = _page(report(problem("/issues/1", object="i2"), problem("/issues/1/root_causes/0"), problem("/risks")))
    assert '<th scope="row"><b>RSK001</b> ' + code_info("RSK001").title.zh + '</th><td class="num error">3</td>' in text
    assert '<a href="#f1-p1">问题第2项（i2）</a></th><td class="num error">2</td>' in text
    assert '<a href="#f1-p3">风险</a></th><td class="num error">1</td>' in text


def test_every_family_has_a_name() -> None:
    for family in {info.family for info in codes().values()}:
        assert label(f"rules_{family}", "zh")


def test_explanations() -> None:
    known = Explanation(title=Words("标题", "title"), why=Words("因为<b>", "because"), good="风险:\n  - x\n")
    text = _page(report(problem(code="ACME001"), problem(code="NONE1")), explanations={"ACME001": known})
    assert "<p>因为&lt;b&gt;</p><p>这样写就可以：</p><pre>风险:\n  - x</pre>" in text
    assert text.count("<details><summary>为什么") == 1


def test_personal_data_is_masked() -> None:
    phone = "13812345678"
    found = report(problem("/issues", line=1, zh=Wording(f"见{phone}", phone)), problem(f"/{phone}"))
    text = _page(attrs.evolve(found, waived=full_report().waived), sources={NAME: f"电话{phone}"})
    assert phone not in text
    assert "138******78" in text


def test_a_huge_line_is_cut() -> None:
    line = "前" * 100_000 + "东门岗" + "后" * 100_000
    text = _page(report(problem(line=1, column=100_001, length=3)), sources={NAME: line})
    assert len(text) < 40_000
    assert "东门岗" in re.search("<pre>(.*?)</pre>", text)[1]  # type: ignore[index]


def test_nothing_is_taken_for_markup() -> None:
    evil = "</code><script>alert(1)</script>\"'&\x00\u202e"
    found = report(
        problem("/issues", line=1, length=5, zh=Wording(evil, evil), code=evil), problem(f"/{evil}"), file=f"{evil}.yaml"
    )
    spanned = attrs.evolve(found.problems[0], span=Span(file=found.file, line=1, column=2, end_line=1, end_column=9))
    text = _page(attrs.evolve(found, problems=(spanned, found.problems[1])), sources={found.file: evil})
    assert "<script" not in text
    assert "\x00" not in text
    assert "\u202e" not in text


@given(st.text('ab<&"门😀\n\r\t', max_size=60), st.lists(st.tuples(*[st.integers(1, 9)] * 3), max_size=4))
@settings(deadline=None, max_examples=50)
def test_whatever_is_marked_the_text_stays(source: str, places: list[tuple[int, int, int]]) -> None:
    found = report(*(problem(line=line, column=column, length=length) for line, column, length in dict.fromkeys(places)))
    shown = re.findall(r'data-n="\d+"><code>(.*?)</code>', _page(found, sources={NAME: source}), re.DOTALL)
    lines = [line.replace("\t", " ") for line in re.split("\r\n|\n|\r", source)]
    placed = any(line <= len(lines) for line, _, _ in places) and source
    assert [html.unescape(re.sub("</?mark[^>]*>", "", line)) for line in shown] == (lines if placed else [])
