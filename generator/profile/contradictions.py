"""Every contradiction between the answers of one profile, all at once."""

from collections.abc import Callable, Iterator
from datetime import date

from generator.errors import Problem
from generator.profile import Profile
from generator.profile.clashes import entries, exams, hosts, record, rotations, school
from generator.profile.clashes.said import Said
from generator.reading import Document

Clash = Callable[[Said], Iterator[Problem]]

CLASHES: tuple[Clash, ...] = (
    entries.ends_before_it_begins,
    entries.starts_in_no_days,
    entries.below_zero,
    entries.weight_too_high,
    entries.listed_twice,
    school.graduation_against_status,
    school.season_is_no_year,
    school.graduation_after_residency_begins,
    school.season_over,
    school.windows_after_graduation,
    school.windows_overlap,
    school.windows_in_terms,
    school.explained_but_denied,
    exams.score_without_result,
    exams.score_out_of_range,
    exams.step_1_score_after_scores_ended,
    exams.score_of_certificate,
    exams.day_against_status,
    exams.attempts_against_status,
    exams.certificate_before_graduation,
    exams.certificate_without_steps,
    record.experience_ahead,
    record.experience_overlaps,
    record.more_weeks_than_days,
    record.student_after_graduation,
    record.hands_on_while_watching,
    record.letter_ahead,
    record.message_ahead,
    record.answered_before_sent,
    record.answered_without_answer,
    rotations.booked_overlap,
    rotations.booked_when_away,
    rotations.done_but_ahead,
    hosts.read_ahead,
    hosts.no_month,
    hosts.no_page,
    hosts.no_mailbox,
    hosts.notice_of_years,
)

OVERTAKEN: tuple[Clash, ...] = (
    exams.planned_day_past,
    rotations.over_but_open,
    rotations.answer_overdue,
)


def contradictions(profile: Profile, document: Document, *, as_of: date) -> tuple[Problem, ...]:
    """Answers that can't all be true on this day, each at its place in the document."""
    return _found(CLASHES, Said(profile, document, as_of))


def overtaken(profile: Profile, document: Document, *, as_of: date) -> tuple[Problem, ...]:
    """Answers that were right until a day went by; the guide can be built with them, and says that they are old."""
    return _found(OVERTAKEN, Said(profile, document, as_of))


def _found(clashes: tuple[Clash, ...], said: Said) -> tuple[Problem, ...]:
    return tuple(sorted({problem for clash in clashes for problem in clash(said)}))
