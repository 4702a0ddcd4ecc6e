"""What each field of the advice beside the plan says."""

from collections.abc import Mapping
from types import MappingProxyType

ADVICE: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "Advice": {
            "alternatives": "Plans side by side, the guide's own first; none that another beats in everything.",
            "fallbacks": "What to do instead of each block.",
            "setbacks": "What is left when the host of a block falls away.",
            "offers": "What to answer to each offer, the one that is due first at the top.",
            "targets": "Places to apply to for each block that is still to be found, the best first.",
            "broken": "Pieces of the usual advice that the calendar does not allow.",
            "conflict": "Why too few blocks fit; null where enough do.",
        },
        "Alternative": {
            "id": "The order of goals that it was made for.",
            "blocks": "Its rotations that are to be found or accepted, in order of time.",
            "measures": "What it has, booked rotations included.",
            "gives_up": "Measures in which another of the plans is better.",
            "same_as": "Other orders of goals that lead to the same plan.",
        },
        "Measures": {
            "letters": "Needed letters that are at hand or to be expected in time.",
            "number": "Rotations ahead.",
            "sure": "Of them those that are booked or offered.",
            "open": "The same with those at a host that takes people like the applicant.",
            "integrated": "Of them those in which both fields show or where a combined program is.",
            "cities": "Cities to travel to; one that is not known counts by itself.",
            "cost": "Known cost of all rotations ahead, journeys included.",
        },
        "Fallback": {
            "block": "Id of the block that it stands in for.",
            "certainty": "How sure it is: offered, open, ask or slot.",
            "host": "The host; empty for any.",
            "host_id": "The host's id in the catalog; empty for none.",
            "type": "The type of rotation.",
            "span": "Its days.",
            "switch_by": "Last day on which there is still time to change over.",
        },
        "Setback": {
            "block": "Id of the block whose host falls away.",
            "host": "The host.",
            "letters": "Letters that are still covered in the best plan without it.",
            "letters_before": "Letters that are covered now.",
            "moved": "Blocks that would stand elsewhere or at another time.",
            "lost": "Parts that would find no place.",
        },
        "Moved": {
            "part": "The part that the block plays.",
            "host": "Its host then; empty for any.",
            "span": "Its days then.",
        },
        "OfferAdvice": {
            "number": "Which of the profile's rotations it is, counted from 1.",
            "host": "The host in the applicant's own words, plain text.",
            "advice": "accept, hold or decline.",
            "why": "best, other-plan, substitute, no-part, limits or worse.",
            "limits": "Limits that the offer breaks whatever else is taken.",
            "overlaps": "Blocks of the plan that share days with it.",
            "answer_by": "Day by which the host wants an answer; null if unknown.",
            "withdraw_by": "Last polite day to withdraw after accepting; null if it has gone by.",
            "span": "The days that are meant.",
            "part": "The part that it plays, or would play; empty for none.",
            "in_plans": "Plans that hold it.",
            "with_it": "What the best plan with it has; null where no plan can hold it.",
            "without_it": "What the best plan without it has.",
            "differs_in": "First goal, in the order of goals, in which those two plans differ; empty where none does.",
        },
        "Target": {
            "block": "Id of the block that it is for.",
            "certainty": "How sure it is: open, ask or slot.",
            "host": "The host; empty for any.",
            "host_id": "The host's id in the catalog; empty for none.",
            "type": "The type of rotation to ask for.",
            "first": "First day to ask for.",
            "apply_by": "Last day that leaves the host its time.",
        },
        "Broken": {
            "id": "letter-late, inquiry-months, pattern-months, score-late, pattern-order or part-missing.",
            "part": "The part that it concerns; empty for all.",
        },
        "Conflict": {
            "needed": "Rotations that are needed and still to be found.",
            "fits": "How many fit.",
            "limits": "Limits that can't hold together with what is needed; each one of them takes part.",
            "fewest": "Whether no smaller set of limits is in conflict.",
            "figures": "For each of these limits, how many blocks fit without it alone.",
            "frees": "Ways out, that with the least effort first.",
        },
        "LimitFigure": {"limit": "Id of the limit.", "blocks_without": "Blocks that fit if it alone gives way."},
        "Freed": {
            "limits": "Limits that free the plan if they give way together.",
            "effort": "How hard that is, by the weights in the limits' file.",
            "blocks": "How many blocks fit then.",
            "sum": "The least that the rotations then cost, as far as prices are known; null without the budget.",
        },
        "Proof": {
            "proved": "Whether it is proved that no plan is better.",
            "looked_at": "How many plans in the making were looked at.",
            "goal": "Where it is not proved: the first goal in which a better plan may exist.",
            "at_most": "By how much at most.",
        },
    }
)
