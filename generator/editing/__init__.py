"""A profile file changed in place, from a workbook or by ticks, with comments, order and all else kept."""

from generator.editing.changes import Comparison, compared
from generator.editing.edits import Add, Append, Edit, Remove, Set
from generator.editing.profile_file import edited
from generator.editing.proof import at_cells
from generator.editing.saving import not_written, put, replaced
from generator.editing.told import Change, Left
from generator.editing.tracker_file import read_tracker

__all__ = [
    "Add",
    "Append",
    "Change",
    "Comparison",
    "Edit",
    "Left",
    "Remove",
    "Set",
    "at_cells",
    "compared",
    "edited",
    "not_written",
    "put",
    "read_tracker",
    "replaced",
]
