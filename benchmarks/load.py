# ruff: noqa: T201
"""
How fast drafts become summaries, as ratios against other ways of reading the same content.

    python benchmarks/load.py [--strict]

An ordinary summary is set against `json.loads`, against a plain strict cattrs converter over the same classes, and against pydantic
where that is installed; YAML with the places of everything against PyYAML's `CSafeLoader` without any. Blocks are shuffled and
medians of the process's own time compared, so that the machine's other work falls on all alike. All ways read figures, periods and
deadlines with the same functions of this library, which remember as many spellings; what differs is what stands around them. With
``--strict`` a missed bar is a failure.

The bars of reading JSON are missed: `loads` takes 1.4 to 1.6 times as long as pydantic (bar 0.9), which is compiled, and about as
long as cattrs (bar 0.55), which knows each key in one language only. What every way needs, `json.loads` and the readers of figures,
is measured too: it takes two thirds of pydantic's time and half of cattrs', so that the bars leave a tenth of a millisecond, or
none, for the 960 values of 160 objects; straight code takes a quarter. Writing JSON takes 0.5 to 0.6 of `json.dumps` (bar 0.5).
"""

from __future__ import annotations

import datetime as dt
import functools
import gc
import itertools
import json
import random
import statistics
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Annotated, Any, get_args, get_origin

import attrs
import cattrs
import yaml
from cattrs.strategies import configure_union_passthrough

from propsummary.model import Owner, Share, Summary, Word
from propsummary.periods import Deadline, Period, Recurrence, read_deadline, read_period, read_recurrence
from propsummary.quantities import Change, Quantity, read_change, read_quantity
from propsummary.serde import dumps, loads
from propsummary.serde._records import field_types
from propsummary.serde._source import Limits
from propsummary.serde.yaml_reader import read_yaml


