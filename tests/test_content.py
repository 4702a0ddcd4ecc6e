"""What editors wrote: the voice, the shape of a page, every point of the source article, none of its words."""

import hashlib
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from generator.catalog import Catalog
from generator.catalog.guidance import PointEntry

pytestmark = pytest.mark.fast

ROOT = Path(__file__).parent.parent
CASES = Path(__file__).parent / "cases"
CONTENT = ROOT / "content"
TEXTS = (".md", ".yml")
FILES = sorted(path for path in CONTENT.rglob("*") if path.suffix in TEXTS)
TEMPLATES = [path for path in FILES if path.suffix == ".md"]
PAGES = [path for path in TEMPLATES if path.is_relative_to(CONTENT / "pages")]


def name(path: Path) -> str:
    return path.relative_to(CONTENT).as_posix()


def found_in(paths: Iterable[Path], look: Callable[[str], list[str]]) -> dict[str, list[str]]:
    """What a look at each file's text finds, by file; files in which it finds nothing are left out."""
    looked = {name(path): look(path.read_text(encoding="utf-8")) for path in paths}
    return {file: found for file, found in looked.items() if found}


def lines(text: str, pattern: re.Pattern[str]) -> list[str]:
    """Each line that a pattern is in, with its number and what was found."""
    numbered = enumerate(text.splitlines(), start=1)
    return [f"{number}: {found.group()}" for number, line in numbered for found in pattern.finditer(line)]


# --- voice ---

SHOUT = re.compile(r"!")
MARKUP = re.compile(r"^\s*!!!(?= )|^\s*\?\?\?\+?(?= )|<!--|<!DOCTYPE|!\[", re.M)  # admonitions, comments, pictures
BRITISH = re.compile(
    r"\b(?:programmes?|(?:organ|recogn|special|general|hospital|natural|final|priorit|summar|apolog)is(?:ed?|es|ing|ations?)"
    r"|licences?|(?:behavi|fav|col|hon|lab|neighb)our\w*|centres?|theatres?|practis(?:ed?|es|ing)|enrols?|enrolments?"
    r"|fulfils?|counsell\w+|travell\w+|cancell(?:ed|ing)|labell\w+|judgements?|ageing|whilst|learnt|paediatric\w*"
    r"|gynaecolog\w*|anaesth\w*|orthopaedic\w*|cheques?|grey|catalogues?|dialogues?|defence|offence)\b",
    re.IGNORECASE,
)


def shouts(text: str) -> list[str]:
    return lines(MARKUP.sub("", text), SHOUT)


def british(text: str) -> list[str]:
    return lines(text, BRITISH)


def test_nothing_shouts() -> None:
    assert found_in(FILES, shouts) == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param('!!! note "Calm"\n<!-- said -->\n![alt](a.svg)', [], id="marks of Markdown"),
        pytest.param("Apply now.\nYou can do it!", ["2: !"], id="a shout on its line"),
    ],
)
def test_shouts_are_found(text: str, found: list[str]) -> None:
    assert shouts(text) == found


def test_spelling_is_american() -> None:
    assert found_in(FILES, british) == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("The programme\nis full.", ["1: programme"], id="programme"),
        pytest.param("A\nCentre for behaviour", ["2: Centre", "2: behaviour"], id="several, each with its line"),
        pytest.param("They specialise and practise.", ["1: specialise", "1: practise"], id="verbs"),
        pytest.param("A licence, a favourite colour", ["1: licence", "1: favourite", "1: colour"], id="nouns"),
        pytest.param("A program at a center; behavior, licensed, practice, enrolled", [], id="American words"),
    ],
)
def test_british_words_are_found(text: str, found: list[str]) -> None:
    assert british(text) == found


# --- pages ---

WEB = re.compile(r"https?://[^\s)>\"]*")
PAGE = re.compile(r"\{#.*?#\}\s*# [^\n]+\n(?P<opening>.*)", re.S)
HEADING = re.compile(r"^## ", re.M)
ANSWER = '<div class="answer" markdown'


def addresses(text: str) -> list[str]:
    return lines(text, WEB)


def test_a_template_cites_by_id_and_writes_no_address() -> None:
    assert found_in(TEMPLATES, addresses) == {}


