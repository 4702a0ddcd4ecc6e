"""Names that a profile may use and others decide: fields, states, and what is in the guide's lists."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.plan.settings import Settings

STATES: Mapping[str, str] = MappingProxyType(
    {
        "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California",
        "CO": "Colorado", "CT": "Connecticut", "DE": "Delaware", "DC": "District of Columbia",
        "FL": "Florida", "GA": "Georgia", "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois", "IN": "Indiana",
        "IA": "Iowa", "KS": "Kansas", "KY": "Kentucky", "LA": "Louisiana", "ME": "Maine", "MD": "Maryland",
        "MA": "Massachusetts", "MI": "Michigan", "MN": "Minnesota", "MS": "Mississippi", "MO": "Missouri",
        "MT": "Montana", "NE": "Nebraska", "NV": "Nevada", "NH": "New Hampshire", "NJ": "New Jersey",
        "NM": "New Mexico", "NY": "New York", "NC": "North Carolina", "ND": "North Dakota", "OH": "Ohio",
        "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania", "RI": "Rhode Island",
        "SC": "South Carolina", "SD": "South Dakota", "TN": "Tennessee", "TX": "Texas", "UT": "Utah",
        "VT": "Vermont", "VA": "Virginia", "WA": "Washington", "WV": "West Virginia", "WI": "Wisconsin",
        "WY": "Wyoming",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Vocabulary:
    """One list of names, and the profile fields that take a name from it; a list's path ends in `[]`.

    It is open where something outside the list has its place in a profile too; `otherwise` says which.
    """

    name: str
    words: tuple[str, ...]
    used_at: tuple[str, ...]
    otherwise: str
    open: bool = False


def vocabularies(
    settings: Settings,
    program_ids: Iterable[str],
    document_ids: Iterable[str],
    type_ids: Iterable[str],
    criterion_ids: Iterable[str],
) -> tuple[Vocabulary, ...]:
    """All of them, each with what to do where no word is near."""
    fields = ("experience[].field", "letters[].field", "rotations[].field", "school.final_year[].field")
    states = ("experience[].state", "rotations[].state", "hosts[].state", "targets.license_states[]")
    return (
        Vocabulary("field", tuple(settings.fields), fields, "write other for a field outside the list", open=True),
        Vocabulary("state", tuple(STATES), states, "write two capital letters, like NY"),
        Vocabulary(
            "program",
            tuple(program_ids),
            ("targets.programs[]",),
            "write a host outside the guide's list under hosts",
            open=True,
        ),
        _closed("document", document_ids, "documents[].document"),
        _closed("rotation type", type_ids, "rotations[].type"),
        _closed("criterion", criterion_ids, "targets.weights[].criterion"),
    )


def _closed(name: str, words: Iterable[str], used_at: str) -> Vocabulary:
    known = tuple(words)
    return Vocabulary(name, known, (used_at,), f"the guide knows {', '.join(known)}")
