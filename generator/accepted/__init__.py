"""The plan that a person accepted: what is kept of it, and how a later plan differs from it and why."""

from generator.accepted.again import Present, remembered_changes
from generator.accepted.saving import saved_plan

__all__ = ["Present", "remembered_changes", "saved_plan"]
