"""Draw the pictures of the examples: flat illustrations in place of photos, the same bytes every time."""

from __future__ import annotations

import pathlib
import sys
from collections.abc import Callable, Iterable

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 960, 640
SCALE = 2  # drawn larger and reduced, which smooths the edges
COLOURS = 128

Point = tuple[float, float]

SKY, PAPER, INK, SHADOW = "#cfe6f5", "#f6f1e7", "#33414e", "#b9c0c6"
GRASS, LEAF, DARK_LEAF, EARTH = "#a9cf8e", "#6fae62", "#4c8a4b", "#b58a5f"
WALL, CONCRETE, ROAD, LINE = "#e9e3d6", "#c3c7cc", "#7d8790", "#f4f4ef"
RED, ORANGE, YELLOW, BLUE, TEAL, BROWN = "#d9534f", "#ec9a3c", "#f6d365", "#4a86c5", "#3f9f9a", "#8a6546"
SKIN, WHITE, DARK, RUST = "#f2c9a1", "#ffffff", "#4d565e", "#a4603a"


class Canvas:
    """A picture in the making; places are in points of the finished picture."""

    def __init__(self, background: str) -> None:
        self._image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), background)
        self._draw = ImageDraw.Draw(self._image)

    def box(
        self, x: float, y: float, width: float, height: float, fill: str, *, radius: float = 0, edge: str | None = None
    ) -> None:
        """A rectangle, with round corners and an edge if asked for."""
        corners = [x * SCALE, y * SCALE, (x + width) * SCALE, (y + height) * SCALE]
        self._draw.rounded_rectangle(corners, radius * SCALE, fill=fill, outline=edge, width=3 * SCALE if edge else 0)

    def disc(self, x: float, y: float, radius: float, fill: str, *, height: float | None = None) -> None:
        """A disc around a point, or an ellipse of another half height."""
        tall = radius if height is None else height
        self._draw.ellipse([(x - radius) * SCALE, (y - tall) * SCALE, (x + radius) * SCALE, (y + tall) * SCALE], fill=fill)

    def shape(self, points: Iterable[Point], fill: str) -> None:
        """A filled polygon."""
        self._draw.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=fill)

    def line(self, points: Iterable[Point], fill: str, width: float) -> None:
        """A line with round ends and bends."""
        places = [(x * SCALE, y * SCALE) for x, y in points]
        self._draw.line(places, fill=fill, width=round(width * SCALE), joint="curve")
        for x, y in (places[0], places[-1]):
            reach = width * SCALE / 2
            self._draw.ellipse([x - reach, y - reach, x + reach, y + reach], fill=fill)

    def save(self, path: pathlib.Path) -> None:
        """Reduce it and write it as a small PNG."""
        reduced = self._image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        reduced.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


def _person(c: Canvas, x: float, y: float, coat: str, *, cap: str | None = None, size: float = 1, arm: Point | None = None) -> None:
    """Somebody who stands with both feet at (x, y); *arm* is where a raised hand is, from the shoulder."""
    c.disc(x, y, 34 * size, SHADOW, height=7 * size)
    for side in (-11, 11):
        c.line([(x + side * size, y - 62 * size), (x + side * size, y - 8 * size)], INK, 16 * size)
    c.box(x - 27 * size, y - 138 * size, 54 * size, 84 * size, coat, radius=18 * size)
    c.line([(x - 24 * size, y - 122 * size), (x - 32 * size, y - 76 * size)], coat, 14 * size)
    hand = (x + 32 * size, y - 76 * size) if arm is None else (x + arm[0] * size, y - 122 * size + arm[1] * size)
    c.line([(x + 24 * size, y - 122 * size), hand], coat, 14 * size)
    c.disc(*hand, 8 * size, SKIN)
    c.disc(x, y - 162 * size, 25 * size, SKIN)
    if cap:
        c.shape(
            [
                (x - 27 * size, y - 168 * size),
                (x - 20 * size, y - 192 * size),
                (x + 20 * size, y - 192 * size),
                (x + 27 * size, y - 168 * size),
            ],
            cap,
        )
        c.box(x - 31 * size, y - 172 * size, 62 * size, 7 * size, INK, radius=3 * size)


