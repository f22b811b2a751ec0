"""The main jobs on the shipped examples: check them, read a Word file, compute figures from records, render, roll some up."""

from __future__ import annotations

import pathlib
import shutil
import sys

from propsummary.cli import main
from propsummary.renderers import renderer, renderers
from propsummary.testing.records import CYCLE, write_records

ROOT = pathlib.Path(__file__).resolve().parent.parent
GOOD = ("order-2025.yaml", "logistics-2025.yaml")
POOR = "unfinished.yaml"
WORD = "word/order-2025-10.docx"
MEASURED = "measured/order-2025.yaml"
TABLES = ("patrol_points", "shifts", "visitors", "parking_events", "incidents", "hazards", "drills")
CHAIN = ("engineering-2025.yaml", "engineering-2024.yaml", "engineering-2023.yaml")


def demo(target: pathlib.Path) -> int:
    """Run the demonstration into the folder *target*; 0 if everything went as it should."""
    examples = ROOT / "examples"
    target.mkdir(parents=True, exist_ok=True)
    print(f"── 一份没写完的总结 · an unfinished summary: examples/{POOR}\n", flush=True)
    poor = main(["check", str(examples / POOR)])
    print(f"\n── 一份 Word 总结 · a Word file: examples/{WORD}\n", flush=True)
    annotated, imported = target / "order-2025-10.annotated.docx", target / "order-2025-10.yaml"
    word = main(["check", str(examples / WORD), "--annotate", str(annotated), "--force"])
    if main(["import", str(examples / WORD), "-o", str(imported), "--force"]):
        return 1
    print("\n── 两份写好的总结 · two finished ones\n", flush=True)
    good = main(["check", "--stage", "final", *(str(examples / name) for name in GOOD)])
    print("\n── 和前两年的总结连起来看 · held against the last two years: examples/chain\n", flush=True)
    now, *before = (str(examples / "chain" / name) for name in CHAIN)
    chained = main(["check", now, *(word for last in before for word in ("--previous", last)), "--select", "CHN"])
    following = target / "engineering-2026.yaml"
    if main(["follow-up", now, "-o", str(following), "--force"]):
        return 1
    print("\n── 四个项目汇总 · four projects rolled up: examples/portfolio\n", flush=True)
    overview = target / "roll-up-2025Q2.html"
    rolling = ["portfolio", "roll-up", str(examples / "portfolio"), "--regions", str(examples / "regions.toml")]
    if main([*rolling, "--to", "html", "-o", str(overview)]):
        return 1
    computed, slip = _computed(examples, target / "measured")
    if computed is None:
        return 1
    made = [annotated, imported, following, overview, computed]
    for name in GOOD:
        language = "zh" if name.startswith("order") else "en"
        for form in renderers():
            out = target / f"{pathlib.Path(name).stem}{renderer(form).suffix}"
            if main(["render", str(examples / name), "--to", form, "--lang", language, "--final", "-o", str(out)]):
                return 1
            made.append(out)
    print("\n── 生成的文件 · the files\n")
    for out in made:
        print(f"{out.stat().st_size:>9,} bytes  {out}")
    return 0 if (poor, word, good, chained, slip) == (1, 1, 0, 1, 1) else 1


def _computed(examples: pathlib.Path, target: pathlib.Path) -> tuple[pathlib.Path | None, int]:
    """A summary whose figures come from records: the document, and what a check says if a figure was typed wrong."""
    print(f"\n── 从记录算指标 · figures from records: examples/{MEASURED}\n", flush=True)
    write_records(target / "秩序记录", rows=CYCLE, only=TABLES)
    good, wrong = target / "order-2025.yaml", target / "order-2025-typed.yaml"
    shutil.copy(examples / MEASURED, good)
    wrong.write_text(good.read_text("utf-8").replace("98.6%", "99.6%"), "utf-8")
    slip = main(["check", str(wrong), "--select", "NUM002"])
    document = good.with_suffix(".html")
    failed = main(["check", "--stage", "final", str(good)]) or main(
        ["render", str(good), "--to", "html", "--final", "-o", str(document)]
    )
    return None if failed else document, slip


if __name__ == "__main__":
    sys.exit(demo(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "build/demo")))
