"""Tasks that a profile says are done and the guide has none of."""

from collections.abc import Collection, Iterator

from generator.errors import Problem
from generator.profile import Profile
from generator.reading import Document, nearest

OF_BLOCK = "--"


def check_done(profile: Profile, document: Document, *, task_ids: Collection[str]) -> Iterator[Problem]:
    """Each id under `done` whose task does not exist; that its rotation is no longer planned is no mistake."""
    for number, named in enumerate(profile.done or ()):
        if entry_of(named) not in task_ids:
            what = f"the guide knows no task {named!r}"
            yield Problem(document.place(("done", number)), what, hint_for(named, task_ids))


def entry_of(task: str) -> str:
    """What editors call a task, whichever rotation it is for.

    >>> entry_of("letter-ask--emory-psychiatry"), entry_of("passport")
    ('letter-ask', 'passport')
    """
    return task.partition(OF_BLOCK)[0]


def hint_for(named: str, known: Collection[str]) -> str:
    """The nearest task, or where to find them all."""
    entry, apart, block = named.partition(OF_BLOCK)
    near = nearest(entry, known)
    return f"did you mean {near + apart + block!r}?" if near else "guide done with your profile lists all open tasks"
