"""What each field of the sets of letters says, for those who read the plan as JSON."""

from collections.abc import Mapping
from types import MappingProxyType

SET_MEANINGS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "LetterMatrix": {
            "writers": "The writers: the profile's letters in their order, then the blocks that are ahead.",
            "sets": "The set of letters for each kind of application.",
            "losses": "What the loss of each writer does, in the order of the writers.",
        },
        "Writer": {
            "id": "Id of the writer: letter and a number for the profile's letters, else the block's.",
            "letter": "The profile's letter, by its place in the list, from 0; or null.",
            "block": "The block that the letter is to come from, by id; or null.",
            "specialties": "The specialties that the letter speaks for.",
            "fills": "every: it may fill any place that it speaks for; spare: only one that is not needed; none.",
            "at_hand": "Whether it is promised or uploaded.",
            "ready_on": "Day from which it can be counted on: as_of if uploaded; null if unknown.",
            "ask_from": "First good day to ask; null if it has gone by or is asked already.",
            "ask_by": "Last good day to ask; null if it has gone by or is asked already.",
            "remind_on": "Day for a reminder; null if it has gone by or comes too late.",
            "upload_by": "Day by which the letter is safely there; null if unknown, gone by or uploaded already.",
            "forms": "The standardized forms that the writer may use, by id; none for a letter that is uploaded.",
        },
        "LetterSet": {
            "application": "The kind of application, by id.",
            "places": "Its places in order.",
            "complete": "Whether every place that is needed has a writer.",
            "complete_on": "First day on which the letters of all needed places are there; null if one is open or "
            "its day is unknown.",
        },
        "Place": {
            "id": "Id of the place within its set.",
            "name": "What the place is called.",
            "needed": "Whether the set is complete only with it.",
            "writer": "Who fills it, by id; empty while it is open.",
        },
        "Loss": {
            "writer": "The writer who falls away, by id.",
            "sets": "The sets in which that writer has a place, each decided again without.",
            "breaks": "The kinds of application that then fill fewer of their needed places, by id.",
        },
        "LossInSet": {
            "application": "The kind of application, by id.",
            "opened": "The needed places that become open, by id.",
            "takes_over": "The writers who come into needed places, by id.",
            "complete_on": "The day on which the set is complete then; null if a place is open or a day unknown.",
        },
    }
)
