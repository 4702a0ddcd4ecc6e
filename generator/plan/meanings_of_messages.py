"""What each field of a message says."""

from collections.abc import Mapping
from types import MappingProxyType

MESSAGE_MEANINGS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "Message": {
            "id": "Id of the message: its kind, and what it is about.",
            "kind": "The kind in content/rules/messages.yml that it comes from.",
            "script": "Id of the text.",
            "recipient": "Whom the text may speak to: host, writer or school; it decides what is released to it.",
            "to": "Who reads it: office (for visitors), faculty, program (its own office), attending or school.",
            "host_id": "The host's id in the catalog; empty for a host that only the applicant names, and for none.",
            "host": "The host: of the catalog, or plain text in the applicant's words; empty for none.",
            "ask": "The host's one open question; empty where the message asks none.",
            "block": "The block that it is about, by id, or an offer as offer and its number; empty for none.",
            "letter": "The writer that it is about, by id; empty for none.",
            "opens": "First day on which it makes sense; null for at once, or where no day is set.",
            "due": "Day by which to send it, never before as_of; null where no day is set.",
            "late": "Whether its own day, or the usual time for it, has gone by, and it still helps.",
            "state": "due: send it now; later: from its day on; waiting: not before waits_for; or when-needed.",
            "waits_for": "What it waits for, or what must not have come by then: an id in the same file; "
            "empty for nothing.",
        }
    }
)