def mistakes_of(page: str) -> list[str]:
    """What a page lacks of a comment, one title and an answer before the first heading, in this order."""
    found = PAGE.fullmatch(page)
    if found is None:
        return ["does not begin with a comment and a title"]
    opening = HEADING.split(found.group("opening"))[0]
    titles = re.findall(r"^# ", re.sub(r"```.*?```", "", page, flags=re.S), re.M)
    return [
        *(["has a second title"] if len(titles) > 1 else []),
        *(["has no answer before its first heading"] if opening.count(ANSWER) != 1 or "</div>" not in opening else []),
    ]


def test_a_page_begins_with_what_it_means_for_its_reader() -> None:
    assert found_in(PAGES, mistakes_of) == {}


GOOD = '{# About. #}\n# Title\n\n<div class="answer" markdown>\nDo this.\n</div>\n\n## More\n'


@pytest.mark.parametrize(
    ("page", "mistakes"),
    [
        pytest.param(GOOD, [], id="as it should be"),
        pytest.param(GOOD.removeprefix("{# About. #}\n"), ["does not begin with a comment and a title"], id="comment"),
        pytest.param(GOOD.replace("# Title", "Title"), ["does not begin with a comment and a title"], id="no title"),
        pytest.param(GOOD + "\n# Again\n", ["has a second title"], id="two titles"),
        pytest.param(GOOD.replace("answer", "note"), ["has no answer before its first heading"], id="no answer"),
        pytest.param(
            "{# About. #}\n# Title\n\n## More\n" + GOOD.split("\n\n", 1)[1].split("##")[0],
            ["has no answer before its first heading"],
            id="an answer that comes late",
        ),
    ],
)
def test_a_page_out_of_shape_is_found(page: str, mistakes: list[str]) -> None:
    assert mistakes_of(page) == mistakes


PARTIALS = [path for path in TEMPLATES if path.is_relative_to(CONTENT / "partials")]


def without_needs(text: str) -> list[str]:
    first = text.splitlines()[0]
    return [] if first.startswith("{#") and "eeds " in first else [first]


def test_a_partial_begins_with_what_it_needs() -> None:
    assert found_in(PARTIALS, without_needs) == {}


# --- the points of the article ---

NAMED = re.compile(r"\b(?P<kind>points|conflicts?): *\[?(?P<ids>[a-z0-9](?:[a-z0-9, -]*[a-z0-9])?)")
CARRIERS = [path for path in FILES if name(path) != "data/article.yml"]


def named_in(text: str) -> set[tuple[str, str]]:
    """The ids that a text names after `points:` or `conflict:`, each with which of the two it is."""
    found = ((one["kind"].rstrip("s"), id_) for one in NAMED.finditer(text) for id_ in re.split(r", *", one["ids"]))
    return {(kind, id_) for kind, id_ in found if id_}


@pytest.fixture(scope="module")
def carried() -> dict[str, set[tuple[str, str]]]:
    return {name(path): named_in(path.read_text(encoding="utf-8")) for path in CARRIERS}


def listed(file: str) -> list[str]:
    return (CASES / file).read_text(encoding="utf-8").split()


@pytest.fixture(params=["point", "conflict"])
def entries(request: pytest.FixtureRequest, catalog: Catalog) -> tuple[str, tuple[PointEntry, ...]]:
    article = catalog.files.article
    return request.param, article.points if request.param == "point" else article.conflicts


def test_every_point_of_the_article_is_listed_once(catalog: Catalog) -> None:
    assert [one.id for one in catalog.files.article.points] == listed("article-points.txt")


def test_every_conflict_of_the_article_is_listed_once(catalog: Catalog) -> None:
    assert [one.id for one in catalog.files.article.conflicts] == listed("article-conflicts.txt")


def test_each_is_fed_or_left_out_with_a_reason(entries: tuple[str, tuple[PointEntry, ...]]) -> None:
    assert [one.id for one in entries[1] if bool(one.feeds) == bool(one.left_out)] == []


