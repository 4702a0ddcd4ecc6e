"""What each field of the plan says, for those who read it as JSON; a test sees to it that none is missing."""

from collections.abc import Mapping
from types import MappingProxyType

MEANINGS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "Plan": {
            "as_of": "The day that the plan takes for today.",
            "season": "Year of the Match that is applied for.",
            "how_many": "How many rotations.",
            "clauses": "The test for two rotations, clause by clause.",
            "reasons": "What speaks for three or four rotations.",
            "mix": "Which parts the rotations play.",
            "schedule": "When, block by block.",
            "routes": "Each way in by its id: open, ask (ask first) or closed.",
            "letters": "Which letters are needed, and what fills them.",
            "refused": "Why each of the profile's letters does not count: not-us, not-faculty, not-well, not-yet or "
            "unknown; empty for one that does.",
            "documents": "The papers that hosts and programs ask for.",
            "costs": "What the plan costs, as far as prices are known.",
            "tasks": "What to do, in the order of the checklists.",
            "open_questions": "What is unknown, that on which most decisions hang first.",
        },
        "Decision": {
            "value": "What was decided.",
            "because": "Why, in words for the applicant.",
            "facts": "The facts that the deciding rule names.",
            "sources": "Ids of the sources that it rests on.",
            "rule": "The rule that decided, as table and row.",
            "unsettled": "Unknown facts that could decide otherwise.",
            "would_change": "Changes of the applicant's own answers that would alter it.",
        },
        "Change": {
            "id": "Id of the change.",
            "name": "The change as a phrase.",
            "how": "How to bring it about.",
            "settles": "Unknown facts that it answers; none if it changes what is known.",
            "value": "What would be decided then.",
            "rule": "The rule that would decide then.",
        },
        "Clause": {
            "id": "Id of the clause.",
            "fact": "The fact that it asks for.",
            "met": "Whether it is met; null while the fact is unknown.",
        },
        "Count": {
            "least": "The least that makes sense.",
            "most": "The most that makes sense.",
            "aim": "The number that the plan is made for.",
        },
        "Mix": {
            "parts": "The parts in the order of the year.",
            "keep": "The same parts, the weightiest first.",
            "doubles": "Parts that can play that of their specialty too.",
        },
        "Schedule": {
            "blocks": "The rotations in order of time.",
            "wanted": "The parts that no booked or done rotation plays yet.",
            "dropped": "The parts that found no place.",
            "lead": "usual: hosts have the usual time to decide; short: they have less.",
            "late": "Whether the planned blocks end too late for a letter before programs read.",
            "earliest": "First day that a host can still take.",
            "last_end": "Last day on which a block is of use.",
            "upload_by": "Day by which letters are safely there; null if the season's date is unknown.",
        },
        "Block": {
            "id": "Id of the block: its part, or booked and a number.",
            "part": "The part that it plays; empty for none.",
            "span": "Its days.",
            "status": "planned: still to be found; booked; or done.",
            "field": "The field of a rotation in the profile; empty if planned.",
            "type": "The type of a rotation in the profile; empty if planned or not said.",
            "host": "The host in the applicant's own words, plain text; empty if planned.",
            "late": "Whether it ends too late for a letter before programs read.",
            "letter": "When to ask for its letter; null if it is done.",
            "inquiry": "When to write to hosts; null unless it is planned.",
        },
        "Span": {"first": "First day.", "last": "Last day, included."},
        "LetterDates": {
            "first_ask": "First good day to ask; null if it has gone by.",
            "last_ask": "Last good day to ask; null if it has gone by.",
            "reminder": "Day for a reminder; null if it has gone by or comes too late.",
            "upload_by": "Day by which the letter is safely there; null if unknown or gone by.",
            "in_time": "Whether a letter from this block can be there in time.",
        },
        "InquiryDates": {
            "opens": "First day of the usual time to write.",
            "closes": "Last day of the usual time to write.",
            "write_by": "Day by which to write now.",
            "closed": "Whether the usual time is over.",
        },
        "Dropped": {
            "part": "The part that found no place.",
            "why": "no-time, electives-cap, weeks-cap, weeks-available or no-windows.",
        },
        "LetterPlan": {
            "slots": "The letters that applications need.",
            "counting": "Which of the profile's letters count, by their place in its list, from 0.",
        },
        "Slot": {
            "id": "Id of the letter.",
            "name": "Whose letter it is.",
            "letter": "The profile's letter that fills it, by its place in the list, from 0; or null.",
            "block": "The block that fills it, by id; or null.",
        },
        "DocumentDue": {
            "id": "Id of the document.",
            "start": "Day on which to start on it; null if nothing sets one.",
            "now": "Whether that day is here.",
            "in_hand": "Whether the profile lists it.",
            "expires_too_soon": "Whether it runs out before the last rotation ends.",
            "only_if": "What must turn out for it to be needed; of needs that stand together one is enough.",
        },
        "Costs": {
            "lines": "Every cost that applies.",
            "groups": "Each group's sum by the group's id.",
            "rotations": "The rotations together; the budget is held against this.",
            "everything": "All groups together.",
            "lost_income": "Income lost while away, in US dollars; null if unknown.",
            "budget": "The budget, in US dollars; null if unknown.",
            "verdict": "enough, tight, short or unknown.",
        },
        "CostLine": {
            "id": "Id of the cost.",
            "times": "How often it arises.",
            "total": "What it comes to; null where the price is unknown.",
            "counted": "Whether it is part of the sums.",
        },
        "Money": {"low": "Least, in US dollars.", "high": "Most, in US dollars."},
        "Task": {
            "id": "Id of the task; ticks hang on it.",
            "entry": "Id of the entry that it comes from.",
            "list": "The checklist that it is on.",
            "due": "Day by which to do it, never before as_of; null for any time.",
            "late": "Whether its own day has gone by, and it still helps.",
            "block": "The block that it belongs to, by id; empty for none.",
            "only_if": "What must turn out for it to be needed; of needs that stand together one is enough.",
        },
        "Need": {
            "fact": "The unknown fact.",
            "answer": "The answer that is needed.",
        },
        "OpenQuestion": {
            "fact": "The unknown fact.",
            "rules": "The decisions that hang on it.",
        },
    }
)
