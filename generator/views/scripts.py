"""Scripts filled in for this person; only what is released to the recipient goes in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Annotated, Any

from generator.catalog.known import by_id
from generator.catalog.scripts import Script
from generator.conditions import applies
from generator.facts import Answer, Fact
from generator.phrases import joined
from generator.profile import Profile
from generator.profile.declared import declarations
from generator.prose import Prose, shown
from generator.views.common import BlockView, Named, Sight, View
from generator.views.named_hosts import host_to_name
from generator.views.offered import offered
from generator.views.reader import status_row


@dataclass(frozen=True)
class Me:
    """The applicant as a message may speak of them; None where the recipient may not know or none is known."""

    name: str | None
    stage: str | None
    school: str | None
    country: str | None
    graduation: date | None
    status: str | None
    self: str | None
    languages: str | None
    season: int


@dataclass(frozen=True)
class Asked:
    """The rotation that a message is about, and the day by which its letter is needed."""

    name: str
    host: str | None
    first: date | None
    last: date | None
    upload_by: date | None
    specialty: str
    writer: str


@dataclass(frozen=True)
class Addressed:
    """The host that a message goes to; None where it is not known, may not be said, or is any host."""

    name: str | None = None
    office: str | None = None
    ask: Prose | None = None


@dataclass(frozen=True)
class ScriptView:
    """A script, ready to copy once its template is rendered with `names`.

    `elsewhere` says that it stands beside an offer and goes to other hosts than the one that made it. `mailto` opens it
    in a mail program, to `address` if that is known; it is empty for what is spoken, and leaves out a text that is
    too long.
    """

    id: str
    title: Prose
    when: Prose
    template: str
    names: Mapping[str, object]
    sources: tuple[str, ...]
    text: str = ""
    elsewhere: bool = False
    address: str = ""
    mailto: str = ""
    is_too_long: bool = False


@dataclass(frozen=True, kw_only=True)
class ScriptsView(View):
    """A page with scripts."""

    scripts: Annotated[tuple[ScriptView, ...], "Texts to copy."]


def with_scripts(sight: Sight, page: str) -> ScriptsView:
    """A page that shows scripts."""
    return ScriptsView(**sight.common(), scripts=scripts(sight, page))


def scripts(sight: Sight, page: str) -> tuple[ScriptView, ...]:
    """The scripts of a page that apply to this person, in the order in which editors put them."""
    found = by_id(sight.catalog.scripts)
    return tuple(_scripts(sight, [found[name] for name in sight.catalog.files.words.scripts.get(page, ())]))


def _scripts(sight: Sight, listed: list[Script]) -> Iterator[ScriptView]:
    for script in listed:
        if applies(script.head, sight.answers) is not False:
            yield from _filled(sight, script)


def _filled(sight: Sight, script: Script) -> Iterator[ScriptView]:
    """A script once, or once for each rotation that it speaks of, whose name then stands in its title."""
    head, blocks = script.head, _spoken_of(sight, script.head.about)
    for block in blocks:
        title = Prose(f"{head.title}: {shown(block.name)}") if block and len(blocks) > 1 else head.title
        names = _names(sight, head.recipient, block)
        yield ScriptView(script.id, title, head.time, script.template, names, head.sources)


def script_about(sight: Sight, id_: str, block: BlockView, *, headed: str) -> ScriptView:
    """One script that speaks of this rotation, with a name behind its title; one to other hosts leaves its host out."""
    script = by_id(sight.catalog.scripts)[id_]
    elsewhere = script.head.about != "offered"
    block = replace(block, host="") if elsewhere else block
    title = Prose(f"{script.head.title}: {shown(headed)}")
    names = _names(sight, script.head.recipient, block)
    view = ScriptView(script.id, title, script.head.time, script.template, names, script.head.sources)
    return replace(view, elsewhere=elsewhere)


def script_to(sight: Sight, id_: str, block: BlockView | None, host: Addressed, *, address: str) -> ScriptView:
    """One script to one host, or about one rotation."""
    script = by_id(sight.catalog.scripts)[id_]
    head, names = script.head, _names(sight, script.head.recipient, block, host)
    return ScriptView(script.id, head.title, head.time, script.template, names, head.sources, address=address)


def _names(
    sight: Sight, recipient: str, block: BlockView | None, host: Addressed = Addressed()
) -> Mapping[str, object]:
    """What a message may use: the applicant and the facts as far as its recipient may know, rotation and host."""
    me, facts = _me(sight, recipient), Named(released(sight, recipient))
    return MappingProxyType({"me": me, "block": _asked(sight, block), "host": host, "facts": facts})


def _spoken_of(sight: Sight, about: str) -> tuple[BlockView | None, ...]:
    if about == "offered":
        return (offered(sight),)
    schedule = sight.plan.schedule.value
    begun = [block for block in schedule.blocks if block.span.first <= sight.plan.as_of]
    known = {"planned": schedule.planned, "next": schedule.ahead, "latest": (*begun[-1:], *schedule.ahead)}
    listed = known.get(about.removeprefix("each-"), ())
    blocks = tuple(sight.block(block) for block in listed)
    return (blocks if about.startswith("each-") else blocks[:1]) or (None,)


def released(sight: Sight, recipient: str) -> Mapping[str, Answer]:
    """The facts that rest only on fields which may be said to this recipient."""
    fields = releases(recipient)
    return {name: sight.answers[name] for name, fact in sight.catalog.facts.items() if _is_released(fact, fields)}


@cache
def releases(recipient: str) -> frozenset[str]:
    """The profile fields that may be said to a recipient."""
    return frozenset(field.path for field in declarations(Profile) if recipient in field.say_to)


def _is_released(fact: Fact, fields: frozenset[str]) -> bool:
    return all(field in fields or field == "season" for field in fact.reads)


def _me(sight: Sight, recipient: str) -> Me:
    fields = releases(recipient)
    person, school = sight.facts.profile.applicant, sight.facts.profile.school
    stage = "letters-graduate" if sight.facts.graduated() else "letters-student"
    said: dict[str, tuple[str, Any]] = {
        "name": ("applicant.name", person.name),
        "stage": ("school.status", sight.catalog.name("stage", stage)),
        "school": ("school.name", school.name),
        "country": ("school.country", school.country),
        "graduation": ("school.graduation", school.graduation),
        "status": ("applicant.citizenship", status_row(sight.answers, sight.catalog).letters),
        "self": ("applicant.own_words", person.own_words),
        "languages": ("applicant.languages", joined(person.languages or ()) or None),
    }
    may = {name: value if field in fields else None for name, (field, value) in said.items()}
    return Me(**may, season=sight.facts.profile.season)


def _asked(sight: Sight, block: BlockView | None) -> Asked:
    settings = sight.facts.settings
    role = block.role if block and block.role else settings.roles[0]
    specialty = by_id(settings.specialties)[role.specialty]
    kind = block.type if block else None
    return Asked(
        name=kind.request if kind else specialty.name,
        host=host_to_name(sight, block) if block else None,
        first=block.first if block else None,
        last=block.last if block else None,
        upload_by=block.letter.upload_by if block and block.letter else None,
        specialty=specialty.name,
        writer=specialty.writer,
    )
