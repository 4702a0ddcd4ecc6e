"""Exams: scores, days and attempts that don't fit how far the exam has come."""

from collections.abc import Iterator
from datetime import date

from generator.errors import Problem
from generator.profile import Exam
from generator.profile.clashes.said import Said
from generator.reading.document import Path

NAMES = {"step_1": "Step 1", "step_2_ck": "Step 2 CK", "english_test": "the English test"}
CERTIFICATE: Path = ("exams", "ecfmg_certificate")
HIGHEST = {"step_1": 300, "step_2_ck": 300, "english_test": 500}
AHEAD = ("not-taken", "planned")
BEHIND = ("waiting", "passed", "failed")
FIRST_DAY_WITHOUT_SCORES = date(2022, 1, 26)


def score_without_result(said: Said) -> Iterator[Problem]:
    """A score for an exam that has no result yet."""
    for path, exam in _exams(said):
        if exam.score is not None and exam.status in (*AHEAD, "waiting"):
            what = f"there is a score, but the status {exam.status!r} says that there is no result yet"
            yield said.wrong((*path, "score"), what, "correct the status, or delete the score")


def score_out_of_range(said: Said) -> Iterator[Problem]:
    """A score that the exam can't give."""
    for path, exam in _exams(said):
        highest = HIGHEST[str(path[-1])]
        if exam.score is not None and not 1 <= exam.score <= highest:
            what = f"expected a score from 1 to {highest}, found {exam.score}"
            yield said.wrong((*path, "score"), what, "correct it, or write unknown")


def step_1_score_after_scores_ended(said: Said) -> Iterator[Problem]:
    """A three-digit score for a Step 1 from the time of pass or fail."""
    for path, exam in _exams(said):
        late = exam.date is not None and exam.date >= FIRST_DAY_WITHOUT_SCORES
        if path[-1] == "step_1" and exam.score is not None and late:
            what = f"Step 1 gives no score since {FIRST_DAY_WITHOUT_SCORES}, and this was taken on {exam.date}"
            yield said.wrong((*path, "score"), what, "delete the score, or correct the day")


def day_against_status(said: Said) -> Iterator[Problem]:
    """A day on the wrong side of today for how far the exam has come; the certificate included."""
    for path, exam in (*_exams(said), *_certificate(said)):
        if exam.date is not None:
            yield from _day_problems(said, (*path, "date"), exam)


def _day_problems(said: Said, path: Path, exam: Exam) -> Iterator[Problem]:
    ahead = exam.date is not None and exam.date > said.as_of
    if exam.status in BEHIND and ahead:
        what = f"the status is {exam.status!r}, but {exam.date} is still ahead"
        yield said.wrong(path, what, "write planned, or correct the day")
    if exam.status == "not-taken":
        what = f"the status is 'not-taken', but there is a day, {exam.date}"
        yield said.wrong(path, what, "write planned if it is booked, or delete the day")


def planned_day_past(said: Said) -> Iterator[Problem]:
    """A planned exam whose day has gone by."""
    for path, exam in (*_exams(said), *_certificate(said)):
        if exam.status == "planned" and exam.date is not None and exam.date < said.as_of:
            hint = "write waiting, passed or failed if it was taken, or give the new day"
            yield said.wrong((*path, "date"), f"the status is 'planned', but {exam.date} is past", hint)


def attempts_against_status(said: Said) -> Iterator[Problem]:
    """Attempts at an exam that was not taken, or none at one that was."""
    for path, exam in _exams(said):
        if exam.attempts == 0 and exam.status in BEHIND:
            what = f"the status is {exam.status!r}, so it was taken at least once, but attempts is 0"
            yield said.wrong((*path, "attempts"), what, "write how often it was taken, or unknown")
        if exam.attempts and exam.attempts > 0 and exam.status == "not-taken":
            what = f"the status is 'not-taken', but attempts is {exam.attempts}"
            yield said.wrong((*path, "attempts"), what, "write failed, or planned if you take it again; or write 0")


def certificate_before_graduation(said: Said) -> Iterator[Problem]:
    """An ECFMG certificate in the hands of a student."""
    for path, exam in _certificate(said):
        if exam.status == "passed" and said.profile.school.status == "enrolled":
            what = "the ECFMG certificate is held, but the school status is 'enrolled'"
            yield said.wrong((*path, "status"), what, "ECFMG certifies graduates only; correct one of the two")


def certificate_without_steps(said: Said) -> Iterator[Problem]:
    """An ECFMG certificate without the exams that it rests on."""
    steps = [(path, exam) for path, exam in _exams(said) if path[-1] != "english_test"]
    held = any(exam.status == "passed" for _, exam in _certificate(said))
    for path, exam in steps:
        if held and exam.status not in (None, "passed"):
            what = f"the ECFMG certificate is held, but the status of {NAMES[str(path[-1])]} is {exam.status!r}"
            yield said.wrong((*path, "status"), what, "the certificate needs both Steps passed; correct one of the two")


def score_of_certificate(said: Said) -> Iterator[Problem]:
    """A score or attempts for the certificate, which is no exam."""
    for path, exam in _certificate(said):
        for name in ("score", "attempts"):
            if getattr(exam, name) is not None:
                yield said.wrong((*path, name), f"a certificate has no {name}", "delete this line")


def _exams(said: Said) -> Iterator[tuple[Path, Exam]]:
    for name in NAMES:
        exam = getattr(said.profile.exams, name, None)
        if exam is not None:
            yield ("exams", name), exam


def _certificate(said: Said) -> Iterator[tuple[Path, Exam]]:
    exams = said.profile.exams
    if exams is not None and exams.ecfmg_certificate is not None:
        yield CERTIFICATE, exams.ecfmg_certificate
