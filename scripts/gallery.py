"""
Both examples in every format as small pictures, and the page docs/gallery.md that shows them.

Run: ``make gallery``; it needs LibreOffice, Chromium and poppler, which ``make test-system`` installs.
"""

from __future__ import annotations

import base64
import io
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence

import attrs
from PIL import Image, ImageChops, ImageOps
from selenium import webdriver

from propsummary import build, read
from propsummary.document import Language
from propsummary.renderers import renderer

ROOT = pathlib.Path(__file__).resolve().parent.parent
EXAMPLES: dict[str, Language] = {"order-2025": "zh", "logistics-2025": "en"}
ORDER, LOGISTICS = EXAMPLES
OFFICE = ("docx", "pptx", "xlsx")
LARGEST, ALL_TOGETHER = 60_000, 1_200_000  # bytes
GROUND, RULE, GAP = "#e8ecef", "#c3ccd4", 8
SHARP = 150  # dots an inch, before pages are made smaller


@attrs.frozen(kw_only=True)
class Shot:
    """
    One picture of pages side by side.

    Attributes:
        form: The name of the renderer.

        shows: Words by which each page is found, the first one that has them.

        across: Of the picture, in dots.

        zh, en: What it shows.
    """

    form: str
    example: str = ORDER
    shows: tuple[str, ...]
    across: int = 1000
    zh: str
    en: str


@attrs.frozen(kw_only=True)
class View:
    """
    One picture of the web page on screens side by side.

    Attributes:
        shows: Selects what stands at the top of each screen.

        screen: Its width and height, in dots.
    """

    example: str = ORDER
    shows: tuple[str, ...]
    screen: tuple[int, int] = (1360, 900)
    dark: bool = False
    across: int = 1000
    zh: str
    en: str


CHAPTERS: dict[str, tuple[Shot | View, ...]] = {
    "Word": (
        Shot(form="docx", shows=("", "目录", "关键数据"), zh="封面、目录、关键数据", en="Cover, contents, key figures"),
        Shot(
            form="docx",
            shows=("巡更到位率逐季走势", "原因分析图", "措施进度图"),
            zh="能改的图表、每个问题的鱼骨图、措施的甘特图",
            en="Charts that can be edited, the causes of each problem, measures along the calendar",
        ),
        Shot(form="docx", shows=("表11问题",), across=760, zh="宽表自己横过来", en="Wide tables lie on their side"),
        Shot(
            form="docx",
            example=LOGISTICS,
            shows=("Keyfigures", "Figure7", "frombaselinetotarget"),
            zh="英文标签：关键数据、照片、目标进程",
            en="English labels: key figures, photos, goals on their way",
        ),
    ),
    "PowerPoint": (
        Shot(
            form="pptx",
            shows=("", "关键数据"),
            zh="述职用的幻灯片：封面、关键数据",
            en="A deck for the meeting: cover, key figures",
        ),
        Shot(
            form="pptx",
            shows=("图1巡更", "整改前"),
            zh="要点配图表，整改前后照片",
            en="Points beside their chart, photos before and after",
        ),
        Shot(
            form="pptx",
            shows=("表11问题", "措施进度图"),
            zh="问题、原因、措施对照，措施进度",
            en="Problem, cause, measure; the calendar",
        ),
        Shot(form="pptx", example=LOGISTICS, shows=("Keyfigures", "frombaselinetotarget"), zh="英文标签", en="English labels"),
    ),
    "PDF": (
        Shot(
            form="pdf",
            shows=("", "关键数据", "整改前后对比"),
            zh="封面、关键数据、整改前后",
            en="Cover, key figures, before and after",
        ),
        Shot(
            form="pdf",
            example=LOGISTICS,
            shows=("Causesataglance", "Measuresalong", "frombaselinetotarget"),
            zh="原因、进度、目标都画成矢量图",
            en="Causes, calendar and goals as drawings that stay sharp",
        ),
    ),
    "Excel": (
        Shot(form="xlsx", shows=("概览", "图1巡更"), zh="概览与图表", en="Overview and charts"),
        Shot(
            form="xlsx",
            shows=("剩余天数",),
            across=1240,
            zh="措施台账：状态下拉、剩余天数、逾期变红",
            en="Measures: status to choose, days left, red when late",
        ),
    ),
    "HTML": (
        View(shows=("body", "table.chain"), zh="电脑上：目录一直在旁边", en="On a screen: the contents stay beside the text"),
        View(shows=("figure.chart", "figure.diagram"), dark=True, zh="夜间：图表与鱼骨图", en="In the dark: charts and causes"),
        View(
            example=LOGISTICS,
            shows=("body", "dl.figures, .figures", "figure.chart", "figure.diagram"),
            screen=(390, 760),
            zh="手机上",
            en="On a phone",
        ),
        Shot(form="html", shows=("", "巡更到位率逐季走势", "措施进度图"), zh="打印在A4纸上", en="Printed on A4"),
    ),
}
OPENING = (
    "# 图册 Pictures of every format",
    "",
    "仓库里的两份例子（[秩序部](../examples/order-2025.yaml)、[后勤部](../examples/logistics-2025.yaml)）在各种格式里的样子，",
    "由 `make gallery` 生成。Word、PowerPoint、Excel 文件的图由 LibreOffice 排版，字体与 Office 里的不同。",
    "",
    "What the two examples of this repository ([order](../examples/order-2025.yaml),",
    "[logistics](../examples/logistics-2025.yaml)) look like in each format, made by `make gallery`. Word, PowerPoint and Excel",
    "files are shown as LibreOffice lays them out, with other fonts than Office has.",
)


