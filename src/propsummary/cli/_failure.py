"""What went wrong, in one sentence for the person at the terminal."""

from __future__ import annotations

import errno
import pathlib

from propsummary.cli._voice import Voice
from propsummary.errors import ConfigurationError, PluginError, PropsummaryError

__all__ = ["CannotWrite", "Misuse", "sentence"]

# Why the operating system refuses, as far as people meet it.
_REASONS = {
    errno.ENOSPC: "磁盘满了",
    errno.EROFS: "那里只能读不能写",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EINVAL: "文件名不能用",
    errno.EIO: "磁盘读写出错",
}


class Misuse(Exception):
    """The command cannot do what was asked; the message is a sentence in the user's language."""


class CannotWrite(Exception):
    """
    The result cannot be written; the operating system's error is the cause.

    Attributes:
        name: The file.
    """

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def sentence(error: Exception, say: Voice) -> str:
    """Say *error* in one line."""
    match error:
        case ConfigurationError():
            return say("配置有误：", "bad configuration: ") + _flat(error.wording(say.language))
        case PluginError():
            return say("插件用不了：", "plugin trouble: ") + _flat(error.wording(say.language))
        case PropsummaryError():
            return _flat(error.wording(say.language))
        case CannotWrite():
            return _unwritable(error, say)
        case OSError():
            return _unreadable(error, say)
    return _flat(str(error))


def _unreadable(error: OSError, say: Voice) -> str:
    name = str(error.filename or say("标准输入", "standard input"))
    if isinstance(error, FileNotFoundError):
        return say(f"找不到 {name}", f"cannot find {name}")
    return _common(error, name, say) or say(f"打不开 {name}：{_reason(error, say)}", f"cannot open {name}: {_reason(error, say)}")


def _unwritable(error: CannotWrite, say: Voice) -> str:
    name, cause = error.name or say("屏幕", "standard output"), error.__cause__
    if isinstance(cause, FileNotFoundError):
        folder = pathlib.Path(name).parent
        return say(f"写不了 {name}：没有 {folder} 这个文件夹", f"cannot write {name}: there is no folder {folder}")
    if not isinstance(cause, OSError):
        return say(f"写不了 {name}", f"cannot write {name}")
    return _common(cause, name, say) or say(f"写不了 {name}：{_reason(cause, say)}", f"cannot write {name}: {_reason(cause, say)}")


def _common(error: OSError, name: str, say: Voice) -> str:
    """What is said whether *name* was to be read or written."""
    match error:
        case IsADirectoryError():
            return say(f"{name} 是文件夹，不是文件", f"{name} is a folder, not a file")
        case NotADirectoryError():
            return say(f"{name} 的上一级不是文件夹", f"what {name} should be in is no folder")
        case PermissionError():
            return say(f"没有权限打开 {name}", f"no permission to open {name}")
    return ""


def _reason(error: OSError, say: Voice) -> str:
    told = error.strerror or str(error)
    return say(_REASONS.get(error.errno or 0, told), told)


def _flat(text: str) -> str:
    return " ".join(text.split())
