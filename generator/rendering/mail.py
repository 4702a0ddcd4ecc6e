"""A message as a link that opens a mail program, as RFC 6068 wants it."""

from dataclasses import dataclass
from urllib.parse import quote

SUBJECT = "Subject: "
LONGEST = 1900
"""Some mail programs cut longer links off."""


@dataclass(frozen=True)
class MailLink:
    """Where the link leads, empty for a text without a subject; `whole` says that the text is in it."""

    href: str
    whole: bool


def mail_link(text: str, address: str = "") -> MailLink:
    """The link for a text whose first line holds its subject; one that would be too long holds the subject only.

    >>> mail_link("Subject: Two & three\\n\\nDear all,\\nthanks.", "office@example.edu").href
    'mailto:office@example.edu?subject=Two%20%26%20three&body=Dear%20all%2C%0D%0Athanks.'
    >>> mail_link("Good morning.")
    MailLink(href='', whole=True)
    """
    first, _, rest = text.partition("\n")
    if not first.startswith(SUBJECT):
        return MailLink("", whole=True)
    short = f"mailto:{quote(address, safe='@')}?subject={_encoded(first.removeprefix(SUBJECT))}"
    href = f"{short}&body={_encoded(rest.strip())}"
    return MailLink(href, whole=True) if len(href) <= LONGEST else MailLink(short, whole=False)


def _encoded(text: str) -> str:
    """Every mark as a percent sign and its number, lines ended as in mail."""
    return quote("\r\n".join(text.splitlines()), safe="")
