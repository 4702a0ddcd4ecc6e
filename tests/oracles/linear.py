"""Yes-or-no columns and rows over them, with the general solver HiGHS (through SciPy) to find the best of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import inf
from typing import Any

Key = tuple[str | int, ...]
Terms = Mapping[Key, int]


@dataclass(slots=True)
class Model:
    """Columns by key, each at most one, and rows: so much of each column adds up to between two numbers."""

    columns: dict[Key, int] = field(default_factory=dict)
    rows: list[tuple[Terms, float, float]] = field(default_factory=list)

    def column(self, key: Key) -> Key:
        """A column, new or known."""
        self.columns.setdefault(key, len(self.columns))
        return key

    def at_most(self, terms: Terms, most: float) -> None:
        """A row, unless it is empty."""
        if terms:
            self.rows.append((terms, -inf, most))

    def at_least(self, terms: Terms, least: float) -> None:
        """A row, unless it is empty."""
        if terms:
            self.rows.append((terms, least, inf))

    def best(self, terms: Terms) -> frozenset[Key]:
        """The columns that are one where the terms add up to the most."""
        from scipy.optimize import Bounds, milp  # slow to import, and the fast tests do without it

        found = milp(
            [-terms.get(key, 0) for key in self.columns],
            integrality=[1] * len(self.columns),
            bounds=Bounds(0, 1),
            constraints=[self.matrix()] if self.rows else [],
            options={"mip_rel_gap": 0},
        )
        if not found.success:
            raise ArithmeticError(found.message)
        return frozenset(key for key, value in zip(self.columns, found.x, strict=True) if value > 0.5)

    def matrix(self) -> Any:
        """The rows as the solver takes them."""
        from scipy.optimize import LinearConstraint
        from scipy.sparse import coo_array

        entries = [
            (number, self.columns[key], value)
            for number, (terms, _, _) in enumerate(self.rows)
            for key, value in terms.items()
        ]
        down, across, values = zip(*entries, strict=True)
        matrix = coo_array((values, (down, across)), shape=(len(self.rows), len(self.columns))).tocsr()
        return LinearConstraint(matrix, [low for _, low, _ in self.rows], [high for _, _, high in self.rows])
