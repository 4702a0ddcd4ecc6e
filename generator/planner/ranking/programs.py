"""What is found of a combined program, criterion by criterion, for someone who would train there."""

from collections.abc import Iterable, Mapping

from generator.catalog.entry import OWN_ENTRY
from generator.catalog.program import Program
from generator.catalog.readings import Filter, LetterReading
from generator.facts import Answer
from generator.planner.passing import passes
from generator.planner.places import names_of
from generator.planner.ranking.theirs import Theirs
from generator.prose import Prose
from generator.rules import criteria, program_criteria
from generator.rules.program_criteria import Asked
from generator.rules.ranking import Finding

Voices = list[tuple[str, ...]]


def findings_of_program(program: Program, theirs: Theirs) -> Mapping[str, Finding]:
    """Each criterion of the ranking of programs with what is found of this program."""
    names, key = names_of(program), program.id
    reading = theirs.catalog.files.readings.of(key)
    rotations = theirs.rotations(names)
    return {
        "wanted": criteria.wanted(theirs.wish(names, program=key), key),
        "own": program_criteria.own(
            interviewed=theirs.interviewed(names),
            rotations=None if rotations is None else [one.status for one in rotations],
            key=key,
        ),
        "filters": program_criteria.filters(
            _asked(reading.asked(None), theirs), key, settle=program.img_statement.unknown or Prose("")
        ),
        "recruits": recruiting(program, theirs),
        "imgs": program_criteria.imgs(reading.imgs, key),
        "letters": _letters(program, None if "letters" in program.own else reading.letters, theirs),
        "integrated": program_criteria.integrated(reading.integrated, key),
        "region": theirs.region(program.state, key),
        "departments": program_criteria.departments(reading.departments, _asked(reading.asked_next_door, theirs), key),
        "license": program_criteria.license(theirs.licensed_in(program.state), program.state),
    }


def _asked(filters: Iterable[Filter], theirs: Theirs) -> tuple[Asked, ...]:
    return tuple(Asked(one.what, one.sources, passes(one, theirs.facts)) for one in filters)


def recruiting(program: Program, theirs: Theirs) -> Finding:
    """Whether it recruits: as they found out, or by a listing that is fresh; an old listing leaves it open."""
    entry = theirs.own_entry(names_of(program))
    if entry is not None and entry.recruiting is not None:
        return program_criteria.recruits(entry.recruiting, program.id, what=Prose(""), sources=(OWN_ENTRY,))
    known, first = program.recruiting, theirs.facts.as_of.year - theirs.catalog.files.ranking.fresh_years
    fresh = known.value is not None and known.as_of is not None and known.as_of >= first
    what = known.value if isinstance(known.value, Prose) else Prose("")
    return program_criteria.recruits(True if fresh else None, program.id, what=what, sources=known.sources)


def _letters(program: Program, rule: LetterReading | None, theirs: Theirs) -> Finding:
    """Their letters against those that it asks for; where that is not known, it may ask for one letter or for more."""
    at_hand, perhaps = _voices(theirs, sure=True), _voices(theirs, sure=False)
    planned = [one.specialties for one in theirs.sets.writers if one.block is not None and one.fills == "every"]
    unlisted = theirs.facts.profile.letters is None
    best = "there" if unlisted or _have(rule, perhaps) else "planned" if _have(rule, [*perhaps, *planned]) else "open"
    if rule is None or rule.department:
        worst = "open"
    else:
        worst = "there" if _have(rule, at_hand) else "planned" if _have(rule, [*at_hand, *planned]) else "open"
    return program_criteria.letters(
        best=best, worst=worst, read=rule, hangs_on=f"letters {_kind_of(rule) or program.id}"
    )


def _kind_of(rule: LetterReading | None) -> str:
    """A rule in one word, the same for programs that ask for the same; empty where something else is open."""
    return "" if rule is None or rule.department else " ".join([str(rule.number), *rule.specialties])


def _voices(theirs: Theirs, *, sure: bool) -> Voices:
    """The specialties of each letter that counts, or of each that may count as well."""
    settings, facts = theirs.facts.settings, theirs.facts
    made: Voices = []
    for letter in facts.profile.letters or ():
        counts: Answer = facts.counts(letter)
        if counts or (counts is None and not sure):
            fits_any = letter.field is None and not sure
            made.append(settings.specialty_ids if fits_any else settings.counts_for(letter.field or ""))
    return made


def _have(rule: LetterReading | None, voices: Voices) -> bool:
    """Whether letters are as many as a program asks for, with one from each specialty that it names."""
    if rule is None:
        return bool(voices)
    spoken = {specialty for voice in voices for specialty in voice}
    return len(voices) >= rule.number and spoken >= set(rule.specialties)
