"""``propsummary completion``: what makes the shell complete the command."""

from __future__ import annotations

import argparse

from propsummary.cli._parser import Parser
from propsummary.cli._streams import deliver
from propsummary.cli._voice import Voice
from propsummary.errors import MissingExtraError

__all__ = ["configure", "describe", "run"]


def describe(say: Voice) -> str:
    """What the command is for."""
    return say("输出命令行补全脚本", "write a completion script for the shell")


def configure(parser: Parser, say: Voice) -> None:
    """Declare the arguments."""
    which = say("哪一种命令行：bash、zsh 或 tcsh", "which shell: bash, zsh or tcsh")
    parser.arguments.add_argument("shell", choices=("bash", "zsh", "tcsh"), metavar="SHELL", help=which)


def run(args: argparse.Namespace, say: Voice) -> int:
    """Write the script."""
    try:
        import shtab
    except ImportError as error:
        raise MissingExtraError("completion", "completion") from error
    from propsummary.cli._main import make_parser

    deliver(shtab.complete(make_parser(say), args.shell) + "\n", None)
    return 0
