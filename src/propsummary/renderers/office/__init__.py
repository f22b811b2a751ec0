"""What the office formats share: native charts, photos fit for paper, packages of the same bytes."""

from __future__ import annotations
