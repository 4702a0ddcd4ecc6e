"""What `guide plan` says: the whole plan, readable in a terminal."""

from generator.cli.telling.blocks import blocks, fallbacks, places, setbacks
from generator.cli.telling.changed import changes_in_full, changes_in_short
from generator.cli.telling.choices import conflict_told, offers_told, plans_told
from generator.cli.telling.mail import messages_told
from generator.cli.telling.number import number, parts
from generator.cli.telling.people import hosts_told, letters_told, routes_told
from generator.cli.telling.ranked import list_told, ranked_told
from generator.cli.telling.todo import changes_told, costs_told, questions, steps
from generator.cli.terminal import section, title
from generator.phrases import long_date
from generator.views import Sight
from generator.views.next_steps import next_steps


def changes_text(sight: Sight) -> list[str]:
    """Only what changed since the plan that was accepted."""
    return [_headline(sight), *section("What changed", changes_in_full(sight))]


def plan_text(sight: Sight) -> list[str]:
    """The plan in lines of a terminal."""
    until = next_steps(sight).until
    return [
        _headline(sight),
        *section("What changed", changes_in_short(sight)),
        *section("How many", number(sight)),
        *section("Which", parts(sight)),
        *section("Offers to answer", offers_told(sight)),
        *section("When", blocks(sight)),
        *section("What is in the way", conflict_told(sight)),
        *section("What to do instead", fallbacks(sight)),
        *section("If a host falls away", setbacks(sight)),
        *section("Plans side by side", plans_told(sight)),
        *section("Where to apply", places(sight)),
        *section("Hosts", hosts_told(sight)),
        *section("Where to rotate, ranked", ranked_told(sight, "rotate")),
        *section("Letters", letters_told(sight)),
        *section("Messages", messages_told(sight)),
        *section("Ways in", routes_told(sight)),
        *section("Combined programs, ranked", ranked_told(sight, "apply")),
        *section("Application list", list_told(sight)),
        *section("What it costs", costs_told(sight)),
        *section(f"The next 14 days, to {long_date(until)}", steps(sight)),
        *section("What would change it", changes_told(sight)),
        *section("Open questions", questions(sight)),
    ]


def _headline(sight: Sight) -> str:
    """Whose plan it is, and of which day."""
    name = sight.facts.profile.applicant.name
    return title(f"{name}: the Match of {sight.plan.season}, as of {long_date(sight.plan.as_of)}")
