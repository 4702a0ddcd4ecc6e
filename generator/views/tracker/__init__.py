"""What the workbook holds, and the page that tells of it."""

from generator.views.tracker.page import tracker_page
from generator.views.tracker.workbook import tracker

__all__ = ["tracker", "tracker_page"]
