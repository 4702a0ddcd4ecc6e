"""Templates stay light, and every name in them leads somewhere, in branches that no example takes as well."""

import dataclasses
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import pytest
from jinja2 import Environment, nodes
from pydantic import BaseModel

from generator.catalog import Catalog
from generator.catalog.entry import Known
from generator.catalog.figures import Figure
from generator.facts import Facts, fact_names
from generator.plan.world import Milestone
from generator.planner import make_plain_plan
from generator.rendering.filters import IN_MESSAGES, LOOKS
from generator.views import EACH, SPECIAL, plain
from generator.views.common import Named, Sight
from generator.views.scripts import Addressed, Asked, Me, released, releases

pytestmark = pytest.mark.fast

CONTENT = Path(__file__).parent.parent / "content"
JINJA = Environment(trim_blocks=True, lstrip_blocks=True)
LINK = re.compile(r"\]\(<?([^)#>\s]*\.(?:md|html))(?:#[^)>\s]*)?>?[^)]*\)")

Path_ = tuple[str, ...]


def templates(folder: str) -> list[str]:
    return sorted(path.relative_to(CONTENT).as_posix() for path in (CONTENT / folder).rglob("*.md"))


PAGES, PARTIALS, SCRIPTS = templates("pages"), templates("partials"), templates("scripts")
each_template = pytest.mark.parametrize("template", [*PAGES, *PARTIALS, *SCRIPTS])
each_page = pytest.mark.parametrize("page", PAGES)
each_script = pytest.mark.parametrize("script", SCRIPTS)


def text_of(template: str) -> str:
    return (CONTENT / template).read_text(encoding="utf-8")


# --- what a template may say at all ---

CITING = {"cite", "figure", "known", "day"}
FILTERS = {*LOOKS, *CITING}
PLAIN = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Filter, nodes.For,
         nodes.If, nodes.Include, nodes.Test, nodes.Const)  # fmt: skip


def path_of(node: nodes.Node) -> Path_:
    """A plain name with attributes, as its words; nothing for anything else."""
    if isinstance(node, nodes.Name):
        return (node.name,)
    inner = path_of(node.node) if isinstance(node, nodes.Getattr) else ()
    return (*inner, node.attr) if inner and isinstance(node, nodes.Getattr) else ()


def heavy(text: str) -> list[str]:
    """Everything in a template that is more than it may say, with its line."""
    return [f"{node.lineno}: {what}" for node in _within(JINJA.parse(text)) for what in _refused(node)]


