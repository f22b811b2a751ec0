"""What was done and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from propsummary.document.context import Context, headed
from propsummary.document.figures import measured
from propsummary.document.nodes import Block, Heading, Item, ItemList, KeyValues, Paragraph
from propsummary.document.sections import activities, follow_ups, metrics
from propsummary.document.sections._prose import paragraphs, passages
from propsummary.document.sections.photos import Album
from propsummary.model import Achievement, AchievementKind, Activity, ActivityKind, Case, Part

__all__ = ["blocks"]

_PROJECTS = (AchievementKind.PROJECT, AchievementKind.INNOVATION)

#: The function that achievements and activities of a kind belong to where they name no area.
_FUNCTION_OF_KIND = {
    AchievementKind.TEAM: "team",
    AchievementKind.SERVICE: "service",
    ActivityKind.TRAINING: "team",
    ActivityKind.DRILL: "emergency",
}

#: The function that emergencies belong to.
_EMERGENCY = "emergency"


def blocks(ctx: Context) -> Iterator[Block]:
    """Last time's goals, figures, then the work by function, projects, cases, pictures."""
    album = Album(ctx)
    yield from passages(ctx, Part.RESULTS, titled=False)
    yield from follow_ups.blocks(ctx)
    yield from metrics.blocks(ctx)
    yield from _functions(ctx, album)
    projects = (_achievement(ctx, one, album) for one in ctx.summary.achievements if one.kind in _PROJECTS)
    yield from headed(2, ctx.label("projects"), chain.from_iterable(projects))
    yield from headed(2, ctx.label("cases"), chain.from_iterable(_case(ctx, case) for case in ctx.summary.cases))
    yield from headed(2, ctx.label("photos"), album.rest())
    yield from passages(ctx, Part.RESULTS, titled=True)


def _functions(ctx: Context, album: Album) -> Iterator[Block]:
    """The work of each function of the department; what belongs to none of them comes last."""
    achieved: dict[str, list[Achievement]] = {}
    for one in ctx.summary.achievements:
        if one.kind not in _PROJECTS:
            achieved.setdefault(_function(ctx, one), []).append(one)
    held: dict[str, list[Activity]] = {}
    for activity in ctx.summary.activities:
        held.setdefault(_function(ctx, activity), []).append(activity)
    functions = {area.id: area.name(ctx.language) for area in ctx.profile.functions} if ctx.profile else {}
    for id, name in functions.items():
        work = _work(ctx, album, achieved.get(id, []), held.get(id, []), name, emergencies=id == _EMERGENCY)
        yield from headed(2, name, work)
    if _EMERGENCY not in functions:
        yield from headed(2, ctx.label("incidents"), activities.incidents(ctx))
    rest = ctx.label("other_work") if functions else ctx.label("work_done")
    others = _work(ctx, album, achieved.get("", []), held.get("", []), rest, emergencies=False)
    yield from headed(2, rest, others)


def _work(
    ctx: Context, album: Album, achievements: list[Achievement], held: list[Activity], function: str, *, emergencies: bool
) -> Iterator[Block]:
    """Achievements, then tables; where the achievements have headings, those without come first and the tables get their own."""
    titled = any(one.title.strip() for one in achievements)
    for achievement in sorted(achievements, key=lambda one: bool(one.title.strip())):
        yield from _achievement(ctx, achievement, album)
    tables = [(ctx.label("activities"), activities.activities(ctx, held, function))]
    if emergencies:
        tables.append((ctx.label("incidents"), activities.incidents(ctx)))
    for name, blocks in tables:
        yield from headed(3, name, blocks) if titled else blocks


def _function(ctx: Context, one: Achievement | Activity) -> str:
    """Id of the function that an achievement or activity belongs to; empty if to none."""
    function = ctx.function_of(one.area)
    if function is None and not one.area and one.kind is not None:
        function = ctx.function_of(_FUNCTION_OF_KIND.get(one.kind, ""))
    return function.id if function else ""


def _achievement(ctx: Context, achievement: Achievement, album: Album) -> Iterator[Block]:
    """Title, words, actions, then what bears it out and an area that no heading names."""
    if achievement.title.strip():
        yield Heading(level=3, text=achievement.title)
    yield from paragraphs(achievement.text)
    actions = tuple(Item(text=action) for action in achievement.actions if action.strip())
    if actions:
        yield ItemList(items=actions)
    below_its_function = achievement.kind not in _PROJECTS and ctx.function_of(achievement.area)
    facts = (
        (ctx.field("Achievement", "area"), "" if below_its_function else ctx.area(achievement.area)),
        (ctx.field("Achievement", "metrics"), measured(ctx, achievement.metrics)),
        (ctx.field("Achievement", "activities"), ctx.joined(ctx.short(id) for id in achievement.activities if id in ctx.by_id)),
        (ctx.field("Achievement", "cases"), ctx.joined(ctx.short(id) for id in achievement.cases if id in ctx.by_id)),
    )
    pairs = tuple((label, text) for label, text in facts if text.strip())
    if pairs:
        yield KeyValues(pairs=pairs)
    if achievement.feedback.strip():
        yield Paragraph(label=ctx.field("Achievement", "feedback"), text=achievement.feedback, role="quote")
    yield from album.take(achievement.photos)


def _case(ctx: Context, case: Case) -> Iterator[Block]:
    yield Heading(level=3, text=case.title.strip() or ctx.unnamed(case.id))
    told = (
        ("date", ctx.when(case.date) if case.date else ""),
        ("place", case.place),
        ("situation", case.situation),
        ("action", case.action),
        ("result", case.result),
        ("lesson", case.lesson),
        ("metrics", ctx.joined(ctx.short(id) for id in case.metrics if id in ctx.by_id)),
    )
    pairs = tuple((ctx.field("Case", name), text) for name, text in told if text.strip())
    if pairs:
        yield KeyValues(pairs=pairs)