def main() -> int:
    """Take all pictures and write the page; 0 if they are as small as they should be."""
    pictures = ROOT / "docs" / "gallery"
    shutil.rmtree(pictures, ignore_errors=True)
    pictures.mkdir()
    lines = [*OPENING]
    with tempfile.TemporaryDirectory() as name:
        files = rendered(pathlib.Path(name))
        for chapter, shots in CHAPTERS.items():
            lines += ["", f"## {chapter}"]
            for number, shot in enumerate(shots, 1):
                content, suffix = small(strip(taken(shot, files), shot.across))
                file = pictures / f"{chapter.lower()}-{number}.{suffix}"
                file.write_bytes(content)
                lines += ["", f"{shot.zh}。{shot.en}.", "", f"![{shot.zh} · {shot.en}](gallery/{file.name})"]
    (ROOT / "docs" / "gallery.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    sizes = [file.stat().st_size for file in pictures.iterdir()]
    print(f"{len(sizes)} pictures, {sum(sizes):,} bytes, the largest {max(sizes):,}")
    return 0 if max(sizes) <= LARGEST and sum(sizes) <= ALL_TOGETHER else 1


def rendered(folder: pathlib.Path) -> dict[tuple[str, str], pathlib.Path]:
    """Both examples in all formats with pages, as PDF but for the web page, by name of the example and of the format."""
    files = {}
    for example, language in EXAMPLES.items():
        document = build(read(ROOT / "examples" / f"{example}.yaml"), language=language)
        for form in (*OFFICE, "pdf", "html"):
            made = renderer(form, folder=ROOT / "examples")
            (folder / form).mkdir(exist_ok=True)
            files[example, form] = file = folder / form / f"{example}{made.suffix}"
            file.write_bytes(made.render(document))
    for form in OFFICE:
        profile, target = f"-env:UserInstallation={(folder / 'profile').as_uri()}", folder / form
        sources = [str(files[example, form]) for example in EXAMPLES]
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(target), *sources]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        files.update({(example, form): target / f"{example}.pdf" for example in EXAMPLES})
    return files


