"""What one file of the catalog names in another exists, or its editor reads which name does not."""

from dataclasses import replace
from typing import Any

import pytest

from generator.catalog import Catalog
from generator.catalog.checks import cross_checked
from generator.errors import GuideError

pytestmark = pytest.mark.fast


def with_first(catalog: Catalog, field: str, list_: str, **changed: Any) -> Catalog:
    """The catalog with something else in the first entry of a list."""
    file = getattr(catalog.files, field)
    first, *others = getattr(file, list_)
    entries = (first.model_copy(update=changed), *others)
    return replace(catalog, files=replace(catalog.files, **{field: file.model_copy(update={list_: entries})}))


@pytest.mark.parametrize(
    ("field", "list_", "changed", "said"),
    [
        pytest.param(
            "settings",
            "types",
            {"fills": ("medcine",)},
            "names the part medcine",
            id="part",
        ),
        pytest.param("settings", "types", {"tier": "bset"}, "names the tier bset", id="tier"),
        pytest.param("settings", "fields", {"counts_for": ("medcine",)}, "content/data/settings.yml: ", id="specialty"),
        pytest.param("tasks", "tasks", {"list": "befor"}, "names the list befor", id="a checklist"),
        pytest.param("letters", "slots", {"specialty": "medcine"}, "letters.yml: medicine names the", id="a letter's"),
        pytest.param("how_many", "settles", {"conflict": "no-such"}, "names the contradiction", id="a contradiction"),
        pytest.param("documents", "documents", {"asked_by": ("iowaa",)}, "names the program iowaa", id="a program"),
        pytest.param("documents", "documents", {"sources": ("artikle",)}, "names the source artikle", id="a source"),
        pytest.param("mix", "rows", {"numbers": (7,)}, "rules/mix.yml: no row is for", id="a number without parts"),
        pytest.param("letters", "refused", {"id": "other"}, "the outcome not-us has no reason", id="a reason"),
    ],
)
def test_a_name_that_stands_nowhere_is_reported(
    field: str, list_: str, changed: dict[str, Any], said: str, catalog: Catalog
) -> None:
    with pytest.raises(GuideError) as caught:
        cross_checked(with_first(catalog, field, list_, **changed), "content")

    assert [problem for problem in caught.value.problems if said in str(problem)] != []


def test_the_words_for_what_everyone_is_called_end_with_a_row_for_all(catalog: Catalog) -> None:
    words = catalog.files.words
    others = words.model_copy(update={"statuses": words.statuses[:-1]})

    with pytest.raises(GuideError, match="has conditions"):
        cross_checked(replace(catalog, files=replace(catalog.files, words=others)), "content")


@pytest.mark.parametrize("fact", ["us-letter-in-medicine", "license-in-ny", "final-year-thin-in-psychiatry"])
def test_words_for_a_fact_hold_no_blank(fact: str, catalog: Catalog) -> None:
    words = catalog.words_for(fact)

    assert [said for said in (words.yes, words.no, words.find_out, words.matters) if "{" in said] == []