def _car(c: Canvas, x: float, y: float, paint: str, *, size: float = 1) -> None:
    """A car seen from the side, its wheels standing on y, its left end at x."""
    c.disc(x + 95 * size, y, 104 * size, "#69727a", height=9 * size)
    c.shape(
        [
            (x + 38 * size, y - 62 * size),
            (x + 66 * size, y - 98 * size),
            (x + 128 * size, y - 98 * size),
            (x + 158 * size, y - 62 * size),
        ],
        paint,
    )
    c.shape(
        [
            (x + 54 * size, y - 64 * size),
            (x + 72 * size, y - 89 * size),
            (x + 95 * size, y - 89 * size),
            (x + 95 * size, y - 64 * size),
        ],
        "#dcecf5",
    )
    c.shape(
        [
            (x + 102 * size, y - 64 * size),
            (x + 102 * size, y - 89 * size),
            (x + 124 * size, y - 89 * size),
            (x + 142 * size, y - 64 * size),
        ],
        "#dcecf5",
    )
    c.box(x, y - 66 * size, 190 * size, 46 * size, paint, radius=18 * size)
    c.disc(x + 184 * size, y - 48 * size, 7 * size, YELLOW)
    for wheel in (44, 148):
        c.disc(x + wheel * size, y - 20 * size, 21 * size, INK)
        c.disc(x + wheel * size, y - 20 * size, 9 * size, SHADOW)


def _tree(c: Canvas, x: float, y: float, size: float = 1) -> None:
    c.box(x - 8 * size, y - 70 * size, 16 * size, 70 * size, BROWN)
    c.disc(x, y - 108 * size, 52 * size, DARK_LEAF)
    c.disc(x - 30 * size, y - 84 * size, 34 * size, LEAF)
    c.disc(x + 30 * size, y - 90 * size, 36 * size, LEAF)


