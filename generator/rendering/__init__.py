"""Templates and what they are given become text; mistakes in them name file and line."""

from generator.rendering.pages import Renderer

__all__ = ["Renderer"]
