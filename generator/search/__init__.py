"""Exact search: which choices to take, and when, so that the goals are met as well as they can be."""

from generator.search.problem import Cap, Choice, Problem, Start
from generator.search.result import Gap, Result, Taken
from generator.search.scoring import new_cities, score, spent
from generator.search.search import search

__all__ = ["Cap", "Choice", "Gap", "Problem", "Result", "Start", "Taken", "new_cities", "score", "search", "spent"]
