"""The main jobs on the shipped examples: check all of them, read a Word file, render the good ones, roll some up."""

from __future__ import annotations

import pathlib
import sys

from propsummary.cli import main
from propsummary.renderers import renderer, renderers

ROOT = pathlib.Path(__file__).resolve().parent.parent
GOOD = ("order-2025.yaml", "logistics-2025.yaml")
POOR = "unfinished.yaml"
WORD = "word/order-2025-10.docx"
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
    made = [annotated, imported, following, overview]
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
    return 0 if (poor, word, good, chained) == (1, 1, 0, 1) else 1


if __name__ == "__main__":
    sys.exit(demo(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "build/demo")))
