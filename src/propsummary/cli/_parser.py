"""argparse in the user's language."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

from propsummary._text import nearest
from propsummary.cli._voice import Voice

__all__ = ["FILE", "Parser"]

#: Tells the shell completion that an argument is a file.
FILE = {"bash": "_shtab_compgen_files", "zsh": "_files", "tcsh": "f"}

# What argparse complains about, and how a colleague would say it.
_COMPLAINTS = (
    (r"argument (.+?): invalid \S+ value: (.+)", "{0} 不能是 {1}"),
    (r"argument (.+?): expected (?:one|at least one|\d+) arguments?", "{0} 后面还缺内容"),
    (r"argument (.+?): ignored explicit argument (.+)", "{0} 不带内容，却写了 {1}"),
    (r"argument (.+?): not allowed with argument (.+)", "{0} 不能和 {1} 一起用"),
)
_MISSING = re.compile(r"the following arguments are required: (.+)")
_CHOICE = re.compile(r"argument (.+?): invalid choice: (.+?) \(choose from (.+)\)", re.DOTALL)


def _in_chinese(complaint: str) -> str:
    for pattern, words in _COMPLAINTS:
        if match := re.fullmatch(pattern, complaint, re.DOTALL):
            return words.format(*match.groups())
    return complaint


class Parser(argparse.ArgumentParser):
    """A parser whose help and complaints are in the user's language; it takes no abbreviated options."""

    def __init__(self, *, say: Voice, **settings: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=_formatter(say), **settings)
        self._say = say
        self.commands: dict[str, Parser] = {}
        self.arguments = self.add_argument_group(say("参数", "arguments"))
        self.options = self.add_argument_group(say("选项", "options"))
        self.options.add_argument("-h", "--help", action="help", help=say("显示这份说明", "show this help"))

    def add_file(self, *, many: bool = False, name: str = "file", text: str = "") -> None:
        """Let the command take a draft, or many."""
        said = text or self._say("草稿；- 是标准输入", "a draft; - is standard input")
        action = self.arguments.add_argument(name, nargs="+" if many else None, metavar="FILE", help=said)
        action.complete = FILE  # type: ignore[attr-defined]

    def add_output(self, text: str = "", *, required: bool = False, force: str = "") -> None:
        """Let the command take ``-o`` and ``--force``."""
        said = text or self._say("写到这个文件；不写就显示在屏幕上", "write to this file; shown on the screen if left out")
        action = self.options.add_argument("-o", "--output", metavar="OUT", help=said, required=required)
        action.complete = FILE  # type: ignore[attr-defined]
        said = force or self._say("那里已经有一份草稿也覆盖", "overwrite even a draft that is there")
        self.options.add_argument("--force", action="store_true", help=said)

    def add_config(self) -> None:
        """Let the command take ``--config``."""
        said = self._say("配置文件；不写就用最近的一个", "configuration; the nearest one if left out")
        action = self.options.add_argument("--config", metavar="FILE", help=said)
        action.complete = FILE  # type: ignore[attr-defined]

    def add_input_format(self) -> None:
        """Let the command take ``--input-format``."""
        said = self._say("草稿的格式；不写就看文件名或内容", "format of the draft; told from its name or content if left out")
        self.options.add_argument("--input-format", choices=("yaml", "json", "toml", "docx", "markdown", "text", "xlsx"), help=said)

    def add_shared(self, *, top: bool = False) -> None:
        """Take the options that may stand before and after the subcommand; in the latter place they have no default."""
        voice = self._say.language
        said = self._say(
            "说明、消息和文稿的语言；zh-Hant 是繁体的文稿", "language of help, messages, documents (zh-Hant: of documents)"
        )
        self.options.add_argument("--lang", choices=("zh", "en", "zh-Hant"), default=voice if top else argparse.SUPPRESS, help=said)
        said = self._say("程序出错时显示出错的位置", "show where the program failed, if it does")
        default = False if top else argparse.SUPPRESS
        self.options.add_argument("--debug", action="store_true", default=default, help=said)

    def parsed(self, arguments: Sequence[str]) -> argparse.Namespace:
        """
        The arguments, read; without a command this shows the help.

        Raises:
            SystemExit: They cannot be followed, or only the help was asked for.
        """
        args, unknown = self.parse_known_args(arguments)
        if unknown:
            self.commands.get(args.command, self)._refuse(unknown)
        if args.command is None:
            self.print_help(sys.stderr)
            raise SystemExit(2)
        return args

    def error(self, message: str) -> NoReturn:
        """Complain in one line and leave with 2."""
        if match := _MISSING.fullmatch(message):
            said = self._missing(match[1].split(", "))
        elif match := _CHOICE.fullmatch(message):
            said = self._not_a_choice(match[1], match[2].strip("'\""), re.findall(r"[\w-]+", match[3]))
        else:
            said = self._say(_in_chinese(message), message)
        more = self._say(f"（用法见 {self.prog} --help）", f" (see {self.prog} --help)")
        sys.stderr.write(f"{self.prog}: {said}{more}\n")
        raise SystemExit(2)

    def _refuse(self, unknown: Sequence[str]) -> NoReturn:
        given = next((word.partition("=")[0] for word in unknown if word.startswith("-")), "")
        known = [option.removeprefix("--") for option in self._option_string_actions if option.startswith("--")]
        near = nearest(given.lstrip("-"), known, 1) if given else ()
        files = sum(getattr(action, "complete", None) is FILE for action in self._get_positional_actions())
        if not given and files:
            names, count = " ".join(unknown), "两" if files == 2 else "一"
            one = self._say(f"一次只能给{count}个文件，多了 {names}", f"takes {files} file{'s' * (files > 1)}; too many: {names}")
            self.error(one)
        listed = " ".join(unknown)
        self.error(self._say(f"不认识 {listed}", f"unknown: {listed}") + self._perhaps([f"--{option}" for option in near]))

    def _missing(self, names: Sequence[str]) -> str:
        required = [action for action in self._actions if action.required]
        helped = {name: a.help for a in required for name in (a.metavar, "/".join(a.option_strings)) if name}
        told = [name + self._say(f"（{helped[name]}）", f" ({helped[name]})") if helped.get(name) else name for name in names]
        return self._say(f"还缺 {'、'.join(told)}", f"missing: {', '.join(told)}")

    def _not_a_choice(self, argument: str, given: str, choices: Sequence[str]) -> str:
        near = nearest(given, choices, 1)
        known = "" if near else self._say("，可以是 ", "; choose from ") + self._say.listed(choices)
        if argument == "COMMAND":
            said = self._say(f"没有 {given} 这个命令", f"there is no command {given}")
        else:
            said = self._say(f"{argument} 不能是 {given}", f"{argument} cannot be {given}")
        return said + known + self._perhaps(near)

    def _perhaps(self, near: Sequence[str]) -> str:
        return self._say(f"，是不是 {near[0]}？", f"; did you mean {near[0]}?") if near else ""


def _formatter(say: Voice) -> type[argparse.HelpFormatter]:
    class Formatter(argparse.HelpFormatter):
        def add_usage(
            self, usage: str | None, actions: Iterable[argparse.Action], groups: Iterable[Any], prefix: str | None = None
        ) -> None:
            super().add_usage(usage, actions, groups, say("用法：", "usage: ") if prefix is None else prefix)

    return Formatter
