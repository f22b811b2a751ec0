"""Who answers for something."""

from __future__ import annotations

import re

import attrs

from propsummary.errors import expect

__all__ = ["Owner"]

_BRACKETED = re.compile(r"([^（(]+)[（(]([^（()）]+)[)）]")
_POST = re.compile(r".*(?:主管|经理|队长|班长|组长|主任|总监|助理|负责人|管理员|管家|领班|专员|店长|厨师长|工程师)")
_DEPARTMENT = re.compile(r".*(?:部|处|科|中心|办公室|班组|服务处|公司)")


@attrs.frozen(kw_only=True)
class Owner:
    """
    A person, a post or a department.

    Attributes:
        name: The person's name.

        role: The person's post, or the post that answers whoever holds it.

        department: The department that the person belongs to, or that answers as a whole.

        text: As written.
    """

    name: str = ""
    role: str = ""
    department: str = ""
    text: str = ""

    def __attrs_post_init__(self) -> None:
        if not self.text:
            object.__setattr__(self, "text", self._spelled())

    @classmethod
    def parse(cls, text: str) -> Owner:
        """
        Read ``张伟``, ``张伟（秩序主管）``, ``工程部/李工``, ``秩序主管`` or ``工程部``; any text is some owner.

        Raises:
            WrongArgumentError: *text* is no text.
        """
        expect("Owner.parse", text, str)
        department, slash, rest = text.strip().partition("/")
        who = rest.strip() if slash and _DEPARTMENT.fullmatch(department.strip()) else text.strip()
        department = department.strip() if who != text.strip() else ""
        bracketed = _BRACKETED.fullmatch(who)
        if bracketed:
            return cls(name=bracketed[1].strip(), role=bracketed[2].strip(), department=department, text=text)
        if _POST.fullmatch(who):
            return cls(role=who, department=department, text=text)
        if _DEPARTMENT.fullmatch(who):
            return cls(department=who, text=text)
        return cls(name=who, department=department, text=text)

    def _spelled(self) -> str:
        who = f"{self.name}（{self.role}）" if self.name and self.role else self.name or self.role
        return f"{self.department}/{who}" if self.department and who else self.department or who

    @property
    def identity(self) -> str:
        """What tells this owner from others: the name, else the post, else the department."""
        return self.name or self.role or self.department
