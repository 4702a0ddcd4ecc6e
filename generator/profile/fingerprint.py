"""One line that changes with any answer of a profile, and with nothing else."""

import json
from hashlib import sha256

from generator.profile import Profile


def fingerprint(profile: Profile) -> str:
    """The same for the same answers, however the file is laid out; what is unknown counts as not there."""
    answers = profile.model_dump(mode="json", by_alias=True, exclude_none=True)
    return sha256(json.dumps(answers, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
