"""The way from arguments to an exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import cast

from propsummary.cli import (
    check,
    completion,
    convert,
    explain,
    fix,
    follow_up,
    gate,
    import_,
    measure,
    new,
    portfolio,
    records,
    redact,
    render,
    rules,
    schema,
)
from propsummary.cli._failure import CannotWrite, Misuse, sentence
from propsummary.cli._parser import Parser
from propsummary.cli._streams import prepare, tell
from propsummary.cli._voice import Voice, voice_for
from propsummary.errors import PropsummaryError

__all__ = ["COMMANDS", "main", "make_parser"]

#: The exit codes.
FINE, MISUSE, INTERRUPTED = 0, 2, 130

#: The subcommands by name; each module describes itself, declares its arguments and runs.
COMMANDS = {
    "new": new,
    "follow-up": follow_up,
    "import": import_,
    "check": check,
    "render": render,
    "gate": gate,
    "convert": convert,
    "fix": fix,
    "redact": redact,
    "explain": explain,
    "rules": rules,
    "measure": measure,
    "records": records,
    "portfolio": portfolio,
    "schema": schema,
    "completion": completion,
}


def main(argv: Sequence[str] | None = None) -> int:
    """
    Run the command.

    Args:
        argv: The arguments without the program's name; those of the process if left out.

    Returns:
        0 if there is no error, 1 if a draft has errors, 2 if the command was misused or a file could not be opened.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    prepare()
    say = voice_for(arguments)
    try:
        args = make_parser(say).parsed(arguments)
        return cast(int, args.run(args, say))
    except SystemExit as leaving:  # argparse has shown its help or its complaint
        return leaving.code if isinstance(leaving.code, int) else FINE
    except KeyboardInterrupt:
        return INTERRUPTED
    except (Misuse, CannotWrite, PropsummaryError, OSError) as error:
        _trace(arguments)
        tell(f"propsummary: {sentence(error, say)}")
    except Exception as error:
        _trace(arguments)
        tell(f"propsummary: {_apology(error, say)}")
    return MISUSE


def make_parser(say: Voice) -> Parser:
    """The parser of all commands, each with its ``run`` among the results."""
    import propsummary

    what = say("物业部门工作总结：检查、出文件", "work summaries of property-management departments: check them, hand them in")
    parser = Parser(prog="propsummary", description=what, say=say)
    version = f"%(prog)s {propsummary.__version__}"
    parser.options.add_argument("--version", action="version", version=version, help=say("显示版本", "show the version"))
    parser.add_shared(top=True)
    commands = parser.add_subparsers(title=say("命令", "commands"), metavar="COMMAND", dest="command")
    for name, module in COMMANDS.items():
        text = module.describe(say)
        command = parser.commands[name] = commands.add_parser(name, help=text, description=text, say=say)
        module.configure(command, say)
        command.add_shared()
        command.set_defaults(run=module.run)
    return parser


def _apology(error: Exception, say: Voice) -> str:
    kind = type(error).__name__
    return say(
        f"程序出了意外（{kind}），这不是您的错；请加上 --debug 再运行一次，把输出报告给我们",
        f"something unexpected happened ({kind}), which is not your fault; please run it again with --debug and report the output",
    )


def _trace(arguments: Sequence[str]) -> None:
    if "--debug" in arguments:
        import traceback

        traceback.print_exc()
