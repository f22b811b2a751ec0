"""
Write docs/rules: a page for every rule, made of the catalogue and of what the rule says of itself, and a list of them.

    python scripts/rule_pages.py            write them
    python scripts/rule_pages.py --check    fail if they are out of date
"""

from __future__ import annotations

import pathlib
import re
import sys
from collections.abc import Iterator, Mapping

from propsummary.catalogue import label
from propsummary.catalogue.codes import CodeInfo
from propsummary.problems import Language, Severity
from propsummary.rules import Rule, all_rules
from propsummary.rules.examples import examples, try_example
from propsummary.rules.facts import remarks
from propsummary.rules.self_test import example_folder

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "docs" / "rules"

GRADES = {Severity.ERROR: "错误 error", Severity.WARNING: "警告 warning", Severity.INFO: "提示 info"}
NEEDS = {"folder": "草稿所在的文件夹 the draft's folder", "previous": "上一期总结 the previous summary"}
HEAD = "<!-- 由 scripts/rule_pages.py 生成，请勿手改。 Made by scripts/rule_pages.py: do not edit. -->\n\n"


def pages() -> dict[str, str]:
    """Every page by the name of its file."""
    with example_folder() as folder:
        made = {f"{rule.code}.md": HEAD + "\n".join(_page(rule, folder)) for rule in all_rules().values()}
    return {"README.md": HEAD + "\n".join(_index()), **made}


def _page(rule: Rule, folder: pathlib.Path) -> Iterator[str]:
    info = rule.info
    yield f"# {info.code} `{info.name}`\n"
    yield f"**{info.title.zh}** · {info.title.en}\n"
    yield from _table(rule)
    yield f"\n## 中文\n\n{_text(info.why.zh)}\n\n会说：\n"
    yield from _messages(info, "zh")
    yield f"\n## English\n\n{_text(info.why.en)}\n\n{_prose(remarks(rule))}\n\nSays:\n"
    yield from _messages(info, "en")
    yield from _examples(rule, folder)
    yield "\n[所有规则 All rules](README.md) · [怎样选用规则 How to choose rules](../rules.md)\n"


def _table(rule: Rule) -> Iterator[str]:
    info = rule.info
    yield "| | |\n|---|---|"
    yield f"| 草稿阶段 as a draft | {GRADES[info.severity]} |"
    yield f"| 上交时 when handed in | {GRADES[info.final]} |"
    if info.serves:
        yield f"| 出处 serves | {_serves(info)} |"
    for need in sorted(rule.needs):
        yield f"| 没有它不运行 does not run without | {NEEDS[need]} |"
    for name, default in rule.settings.items():
        yield f"| 设置 setting | `{name} = {default}`（`[settings]`） |"
    yield f"| 始于 since | {rule.since} |"


def _serves(info: CodeInfo) -> str:
    return ", ".join(f"[{ident}](../requirements.md)" for ident in info.serves)


def _messages(info: CodeInfo, language: Language) -> Iterator[str]:
    for message in info.messages.values():
        hint = message.hint.in_(language)
        yield f"- {_text(message.text.in_(language))}" + (f"  \n  *{_text(hint)}*" if hint else "")


def _examples(rule: Rule, folder: pathlib.Path) -> Iterator[str]:
    shown = examples(rule)
    if shown.bad:
        yield "\n## 会报 Reported"
    for text in shown.bad:
        yield f"\n```yaml\n{text}```\n"
        said = [problem for problem in try_example(rule, text, folder=folder) if problem.code == rule.code]
        yield "\n>\n".join(f"> {_text(problem.zh.message)}  \n> {_text(problem.en.message)}" for problem in said)
    if shown.good:
        yield "\n## 不会报 Not reported"
    for text in shown.good:
        yield f"\n```yaml\n{text}```"


def _index() -> Iterator[str]:
    yield "# 规则 The rules\n"
    yield f"共 {len(all_rules())} 条。怎样选用、调整和豁免，见[规则说明](../rules.md)。"
    yield f"{len(all_rules())} of them. How to choose, grade and waive them: [the rules](../rules.md).\n"
    for family, rules in _families().items():
        name = f"rules_{family}"
        yield f"## {family} {label(name, 'zh')} · {label(name, 'en')}\n"
        yield "| | 名称 name | 报什么 reports | | 草稿 draft | 上交 final |\n|---|---|---|---|---|---|"
        for info in (rule.info for rule in rules):
            grades = f"{GRADES[info.severity]} | {GRADES[info.final]}"
            yield f"| [{info.code}]({info.code}.md) | `{info.name}` | {_text(info.title.zh)} | {_text(info.title.en)} | {grades} |"
        yield ""


def _families() -> Mapping[str, list[Rule]]:
    found: dict[str, list[Rule]] = {}
    for rule in all_rules().values():
        found.setdefault(rule.info.family, []).append(rule)
    return found


def _text(text: str) -> str:
    """*text* with nothing in it that Markdown would take for its own."""
    return re.sub(r"([\\`*_<>\[\]|#~])", r"\\\1", text)


def _prose(text: str) -> str:
    """A docstring's prose, whose code is marked by two backticks."""
    paragraphs = (" ".join(paragraph.split()).split("``") for paragraph in re.split(r"\n\s*\n", text))
    return "\n\n".join("".join(f"`{part}`" if n % 2 else _text(part) for n, part in enumerate(parts)) for parts in paragraphs)


def main(arguments: list[str]) -> int:
    """Write or check; gives the exit code."""
    wanted = pages()
    present = {file.name: file.read_text(encoding="utf-8") for file in FOLDER.glob("*.md")} if FOLDER.is_dir() else {}
    stale = sorted(name for name in wanted.keys() | present.keys() if wanted.get(name) != present.get(name))
    if "--check" in arguments:
        print("".join(f"out of date: docs/rules/{name}\n" for name in stale), end="")
        return 1 if stale else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in stale:
        if name in wanted:
            (FOLDER / name).write_text(wanted[name], encoding="utf-8", newline="\n")
        else:
            (FOLDER / name).unlink()
        print(f"{'written' if name in wanted else 'removed'}: docs/rules/{name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
