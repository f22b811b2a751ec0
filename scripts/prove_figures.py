"""
Prove on generated summaries that no right figure is accused and that a wrong one is caught.

Each summary is made from true numbers, printed at some precision in one of the usual ways. Every error that the rules find in it is
false. Then one printed figure is moved by more than its rounding, and an error is due.

Usage: python scripts/prove_figures.py [COUNT [SEED]]        exit status 1 if a right figure was accused or a wrong one was missed
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

import attrs

from propsummary.model import Goal, Metric, Share, Summary
from propsummary.periods import Period
from propsummary.problems import Problem
from propsummary.quantities import Quantity, read_change
from propsummary.rules import all_rules, check

CODES = ("MET002", "MET003", "MET005", "MET006", "MET007", "MET008", "MET012", "GOA004")


def printed(value: Fraction, places: int, *, even: bool = False) -> str:
    """*value* with that many decimals, a half rounded up or to even."""
    scaled = abs(value) * 10**places
    whole, rest = divmod(scaled.numerator, scaled.denominator)
    half = 2 * rest - scaled.denominator
    whole += half > 0 or (half == 0 and (not even or whole % 2))
    digits = str(whole).rjust(places + 1, "0")
    sign = "-" if value < 0 and whole else ""
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)


@attrs.frozen
class Printer:
    """Prints numbers with so many decimals, and knows how far a printed one may be off."""

    places: int
    even: bool

    def __call__(self, value: Fraction) -> str:
        return printed(value, self.places, even=self.even)

    @property
    def step(self) -> Fraction:
        """One in the last printed place."""
        return Fraction(1, 10**self.places)


def _printer(rng: random.Random, most: int = 3) -> Printer:
    return Printer(rng.randrange(most + 1), rng.random() < 0.5)


def _told(rng: random.Random, change: Fraction, text: str, unit: str) -> str:
    """A change as people write it; *text* is its size as printed, without a sign."""
    verb = rng.choice(("提升", "上升", "提高", "+") if change > 0 else ("下降", "降低", "-"))
    return f"{verb}{text}{unit}"


def _breakdown(texts: list[str]) -> tuple[Share, ...]:
    return tuple(Share(name=f"类别{n}", value=Quantity.parse(text)) for n, text in enumerate(texts, 1))


def rate(rng: random.Random) -> Iterator[Metric]:
    """A rate from whole numbers, its baseline, the change in points or percent; right, then with the value or the change moved."""
    unit, per = rng.choice((("%", 100), ("‰", 1000)))
    below, earlier = rng.randint(1, rng.choice((9, 90, 900, 60000))), rng.randint(1, 5000)
    now, before = (Fraction(rng.randint(0, n), n) * per for n in (below, earlier))
    show, wide = _printer(rng), _printer(rng)
    metric = Metric(
        id="m1",
        name="巡更到位率",
        value=Quantity.parse(show(now) + unit),
        numerator=Quantity.of(int(now * below / per)),
        denominator=Quantity.of(below),
        baseline=Quantity.parse(show(before) + unit),
    )
    slack = show.step + wide.step  # half a step of value and of baseline, and of the change at both ends
    if rng.random() < 0.5 or not Fraction(show(before)):
        change, points = now - before, {"%": "个百分点", "‰": "个千分点"}[unit]
        stated = [_told(rng, change, wide(abs(one)), points) for one in (change, abs(change) + 3 * slack)]
    else:
        change = (now / before - 1) * 100
        high, low = (max(Fraction(show(one)) + off * show.step / 2, show.step / 2) for one, off in ((now, 1), (before, -1)))
        stated = [_told(rng, change, wide(abs(one)), "%") for one in (change, high / low * 100 + 200 + abs(change) + slack)]
    yield attrs.evolve(metric, change=read_change(stated[0]))
    yield attrs.evolve(metric, value=Quantity.parse(show(now + show.step * rng.choice((2, 3, 40))) + unit))
    yield attrs.evolve(metric, change=read_change(stated[1]), numerator=None, denominator=None)


def count(rng: random.Random) -> Iterator[Metric]:
    """Cases, with their parts in numbers or in percent, and the change; right, then with a part or the change moved."""
    parts = [rng.randint(0, rng.choice((5, 50, 2000))) for _ in range(rng.randint(2, 6))]
    total, before, show = sum(parts), rng.randint(1, 3000), _printer(rng)
    change = Fraction(total, before) - 1
    if rng.random() < 0.5:
        stated = [_told(rng, change, show(abs(one) * 100), "%") for one in (change, abs(change) + 2 * show.step)]
    else:
        stated = [_told(rng, change, str(abs(total - before) + off), "件") for off in (0, 1)]
    metric = Metric(id="m1", name="受理投诉", value=Quantity.parse(f"{total}件"), baseline=Quantity.parse(f"{before}件"))
    if total and rng.random() < 0.5:
        shares = [show(Fraction(part, total) * 100) + "%" for part in parts]
        moved = [show(Fraction(parts[0], total) * 100 + (len(parts) + 1) * show.step) + "%", *shares[1:]]
    else:
        shares, moved = [str(part) for part in parts], [str(parts[0] + 1), *map(str, parts[1:])]
    right, wrong = (_breakdown(texts) for texts in (shares, moved))
    yield attrs.evolve(metric, change=read_change(stated[0]), breakdown=right)
    yield attrs.evolve(metric, breakdown=wrong)
    yield attrs.evolve(metric, change=read_change(stated[1]))


def money(rng: random.Random) -> Iterator[Metric]:
    """Yuan printed in 万元, with parts and a change; right, then with a part or the change moved."""
    parts = [Fraction(rng.randint(0, 9_000_000), 10) for _ in range(rng.randint(2, 5))]
    total, before, ten = sum(parts, Fraction(0)), Fraction(rng.randint(10_000, 9_000_000)), Fraction(10_000)
    show, wide = _printer(rng, 4), _printer(rng, 2)
    texts = [show(part / ten) for part in parts]
    moved = [show(parts[0] / ten + (len(parts) + 2) * show.step), *texts[1:]]
    value, baseline = (Quantity.parse(show(one / ten) + "万元") for one in (total, before))
    metric = Metric(id="m1", name="维修支出", value=value, baseline=baseline)
    change = total - before
    stated = [_told(rng, change, wide(abs(one) / ten), "万元") for one in (change, abs(change) + 3 * (show.step + wide.step) * ten)]
    own = rng.choice(("", "万元"))
    yield attrs.evolve(metric, change=read_change(stated[0]), breakdown=_breakdown([text + own for text in texts]))
    yield attrs.evolve(metric, breakdown=_breakdown([text + own for text in moved]))
    yield attrs.evolve(metric, change=read_change(stated[1]))


def paid(rng: random.Random) -> Iterator[Metric]:
    """What was paid of what was due, both printed in 万元; right, then with the rate moved."""
    due = Fraction(rng.randint(50_000, 90_000_000))
    got, show, amounts = due * Fraction(rng.randint(300, 1000), 1000), _printer(rng), _printer(rng, 4)
    ten, unit = Fraction(10_000), rng.choice(("", "万元"))
    above, below = (amounts(one / ten) for one in (got, due))
    metric = Metric(
        id="m1",
        kpi="fee_rate_amount",
        definition="current",
        note="单位万元",
        value=Quantity.parse(show(got / due * 100) + "%"),
        numerator=Quantity.parse(above + unit) if unit else Quantity.of(above),
        denominator=Quantity.parse(below + unit) if unit else Quantity.of(below),
    )
    least = Fraction(below) - amounts.step / 2
    off = (2 * amounts.step / least) * 100 + 2 * show.step if least > 0 else Fraction(1000)
    yield metric
    yield attrs.evolve(metric, value=Quantity.parse(show(got / due * 100 + off) + "%"))


def minutes(rng: random.Random) -> Iterator[Metric]:
    """A mean time, told in minutes or in hours, with a baseline in the other; right, then with the mean moved."""
    cases, spent, before = rng.randint(1, 400), rng.randint(1, 30_000), Fraction(rng.randint(60, 90_000), 60)
    show, mean = _printer(rng, 2), Fraction(spent, cases)
    metric = Metric(
        id="m1",
        name="平均修复时长",
        value=Quantity.parse(show(mean) + "分钟"),
        numerator=Quantity.parse(f"{spent}分钟"),
        denominator=Quantity.parse(f"{cases}起"),
        baseline=Quantity.parse(show(before / 60) + "小时"),
    )
    stated = _told(rng, mean - before, show(abs(mean - before)), "分钟")
    off = Fraction(1, cases) + 2 * show.step
    yield attrs.evolve(metric, change=read_change(stated))
    yield attrs.evolve(metric, value=Quantity.parse(show(mean + off) + "分钟"))


KINDS = (rate, count, money, paid, minutes)


def summary(metric: Metric, goal: Goal | None = None) -> Summary:
    """A summary that holds nothing else."""
    return Summary(department="order", period=Period.year(2025), metrics=(metric,), goals=(goal,) if goal else ())


def complement(rng: random.Random) -> Iterator[Summary]:
    """The opposite of a rate, and a goal on the rate that fits into what is left; then one that does not."""
    owed, show = Fraction(rng.randint(1, 600), 10), _printer(rng, 1)
    unpaid = Metric(id="m1", name="欠费率", value=Quantity.parse(show(owed) + "%"))
    for points in (owed * Fraction(rng.randint(1, 100), 100), owed + 2 * show.step + 1):
        yield summary(unpaid, Goal(id="g1", statement=f"2026年收费率再提升{printed(points, 1)}个百分点"))


def errors(subject: Summary) -> list[Problem]:
    """What the rules on figures hold against it."""
    return list(check(subject, rules=[all_rules()[code] for code in CODES]).problems)


def pairs(rng: random.Random) -> tuple[Summary, tuple[Summary, ...]]:
    """A summary whose figures are right, and the same with one of them moved."""
    kind = rng.choice((*KINDS, complement))
    right, *wrong = (one if isinstance(one, Summary) else summary(one) for one in kind(rng))
    return right, tuple(wrong)


def main(arguments: list[str]) -> int:
    """Run and tell; 1 if anything went wrong."""
    total, seed = (int(given) for given in (*arguments, *("10000", "2025")[len(arguments) :]))
    accused: Counter[str] = Counter()
    missed = caught = 0
    for number in range(total):
        rng = random.Random(f"{seed}:{number}")
        right, wrong = pairs(rng)
        for problem in errors(right):
            accused[problem.code] += 1
            print(f"false {problem.code} in {number}: {problem.message}")
        for one in wrong:
            caught += bool(errors(one))
            if not errors(one):
                missed += 1
                print(f"missed in {number}: {one.metrics[0]}")
    print(f"{total} summaries with right figures: {sum(accused.values())} false errors {dict(accused) or ''}")
    print(f"{caught + missed} with a figure moved by more than its rounding: {caught} caught, {missed} missed")
    return 1 if accused or missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
