"""The gate's report as text, JSON and a web page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from typing import Any

from propsummary._privacy import mask
from propsummary.catalogue.codes import Words
from propsummary.gating.report import Fate, GateEntry, GateReport, Mention
from propsummary.problems import Language
from propsummary.reports._shown import one_line

__all__ = ["gate_html", "gate_json", "gate_text"]

_FATES = {
    Fate.CHANGED: Words("改了", "changed"),
    Fate.NEW: Words("多出", "new"),
    Fate.LOST: Words("丢了", "lost"),
    Fate.REWORDED: Words("换了写法", "reworded"),
    Fate.UNCHANGED: Words("没有变", "unchanged"),
}
_BEFORE, _AFTER = Words("原文", "before"), Words("现文", "after")
_CLEAN = Words("数字全部对得上", "every figure is accounted for")
_TITLE = Words("数字闸门", "Number gate")
_TASKS_ONLY = Words(
    "日程和任务清单只含措施和目标，其余数字未比",
    "calendars and task lists carry measures and goals only; no other figure was compared",
)
_AROUND = 36  # characters of the sentence that are shown on either side of a figure


def gate_text(report: GateReport, *, language: Language = "zh") -> str:
    """The figures that are changed, new or lost, each with both places; the rest is counted."""
    lines = [line for entry in report.faults for line in _lines(entry, language)]
    return "\n".join([*lines, *_remarks(report, language), _counts(report, language)]) + "\n"


def _remarks(report: GateReport, language: Language) -> tuple[str, ...]:
    """What was not compared, if anything."""
    return (_TASKS_ONLY.in_(language),) if report.tasks_only else ()


def _lines(entry: GateEntry, language: Language) -> Iterator[str]:
    yield f"{_FATES[entry.fate].in_(language)}  {_told(entry)}"
    for words, mention in ((_BEFORE, entry.before), (_AFTER, entry.after)):
        if mention is not None:
            place = _place(mention, language)
            told = f"（{place}）" if language == "zh" else f" ({place})"
            yield f"    {words.in_(language)}{told if place else ''}: {_excerpt(mention)}"
    yield ""


def _told(entry: GateEntry) -> str:
    texts = (one_line(mention.text) for mention in (entry.before, entry.after) if mention is not None)
    return " → ".join(texts)


def _place(mention: Mention, language: Language) -> str:
    """Line or other place, heading and row, as far as they are known."""
    line = "" if mention.line is None else f"第{mention.line}行" if language == "zh" else f"line {mention.line}"
    line = mention.place.in_(language) if mention.place else line
    cell = mention.context.strip("·")
    under = "" if mention.under == mention.sentence else mention.under
    return ("，" if language == "zh" else ", ").join(one_line(part) for part in (line, under, cell) if part)


def _excerpt(mention: Mention) -> str:
    """The sentence around the figure, which stands in brackets of its own."""
    head, figure, tail = _parts(mention)
    return f"{head}【{figure}】{tail}"


def _parts(mention: Mention) -> tuple[str, str, str]:
    shown = one_line(mention.shown)
    head, tail = shown[: mention.start], shown[mention.end :]
    head = head if len(head) <= _AROUND else "…" + head[-_AROUND:]
    tail = tail if len(tail) <= _AROUND else tail[:_AROUND] + "…"
    return head, shown[mention.start : mention.end], tail


def _counts(report: GateReport, language: Language) -> str:
    counts = report.counts
    told = [f"{words.in_(language)} {counts[fate.value]}" for fate, words in _FATES.items() if counts[fate.value]]
    listed = ("，" if language == "zh" else ", ").join(told)
    if not report.ok:
        return listed
    clean = _CLEAN.in_(language)
    return clean if not listed else f"{clean}（{listed}）" if language == "zh" else f"{clean} ({listed})"


def gate_json(report: GateReport, *, language: Language = "zh") -> str:
    """All figures with their fates and places. The keys are the same in every language."""
    figures = [_plain(entry, language) for entry in report.entries]
    data = {"ok": report.ok, "tasks_only": report.tasks_only, "counts": report.counts, "figures": figures}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _plain(entry: GateEntry, language: Language) -> dict[str, Any]:
    before, after = (_mentioned(mention, language) for mention in (entry.before, entry.after))
    return {"fate": entry.fate.value, "before": before, "after": after}


def _mentioned(mention: Mention | None, language: Language) -> dict[str, Any] | None:
    if mention is None:
        return None
    return {
        "text": mention.text,
        "sentence": mention.shown,
        "start": mention.start,
        "end": mention.end,
        "context": mask(mention.context),
        "under": mask(mention.under),
        "line": mention.line,
        "place": mention.place.in_(language) if mention.place else "",
        "role": mention.role,
    }


def gate_html(report: GateReport, *, language: Language = "zh") -> str:
    """A page that loads nothing: the figures that need a look, each in both of its sentences."""
    title = _TITLE.in_(language)
    heads = "".join(f'<th scope="col">{escape(words.in_(language))}</th>' for words in (_TITLE, _BEFORE, _AFTER))
    told = "".join(f"<p>{escape(line)}</p>\n" for line in (_counts(report, language), *_remarks(report, language)))
    rows = "".join(_row(entry, language) for entry in report.entries if entry.fate is not Fate.UNCHANGED)
    table = f"<table><thead><tr>{heads}</tr></thead><tbody>\n{rows}</tbody></table>\n" if rows else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{"zh-CN" if language == "zh" else "en"}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{escape(title)}</h1>\n{told}{table}</main>\n</body>\n</html>\n"
    )


_STYLE = (
    "body{font:16px/1.6 system-ui,'PingFang SC','Microsoft YaHei',sans-serif;margin:2rem auto;max-width:64rem;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%}"
    "th,td{border:1px solid #c3cad1;padding:.4rem .6rem;text-align:left;vertical-align:top}"
    "th{background:#f1f4f7}mark{background:#ffe08a;padding:0 .1em}small{color:#4a5560;display:block}"
    ".changed th,.new th,.lost th{color:#a1262a}"
)


def _row(entry: GateEntry, language: Language) -> str:
    cells = "".join(f"<td>{_cell(mention, language) if mention else '—'}</td>" for mention in (entry.before, entry.after))
    return f'<tr class="{entry.fate.value}"><th scope="row">{escape(_FATES[entry.fate].in_(language))}</th>{cells}</tr>\n'


def _cell(mention: Mention, language: Language) -> str:
    head, figure, tail = map(escape, _parts(mention))
    place = escape(_place(mention, language))
    return f"{head}<mark>{figure}</mark>{tail}" + (f"<small>{place}</small>" if place else "")
