"""What a profile says: contradictions and unknown names are told, schema and examples are in order."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from factory import make_profile

from generator.catalog.lists import SettingsFile, settings_from
from generator.errors import GuideError, Problem
from generator.plan.settings import Settings
from generator.profile import Profile
from generator.profile.contradictions import contradictions, overtaken
from generator.profile.declared import Declaration, declarations
from generator.profile.schema import profile_schema, schema_text
from generator.profile.ticks import check_done
from generator.profile.words import check_words
from generator.reading import build, parse, read_yaml
from generator.reading.document import Document

pytestmark = pytest.mark.fast

ROOT = Path(__file__).parent.parent
DATA = ROOT / "content" / "data"
SCHEMA = ROOT / "profiles" / "profile.schema.json"
EXAMPLES = sorted((ROOT / "profiles").glob("example-*.yml"))
MESSAGES = sorted((ROOT / "tests" / "cases" / "messages" / "profile").glob("*.yml"))
APPLICANTS = sorted((ROOT / "tests" / "cases" / "applicants").glob("*.yml"))
AS_OF = date(2026, 11, 22)
FIELDS = tuple(declarations(Profile))


def by_stem(paths: list[Path]) -> list[Any]:
    """One case for each file, named after it."""
    return [pytest.param(path, id=path.stem) for path in paths]


def written(path: str) -> Mapping[str, Any]:
    """A data file of the editors, as plain values."""
    return read_yaml(DATA / path).value


@pytest.fixture(scope="module")
def settings() -> Settings:
    """The editors' settings."""
    return settings_from(build(SettingsFile, read_yaml(DATA / "settings.yml")))


@pytest.fixture(scope="module")
def ids(settings: Settings) -> dict[str, tuple[str, ...]]:
    """The ids of the guide's lists."""
    rankings = written("../rules/ranking.yml")["rankings"]
    return {
        "program_ids": tuple(sorted(path.stem for path in (DATA / "programs").glob("*.yml"))),
        "document_ids": tuple(entry["id"] for entry in written("documents.yml")["documents"]),
        "type_ids": tuple(kind.id for kind in settings.types),
        "criterion_ids": tuple(dict.fromkeys(one["id"] for ranking in rankings for one in ranking["criteria"])),
    }


@pytest.fixture(scope="module")
def schema(settings: Settings, ids: dict[str, tuple[str, ...]]) -> dict[str, Any]:
    """The schema of today's profile and today's lists."""
    return profile_schema(settings, **ids)


def problems(document: Document, as_of: date, settings: Settings, ids: Any) -> list[Problem]:
    """All that is wrong with a profile, in file order."""
    profile = build(Profile, document)
    clashes = (*contradictions(profile, document, as_of=as_of), *overtaken(profile, document, as_of=as_of))
    done = check_done(profile, document, task_ids=[task["id"] for task in written("tasks.yml")["tasks"]])
    return sorted([*clashes, *done, *check_words(profile, document, settings, **ids)])


@pytest.mark.parametrize("path", by_stem(MESSAGES))
def test_what_the_owner_of_a_profile_reads(path: Path, settings: Settings, ids: Any) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    document = parse(case["profile"], "profile.yml")

    assert [str(one) for one in problems(document, case["as_of"], settings, ids)] == case["says"]


@pytest.mark.parametrize("path", by_stem(EXAMPLES))
def test_an_example_has_nothing_wrong(path: Path, settings: Settings, ids: Any) -> None:
    assert problems(read_yaml(path), AS_OF, settings, ids) == []


@pytest.mark.parametrize("path", by_stem(APPLICANTS))
def test_an_applicant_of_the_cases_has_nothing_wrong(path: Path, settings: Settings, ids: Any) -> None:
    case = read_yaml(path).value
    document = Document(case["profile"], {}, {}, path.name)

    assert problems(document, date.fromisoformat(case["as_of"]), settings, ids) == []