def _within(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes() if isinstance(node, PLAIN) else ():
        yield from _within(child)


def _refused(node: nodes.Node) -> Iterator[str]:
    if not isinstance(node, PLAIN):
        yield type(node).__name__
    yield from REFUSES.get(type(node), lambda _: ())(node)


def _in_output(node: nodes.Output) -> Iterator[str]:
    shown = [one for one in node.nodes if not isinstance(one, nodes.TemplateData | nodes.Filter) and not path_of(one)]
    yield from (f"shows {type(one).__name__}" for one in shown)


def _in_filter(node: nodes.Filter) -> Iterator[str]:
    if node.name not in FILTERS:
        yield f"the filter {node.name}"
    if node.node is None or not (path_of(node.node) or isinstance(node.node, nodes.Const | nodes.Filter)):
        yield f"filters {type(node.node).__name__}"
    if any(not isinstance(one, nodes.Const) for one in node.args) or node.kwargs or node.dyn_args or node.dyn_kwargs:
        yield f"the filter {node.name} with more than words"


def _in_if(node: nodes.If) -> Iterator[str]:
    if not (path_of(node.test) or isinstance(node.test, nodes.Test)):
        yield f"if with {type(node.test).__name__}"


def _in_test(node: nodes.Test) -> Iterator[str]:
    if node.name != "unknown" or not path_of(node.node) or node.args:
        yield f"is {node.name}"


def _in_for(node: nodes.For) -> Iterator[str]:
    if not isinstance(node.target, nodes.Name) or not path_of(node.iter) or node.test or node.recursive:
        yield "for with more than a name in a list"


def _in_include(node: nodes.Include) -> Iterator[str]:
    if not isinstance(node.template, nodes.Const) or node.ignore_missing or not node.with_context:
        yield "include with more than a name"


REFUSES: Mapping[type[nodes.Node], Any] = {
    nodes.Output: _in_output,
    nodes.Filter: _in_filter,
    nodes.If: _in_if,
    nodes.Test: _in_test,
    nodes.For: _in_for,
    nodes.Include: _in_include,
}


@each_template
def test_a_template_says_no_more_than_it_may(template: str) -> None:
    assert heavy(text_of(template)) == []


@pytest.mark.parametrize(
    "snippet",
    [
        pytest.param("{{ reader.name }}", id="a value"),
        pytest.param("{{ as_of | date }}{{ 'article' | cite }}", id="filters"),
        pytest.param("{{ count | plural('week') }}", id="a filter with a word"),
        pytest.param("{% for a in b.c %}{{ a }}{{ loop.index }}{% else %}none{% endfor %}", id="a loop"),
        pytest.param("{% if a.b %}1{% elif a.b is unknown %}2{% else %}3{% endif %}", id="three branches"),
        pytest.param("{# a comment #}{% include '_x.md' %}", id="a comment and a partial"),
    ],
)
def test_what_a_template_may_say(snippet: str) -> None:
    assert heavy(snippet) == []


@pytest.mark.parametrize(
    ("snippet", "found"),
    [
        pytest.param("{% if a == 2 %}{% endif %}", ["1: if with Compare", "1: Compare"], id="a comparison"),
        pytest.param("{% if a and b %}{% endif %}", ["1: if with And", "1: And"], id="and"),
        pytest.param("\n{% if a or b %}{% endif %}", ["2: if with Or", "2: Or"], id="or, on its line"),
        pytest.param("{% if not a %}{% endif %}", ["1: if with Not", "1: Not"], id="not"),
        pytest.param("{{ a + 1 }}", ["1: shows Add", "1: Add"], id="arithmetic"),
        pytest.param("{{ a ~ b }}", ["1: shows Concat", "1: Concat"], id="joining"),
        pytest.param("{{ a.b() }}", ["1: shows Call", "1: Call"], id="a call"),
        pytest.param("{{ a[0] }}", ["1: shows Getitem", "1: Getitem"], id="a subscript"),
        pytest.param("{{ 'a' }}", ["1: shows Const"], id="a bare word"),
        pytest.param("{{ a if b }}", ["1: shows CondExpr", "1: CondExpr"], id="an if within a value"),
        pytest.param("{{ a | safe }}", ["1: the filter safe"], id="safe"),
        pytest.param("{{ a | e }}", ["1: the filter e"], id="a filter of Jinja's"),
        pytest.param("{{ a | plural(b) }}", ["1: the filter plural with more than words"], id="a computed argument"),
        pytest.param("{% if a is defined %}{% endif %}", ["1: is defined"], id="another test"),
        pytest.param("{% if a is not unknown %}{% endif %}", ["1: if with Not", "1: Not"], id="a test turned round"),
        pytest.param("{% set a = b %}", ["1: Assign"], id="set"),
        pytest.param("{% macro a() %}{% endmacro %}", ["1: Macro"], id="a macro"),
        pytest.param("{% import 'a' as b %}", ["1: Import"], id="import"),
        pytest.param("{% from 'a' import b %}", ["1: FromImport"], id="import of a part"),
        pytest.param("{% extends 'a' %}", ["1: Extends"], id="extends"),
        pytest.param("{% block a %}{% endblock %}", ["1: Block"], id="a block"),
        pytest.param("{% filter date %}{% endfilter %}", ["1: FilterBlock"], id="filter block"),
        pytest.param("{% include a %}", ["1: include with more than a name"], id="a computed partial"),
        pytest.param(
            "{% for a in b if a %}{% endfor %}", ["1: for with more than a name in a list"], id="a loop that picks"
        ),
        pytest.param(
            "{% for a, b in c %}{% endfor %}",
            ["1: for with more than a name in a list", "1: Tuple"],
            id="a loop that unpacks",
        ),
        pytest.param(
            "{% for a in b | date %}{% endfor %}", ["1: for with more than a name in a list"], id="a filtered loop"
        ),
    ],
)
def test_what_a_template_may_not_say(snippet: str, found: list[str]) -> None:
    assert sorted(heavy(snippet)) == sorted(found)


# --- where each name leads ---


@dataclasses.dataclass(frozen=True)
class Ids:
    """Names that stand behind `Named` things: facts, milestones and figures, with underscores."""

    facts: frozenset[str]
    dates: frozenset[str]
    figures: frozenset[str]
    sources: frozenset[str]

    def named(self, thing: Any) -> frozenset[str]:
        """The names behind a `Named` of a type."""
        return {Milestone: self.dates, Figure: self.figures}.get(thing, self.facts)


@dataclasses.dataclass(frozen=True)
class Scope:
    """What stands at a place in a template: names with types, and paths that are certainly there."""

    names: Mapping[str, Any]
    sure: frozenset[Path_]
    vouched: Mapping[Path_, Path_]
    filters: Mapping[str, tuple[Any, ...]]
    known: Ids

    def with_sure(self, path: Path_) -> "Scope":
        return dataclasses.replace(self, sure=self.sure | {path})

    def is_sure(self, path: Path_) -> bool:
        vouched = self.vouched.get(path)
        return path in self.sure or (vouched is not None and (vouched == ANYWHERE or vouched in self.sure))

    def with_name(self, name: str, type_: Any) -> "Scope":
        kept = frozenset(path for path in self.sure if path[0] != name)
        return dataclasses.replace(self, names={**self.names, name: type_}, sure=kept)


SHOWN = (str, int, date)
TYPES: Mapping[str, tuple[Any, ...]] = {
    **dict.fromkeys(("date", "short_date"), (date, NoneType)),
    **dict.fromkeys(("month", "iso"), (date,)),
    **dict.fromkeys(("money", "number", "plural", "weeks"), (int,)),
    "listed": (tuple,),
    "cite": (str, tuple),
    "figure": (Figure,),
    "known": (Known,),
    "day": (Milestone,),
}
IN_TEXTS = {**TYPES, **dict.fromkeys(IN_MESSAGES, (date, NoneType))}
LOOP = {"index": int, "index0": int, "first": bool, "last": bool, "length": int}


def members(type_: Any) -> tuple[Any, ...]:
    """The types of a union, or the one type."""
    return get_args(type_) if get_origin(type_) in (Union, UnionType) else (type_,)


def kind(type_: Any) -> Any:
    """The class behind a type."""
    origin = get_origin(type_)
    if origin is not None and not isinstance(origin, type):
        return str  # Literal
    return origin or type_


def attribute(type_: Any, name: str, known: Ids) -> Any:
    """The type of an attribute by the annotations of its class, or None where there is none of that name."""
    if kind(type_) is Named:
        (thing,) = get_args(type_)
        return thing if name in known.named(thing) else None
    cls = kind(type_)
    if not (dataclasses.is_dataclass(cls) or issubclass(cls, BaseModel)):
        return None
    member = getattr(cls, name, None)
    declared = get_type_hints(member.fget)["return"] if isinstance(member, property) else get_type_hints(cls).get(name)
    return _filled_in(declared, type_)


def _filled_in(declared: Any, type_: Any) -> Any:
    """An annotation with the type variables of its class replaced."""
    given = dict(zip(getattr(kind(type_), "__parameters__", ()), get_args(type_), strict=False))
    if isinstance(declared, TypeVar):
        return given.get(declared, declared)
    wanted = getattr(declared, "__parameters__", ())
    return declared[tuple(given[one] for one in wanted)] if wanted and given else declared


class Walk:
    """One template read with the types of its names; `found` says what leads nowhere."""

    def __init__(self, template: str) -> None:
        self.template = template
        self.found: list[str] = []
        self.included: list[str] = []

    def report(self, node: nodes.Node, what: str) -> None:
        self.found.append(f"{self.template}:{node.lineno}: {what}")

    def body(self, some: list[nodes.Node], scope: Scope) -> None:
        for node in some:
            getattr(self, f"_{type(node).__name__.lower()}")(node, scope)

    def type_of(self, node: nodes.Node, scope: Scope) -> Any:
        """The type of a name or path; None, and a report, where it leads nowhere."""
        path = path_of(node)
        if path[0] == "loop" and "loop" in scope.names:
            return LOOP.get(path[1]) or self.report(node, f"{'.'.join(path)} is no name")
        type_ = scope.names.get(path[0])
        if type_ is None:
            return self.report(node, f"{path[0]} is no name")
        for length in range(1, len(path)):
            type_ = self._step(node, path[: length + 1], self._surely(path[:length], type_, scope), scope)
            if type_ is None:
                return None
        return self._surely(path, type_, scope)

    def _surely(self, path: Path_, type_: Any, scope: Scope) -> Any:
        if not scope.is_sure(path) or NoneType not in members(type_):
            return type_
        return Union[tuple(one for one in members(type_) if one is not NoneType)]  # noqa: UP007 - the list is made

    def _step(self, node: nodes.Node, path: Path_, type_: Any, scope: Scope) -> Any:
        name, inner = ".".join(path), ".".join(path[:-1])
        if NoneType in members(type_):
            self.report(node, f"{inner} may be missing where {name} is read")
        found = [attribute(one, path[-1], scope.known) for one in members(type_) if one is not NoneType]
        if None in found:
            return self.report(node, f"{name} is no name")
        return Union[tuple(found)]  # noqa: UP007 - the list is made

    def _templatedata(self, node: nodes.Node, scope: Scope) -> None:
        """Words."""

    def _output(self, node: nodes.Output, scope: Scope) -> None:
        for one in node.nodes:
            if isinstance(one, nodes.Filter):
                self._filter(one, scope)
            elif not isinstance(one, nodes.TemplateData):
                self._fits(one, self.type_of(one, scope), SHOWN, "as it is")

    def _filter(self, node: nodes.Filter, scope: Scope) -> None:
        if isinstance(node.node, nodes.Filter):
            self._filter(node.node, scope)
        elif not isinstance(node.node, nodes.Const):
            self._fits(node, self.type_of(node.node, scope), scope.filters[node.name], f"with {node.name}")
        elif node.name == "cite" and node.node.value not in scope.known.sources:
            self.report(node, f"{node.node.value} is no source")

    def _fits(self, node: nodes.Node, type_: Any, wanted: tuple[Any, ...], how: str) -> None:
        odd = [] if type_ is None else [one for one in members(type_) if not issubclass(kind(one), wanted)]
        for one in odd:
            self.report(node, f"{'nothing' if one is NoneType else kind(one).__name__} can't be shown {how}")

    def _if(self, node: nodes.If, scope: Scope) -> None:
        branches = [node, *node.elif_]
        for branch in branches:
            inside, after = self._sure(branch.test, scope)
            self.body(branch.body, inside)
            scope = after
        self.body(node.else_, scope)

    def _sure(self, test: nodes.Node, scope: Scope) -> tuple[Scope, Scope]:
        """What is certainly there within a branch, and in those after it."""
        asked = test.node if isinstance(test, nodes.Test) else test
        self.type_of(asked, scope)
        sure = scope.with_sure(path_of(asked))
        return (scope, sure) if isinstance(test, nodes.Test) else (sure, scope)

    def _for(self, node: nodes.For, scope: Scope) -> None:
        type_ = self.type_of(node.iter, scope)
        if type_ is not None and get_origin(type_) is not tuple:
            self.report(node, f"{'.'.join(path_of(node.iter))} is no list")
        elif type_ is not None:
            inner = scope.with_name(node.target.name, get_args(type_)[0])
            self.body(node.body, dataclasses.replace(inner, names={**inner.names, "loop": LOOP}))
        self.body(node.else_, scope)

    def _include(self, node: nodes.Include, scope: Scope) -> None:
        name = f"partials/{node.template.value}"
        self.included.append(name)
        if name not in PARTIALS:
            return self.report(node, f"{name} is no template")
        inner = Walk(name)
        inner.body(JINJA.parse(text_of(name)).body, scope)
        self.found += inner.found
        self.included += inner.included
        return None


def walked(template: str, text: str, scope: Scope) -> Walk:
    walk = Walk(template)
    walk.body(JINJA.parse(text).body, scope)
    return walk


def view_of(page: str) -> type:
    """The view that a page gets, by what its maker returns."""
    name = page.removeprefix("pages/")
    if name in EACH:
        ((_, view),) = (get_args(one) for one in get_args(get_type_hints(EACH[name])["return"]))
        return view
    maker = SPECIAL.get(name, plain)
    return get_type_hints(maker.func if isinstance(maker, partial) else maker)["return"]


ANYWHERE: Path_ = ()
VOUCHED: Mapping[
    str, Mapping[Path_, Path_]
] = {  # what is there for a reason that no annotation tells; where that holds
    "pages/index.md": {
        ("first",): ("blocks",),  # it is the first of the blocks
        ("step", "due"): ANYWHERE,  # the steps shown have a day within fourteen days, or begin by one
        ("next_certainty",): ("next_date",),  # they come together
    },
    "pages/getting-in/costs.md": {
        ("cost", "amount"): ANYWHERE,  # shown among the known prices
        ("cost", "entry", "find_out"): ANYWHERE,  # shown among the unknown ones, which say who knows
    },
    "pages/getting-in/documents.md": {
        ("document", "valid_unknown"): ANYWHERE,  # shown where no number of weeks is known, which then says who knows
    },
    "pages/letters/plan.md": {
        ("letter", "why_not"): ANYWHERE,  # shown where the letter does not count, which is when there is a reason
    },
    "scripts/background-paragraph.md": {
        ("me", "languages"): ("facts", "speaks_another_language"),  # true only of somebody who lists languages
    },
}


def page_scope(page: str, known: Ids) -> Scope:
    return Scope({**get_type_hints(view_of(page)), "root": str}, frozenset(), VOUCHED.get(page, {}), TYPES, known)


ALWAYS = {"name": "applicant.name", "stage": "school.status", "graduation": "school.graduation"}


def facts_for(recipient: str, catalog: Catalog) -> frozenset[str]:
    """The facts that rest only on fields that may be said to a recipient, and on the season."""
    fields = {*releases(recipient), "season"}
    return frozenset(
        name.replace("-", "_") for name, fact in fact_names(catalog.settings).items() if {*fact.reads} <= fields
    )


def script_scope(script: str, recipient: str, known: Ids, catalog: Catalog) -> Scope:
    """What a message to a recipient may use; a field that is needed and released is certainly there."""
    fields, told = releases(recipient), facts_for(recipient, catalog)
    names = {"me": Me, "block": Asked, "host": Addressed, "facts": Named[bool | None]}
    sure = frozenset(("me", name) for name, field in ALWAYS.items() if field in fields)
    return Scope(names, sure, VOUCHED.get(script, {}), IN_TEXTS, dataclasses.replace(known, facts=told))


@pytest.fixture(scope="module")
def known(catalog: Catalog) -> Ids:
    ids = (fact_names(catalog.settings), catalog.seasons[2028].milestones, catalog.figures)
    return Ids(*(frozenset(id_.replace("-", "_") for id_ in some) for some in ids), frozenset(catalog.sources))


@each_page
def test_every_name_on_a_page_leads_somewhere(page: str, known: Ids) -> None:
    assert walked(page, text_of(page), page_scope(page, known)).found == []


@each_script
def test_every_name_in_a_message_is_released_to_its_recipient(script: str, known: Ids, catalog: Catalog) -> None:
    recipient = next(one.head.recipient for one in catalog.scripts if one.template == script)

    assert walked(script, text_of(script), script_scope(script, recipient, known, catalog)).found == []


@pytest.mark.parametrize(
    ("template", "path"),
    [pytest.param(one, path, id=f"{one}: {'.'.join(path)}") for one, paths in VOUCHED.items() for path in paths],
)
def test_nobody_vouches_in_vain(template: str, path: Path_, known: Ids, catalog: Catalog) -> None:
    scope = script_scope(template, "host", known, catalog) if template in SCRIPTS else page_scope(template, known)
    others = {one: where for one, where in scope.vouched.items() if one != path}

    assert walked(template, text_of(template), dataclasses.replace(scope, vouched=others)).found != []


@pytest.mark.parametrize("recipient", ["host", "writer", "school"])
def test_a_message_is_given_the_released_facts_and_no_others(
    recipient: str, catalog: Catalog, facts_of: Callable[..., Facts]
) -> None:
    facts = facts_of()
    sight = Sight(make_plain_plan(facts, catalog), facts, facts.answers(), catalog)

    assert {name.replace("-", "_") for name in released(sight, recipient)} == facts_for(recipient, catalog)


def test_every_partial_stands_on_a_page(known: Ids) -> None:
    used = {name for page in PAGES for name in walked(page, text_of(page), page_scope(page, known)).included}

    assert set(PARTIALS) - used == set()


def test_every_page_with_a_view_of_its_own_has_a_template() -> None:
    assert {f"pages/{page}" for page in (*SPECIAL, *EACH)} - set(PAGES) == set()


def test_a_filter_is_described_for_every_look() -> None:
    assert set(TYPES) == FILTERS


@pytest.mark.parametrize(
    ("page", "snippet", "found"),
    [
        pytest.param("faq.md", "{{ readr.name }}", ["1: readr is no name"], id="a name"),
        pytest.param("faq.md", "\n{{ reader.nam }}", ["2: reader.nam is no name"], id="an attribute, on its line"),
        pytest.param("faq.md", "{{ reader.name.upper }}", ["1: reader.name.upper is no name"], id="beyond a value"),
        pytest.param(
            "faq.md",
            "{% if facts.graduated %}{{ as_off | date }}{% endif %}",
            ["1: as_off is no name"],
            id="in a branch",
        ),
        pytest.param("faq.md", "{% if facts.gradauted %}{% endif %}", ["1: facts.gradauted is no name"], id="a fact"),
        pytest.param("faq.md", "{{ dates.match_dya | day }}", ["1: dates.match_dya is no name"], id="a milestone"),
        pytest.param("faq.md", "{{ figures.seatz | figure }}", ["1: figures.seatz is no name"], id="a figure"),
        pytest.param("faq.md", "{{ 'artikle' | cite }}", ["1: artikle is no source"], id="a source"),
        pytest.param("faq.md", "{{ routes }}", ["1: routes is no name"], id="a name of another page"),
        pytest.param(
            "faq.md",
            "{% for topic in topics %}{% for one in topic.questions %}{{ one.anwser }}{% endfor %}{% endfor %}",
            ["1: one.anwser is no name"],
            id="within two loops",
        ),
        pytest.param(
            "faq.md",
            "{% for topic in topics %}{% endfor %}{{ topic.name }}",
            ["1: topic is no name"],
            id="after its loop",
        ),
        pytest.param(
            "faq.md", "{% for one in topics %}{{ loop.indx }}{% endfor %}", ["1: loop.indx is no name"], id="of a loop"
        ),
        pytest.param("faq.md", "{% for a in reader %}{% endfor %}", ["1: reader is no list"], id="a loop over no list"),
        pytest.param("faq.md", "{% include '_nothing.md' %}", ["1: partials/_nothing.md is no template"], id="partial"),
        pytest.param("faq.md", "{{ topics }}", ["1: tuple can't be shown as it is"], id="a list where words belong"),
        pytest.param("faq.md", "{{ reader | date }}", ["1: Reader can't be shown with date"], id="a filter's value"),
        pytest.param("index.md", "{{ write_by }}", ["1: nothing can't be shown as it is"], id="what may be missing"),
        pytest.param(
            "index.md",
            "{{ first.name }}",
            ["1: first may be missing where first.name is read"],
            id="a part of what may be missing",
        ),
        pytest.param(
            "index.md",
            "{{ plan.how_many.value.leest }}",
            ["1: plan.how_many.value.leest is no name"],
            id="within a decision",
        ),
        pytest.param(
            "getting-in/documents.md",
            "{% for one in to_start %}{{ one.entry.nmae }}{% endfor %}",
            ["1: one.entry.nmae is no name"],
            id="within what an editor wrote",
        ),
    ],
)
def test_a_name_that_leads_nowhere_is_found(page: str, snippet: str, found: list[str], known: Ids) -> None:
    walk = walked("x", snippet, page_scope(f"pages/{page}", known))

    assert walk.found == [f"x:{one}" for one in found]


@pytest.mark.parametrize(
    "snippet",
    [
        pytest.param("{% if write_by %}{{ write_by }}{% endif %}", id="asked for before it is shown"),
        pytest.param("{% if first is unknown %}none{% else %}{{ first.name }}{% endif %}", id="shown where it is not"),
        pytest.param("{{ write_by | date }}", id="a filter that has a mark for none"),
        pytest.param("{% for block in blocks %}{{ block.first | date }}{{ loop.index }}{% endfor %}", id="a loop"),
        pytest.param("{{ how_many.value.aim | number }}", id="a decision"),
        pytest.param("{{ dates.match_day | day }}{{ 'article' | cite }}{{ root }}", id="names of every page"),
    ],
)
def test_names_that_lead_somewhere_are_left_alone(snippet: str, known: Ids) -> None:
    assert walked("x", snippet, page_scope("pages/index.md", known)).found == []


@pytest.mark.parametrize(
    ("recipient", "snippet", "found"),
    [
        pytest.param(
            "host", "{% if facts.scores_strong %}{% endif %}", ["facts.scores_strong"], id="a score to a host"
        ),
        pytest.param("school", "{% if facts.us_citizen %}{% endif %}", ["facts.us_citizen"], id="a tie to a school"),
        pytest.param("host", "{{ reader.name }}", ["reader"], id="a name of pages"),
        pytest.param("host", "{{ me.nmae }}", ["me.nmae"], id="a typing mistake"),
    ],
)
def test_a_message_that_says_too_much_is_found(
    recipient: str, snippet: str, found: list[str], known: Ids, catalog: Catalog
) -> None:
    walk = walked("x", snippet, script_scope("x", recipient, known, catalog))

    assert walk.found == [f"x:1: {one} is no name" for one in found]


@pytest.mark.parametrize(
    ("recipient", "snippet", "found"),
    [
        pytest.param("host", "{{ me.name }}", [], id="a needed field that is released"),
        pytest.param("host", "{{ me.school }}", ["x:1: nothing can't be shown as it is"], id="one left out perhaps"),
        pytest.param("host", "{% if me.school %}{{ me.school }}{% endif %}", [], id="the same, asked for first"),
        pytest.param("school", "{{ me.stage }}", ["x:1: nothing can't be shown as it is"], id="one not released"),
    ],
)
def test_a_message_asks_before_it_says_what_may_be_missing(
    recipient: str, snippet: str, found: list[str], known: Ids, catalog: Catalog
) -> None:
    assert walked("x", snippet, script_scope("x", recipient, known, catalog)).found == found


# --- where each link leads ---


PROGRAM_PAGES = [f"pages/programs/{path.stem}.md" for path in (CONTENT / "data" / "programs").glob("*.yml")]


def broken_links(page: str, text: str) -> list[str]:
    """Links from a page to pages for which there is no template."""
    folder = posixpath.dirname(page)
    targets = [match.group(1) for match in LINK.finditer(text) if "://" not in match.group(1)]
    return [one for one in targets if posixpath.normpath(posixpath.join(folder, one)) not in (*PAGES, *PROGRAM_PAGES)]


def partials_of(text: str) -> Iterator[str]:
    for node in JINJA.parse(text).find_all(nodes.Include):
        name = f"partials/{node.template.value}"
        yield text_of(name)
        yield from partials_of(text_of(name))


@each_page
def test_links_on_a_page_lead_to_pages(page: str) -> None:
    text = text_of(page)

    assert broken_links(page, "\n".join([text, *partials_of(text)])) == []


@pytest.mark.parametrize("file", sorted(path.name for path in (CONTENT / "data").glob("*.yml")))
def test_links_in_data_stand_on_the_page_of_questions_only(file: str) -> None:
    text = text_of(f"data/{file}")

    assert LINK.findall(text) == [] if file != "faq.yml" else broken_links("pages/faq.md", text) == []


@pytest.mark.parametrize("file", sorted(path.name for path in (CONTENT / "rules").glob("*.yml")))
def test_rules_hold_no_links_since_several_pages_show_them(file: str) -> None:
    assert LINK.findall(text_of(f"rules/{file}")) == []


@pytest.mark.parametrize(
    ("link", "broken"),
    [
        pytest.param("[a](../faq.md)", [], id="a page"),
        pytest.param("[a](../faq.md#b)", [], id="a heading of a page"),
        pytest.param("[a](https://example.org/x.html)", [], id="another site"),
        pytest.param("[a](../fqa.md)", ["../fqa.md"], id="a page that is not there"),
        pytest.param("[a](faq.md)", ["faq.md"], id="a page of another folder"),
        pytest.param("[a](../programs/emory.md)", [], id="a program's page"),
        pytest.param("[a](../programs/emroy.md)", ["../programs/emroy.md"], id="of a program that is not there"),
    ],
)
def test_a_link_that_leads_nowhere_is_found(link: str, broken: list[str]) -> None:
    assert broken_links("pages/letters/plan.md", link) == broken