def _house(c: Canvas, x: float, y: float, width: float, floors: int, wall: str) -> None:
    """A block of flats that stands on y."""
    height = floors * 58 + 20
    c.box(x, y - height, width, height, wall)
    c.box(x - 6, y - height - 10, width + 12, 14, DARK)
    for floor in range(floors):
        for window in range(int(width // 52)):
            c.box(x + 14 + window * 52, y - height + 20 + floor * 58, 28, 32, "#a8cbe0", radius=3)


def _garage(*, watched: bool) -> Canvas:
    """An underground car park: one dark corner, or two cameras that leave none."""
    c = Canvas("#dfe3e6" if watched else "#9aa2a9")
    c.shape([(0, 410), (WIDTH, 410), (WIDTH, HEIGHT), (0, HEIGHT)], "#aab1b7" if watched else ROAD)
    c.box(0, 0, WIDTH, 70, CONCRETE if watched else "#848d95")
    for x in (120, 400, 680):
        c.box(x, 46, 160, 14, WHITE if watched else "#b4b9a8", radius=7)
    for x in (40, 330, 620, 910):
        c.line([(x, 640), (330 + (x - 330) * 0.55, 420)], LINE if watched else "#a5adb3", 8)
    if watched:
        for lens, foot in (((318, 152), (60, 470)), ((672, 152), (900, 470))):
            c.shape([lens, (foot[0], 600), (480, 600)], "#f3eecb")
    for x in (250, 640):
        c.box(x, 70, 70, 390, CONCRETE if watched else "#868e96")
        c.box(x, 360, 70, 100, ORANGE if watched else "#b08b58")
        c.box(x, 385, 70, 22, INK)
        c.box(x, 430, 70, 22, INK)
    _car(c, 366, 560, BLUE if watched else "#587392", size=1.15)
    if watched:
        _car(c, 30, 560, RED)
        for x, way in ((320, 1), (640, -1)):
            c.line([(x, 120), (x + way * 20, 120)], DARK, 10)
            c.box(x + 6 if way > 0 else x - 66, 102, 60, 36, WHITE, radius=10, edge=INK)
            c.disc(x + way * 56, 120, 12, INK)
            c.disc(x + way * 56, 120, 5, RED)
    else:
        c.shape([(710, 70), (WIDTH, 70), (WIDTH, HEIGHT), (640, HEIGHT), (710, 440)], "#3d454d")
        c.disc(840, 250, 60, "#59636c")
        c.disc(840, 250, 47, "#3d454d")
        c.line([(800, 290), (880, 210)], "#59636c", 13)
    return c


def _gate(*, split: bool) -> Canvas:
    """The east gate in the morning: one lane with a queue, or two lanes that flow."""
    c = Canvas(SKY)
    _house(c, 30, 330, 190, 4, "#ecd9c0")
    _house(c, 740, 330, 190, 3, "#dfe0d2")
    c.box(0, 320, WIDTH, 60, GRASS)
    for x in (270, 560, 690):
        _tree(c, x, 350, 0.8)
    c.box(0, 372, WIDTH, 268, ROAD)
    c.box(0, 366, WIDTH, 10, CONCRETE)
    for x in range(20, WIDTH, 120):
        c.box(x, 500, 66, 9, LINE, radius=3)
    c.box(430, 232, 100, 150, WALL, radius=6, edge=DARK)
    c.box(446, 262, 68, 52, "#a8cbe0", radius=4)
    c.box(414, 214, 132, 26, TEAL, radius=6)
    _barrier(c, 552, 372, up=split)
    if split:
        _car(c, 60, 478, RED)
        _car(c, 640, 478, BLUE)
        _car(c, 230, 612, ORANGE)
        _car(c, 700, 612, TEAL)
        for x in (480, 560, 640):
            c.shape([(x, 570), (x + 12, 538), (x + 24, 570)], ORANGE)
            c.box(x + 4, 553, 16, 6, WHITE)
        _person(c, 500, 640, BLUE, cap=INK, size=0.95, arm=(64, -18))
        c.line([(564, 505), (600, 490)], RED, 9)
    else:
        for place, paint in enumerate((RED, "#e9e9e4", BLUE, ORANGE)):
            _car(c, 8 + place * 132, 478, paint, size=0.66)
        _car(c, 10, 612, TEAL, size=0.95)
        _car(c, 215, 612, YELLOW, size=0.95)
        _car(c, 420, 612, "#9c7bb0", size=0.95)
        _person(c, 690, 560, BLUE, cap=INK, size=0.95, arm=(60, -20))
        c.box(746, 438, 8, 60, DARK)
        c.disc(750, 424, 20, RED)
        c.box(738, 420, 24, 8, WHITE)
    return c


def _barrier(c: Canvas, x: float, y: float, *, up: bool) -> None:
    """A barrier whose post stands on (x, y); its arm, striped, is up or lies across the lane."""
    tip = (x + 90, y - 190) if up else (x + 300, y - 62)
    steps = 8
    for step in range(steps):
        ends = [(x + 14 + (tip[0] - x - 14) * at / steps, y - 62 + (tip[1] - y + 62) * at / steps) for at in (step, step + 1)]
        c.line(ends, WHITE if step % 2 else RED, 13)
    c.box(x - 4, y - 86, 38, 96, ORANGE, radius=6)


def _fire_drill() -> Canvas:
    """Water from a hydrant on a small fire, with people who watch from a safe distance."""
    c = Canvas(SKY)
    _house(c, 40, 420, 240, 5, "#ecd9c0")
    _house(c, 330, 420, 190, 4, "#dfe0d2")
    c.box(0, 410, WIDTH, 230, "#c9d3c0")
    c.box(0, 405, WIDTH, 10, CONCRETE)
    for spread in (0, 16, 32):
        c.line(_bow((482, 432), (640, 270 + spread * 2), (790 + spread, 500)), "#8cc3e6", 9)
    c.shape([(770, 560), (752, 500), (790, 440), (800, 390), (838, 440), (872, 412), (868, 470), (900, 510), (884, 560)], ORANGE)
    c.shape([(796, 560), (788, 520), (818, 470), (836, 500), (856, 530), (848, 560)], YELLOW)
    c.box(744, 556, 168, 34, DARK, radius=8)
    c.line([(170, 580), (250, 612), (330, 590), (360, 520), (420, 452), (470, 436)], RED, 15)
    c.line([(456, 442), (486, 428)], YELLOW, 17)
    c.box(120, 510, 60, 84, RED, radius=10)
    c.disc(150, 506, 34, RED, height=22)
    c.disc(182, 556, 15, "#a83c39")
    c.box(106, 586, 88, 16, "#a83c39", radius=5)
    _person(c, 352, 604, ORANGE, cap=YELLOW, size=1.15, arm=(70, 12))
    _person(c, 428, 600, ORANGE, cap=YELLOW, size=1.15, arm=(36, -8))
    for x, y, coat in ((46, 490, BLUE), (92, 500, TEAL), (222, 486, "#9c7bb0"), (268, 496, RED)):
        _person(c, x, y, coat, size=0.58)
    return c


def _bow(start: Point, over: Point, end: Point) -> list[Point]:
    """A curve from *start* to *end* that is drawn towards *over*."""
    steps = [step / 24 for step in range(25)]
    return [
        (
            (1 - t) ** 2 * start[0] + 2 * t * (1 - t) * over[0] + t**2 * end[0],
            (1 - t) ** 2 * start[1] + 2 * t * (1 - t) * over[1] + t**2 * end[1],
        )
        for t in steps
    ]


def _pump(c: Canvas, x: float, y: float, *, old: bool) -> None:
    """A pump with its motor on a plinth, and a pipe that rises from it."""
    pipe, body, motor = ("#9a7a62", "#8d8378", RUST) if old else (TEAL, BLUE, "#3c6ea6")
    c.box(x + 40, 120, 44, y - 230, pipe)
    c.box(x + 30, y - 190, 64, 22, body if old else WHITE)
    c.box(x - 20, y - 34, 220, 34, "#8f9498" if old else CONCRETE, radius=4)
    c.disc(x + 62, y - 82, 56, body)
    c.disc(x + 62, y - 82, 26, motor)
    c.box(x + 104, y - 118, 84, 74, motor, radius=10)
    for fin in range(4):
        c.line([(x + 120 + fin * 18, y - 108), (x + 120 + fin * 18, y - 54)], body, 5)
    c.disc(x + 62, y - 226, 24, WHITE)
    c.disc(x + 62, y - 226, 18, "#dcd3c4" if old else "#e7f2f7")
    c.line([(x + 62, y - 226), (x + (50 if old else 72), y - 238)], RED, 5)


def _pump_room(*, old: bool) -> Canvas:
    """A pump room: rusty and wet, or repainted and dry with a sensor panel."""
    c = Canvas("#c9c2b4" if old else "#e6eef0")
    c.box(0, 470, WIDTH, 170, "#958f86" if old else "#8fb9a8")
    if old:
        for x, y, radius in ((120, 180, 60), (170, 210, 44), (700, 330, 54), (760, 300, 36)):
            c.disc(x, y, radius, "#b8af9f", height=radius * 0.7)
    else:
        c.box(0, 440, WIDTH, 30, YELLOW)
        for x in range(0, WIDTH, 60):
            c.shape([(x, 470), (x + 22, 440), (x + 46, 440), (x + 24, 470)], INK)
    c.box(0, 96, WIDTH, 46, "#9a7a62" if old else TEAL)
    for x in (130, 440, 750):
        c.box(x - 70, 88, 16, 62, "#7f6350" if old else "#2f7d79")
    for x in (40, 350, 660):
        _pump(c, x, 500, old=old)
    if old:
        for x, y in ((112, 320), (420, 270), (438, 370), (735, 300)):
            c.disc(x, y, 15, RUST, height=24)
        c.disc(470, 575, 260, "#7fa7bd", height=40)
        c.disc(410, 570, 120, "#93bacd", height=18)
        for y in (160, 210, 260):
            c.disc(560, y, 7, "#7fa7bd", height=12)
        c.box(840, 520, 80, 70, BLUE, radius=8)
        c.disc(880, 520, 40, "#6fa0d4", height=10)
    else:
        c.box(800, 190, 130, 160, WHITE, radius=10, edge=INK)
        c.box(818, 208, 94, 56, "#2f3b46", radius=6)
        c.line([(826, 246), (846, 228), (864, 238), (884, 218), (904, 226)], "#7fd6a3", 5)
        for x, lamp in ((836, LEAF), (866, LEAF), (896, YELLOW)):
            c.disc(x, 300, 11, lamp)
        _person(c, 300, 624, BLUE, cap=YELLOW, size=1.02)
        c.box(316, 530, 40, 50, WHITE, radius=4, edge=BROWN)
    return c


def _basement_light(*, retrofitted: bool) -> Canvas:
    """A basement lane under old tubes, half of them out, or under even LED light."""
    c = Canvas("#e8ecee" if retrofitted else "#6b6f68")
    c.shape([(0, 640), (360, 300), (600, 300), (960, 640)], "#a9b1b8" if retrofitted else "#4c504c")
    c.shape([(0, 0), (360, 220), (600, 220), (960, 0)], "#d5dbdf" if retrofitted else "#5b5f59")
    c.box(360, 220, 240, 80, "#c7ced3" if retrofitted else "#42463f")
    for row, (y, half, thick) in enumerate(((56, 92, 18), (118, 60, 13), (162, 40, 9), (194, 26, 6))):
        for side in (-1, 1):
            x = 480 + side * (half * 2.4)
            lit = retrofitted or (row + (side > 0)) % 2 == 0
            if lit:
                c.disc(x, y + thick, half * 1.15, "#ffffff" if retrofitted else "#8d8b66", height=thick * 1.8)
            c.box(x - half, y, half * 2, thick, ("#fffbe0" if retrofitted else "#e6d98a") if lit else "#3a3d39", radius=thick / 2)
    for near, x in ((1.0, 0), (0.62, 200), (0.4, 300)):
        for mirrored in (x, WIDTH - x - 74 * near):
            c.box(mirrored, 330 - 330 * near, 74 * near, 610 * near - 20 * near, "#cdd3d8" if retrofitted else "#5f645f")
            c.box(mirrored, 330 + 130 * near, 74 * near, 60 * near, YELLOW if retrofitted else "#7d7443")
    for y, height, width in ((320, 26, 5), (380, 46, 9), (470, 76, 15), (580, 60, 22)):
        c.box(480 - width / 2, y, width, height, WHITE if retrofitted else "#777b74", radius=2)
    if retrofitted:
        _car(c, 560, 520, TEAL, size=0.95)
        _person(c, 330, 600, ORANGE, size=1.05, arm=(34, -58))
        c.box(358, 396, 16, 30, DARK, radius=4)
    else:
        _car(c, 560, 520, "#3d5a59", size=0.95)
    return c


def _garden(*, replanted: bool) -> Canvas:
    """A bed along a path: trodden to bare earth, or replanted, with drip lines."""
    c = Canvas(SKY)
    _house(c, 620, 300, 260, 4, "#ecd9c0")
    _house(c, 90, 300, 200, 3, "#dfe0d2")
    c.disc(470, 90, 44, YELLOW)
    c.box(0, 290, WIDTH, 350, GRASS if replanted else "#c2c78f")
    c.shape([(0, 640), (0, 560), (960, 470), (960, 560), (560, 640)], "#e4dccb")
    c.disc(430, 430, 380, "#8f6f4e" if replanted else EARTH, height=92)
    for x, y in ((150, 330), (520, 316)):
        _tree(c, x, y, 0.95 if replanted else 0.8)
    if replanted:
        for row, (y, reach) in enumerate(((384, 260), (428, 330), (474, 280))):
            c.line([(430 - reach, y + 14), (430 + reach, y + 14)], INK, 4)
            for place in range(-reach, reach + 1, 52):
                c.disc(430 + place, y, 19, DARK_LEAF, height=15)
                c.disc(430 + place + 4, y - 14, 11, (RED, YELLOW, "#e58fb1")[(place // 52 + row) % 3])
                c.disc(430 + place + 4, y - 14, 4, WHITE)
        _person(c, 860, 560, TEAL, cap=YELLOW, size=1.05)
        c.box(796, 500, 42, 44, BLUE, radius=6)
        c.line([(796, 512), (770, 496)], BLUE, 8)
    else:
        c.shape([(120, 470), (330, 402), (560, 398), (800, 430), (560, 440), (330, 448)], "#d3b48c")
        for x, y in ((230, 400), (360, 480), (610, 470), (690, 400), (470, 362)):
            c.line([(x, y), (x - 12, y - 26)], "#8a7a45", 5)
            c.line([(x, y), (x + 12, y - 22)], "#8a7a45", 5)
        for x, y in ((300, 424), (340, 412), (400, 424), (440, 410), (500, 424), (540, 412)):
            c.disc(x, y, 12, "#a97f56", height=6)
        c.box(650, 500, 30, 22, WHITE, radius=4)
        c.shape([(210, 500), (250, 492), (244, 516)], SHADOW)
    return c


def _warehouse() -> Canvas:
    """A store with shelves in order, and a stock-taker with a hand-held reader."""
    c = Canvas(PAPER)
    c.box(0, 520, WIDTH, 120, "#cfd4d6")
    paints = (ORANGE, TEAL, BLUE, YELLOW, "#d9b98a", RED)
    for left in (50, 370):
        for shelf in range(4):
            y = 120 + shelf * 110
            for place in range(4):
                high = 58 + (shelf * 2 + place * 3) % 4 * 6
                c.box(left + 18 + place * 66, y + 96 - high, 56, high, paints[(shelf + place * 2 + left) % len(paints)], radius=4)
                c.box(left + 34 + place * 66, y + 110 - high, 24, 16, WHITE, radius=2)
            c.box(left, y + 96, 290, 14, DARK)
        for post in (left, left + 276):
            c.box(post, 110, 14, 450, DARK)
    c.box(700, 130, 210, 130, WHITE, radius=10, edge=DARK)
    for bar, (high, paint) in enumerate(((40, TEAL), (66, BLUE), (84, ORANGE), (58, TEAL))):
        c.box(726 + bar * 42, 240 - high, 28, high, paint, radius=3)
    _person(c, 790, 610, BLUE, cap=ORANGE, size=1.35, arm=(-40, 40))
    c.box(738, 478, 34, 54, INK, radius=6)
    c.box(743, 484, 24, 28, "#7fd6a3", radius=3)
    c.line([(738, 500), (650, 470)], RED, 3)
    return c


PICTURES: dict[str, Callable[[], Canvas]] = {
    "cctv_before": lambda: _garage(watched=False),
    "cctv_after": lambda: _garage(watched=True),
    "eastgate_before": lambda: _gate(split=False),
    "eastgate_after": lambda: _gate(split=True),
    "fire_drill": _fire_drill,
    "pump_room_before": lambda: _pump_room(old=True),
    "pump_room_after": lambda: _pump_room(old=False),
    "basement_light_before": lambda: _basement_light(retrofitted=False),
    "basement_light_after": lambda: _basement_light(retrofitted=True),
    "garden_before": lambda: _garden(replanted=False),
    "garden_after": lambda: _garden(replanted=True),
    "warehouse": _warehouse,
}


def main(folder: pathlib.Path) -> None:
    """Draw every picture into *folder*."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, picture in PICTURES.items():
        picture().save(folder / f"{name}.png")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent.parent / "examples" / "photos")
