"""Views become text: each page from its template, and the scripts in it with their words filled in."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from generator.rendering import Renderer
from generator.rendering.citing import Citing
from generator.rendering.mail import mail_link
from generator.site.output import Output
from generator.views import Page, Sight, View
from generator.views.messages import MessageGroup, MessageView, messages
from generator.views.scripts import ScriptView

MESSAGES, PLAIN = "downloads/messages.txt", "partials/_messages.txt"


def rendered(renderer: Renderer, page: Page, citing: Citing) -> str:
    names = dict(_named(page.view, renderer))
    names["citing"] = replace(citing, root="../" * page.path.count("/"))
    return renderer.page(f"pages/{page.template}", names)


def _named(view: View, renderer: Renderer) -> Iterator[tuple[str, object]]:
    """The names of a view; its scripts come with their text filled in."""
    for name, value in vars(view).items():
        yield name, _with_texts(value, renderer)


def _with_texts(value: Any, renderer: Renderer) -> Any:
    """The same with every script in it filled in."""
    if isinstance(value, tuple):
        return tuple(_with_texts(one, renderer) for one in value)
    if isinstance(value, MessageGroup):
        return replace(value, messages=_with_texts(value.messages, renderer))
    if isinstance(value, MessageView):
        return replace(value, scripts=_with_texts(value.scripts, renderer))
    return _filled(value, renderer) if isinstance(value, ScriptView) else value


def _filled(script: ScriptView, renderer: Renderer) -> ScriptView:
    text = renderer.text(script.template, script.names)
    link = mail_link(text, script.address)
    return replace(script, text=text, mailto=link.href, is_too_long=not link.whole)


def messages_file(sight: Sight, renderer: Renderer) -> Output:
    """Every message with its text in one plain file."""
    names = dict(_named(messages(sight), renderer))
    return Output(MESSAGES, renderer.text(PLAIN, names) + "\n", PLAIN)
