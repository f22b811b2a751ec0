"""Drafts as people have them (Word, Markdown, plain text, Excel), read into the model with the place of every sentence."""

from __future__ import annotations
