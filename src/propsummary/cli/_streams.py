"""What the command writes: results to standard output or a file, everything else to standard error."""

from __future__ import annotations

import io
import json
import os
import pathlib
import shutil
import sys
from collections.abc import Iterable, Mapping

from propsummary.cli._failure import CannotWrite, Misuse
from propsummary.cli._voice import Voice

__all__ = ["STDIO", "deliver", "prepare", "progress", "spare", "spare_beside", "taken", "tell"]

#: The file name that stands for standard input or output.
STDIO = "-"

# What people write drafts in, and what they go on writing in.
_DATA = (".yaml", ".yml", ".toml")
_PROSE = (".md", ".txt")
_OFFICE = (".docx", ".pptx", ".xlsx")

#: From so many files on, people want to see that something is going on.
_MANY = 20


def prepare() -> None:
    """Write UTF-8 whatever the locale is; a stream that the caller has closed is empty, or swallows what is written."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def tell(line: str) -> None:
    """Say something that is not the result."""
    print(line, file=sys.stderr)


def deliver(content: str | bytes, out: str | None) -> None:
    """
    Write the result to the file *out*, or to standard output if there is none.

    Raises:
        CannotWrite: That is so.
    """
    if out is not None and out != STDIO:
        try:
            _replace(pathlib.Path(out), content.encode() if isinstance(content, str) else content)
        except OSError as error:
            raise CannotWrite(out) from error
        return
    try:
        if isinstance(content, str):
            sys.stdout.write(content)
        else:
            sys.stdout.flush()
            sys.stdout.buffer.write(content)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads has seen enough (``| head``): nothing is wrong, and the exit code stays what it is
        _drop_the_rest()
    except OSError as error:
        _drop_the_rest()
        raise CannotWrite("") from error


def _replace(file: pathlib.Path, content: bytes) -> None:
    """Write *file* whole or not at all: whoever is interrupted, or runs out of space, keeps the old one."""
    if not (file.is_file() or not file.exists()):  # a device or a pipe is written as it is
        file.write_bytes(content)
        return
    whole = file.resolve()
    beside = whole.with_name(f".{whole.name[:200]}.{os.getpid()}~")
    try:
        beside.write_bytes(content)
        if whole.exists():
            shutil.copymode(whole, beside)
        beside.replace(whole)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _drop_the_rest() -> None:
    """Let nothing more be written to standard output, not even what waits to be when the program ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def spare(out: str | None, drafts: Iterable[str], say: Voice, *, force: bool = False, chosen: bool = True) -> None:
    """
    See that writing *out* destroys no draft: none of *drafts*, ever, and no other without *force*.

    Args:
        chosen: Whether somebody named *out*; a name that was only made of the draft's may be that of a text that it came from.

    Raises:
        Misuse: It would.
    """
    if out is None or out == STDIO or not os.path.exists(out):
        return
    for draft in drafts:
        if draft != STDIO and os.path.exists(draft) and os.path.samefile(out, draft):
            raise Misuse(say(f"{out} 就是草稿本身，请换个文件名", f"{out} is the draft itself: name another file"))
    if not force and (_may_be_draft(pathlib.Path(out)) or (not chosen and pathlib.Path(out).suffix in _PROSE)):
        raise Misuse(taken(out, say))


def spare_beside(files: Mapping[pathlib.Path, bytes], drafts: Iterable[pathlib.Path], say: Voice, *, force: bool = False) -> None:
    """
    See that writing *files*, which nobody has named, destroys none of *drafts*, ever, and nothing else without *force*.

    What is there already with the same content is nothing lost.

    Raises:
        Misuse: It would.
    """
    own = {draft.resolve() for draft in drafts}
    for file, content in files.items():
        if file.resolve() in own:
            raise Misuse(
                say(f"{file} 是草稿用的照片，请用 -o 换个文件名", f"{file} is a photo of the draft: use -o to name another file")
            )
        if not force and file.exists() and not (file.is_file() and file.read_bytes() == content):
            raise Misuse(taken(str(file), say))


def taken(out: str, say: Voice) -> str:
    """That *out* is there, and what to do about it."""
    return say(f"{out} 已经有了；要覆盖请加 --force", f"{out} is there already; --force overwrites it")


def _may_be_draft(file: pathlib.Path) -> bool:
    """
    Whether somebody may have written *file*.

    So it is with any YAML or TOML; with JSON unless it is plainly something else, such as a report; with an office file unless it
    is one of ours that nobody has saved since.
    """
    suffix = file.suffix.lower()
    if not file.is_file() or file.stat().st_size == 0:
        return False
    if suffix in _OFFICE:
        from propsummary.renderers.office.repack import is_untouched

        return not is_untouched(file.read_bytes())
    return suffix in _DATA or (suffix == ".json" and _may_be_json_draft(file))


def _may_be_json_draft(file: pathlib.Path) -> bool:
    try:
        content = json.loads(file.read_bytes())
    except (ValueError, RecursionError):
        return True
    names_department = isinstance(content, dict) and not {"部门", "department"}.isdisjoint(content)
    return names_department and "blocks" not in content  # a rendered document names its department as well


def progress(done: int, total: int, say: Voice) -> None:
    """Show how many of many files are done; nothing where nobody looks on. The last call clears the line."""
    if total < _MANY or not sys.stderr.isatty():
        return
    line = "\r\x1b[K" if done == total else "\r" + say(f"已检查 {done}/{total}", f"checked {done}/{total}")
    print(line, end="", file=sys.stderr, flush=True)