def taken(shot: Shot | View, files: dict[tuple[str, str], pathlib.Path]) -> list[Image.Image]:
    """The pages or screens of one picture."""
    if isinstance(shot, View):
        return list(screens(shot, files[shot.example, "html"]))
    file = files[shot.example, shot.form]
    pages = sheets(printed(file) if shot.form == "html" else file, shot.shows)
    return [trimmed(page) if shot.form == "xlsx" else page for page in pages]


def sheets(file: pathlib.Path, shows: Sequence[str]) -> Iterator[Image.Image]:
    """The pages of a PDF that hold the words."""
    text = subprocess.run(["pdftotext", str(file), "-"], check=True, capture_output=True, text=True).stdout
    pages = [re.sub(r"\s", "", page) for page in text.split("\f")]
    for words in shows:
        number = str(next(n for n, page in enumerate(pages, 1) if words in page))
        command = ["pdftoppm", "-png", "-r", str(SHARP), "-f", number, "-l", number, str(file)]
        yield _opened(subprocess.run(command, check=True, capture_output=True).stdout)


def trimmed(page: Image.Image) -> Image.Image:
    """*page* of a workbook without what is empty on it, and without its head and foot."""
    across, down = page.size
    inside = page.crop((0, down // 20, across, down * 19 // 20))
    written = ImageChops.difference(inside, Image.new("RGB", inside.size, "white")).getbbox()
    return ImageOps.expand(inside.crop(written), GAP, "white")


def screens(view: View, file: pathlib.Path) -> Iterator[Image.Image]:
    """The web page, scrolled to each place."""
    across, down = view.screen
    device = {"width": across, "height": down, "deviceScaleFactor": 1, "mobile": across < 600}
    scheme = [{"name": "prefers-color-scheme", "value": "dark" if view.dark else "light"}]
    with _browser() as browser:
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", device)
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": scheme})
        browser.get(file.as_uri())
        for place in view.shows:
            browser.execute_script("document.querySelector(arguments[0]).scrollIntoView()", place)
            yield _opened(browser.get_screenshot_as_png())


def printed(file: pathlib.Path) -> pathlib.Path:
    """The web page on A4, as the browser prints it."""
    with _browser() as browser:
        browser.get(file.as_uri())
        paper = {"paperWidth": 8.27, "paperHeight": 11.69, "printBackground": True}
        content = browser.execute_cdp_cmd("Page.printToPDF", paper)["data"]
    target = file.with_suffix(".pdf")
    target.write_bytes(base64.b64decode(content))
    return target


def _browser() -> webdriver.Chrome:
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or shutil.which("google-chrome") or ""
    for flag in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"):
        options.add_argument(flag)
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))


def _opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content)).convert("RGB")


def strip(images: list[Image.Image], across: int) -> Image.Image:
    """The *images* side by side and equally high, *across* dots wide."""
    room = across - GAP * (len(images) + 1)
    height = int(room / sum(image.width / image.height for image in images))
    drawn = [ImageOps.expand(_resized(image, height - 2), 1, RULE) for image in images]
    ground = Image.new("RGB", (across, height + 2 * GAP), GROUND)
    left = GAP
    for image in drawn:
        ground.paste(image, (left, GAP))
        left += image.width + GAP
    return ground


def _resized(image: Image.Image, height: int) -> Image.Image:
    return image.resize((image.width * height // image.height - 2, height), Image.Resampling.LANCZOS)


def small(image: Image.Image) -> tuple[bytes, str]:
    """*image* as a file that is no larger than it may be, and its suffix: few colours while they do, else less sharp."""
    for colours in (256, 128, 64):
        out = io.BytesIO()
        image.quantize(colours, Image.Quantize.MAXCOVERAGE, kmeans=3, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
        if out.tell() <= LARGEST:
            return out.getvalue(), "png"
    for quality in range(80, 20, -5):
        out = io.BytesIO()
        image.save(out, "JPEG", quality=quality, optimize=True, progressive=True)
        if out.tell() <= LARGEST:
            break
    return out.getvalue(), "jpeg"


if __name__ == "__main__":
    sys.exit(main())
