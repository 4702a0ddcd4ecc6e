"""Statements of one profile that can't all be true: one small function for each kind."""
