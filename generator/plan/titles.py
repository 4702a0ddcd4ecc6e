"""How much the titles in a calendar say: nothing private, or all that they are about."""

from typing import Literal

Titles = Literal["discreet", "full"]