def test_a_file_that_is_fed_names_what_it_carries(
    entries: tuple[str, tuple[PointEntry, ...]], carried: dict[str, set[tuple[str, str]]]
) -> None:
    kind, some = entries
    pairs = [(one.id, file) for one in some for file in one.feeds]

    assert [f"{file} names no {id_}" for id_, file in pairs if (kind, id_) not in carried.get(file, set())] == []


def test_a_file_names_only_what_is_listed(
    entries: tuple[str, tuple[PointEntry, ...]], carried: dict[str, set[tuple[str, str]]]
) -> None:
    kind, some = entries
    told = {(id_, file) for file, ids in carried.items() for which, id_ in ids if which == kind}

    assert sorted((id_, file) for id_, file in told if id_ not in {one.id for one in some}) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("{# points: a-b, c #}", {("point", "a-b"), ("point", "c")}, id="a comment of a page"),
        pytest.param("    points: [a-b, c]", {("point", "a-b"), ("point", "c")}, id="a list"),
        pytest.param("  # points: a", {("point", "a")}, id="a comment in YAML"),
        pytest.param("  - conflict: a-b\n    how: Two, or three.", {("conflict", "a-b")}, id="a conflict"),
        pytest.param("Some points are made.", set(), id="the word alone"),
    ],
)
def test_ids_are_read_from_a_text(text: str, found: set[tuple[str, str]]) -> None:
    assert named_in(text) == found


# --- none of the article's words ---

RUN = 8
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
OURS = [
    path
    for folder in ("benchmarks", "content", "generator", "profiles")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix in {".md", ".yml", ".yaml", ".html", ".txt", ".py", ".typ"} and "__pycache__" not in path.parts
] + [path for file in ("README.md", "CONTRIBUTING.md") if (path := ROOT / file).exists()]


def runs_of(text: str) -> Iterator[tuple[int, str]]:
    """A short hash of every run of eight words, with the line that it begins on; case and marks do not count.

    The committed hashes come from the article, which stands outside the repository. To renew them:

        python tests/test_content.py ../shared/source/article.txt > tests/cases/article-runs.txt
    """
    numbered = enumerate(text.splitlines(), start=1)
    words = [(word, number) for number, line in numbered for word in WORD.findall(line.lower().replace("’", "'"))]
    for start in range(len(words) - RUN + 1):
        run = " ".join(word for word, _ in words[start : start + RUN])
        yield words[start][1], hashlib.sha256(run.encode()).hexdigest()[:12]


def copied(text: str, known: frozenset[str]) -> list[int]:
    """The lines on which a known run begins."""
    return sorted({line for line, run in runs_of(text) if run in known})


@pytest.fixture(scope="module")
def article_runs() -> frozenset[str]:
    return frozenset(listed("article-runs.txt"))


def test_the_committed_runs_are_those_of_a_whole_article(article_runs: frozenset[str]) -> None:
    assert (len(article_runs) > 1000, {len(run) for run in article_runs}) == (True, {12})


def test_no_run_of_words_is_copied_from_the_article(article_runs: frozenset[str]) -> None:
    found = {path.relative_to(ROOT).as_posix(): copied(path.read_text("utf-8"), article_runs) for path in OURS}

    assert {file: at for file, at in found.items() if at} == {}


PLANTED = "Seven gray herons waited by the river until noon"


@pytest.mark.parametrize(
    ("text", "at"),
    [
        pytest.param("One.\nSeven gray herons waited by the river until dusk.", [2], id="on its line"),
        pytest.param("Seven GRAY herons,\nwaited - by 'the' river\nuntil", [1], id="over several lines, marked up"),
        pytest.param("Seven gray herons waited by the river", [], id="seven words"),
        pytest.param("Seven gray herons stood by the river until noon", [], id="one word changed"),
    ],
)
def test_a_planted_run_is_found(text: str, at: list[int]) -> None:
    known = frozenset(run for _, run in runs_of(PLANTED))

    assert copied(text, known) == at


def test_a_run_is_known_by_the_hash_of_its_words() -> None:
    assert [run for _, run in runs_of("Seven gray herons waited by the river until")] == ["893690d338ba"]


if __name__ == "__main__":
    article = Path(sys.argv[1]).read_text(encoding="utf-8")
    sys.stdout.write("".join(f"{run}\n" for run in sorted({run for _, run in runs_of(article)})))
