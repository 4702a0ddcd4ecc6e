"""The sheet of messages to hosts: those that were sent, and those that the plan wants."""

from collections.abc import Iterator

from generator.downloads.sheets import Sheet, Value
from generator.plan import HostVerdict, Message
from generator.profile import Inquiry
from generator.views.tracker.building import Builder, Line
from generator.views.tracker.places import Places
from generator.views.tracker.words import known, plain, some

FIRST = ("inquiry", "inquiry-graduate")


def inquiries(make: Builder) -> Sheet:
    """A row for every message, and for every host that the plan counts on and that got none."""
    return make.sheet("inquiries", _Inquiries(make).lines())


class _Inquiries:
    """The rows."""

    def __init__(self, make: Builder) -> None:
        self._make, self._sight = make, make.sight
        self._places = Places(make.sight)
        self._sent = make.sight.facts.profile.inquiries or ()

    def lines(self) -> Iterator[Line]:
        for number, inquiry in enumerate(self._sent):
            yield Line(f"inquiries/{number}", self._of(inquiry))
        for message in self._sight.plan.messages:
            if message.recipient == "host" and message.kind in FIRST:
                yield Line(f"plan/{message.id}", self._to_send(message))

    def _of(self, inquiry: Inquiry) -> dict[str, Value]:
        host = self._places.called(inquiry.host)
        return {
            **(self._about(host) if host else {}),
            "host": inquiry.host,
            "sent": inquiry.sent,
            "answered": inquiry.answered,
            "outcome": inquiry.outcome,
            "write_again": inquiry.write_again,
            "note": inquiry.note,
        }

    def _about(self, host: HostVerdict) -> dict[str, Value]:
        record = self._places.record(host.id)
        office = record.office if record else None
        return {"office": known(office, plain(self._make.file.unknown)), "question": some(host.ask)}

    def _to_send(self, message: Message) -> dict[str, Value]:
        host = self._places.called(message.host)
        told = self._about(host) if host else {}
        waits = {one.id: plain(one.words) for one in self._sight.catalog.files.messages.waits}
        due: Value = message.due or waits.get(message.waits_for)
        return {**told, "host": plain(message.host), "question": some(message.ask), "due": due}
