"""What each field of the rankings and of the application list says."""

from collections.abc import Mapping
from types import MappingProxyType

RANKING_MEANINGS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "Ranking": {
            "id": "rotate (where to rotate) or apply (where to apply).",
            "criteria": "What places are compared by.",
            "rows": "Places in order: by the middle of their range, then its lower end, then by name.",
        },
        "Criterion": {
            "id": "Id of the criterion.",
            "name": "What it is called.",
            "weight": "What its points are multiplied by.",
            "own": "Whether the weight is the applicant's own.",
            "most": "The most that it can add.",
        },
        "RankRow": {
            "host_id": "Id of the host or program; empty for a host that only the applicant names.",
            "name": "Its name; plain text in the applicant's words where only they name it.",
            "place": "Its place from 1; places with the same range share one.",
            "low": "The least that its points can add up to.",
            "high": "The most that its points can add up to; the same as low where nothing is unknown.",
            "points": "One entry for each criterion, in their order.",
            "passes": "Whether answers could put it above the row before it.",
        },
        "Points": {
            "criterion": "Id of the criterion.",
            "low": "The least that it adds: weight times points of the worst level that is possible.",
            "high": "The most that it adds.",
            "weight": "What the points of the level are multiplied by.",
            "levels": "The levels that are possible, the best first; one where it is known.",
            "because": "Why.",
            "sources": "Ids of the sources that it rests on.",
            "unknown": "What is not known, as a clause; empty where the level is known.",
            "settle": "Who knows it; empty where the level is known.",
            "hangs_on": "The unknown thing in one word; where two places share it, one answer moves both.",
        },
        "Application": {
            "kinds": "The kinds of program.",
            "left_out": "Combined programs that are not on the list, and why.",
            "others": "Other specialties in the applicant's own words, plain text; their numbers are theirs to set.",
            "fees": "ERAS fees of all kinds together, other specialties not counted.",
            "signals": "The signals of each specialty.",
            "preference": "name (name divisions), leave-out (say that there is no preference) or sent.",
            "divisions": "The nine divisions.",
            "open": "Whether signals and divisions can still be chosen.",
        },
        "ListKind": {
            "id": "Id of the kind.",
            "name": "What it is called.",
            "what": "Which programs are meant.",
            "count": "How many.",
            "within": "Kinds among which it is counted.",
            "fee": "ERAS fees from the least to the most programs; null where it is counted within others.",
            "programs": "Programs that stand on it by name, the best first.",
        },
        "ListCount": {
            "low": "The least.",
            "high": "The most.",
        },
        "Listed": {
            "host_id": "Id of the host or program; empty where only the applicant names it.",
            "name": "Its name; plain text in the applicant's words where only they name it.",
            "why": "interviewed, rotated, ahead, planned, wanted or combined; of one left out fails or not-now.",
            "because": "Why it is on the list.",
            "sources": "Ids of the sources.",
        },
        "Signals": {
            "specialty": "Id of the specialty, or combined.",
            "name": "What it is called.",
            "tiers": "The sorts of signals.",
            "certainty": "official, projected or unknown.",
            "rule": "How the number was projected; empty if it was not.",
            "find_out": "Where the number will stand; empty where it is official.",
            "sources": "Ids of the sources of the number.",
            "assigned": "Where signals go, the first to be given first.",
            "left": "How many are left to give.",
        },
        "SignalTier": {
            "id": "Id of the sort.",
            "name": "What they are called.",
            "one": "What one of them is called.",
            "number": "How many there are.",
        },
        "Signal": {
            "tier": "Id of the sort.",
            "host_id": "Id of the program or host that it goes to; empty where only the applicant names it.",
            "name": "Its name; plain text in the applicant's words where only they name it.",
            "because": "Why it goes there.",
            "sources": "Ids of the sources of that reason.",
        },
        "Division": {
            "id": "Id of the division.",
            "name": "What it is called.",
            "programs": "How many combined programs of the list lie in it.",
            "named": "Whether to name it.",
        },
    }
)
