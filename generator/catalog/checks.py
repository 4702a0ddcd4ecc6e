"""What the files of the catalog say of each other must hold: every name that is used exists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from generator.catalog.applying_checks import APPLYING_CHECKS
from generator.catalog.entry import Conditional
from generator.catalog.references import uses
from generator.errors import GuideError, Place, Problem
from generator.facts import every_fact
from generator.reading import did_you_mean

if TYPE_CHECKING:
    from generator.catalog import Catalog

OUTCOMES: Mapping[str, tuple[str, ...]] = {
    "schedule": (
        "all-placed", "all-placed-short-lead", "some-placed", "some-placed-short-lead", "late-only",
        "nothing-fits", "none-allowed", "nothing-left-to-plan", "season-over",
    ),
    "letters": ("all-at-hand", "all-planned", "gap"),
    "cost_table": ("unknown", "enough", "tight", "short"),
}  # fmt: skip
REASONS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("schedule", "broken"): (
        "letter-late",
        "inquiry-months",
        "pattern-months",
        "score-late",
        "pattern-order",
        "part-missing",
    ),
    ("letters", "refused"): ("not-us", "not-faculty", "not-well", "not-yet", "unknown"),
    ("letters", "timing"): ("too-late", "ask-now"),
    ("offers", "answers"): ("accept", "hold", "decline"),
    ("offers", "reasons"): ("best", "other-plan", "substitute", "no-part", "limits", "worse"),
    ("messages", "waits"): (
        "silence", "no-letter", "answer", "line", "school", "their-day", "confirmed", "place", "host-asks", "promise",
        "upload",
    ),
    ("calendar", "kinds"): (
        "rotation", "inquiry", "message", "application", "offer", "letter-ask", "letter-reminder", "letter-message",
        "letters-in", "exam", "paper", "season", "task",
    ),
    ("messages", "kinds"): (
        "inquiry", "inquiry-graduate", "school-ways", "school-partners", "follow-up", "call", "thanks-no",
        "thanks-later", "ask-again", "application", "vslo-reply", "research", "offer-accept", "withdraw",
        "offer-hold", "offer-decline", "nudge-preferred", "agreement", "papers", "standing", "malpractice",
        "school-record", "first-talk", "feedback", "rotation-thanks", "letter-talk", "letter-request", "letter-again",
        "letter-packet", "letter-form", "letter-reminder", "letter-thanks", "late-letter",
    ),
}  # fmt: skip


def cross_checked(catalog: Catalog, name: str) -> Catalog:
    """The catalog, if all that it names exists; else a GuideError with every name that does not."""
    found = (problem for check in CHECKS for problem in check(catalog))
    problems = [Problem(Place(f"{name}/{where}"), what, hint) for where, what, hint in found]
    if problems:
        raise GuideError(problems)
    return catalog


Found = Iterator[tuple[str, str, str]]


def _names_exist(catalog: Catalog) -> Found:
    for use in uses(catalog):
        for name in use.used:
            if name not in use.known:
                what = f"{use.entry} names the {use.kind} {name}, which does not exist"
                yield use.where, what, did_you_mean(name, use.known)


def _tables_end(catalog: Catalog) -> Found:
    files = catalog.files
    ends: list[tuple[str, Conditional]] = [("rules/how-many.yml", files.how_many.rows[-1])]
    ends += [(f"rules/routes.yml, {route.id}", route.rows[-1]) for route in files.routes.routes]
    ends += [("data/words.yml", files.words.statuses[-1]), ("rules/verdicts.yml", files.verdicts.rows[-1])]
    ends += [("rules/mix.yml", row) for row in {n: row for row in files.mix.rows for n in row.numbers}.values()]
    for where, last in ends:
        if last.when or last.when_any or last.unless:
            yield where, f"the last row, {last.id}, has conditions", "end with a row that always applies"


def _verdicts_are_whole(catalog: Catalog) -> Found:
    table = catalog.files.verdicts
    if table.rows[-1].host.named():
        yield "rules/verdicts.yml", f"the last row, {table.rows[-1].id}, is for some hosts only", "take its host out"
    if len(set(table.order)) < len(table.order):
        yield "rules/verdicts.yml", "a verdict stands twice in the order", "name each once"


def _each_host_once(catalog: Catalog) -> Found:
    for host in catalog.hosts:
        if host.id in catalog.program_ids:
            yield f"data/hosts/{host.id}.yml", f"{host.id} is the id of a program", "take its routes there"


def _each_number_has_parts(catalog: Catalog) -> Found:
    known = {number for row in catalog.files.mix.rows for number in row.numbers}
    for row in catalog.files.how_many.rows:
        if row.value.aim not in known:
            what = f"no row is for {row.value.aim}, which {row.id} in rules/how-many.yml aims at"
            yield "rules/mix.yml", what, "add it to the numbers of a row"


def _outcomes_exist(catalog: Catalog) -> Found:
    lists = {**{(field, "outcomes"): wanted for field, wanted in OUTCOMES.items()}, **REASONS}
    for (field, list_), wanted in lists.items():
        table = getattr(catalog.files, field)
        have = [reason.id for reason in getattr(table, list_)]
        for outcome in wanted:
            if outcome not in have:
                yield f"rules/{table.id}.yml", f"the outcome {outcome} has no reason", f"add one under {list_}"


def _sets_fit(catalog: Catalog) -> Found:
    most = catalog.settings.letters_per_program
    for application in catalog.files.letters.applications:
        if len(application.places) > most:
            what = f"{application.id} has {len(application.places)} places, and a program takes {most} letters"
            yield "rules/letters.yml", what, "take a place out, or see letters in data/settings.yml"


def _facts_have_words(catalog: Catalog) -> Found:
    names, words = {fact.name for fact in every_fact()}, set(catalog.fact_words)
    for name in sorted(names - words):
        yield "data/facts.yml", f"the fact {name} has no words", "add an entry with its id"
    for name in sorted(words - names):
        yield "data/facts.yml", f"{name} is no fact", did_you_mean(name, sorted(names))


def _seasons_agree(catalog: Catalog) -> Found:
    seasons = list(catalog.seasons.values())
    wanted = set(seasons[0].milestones) if seasons else set()
    for season in seasons[1:]:
        for name in sorted(wanted ^ set(season.milestones)):
            yield (
                f"data/seasons/{season.year}.yml",
                f"the milestone {name} is not in every season",
                "add it, or say unknown",
            )


CHECKS = (
    _names_exist,
    _tables_end,
    _verdicts_are_whole,
    _each_host_once,
    _each_number_has_parts,
    _outcomes_exist,
    _sets_fit,
    _facts_have_words,
    _seasons_agree,
    *APPLYING_CHECKS,
)