@pytest.mark.parametrize("path", by_stem([*EXAMPLES, *APPLICANTS]))
def test_what_the_reader_takes_the_schema_takes(path: Path, schema: dict[str, Any]) -> None:
    value = read_yaml(path).value
    checker = jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker())

    assert [error.message for error in checker.iter_errors(value.get("profile", value))] == []


@pytest.mark.parametrize("path", by_stem(EXAMPLES))
def test_an_example_names_the_schema_in_its_first_line(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]

    assert first == f"# yaml-language-server: $schema={SCHEMA.name}"


def test_the_schema_in_the_folder_is_current(schema: dict[str, Any]) -> None:
    assert SCHEMA.read_text(encoding="utf-8") == schema_text(schema), "write it anew: guide schema"


def test_the_schema_is_one(schema: dict[str, Any]) -> None:
    jsonschema.Draft7Validator.check_schema(schema)


@pytest.mark.parametrize(
    ("answers", "fits"),
    [
        pytest.param({}, True, id="the smallest profile"),
        pytest.param({"exams": "unknown"}, True, id="a group that is unknown"),
        pytest.param({"applicant": {"name": "Ana", "citizenship": "unknown"}}, True, id="a choice unknown"),
        pytest.param({"applicant": {"name": "Ana", "citizenship": "citizen"}}, False, id="no such choice"),
        pytest.param({"season": "unknown"}, False, id="a needed field can't be unknown"),
        pytest.param({"schema": 2}, False, id="another version"),
        pytest.param({"experience": [{"field": "medicine"}]}, True, id="a field of the list"),
        pytest.param({"experience": [{"field": "dermatology"}]}, False, id="a field outside the list"),
        pytest.param({"targets": {"license_states": ["New York"]}}, False, id="a state spelled out"),
        pytest.param({"means": {"budget": 0}}, True, id="nothing to spend"),
        pytest.param({"means": {"budget": -1}}, False, id="less than nothing to spend"),
        pytest.param({"shool": {}}, False, id="a name that no field has"),
    ],
)
def test_the_schema_underlines(answers: dict[str, Any], fits: bool, schema: dict[str, Any]) -> None:
    smallest = {
        "schema": 1,
        "applicant": {"name": "Ana"},
        "season": 2028,
        "school": {"status": "enrolled", "graduation": "2028-05-19"},
    }

    assert jsonschema.Draft7Validator(schema).is_valid(smallest | answers) is fits


def says_what_it_is(field: Declaration, schema: dict[str, Any]) -> bool:
    """Whether a field is described, in the schema too, with its unit."""
    described: Any = schema
    for name in field.path.split("."):
        described = _inside(described)["properties"][name.removesuffix("[]")]
    text = described["description"]
    with_unit = field.unit in text or field.unit == "year"
    return field.description.endswith(".") and text.startswith(field.description) and with_unit


def test_every_field_says_what_it_is(schema: dict[str, Any]) -> None:
    assert [field.path for field in FIELDS if not says_what_it_is(field, schema)] == []


def _inside(schema: dict[str, Any]) -> dict[str, Any]:
    """The group of fields that the schema describes, in a list or not, known or not."""
    schema = schema.get("anyOf", [schema])[0]
    return _inside(schema["items"]) if "items" in schema else schema


def test_a_place_is_found_for_each_contradiction() -> None:
    document = parse(
        "schema: 1\napplicant: {name: A}\nseason: 28\nschool: {status: enrolled, graduation: 2028-05-19}",
        "a.yml",
    )
    found = contradictions(build(Profile, document), document, as_of=AS_OF)

    assert [(one.where.line, one.where.column) for one in found] == [(3, 9)]


def test_nothing_told_is_no_contradiction() -> None:
    document = Document({}, {}, {}, "profile.yml")

    assert contradictions(make_profile(), document, as_of=AS_OF) == ()


def test_a_profile_without_what_is_needed_is_told_so() -> None:
    with pytest.raises(GuideError, match="'season' is missing"):
        build(
            Profile,
            parse(
                "schema: 1\napplicant: {name: Ana}\nschool: {status: enrolled, graduation: 2028-05-19}",
                "a.yml",
            ),
        )