def ordinary(times: int = 1, wrong: int = 0, seed: int = 0) -> dict[str, Any]:
    """
    An ordinary summary as plain data, every list *times* as long.

    Args:
        seed: Gives other figures.

        wrong: How many fields of its metrics cannot be read: values first, then targets.
    """
    rnd = random.Random(seed)

    def metric(n: int) -> dict[str, Any]:
        counted, of, change = rnd.randint(22000, 43000), 43690 + n, Decimal(rnd.randint(1, 999)) / 100
        value = (Decimal(100 * counted) / of).quantize(Decimal("0.01"))
        return {
            "id": f"m{n}",
            "name": f"巡更到位率{n}",
            "value": f"很多{rnd.random()}" if n < wrong else f"{value}%",
            "numerator": counted,
            "denominator": of,
            "baseline": f"{value - change}%",
            "change": f"{change}个百分点",
            "target": f"很高{rnd.random()}" if n < wrong - 25 * times else f"≥{value - 1}%",
            "direction": "higher",
            "source": "巡更系统年度导出",
            "series": [{"period": f"2025-{m:02}", "value": f"{rnd.randint(5000, 9999) / 100:.2f}%"} for m in (1, 2)],
        }

    def many(count: int, make: Callable[[int], dict[str, Any]]) -> list[dict[str, Any]]:
        return [make(n) for n in range(count * times)]

    return {
        "title": "秩序部2025年工作总结",
        "organization": {"company": "示例物业", "property": "云栖花园"},
        "department": "秩序部",
        "period": "2025",
        "prepared_on": "2026-01-04",
        "author": "周明",
        "background": {
            "purpose": "总结2025年秩序工作的成绩与不足，分析原因，安排2026年的改进措施，供公司年度评审使用。",
            "positioning": "秩序部负责小区的安全防范、车辆管理、消防和应急处置，是业主进出小区时最先看到的窗口。",
        },
        "metrics": many(25, metric),
        "achievements": many(
            12,
            lambda n: {
                "id": f"a{n}",
                "area": _AREAS[n % 4],
                "kind": ("result", "project")[n % 2],
                "title": f"巡更到位率{n}提高",
                "text": f"第{n}组巡更点改用感应打卡，漏巡由每月{n + 31}点降到{n + 9}点，交接班记录与轨迹每天核对一次。",
                "metrics": [f"m{n}"],
            },
        ),
        "cases": many(
            6,
            lambda n: {
                "id": f"k{n}",
                "title": f"{n}号楼漏水处置",
                "date": "2025-06-17",
                "situation": f"6月17日22时10分，{n}号楼业主来电说走廊顶棚漏水，当班队员4分钟到场，拉起警戒带并关了楼层总阀。",
                "result": "23时水已止住，工程部次日更换了老化的接头，受损的两户都已签字确认，此后没有再漏。",
            },
        ),
        "issues": many(10, _issue),
        "countermeasures": many(
            20,
            lambda n: {
                "id": f"c{n}",
                "statement": _TROUBLES[n % 5][5 + n // 5 % 2],
                "family": ("technology", "process")[n // 5 % 2],
                "addresses": [f"i{n % (10 * times)}"],
                "owner": f"周明{n // 4}（秩序主管）",
                "deadline": f"2026-{n % 12 + 1:02}-{rnd.randint(1, 28):02}",
                "deliverable": "验收单",
                "status": "planned",
            },
        ),
        "goals": many(
            8,
            lambda n: {
                "id": f"g{n}",
                "kind": ("overall", "indicator", "project", "team")[n % 4],
                "statement": f"2026年东门岗高峰时段排队超过8分钟的次数不超过{n + 12}次",
                "target": f"≤{n + 12}次",
                "deadline": "2026-12-31",
                "supports": [f"i{n}"],
            },
        ),
        "outlook": {
            "directions": [{"statement": "两年内各门岗都换成无感通行", "years": "2026..2027"}],
            "innovations": ["夜间巡更由轨迹自动核对"],
        },
        "sections": many(6, lambda n: {"part": "other", "title": f"附{n}", "text": _ANNEX * 4}),
    }


def _issue(n: int) -> dict[str, Any]:
    told, first, why, second, deeper = _TROUBLES[n % 5][:5]
    causes = (("technology", first, why), ("process", second, deeper))
    return {
        "id": f"i{n}",
        "statement": told,
        "area": _AREAS[n % 4],
        "metrics": [f"m{n}"],
        "root_causes": [
            {"id": f"i{n}.{k}", "dimension": dimension, "statement": cause, "whys": [below]}
            for k, (dimension, cause, below) in enumerate(causes, 1)
        ],
    }


_AREAS = ("security", "vehicles", "fire", "emergency")

# An issue, its technical cause and why, one in the procedures and why, and a measure for each.
_TROUBLES = (
    (
        "东门岗夜间车辆排队超过8分钟共17次，高峰时段一名队员同时登记访客和抬杆，后车鸣笛被投诉6次。",
        "识别相机已用满7年，雨天识别不出的车牌要靠队员手工输入，每辆多花半分钟左右。",
        "设备更新没有列入上一年的预算，门岗也没有备用的识别终端。",
        "访客登记仍用纸本，没有与业主预约打通，队员要逐一打电话核实后才能放行。",
        "预约放行的流程只在南门试行，结束后没有人把它推开到其余门岗。",
        "更换东门两台识别相机，雨天和夜间各测试一周，识别率达到98%后签验收单。",
        "把业主预约放行推开到四个门岗，访客到岗前由业主确认，登记改为扫码。",
    ),
    (
        "地下二层消防通道全年被占用23次，最长一次停了3天，检查时堵住了两只消火栓。",
        "通道转角处没有探头，值班室看不到，只有巡查走到时才能发现。",
        "改造监控时图纸漏了这一段，验收时也没有实地走一遍。",
        "发现占用后只口头劝离，没有登记车号和次数，同一辆车反复停在原处。",
        "车辆管理办法没有写明第二次占用怎样处理，队员不知道该报给谁。",
        "在地下二层两个转角各装一只探头，接入值班室大屏，画面保存30天。",
        "修订车辆管理办法，写明占用通道的登记、通知和拖离三步，并在车库入口公示。",
    ),
    (
        "夜班巡更有41个点迟到超过15分钟，集中在后半夜的3号和5号楼之间。",
        "两栋楼之间的感应器进水，打卡要试几次才有反应，队员只好先走后补。",
        "感应器装在没有雨檐的外墙上，采购时没有要求防水等级。",
        "路线按白天的人手排定，后半夜只剩两人，走完一圈要多用二十分钟左右。",
        "排班表由白班主管一人编，夜班的意见没有地方可以反映。",
        "更换6个防水感应器，装到雨檐下面，换完后连续核对两周的打卡记录。",
        "后半夜改走两条短路线，由夜班班长每月核对一次轨迹，迟到的点次日补查。",
    ),
    (
        "访客投诉回复超过24小时的有8件，其中5件是周末收到的，业主在群里追问了两次以上。",
        "客服平台的短信提醒在版本升级后失灵了11天，夜里的单子要到早上才看得见。",
        "升级前没有留回退的办法，供应商也没有约定多久要修好。",
        "周末没有安排主管值班，单子要等到周一的晨会才能派下去。",
        "值班表只管岗位，没有写谁有权派单，副班长不敢自己做主。",
        "与供应商补签维护约定，短信失灵4小时内修好，每季度演练一次回退。",
        "周末由副班长轮流值班派单，派单权限写进值班表，周一晨会核对未结的单子。",
    ),
    (
        "消防演练中有3户老人没有听到广播，疏散比计划多用了6分钟。",
        "1号楼十层以上的两只喇叭线路老化，音量只有其余楼层的一半。",
        "广播每年只在机房试音，没有到楼层里听过。",
        "演练前没有逐户登记行动不便的住户，楼层引导员不知道该敲哪几扇门。",
        "住户资料由客服保管，调阅要层层签字，演练前来不及办。",
        "更换1号楼两只喇叭和线路，逐层试听并录下音量，结果贴在消控室。",
        "每半年与客服核对一次行动不便住户的名单，引导员按名单上门，演练后补记。",
    ),
)
_ANNEX = (
    "本年各门岗按编制排班，节假日由主管带班，交接时清点钥匙、对讲机和执法记录仪，缺损当日上报。"
    "车库入口的引导牌换成反光材料，坡道加装减速带，转角处贴了警示条，业主反映夜里看得清楚多了。"
    "队伍每月学习一次案例，由当事人讲经过，大家讨论哪一步可以更早，班长把结论写进交接本。"
    "遇到恶劣天气，巡查路线向低洼处和高空悬挂物倾斜，物资放在车库夹层，值班室留有清单和钥匙。"
)


def plain_cattrs() -> cattrs.Converter:
    """What one writes with cattrs in an afternoon: strict types, unknown keys refused, all errors collected."""
    converter = cattrs.Converter(forbid_extra_keys=True)
    configure_union_passthrough(str | int | bool | None, converter)
    for kind, parse in parsers().items():
        converter.register_structure_hook(kind, lambda raw, _, parse=parse: _parsed(parse, raw))
    converter.register_structure_hook(str, lambda raw, _: _exactly(str, raw))
    converter.register_structure_hook(int, lambda raw, _: _exactly(int, raw))
    return converter


def pydantic_model() -> Any:
    """The same classes as pydantic models in strict mode; none if pydantic is not installed."""
    try:
        import pydantic
    except ImportError:
        return None
    made: dict[type, Any] = {}
    readers = parsers()

    def of(hint: Any) -> Any:
        if hint in readers:
            parse = readers[hint]
            return Annotated[Any, pydantic.PlainValidator(lambda raw: _parsed(parse, raw))]
        if get_origin(hint) is tuple:
            return list[of(get_args(hint)[0])]  # type: ignore[misc]
        if get_origin(hint) is dict or hint in (str, int) or issubclass(hint, Word):
            return hint
        if hint not in made:
            fields: dict[str, Any] = {
                f.name: (of(t), ...) if f.default is attrs.NOTHING else (of(t) | None, None)
                for f in attrs.fields(hint)
                for t in (field_types(hint)[f.name],)
            }
            strict = pydantic.ConfigDict(strict=True, extra="forbid", frozen=True, arbitrary_types_allowed=True)
            made[hint] = pydantic.create_model(hint.__name__, __config__=strict, **fields)
        return made[hint]

    return of(Summary)


def _parsed(parse: Callable[[Any], Any], raw: Any) -> Any:
    found = parse(raw)
    if found is None:
        raise ValueError(raw)
    return found


def _remembering(parse: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """*parse*, which remembers as many spellings as this library's readers do."""
    return functools.lru_cache(maxsize=1024)(parse)


def _exactly(kind: type, raw: Any) -> Any:
    if type(raw) is not kind:
        raise TypeError(raw)
    return raw


def parsers() -> dict[type, Callable[[Any], Any]]:
    """What reads the values; every way has its own, lest one find ready what another has just read."""
    return {
        Quantity: _remembering(lambda raw: Quantity.of(raw) if type(raw) in (int, Decimal) else read_quantity(raw)),
        Change: _remembering(read_change),
        Period: _remembering(lambda raw: read_period(raw) or Period.between(*(dt.date.fromisoformat(raw),) * 2)),
        Deadline: _remembering(lambda raw: read_deadline(raw, period=_YEAR, prepared_on=None)),
        Recurrence: _remembering(read_recurrence),
        Owner: _remembering(Owner.parse),
        dt.date: dt.date.fromisoformat,
    }


_YEAR = Period.parse("2025")


def over(texts: list[str], read: Callable[[str], Any]) -> Callable[[], Any]:
    """Reads another one of *texts* each time: files differ, and nobody reads one figure a thousand times."""
    turn = itertools.cycle(texts)
    return lambda: read(next(turn))


def compare(
    ways: dict[str, Callable[[], Any]], *, blocks: int = 40, each: int = 5, clock: Callable[[], float] = time.process_time
) -> dict[str, float]:
    """The median time of each way, in milliseconds; of this process alone, unless another *clock* is given."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    order = list(ways) * blocks
    random.Random(1).shuffle(order)
    for name in order:
        start = clock()
        for _ in range(each):
            ways[name]()
        times[name].append((clock() - start) / each * 1000)
    return {name: statistics.median(found) for name, found in times.items()}


def tell(rows: list[tuple[str, float, float]]) -> bool:
    """Print what was measured against its bars, noise allowed for; says whether all are kept."""
    for what, ratio, bar in rows:
        print(f"{what:78}{ratio:9.2f}{bar:8.2f}  {'ok' if ratio <= bar * _NOISE else 'over'}")
    return all(ratio <= bar * _NOISE for _, ratio, bar in rows)


_NOISE = 1.15


def reading(texts: list[str], model: Any) -> Iterator[tuple[str, float, float]]:
    """JSON to typed model; every way is given the same readers of figures, which remember as many spellings."""
    converter = plain_cattrs()
    ways: dict[str, Callable[[], Any]] = {
        "own": over(texts, lambda text: loads(text, "json")),
        "cattrs": over(texts, lambda text: converter.structure(json.loads(text, parse_float=Decimal), Summary)),
    }
    if model is not None:
        ways["pydantic"] = over(texts, model.model_validate_json)
    readers = parsers()
    values = itertools.cycle([[*_values(json.loads(text), Summary, readers)] for text in texts])
    ways["needed"] = over(texts, lambda text: (json.loads(text, parse_float=Decimal), [read(raw) for read, raw in next(values)]))
    times = compare(ways)
    shares = ", ".join(f"{times['needed'] / time:.2f} of {name}" for name, time in times.items() if name != "needed")
    print(f"json.loads and the readers of figures alone take {shares}")
    if model is not None:
        yield "JSON to model: loads / pydantic, strict, same value readers", times["own"] / times["pydantic"], 0.9
    yield "JSON to model: loads / cattrs, strict, same value readers", times["own"] / times["cattrs"], 0.55


def _values(raw: Any, hint: Any, readers: dict[type, Callable[[Any], Any]]) -> Iterator[tuple[Callable[[Any], Any], Any]]:
    """The figures, periods, deadlines and owners in *raw*, each with what reads it."""
    if hint in readers:
        yield readers[hint], raw
    elif get_origin(hint) is tuple:
        for member in raw:
            yield from _values(member, get_args(hint)[0], readers)
    elif attrs.has(hint):
        for name, value in raw.items():
            yield from _values(value, field_types(hint)[name], readers)


def faults(model: Any) -> Iterator[tuple[str, float, float]]:
    """Fields that cannot be read."""
    faulty = [json.dumps(ordinary(wrong=50, seed=seed), ensure_ascii=False) for seed in range(20)]
    assert all(len(loads(text, "json").problems) == 50 for text in faulty)
    if model is not None:
        ways = {"own": over(faulty, lambda text: loads(text, "json")), "pydantic": over(faulty, lambda text: _errors(model, text))}
        times = compare(ways, blocks=20, each=2)
        yield "50 wrong fields: loads, with place and words / pydantic .errors()", times["own"] / times["pydantic"], 1.5
    few = [json.dumps(ordinary(wrong=25, seed=seed), ensure_ascii=False) for seed in range(20)]
    lots = json.dumps(ordinary(64, wrong=25 * 64), ensure_ascii=False)
    times = compare({"few": over(few, lambda text: loads(text, "json")), "many": lambda: loads(lots, "json")}, blocks=9, each=3)
    yield "64 x the file and its faults: time grows", times["many"] / times["few"], 70


def writing(texts: list[str]) -> Iterator[tuple[str, float, float]]:
    """Model to JSON, against what the standard library does with the same content that is plain data already."""
    summaries = [summary for text in texts[:20] if (summary := loads(text, "json").summary)]
    plain = [json.loads(dumps(summary, "json")) for summary in summaries]
    turn, other = itertools.cycle(summaries), itertools.cycle(plain)
    ways = {
        "own": lambda: dumps(next(turn), "json"),
        "json": lambda: json.dumps(next(other), ensure_ascii=False, indent=2),
    }
    times = compare(ways)
    yield "model to JSON: dumps / json.dumps(indent=2) of the same as dict", times["own"] / times["json"], 0.5


def places() -> Iterator[tuple[str, float, float]]:
    """YAML with the places of everything, against the C loader without any."""
    source, limits = yaml.safe_dump(ordinary(10), allow_unicode=True, sort_keys=False), Limits()
    ways = {"own": lambda: read_yaml(source, limits).locate(), "yaml": lambda: yaml.load(source, yaml.CSafeLoader)}
    times = compare(ways, blocks=9, each=1)
    yield "YAML with places / CSafeLoader without", times["own"] / times["yaml"], 0.6


def importing() -> Iterator[tuple[str, float, float]]:
    """A fresh interpreter that imports the package, against one that imports what it is built on."""

    def started(code: str) -> Callable[[], Any]:
        return lambda: subprocess.run([sys.executable, "-c", code], check=True)

    ways = {"bare": started("pass"), "own": started("import propsummary"), "attrs": started("import attrs, cattrs")}
    times = compare(ways, blocks=9, each=1, clock=time.perf_counter)
    own, attrs_ = times["own"] - times["bare"], times["attrs"] - times["bare"]
    yield "import propsummary / import attrs, cattrs, interpreter's start deducted", max(own, 0.0) / attrs_, 0.1


def memory() -> Iterator[tuple[str, float, float]]:
    """What a large summary takes up while it is read and after."""
    text = json.dumps(ordinary(100), ensure_ascii=False)
    size, limits = len(text.encode()), Limits(size=10_000_000)
    loads(text, "json", limits=limits)
    gc.collect()
    tracemalloc.start()
    draft = loads(text, "json", limits=limits)
    live, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert draft.summary is not None
    yield f"memory, {size / 1e6:.1f} MB of JSON: live / size of the file", live / size, 2.5
    yield f"memory, {size / 1e6:.1f} MB of JSON: peak / size of the file", peak / size, 6


def main() -> int:
    """Measure and print."""
    texts = [json.dumps(ordinary(seed=seed), ensure_ascii=False) for seed in range(100)]
    draft = loads(texts[0], "json")
    assert draft.summary is not None
    assert not draft.problems, draft.problems
    model = pydantic_model()
    print(f"{len(texts[0].encode()) / 1024:.0f} KB of JSON; other figures in every file{'' if model else '; no pydantic here'}")
    print(f"{'what':78}{'ratio':>9}{'bar':>8}")
    rows = [*reading(texts, model), *faults(model), *writing(texts), *places(), *importing(), *memory()]
    return 1 if not tell(rows) and "--strict" in sys.argv else 0


def _errors(model: Any, text: str) -> Any:
    import pydantic

    try:
        return model.model_validate_json(text)
    except pydantic.ValidationError as error:
        return error.errors()


if __name__ == "__main__":
    assert Share  # the breakdown is left to the reader's own form
    sys.exit(main())
