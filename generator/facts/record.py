"""Facts about exams, experience and letters."""

from collections.abc import Iterator

from generator.facts.about import SITTINGS, About
from generator.facts.fact import reads
from generator.facts.logic import Answer, every, opposite, some
from generator.profile import Exam, Experience, Letter, Rotation

EXAMS = (*SITTINGS, "ecfmg_certificate")
NOT_TAKEN = {"not-taken", "planned"}
AT_HAND = {"promised", "uploaded"}


def _is(value: object, wanted: object) -> Answer:
    return None if value is None else value == wanted


class RecordFacts(About):
    """What they have passed, done and been promised."""

    @reads("exams.step_1.status")
    def step_1_passed(self) -> Answer:
        """They have passed Step 1."""
        return _is(self.exam("step_1").status, "passed")

    @reads("exams.step_1.score")
    def step_1_scored(self) -> Answer:
        """Their Step 1 has a three-digit score, from before it became pass or fail."""
        exam = self.exam("step_1")
        return True if exam.score is not None else None if exam.status is None else False

    @reads("exams.step_2_ck.status")
    def step_2_passed(self) -> Answer:
        """They have passed Step 2 CK."""
        return _is(self.exam("step_2_ck").status, "passed")

    @reads("exams.step_2_ck.status")
    def step_2_waiting(self) -> Answer:
        """They have taken Step 2 CK and wait for the result."""
        return _is(self.exam("step_2_ck").status, "waiting")

    @reads("exams.step_2_ck.status")
    def step_2_ahead(self) -> Answer:
        """They have not taken Step 2 CK yet."""
        exam = self.exam("step_2_ck")
        return None if exam.status is None or self._is_past(exam) else exam.status in NOT_TAKEN

    @reads("exams.step_2_ck.date", "exams.step_2_ck.status")
    def step_2_dated(self) -> Answer:
        """Step 2 CK is ahead of them and its day is fixed."""
        exam = self.exam("step_2_ck")
        if exam.status != "planned":
            return None if exam.status is None else False
        return True if exam.date and exam.date >= self.as_of else None

    @reads("exams")
    def exam_day_past(self) -> Answer:
        """The day of an exam that stands as planned has gone by, so its status is out of date."""
        return any(self._is_past(self.exam(name)) for name in EXAMS)

    def _is_past(self, exam: Exam) -> bool:
        return exam.status == "planned" and exam.date is not None and exam.date < self.as_of

    @reads("exams.english_test.status")
    def english_test_passed(self) -> Answer:
        """They have passed the English test that ECFMG asks for."""
        return _is(self.exam("english_test").status, "passed")

    @reads("exams.ecfmg_certificate.status")
    def ecfmg_certified(self) -> Answer:
        """They hold the ECFMG certificate."""
        return _is(self.exam("ecfmg_certificate").status, "passed")

    def _score_below(self, line: int) -> Answer:
        score = self.exam("step_2_ck").score
        return None if score is None else score < line

    @reads("exams.step_2_ck.score")
    def scores_strong(self) -> Answer:
        """Their Step 2 CK score is in the band that the settings call strong."""
        return opposite(self._score_below(self.settings.strong_from))

    @reads("exams.step_2_ck.score")
    def scores_borderline(self) -> Answer:
        """Their Step 2 CK score is in the band that the settings call borderline."""
        return every([self._score_below(self.settings.borderline_below), opposite(self.scores_very_low())])

    @reads("exams.step_2_ck.score")
    def scores_very_low(self) -> Answer:
        """Their Step 2 CK score is in the band that the settings call very low."""
        return self._score_below(self.settings.very_low_below)

    def _failed(self, name: str) -> Answer:
        exam = self.exam(name)
        if exam.status == "failed":
            return True
        if exam.attempts is None:
            return False if exam.status in NOT_TAKEN else None
        return exam.attempts > (0 if exam.status in NOT_TAKEN else 1)

    @reads("exams.step_1", "exams.step_2_ck", "explain")
    def failed_an_exam(self) -> Answer:
        """They have failed Step 1 or Step 2 CK at least once."""
        listed = bool(self.explains("failed-exam"))
        return some([self._failed("step_1"), self._failed("step_2_ck"), listed])

    @reads("exams", "explain", "school.repeated_years")
    def major_red_flag(self) -> Answer:
        """Their record holds a failed Step, a question of professionalism or a repeated year."""
        repeated = self.profile.school.repeated_years
        return some(
            [
                self.failed_an_exam(),
                self.explains("professionalism"),
                None if repeated is None else repeated > 0,
            ]
        )

    @reads("exams", "explain", "school.repeated_years")
    def no_major_red_flag(self) -> Answer:
        """Their record holds no failed Step, no question of professionalism and no repeated year."""
        return opposite(self.major_red_flag())

    def _experiences(self) -> tuple[Experience, ...]:
        finished = (rotation for rotation in self.profile.rotations or () if rotation.status == "done")
        told = (Experience(field=rotation.field, hands_on=self._worked(rotation)) for rotation in finished)
        return (*(self.profile.experience or ()), *told)

    def _worked(self, rotation: Rotation) -> Answer:
        """Whether a rotation that is done was hands-on: by its type; a student's elective without a type was."""
        if rotation.type is not None:
            return rotation.type not in self.settings.watching_types
        return True if self.profile.school.status == "enrolled" else None

    def _hands_on(self, specialty: str | None = None) -> Iterator[Answer]:
        """Whether each experience was hands-on; an unknown one more where the list itself is unknown."""
        if self.profile.experience is None:
            yield None
        for experience in self._experiences():
            if specialty is None or specialty in self.settings.counts_for(experience.field):
                yield experience.hands_on

    @reads("experience", "rotations", "school.status")
    def us_experience(self) -> Answer:
        """They have worked hands-on with patients in the United States, in any field."""
        return some(self._hands_on())

    @reads("experience", "rotations", "school.status")
    def no_us_experience(self) -> Answer:
        """They have not worked hands-on with patients in the United States."""
        return opposite(self.us_experience())

    @reads("experience", "rotations", "school.status", each="specialties")
    def us_experience_in(self, specialty: str) -> Answer:
        """They have worked hands-on in {name} in the United States."""
        return some(self._hands_on(specialty))

    @reads("experience", "rotations", "school.status")
    def us_experience_in_field(self) -> Answer:
        """They have worked hands-on in the United States in one of the specialties."""
        return some(self.us_experience_in(specialty) for specialty in self.settings.specialty_ids)

    @reads("experience", "rotations", "school.status")
    def only_observed(self) -> Answer:
        """They have been in United States hospitals, but only to watch or for research."""
        been = True if self._experiences() else None if self.profile.experience is None else False
        return every([been, opposite(self.us_experience())])

    def counts(self, letter: Letter) -> Answer:
        """Whether a letter is strong: American, at hand, by someone who knows them well and is no mere trainee."""
        at_hand = None if letter.status is None else letter.status in AT_HAND
        return every([letter.us, at_hand, _is(letter.knows, "well"), letter.faculty])

    @reads("letters")
    def us_letter(self) -> Answer:
        """A strong letter from the United States is promised or uploaded: the writer is faculty and knows them well."""
        letters = self.profile.letters
        return None if letters is None else some(self.counts(letter) for letter in letters)

    def _speaks_for(self, letter: Letter, specialty: str) -> Answer:
        return None if letter.field is None else specialty in self.settings.counts_for(letter.field)

    @reads("letters", each="specialties")
    def us_letter_in(self, specialty: str) -> Answer:
        """A strong letter from the United States by a physician in {name} is promised or uploaded."""
        letters = self.profile.letters
        if letters is None:
            return None
        return some(every([self.counts(letter), self._speaks_for(letter, specialty)]) for letter in letters)

    @reads("letters")
    def us_letter_in_both(self) -> Answer:
        """Each of the specialties has a strong letter from the United States promised or uploaded."""
        return every(self.us_letter_in(specialty) for specialty in self.settings.specialty_ids)
