"""A whole site or the last good one; nothing is published by accident; mistakes are told, not thrown."""

import gzip
import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import ClassVar

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from generator import plugin
from generator.errors import GuideError, Place, Problem
from generator.publishing import choosing, menu, mistakes, swap

CONFIG = """\
site_name: A guide
site_url: https://example.org/guide/
docs_dir: content
exclude_docs: |
  /*
  !/assets/
plugins:
  - search
  - guide:
      profile: profiles/ana.yml
      as_of: 2027-01-31
theme: {name: material, font: false}
nav:
  - You: [{Plan: index.md}, {Costs: costs.md}]
  - More: [{Visas: visas.md}]
validation: {nav: {omitted_files: warn}}
"""
SHIM = "assets/iframe-worker.js"
ENTRY_POINT = "[mkdocs.plugins]\nguide = generator.plugin:GuidePlugin\n"
PAGES = {
    "index.md": "# Plan\n\n[Costs](costs.md)\n",
    "costs.md": "# Costs\n",
    "downloads/plan.ics": b"BEGIN\r\n",
}


def page(path: str, content: str | bytes) -> SimpleNamespace:
    """What `build_outputs` gives for one file."""
    return SimpleNamespace(path=path, content=content, source=f"pages/{path}")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project with a last good site, of which every byte counts."""
    files = {
        "mkdocs.yml": CONFIG,
        "profiles/ana.yml": "name: Ana\n",
        "content/pages/index.md": "{{ a template }}",
        "content/notes.md": "# An editor's notes",
        "content/assets/guide.css": "body {}",
        "site/.gitkeep": "",
        "site/index.html": "the last good site",
        "installed/guide-0.dist-info/METADATA": "Metadata-Version: 2.1\nName: guide-for-tests\nVersion: 0\n",
        "installed/guide-0.dist-info/entry_points.txt": ENTRY_POINT,
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path / "installed"))
    for name in (choosing.PROFILE, choosing.AS_OF, choosing.TITLES, plugin.EPOCH):
        monkeypatch.delenv(name, raising=False)
    give(monkeypatch, PAGES)
    return tmp_path


def give(monkeypatch: pytest.MonkeyPatch, pages: dict[str, str | bytes]) -> list[plugin.Request]:
    """The product makes these pages, and the requests for them are remembered."""
    asked: list[plugin.Request] = []

    def outputs(request: plugin.Request) -> list[SimpleNamespace]:
        asked.append(request)
        return [page(path, content) for path, content in pages.items()]

    monkeypatch.setattr(plugin, "make_outputs", outputs)
    return asked


def run(project: Path, *, strict: bool = True) -> None:
    """`mkdocs build`, without the terminal."""
    config = load_config(str(project / "mkdocs.yml"), strict=strict)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()


def bytes_in(folder: Path) -> dict[str, bytes]:
    """Every file below the folder with what it holds."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def made_beside(project: Path) -> list[str]:
    """What a build left next to the site."""
    return [path.name for path in project.glob(".site*")]


def add_to(project: Path, event: str, body: str) -> None:
    """Another plugin is at work, as a hook."""
    (project / "hook.py").write_text(f"def {event}:\n    {body}\n", encoding="utf-8")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("hooks: [hook.py]\n")


def change(project: Path, old: str, new: str) -> None:
    """`mkdocs.yml` says something else."""
    file = project / "mkdocs.yml"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


class TestTheSwap:
    """A new site takes the old one's place whole, or leaves it alone."""

    def test_a_good_build_replaces_the_site_and_keeps_its_hidden_files(self, project: Path) -> None:
        run(project)

        assert "the last good site" not in (project / "site/index.html").read_text(encoding="utf-8")
        assert (project / "site/.gitkeep").exists()
        assert not (project / "site" / swap.UNFINISHED).exists()
        assert made_beside(project) == []

    def test_a_first_build_needs_no_site(self, project: Path) -> None:
        shutil.rmtree(project / "site")

        run(project)

        assert (project / "site/index.html").exists()

    @pytest.mark.parametrize(
        ("event", "body"),
        [
            pytest.param("on_config(config)", "raise OSError('no')", id="another plugin, on config"),
            pytest.param("on_pre_build(config)", "raise OSError('no')", id="before the build"),
            pytest.param("on_files(files, config)", "raise OSError('no')", id="with the files"),
            pytest.param("on_page_markdown(markdown, **_)", "raise OSError('no')", id="reading a page"),
            pytest.param("on_page_context(context, **_)", "raise OSError('no')", id="writing a page"),
            pytest.param("on_post_build(config)", "raise OSError('no')", id="after the build"),
            pytest.param("on_post_page(output, **_)", "raise KeyboardInterrupt", id="the person stops it"),
            pytest.param("on_post_build(config)", "raise SystemExit(1)", id="something leaves"),
        ],
    )
    def test_a_failure_leaves_the_last_site(self, project: Path, event: str, body: str) -> None:
        add_to(project, event, body)
        before = bytes_in(project / "site")

        with pytest.raises((OSError, KeyboardInterrupt, SystemExit)):
            run(project)

        assert bytes_in(project / "site") == before
        assert made_beside(project) == []

    def test_a_mistake_in_the_profile_leaves_the_last_site(
        self, project: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        problems = [Problem(Place("profiles/ana.yml", n), "no such word") for n in (2, 3)]
        monkeypatch.setattr(plugin, "make_outputs", failing(GuideError(problems)))
        before = bytes_in(project / "site")

        with pytest.raises(Abort):
            run(project)

        assert bytes_in(project / "site") == before
        assert all(str(problem) in caplog.text for problem in problems)

    def test_a_mistake_in_the_code_leaves_the_last_site(self, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(plugin, "make_outputs", failing(ZeroDivisionError()))
        before = bytes_in(project / "site")

        with pytest.raises(ZeroDivisionError):
            run(project)

        assert bytes_in(project / "site") == before

    @pytest.mark.parametrize(
        "event",
        ["on_page_markdown(markdown, **_)", "on_post_build(config)"],
        ids=["while building", "at the very end"],
    )
    def test_a_strict_warning_leaves_the_last_site(self, project: Path, event: str) -> None:
        add_to(project, event, "import logging; logging.getLogger('mkdocs.hook').warning('hm')")
        before = bytes_in(project / "site")

        with pytest.raises(Abort):
            run(project)

        assert bytes_in(project / "site") == before
        assert made_beside(project) == []

    def test_a_warning_is_no_matter_when_not_strict(self, project: Path) -> None:
        add_to(project, "on_post_build(config)", "import logging; logging.getLogger('mkdocs').warning('hm')")

        run(project, strict=False)

        assert (project / "site/costs/index.html").exists()

    @pytest.mark.parametrize("fails_at", [1, 2], ids=["setting the old one aside", "moving the new one in"])
    def test_a_disk_error_in_the_swap_leaves_the_last_site(
        self, project: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int
    ) -> None:
        monkeypatch.setattr(swap, "move", failing_once(swap.move, at=fails_at))
        before = bytes_in(project / "site")

        with pytest.raises(Abort):
            run(project)

        assert bytes_in(project / "site") == before
        assert made_beside(project) == []

    def test_site_dir_is_given_back(self, project: Path) -> None:
        config = load_config(str(project / "mkdocs.yml"))
        build(config)

        assert config.site_dir == str(project / "site")

    def test_what_a_crash_left_is_mended(self, project: Path) -> None:
        (project / "site").rename(project / ".site-old")
        (project / ".site-new-dead").mkdir()
        add_to(project, "on_config(config)", "raise OSError('and the next build fails too')")

        with pytest.raises(OSError, match="next build"):
            run(project)

        assert "the last good site" in (project / "site/index.html").read_text(encoding="utf-8")

    def test_a_crashed_builds_folder_is_cleared(self, project: Path) -> None:
        (project / ".site-new-dead").mkdir()
        (project / ".site-old").mkdir()

        run(project)

        assert made_beside(project) == []

    def test_a_build_that_another_one_overtook_offers_nothing(self, project: Path) -> None:
        first = swap.begin(project / "site")
        second = swap.begin(project / "site")

        with pytest.raises(FileNotFoundError):
            swap.finish(first)

        swap.finish(second)
        assert (project / "site/.gitkeep").exists()

    def test_a_site_that_is_a_link_stays_one(self, project: Path) -> None:
        (project / "site").rename(project / "elsewhere")
        (project / "site").symlink_to("elsewhere", target_is_directory=True)

        run(project)

        assert (project / "site").is_symlink()
        assert (project / "elsewhere/costs/index.html").exists()


class TestWhatIsPublished:
    """Pages come in by name; nothing else does but the assets and the theme's own files."""

    def test_only_made_pages_and_assets(self, project: Path) -> None:
        run(project)

        ours = {name for name in bytes_in(project / "site") if not name.startswith(("assets", "search"))}
        assert ours == {
            ".gitkeep",
            "404.html",
            "costs/index.html",
            "downloads/plan.ics",
            "index.html",
            "sitemap.xml",
            "sitemap.xml.gz",
        }
        assert (project / "site/assets/guide.css").exists()
        assert (project / "site/downloads/plan.ics").read_bytes() == b"BEGIN\r\n"

    def test_a_page_that_this_person_does_not_get_leaves_the_menu(self, project: Path) -> None:
        run(project)

        home = (project / "site/index.html").read_text(encoding="utf-8")
        assert "Costs" in home
        assert "Visas" not in home
        assert "More" not in home

    def test_a_star_gives_each_page_that_fits_a_place_in_the_menu(
        self, project: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        change(project, "[{Visas: visas.md}]", "[visas/*.md]")
        give(monkeypatch, {**PAGES, "visas/o-1.md": "# O-1\n", "visas/j-1.md": "# J-1\n"})
        run(project)

        home = (project / "site/index.html").read_text(encoding="utf-8")
        assert 0 < home.index('href="visas/o-1/"') < home.index('href="visas/j-1/"')

    def test_a_page_without_a_place_in_the_menu_is_a_warning(
        self, project: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        give(monkeypatch, {**PAGES, "lost.md": "# Lost"})

        with pytest.raises(Abort):
            run(project)

    def test_marks_in_an_applicants_words_arrive_as_they_left(
        self, project: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        give(
            monkeypatch,
            {**PAGES, "costs.md": "# Costs\n\nAna &#34;Ann&#34; O&#39;Neil &#60;b&#62; {{ x }}\n"},
        )

        run(project)

        costs = (project / "site/costs/index.html").read_text(encoding="utf-8")
        assert "O'Neil &lt;b&gt; {{ x }}" in costs.replace("&#39;", "'").replace("&#60;", "&lt;").replace(
            "&#62;", "&gt;"
        )

    def test_an_edit_link_leads_to_the_template(self, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
        add_to(project, "on_files(files, config)", "print(files.get_file_from_path('index.md').edit_uri)")

        run(project)

        assert capsys.readouterr().out == "pages/index.md\n"

    def test_the_same_input_gives_the_same_bytes(self, project: Path) -> None:
        run(project)
        first = bytes_in(project / "site")

        run(project)

        assert bytes_in(project / "site") == first
        assert b"<lastmod>2027-01-31</lastmod>" in gzip.decompress(first["sitemap.xml.gz"])
        assert plugin.EPOCH not in os.environ


class TestWhatIsAskedFor:
    """Option, environment, clock."""

    def test_the_request_holds_what_the_project_says(self, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        asked = give(monkeypatch, PAGES)

        run(project)

        assert asked == [
            plugin.Request(
                root=project,
                content=project / "content",
                profile=project / "profiles/ana.yml",
                as_of=date(2027, 1, 31),
                audience="private",
            )
        ]

    def test_the_calendars_titles_are_the_projects_or_the_environments(
        self, project: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked = give(monkeypatch, PAGES)
        change(project, "as_of:", "calendar_titles: full\n      as_of:")

        run(project)
        monkeypatch.setenv(choosing.TITLES, "discreet")
        run(project)

        assert [one.titles for one in asked] == ["full", "discreet"]

    @pytest.mark.parametrize(
        ("old", "new", "told"),
        [
            pytest.param("profiles/ana.yml", "profiles/anna.yml", "did you mean profiles/ana.yml?", id="profile"),
            pytest.param("2027-01-31", "'31 Jan'", "write a date like 2027-01-31", id="date"),
            pytest.param("as_of:", "audience: mentor #", "there is: private", id="audience"),
            pytest.param("as_of:", "calendar_titles: all #", "write discreet or full", id="titles of the calendar"),
        ],
    )
    def test_a_wrong_option_is_explained(
        self, project: Path, caplog: pytest.LogCaptureFixture, old: str, new: str, told: str
    ) -> None:
        change(project, old, new)
        before = bytes_in(project / "site")

        with pytest.raises(Abort):
            run(project)

        assert told in caplog.text
        assert bytes_in(project / "site") == before

    def test_from_the_command_line_there_is_no_traceback(self, project: Path) -> None:
        python_path = os.pathsep.join([str(project / "installed"), str(Path(plugin.__file__).parents[1])])
        environment = {**os.environ, "PYTHONPATH": python_path, choosing.PROFILE: 'profiles/bo\'s "new".yml'}

        done = subprocess.run(
            [sys.executable, "-m", "mkdocs", "build"],
            cwd=project,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

        assert done.returncode == 1
        assert "GUIDE_PROFILE: there is no profile" in done.stderr
        assert "Traceback" not in done.stderr


class TestTheTheme:
    """What the frame adds to Material's own, and what it never loads."""

    def test_the_search_dialog_has_a_name_and_the_site_stays_out_of_search_engines(self, project: Path) -> None:
        theme = Path(plugin.__file__).parent / "theme"
        change(project, "{name: material,", f"{{name: material, custom_dir: '{theme}',")

        run(project)

        home = (project / "site/index.html").read_text(encoding="utf-8")
        assert 'role="dialog" aria-label="Search"' in home
        assert '<meta name="robots" content="noindex, nofollow">' in home
        assert "fonts.g" not in home


@pytest.mark.fast
class TestChoosing:
    """Which profile, which day."""

    @pytest.mark.parametrize(
        ("option", "environment", "chosen"),
        [
            pytest.param(date(2027, 1, 1), {"GUIDE_AS_OF": "2027-02-02"}, date(2027, 1, 1), id="the option first"),
            pytest.param("2027-01-01", {}, date(2027, 1, 1), id="an option in quotes"),
            pytest.param(None, {"GUIDE_AS_OF": "2027-02-02"}, date(2027, 2, 2), id="then the environment"),
            pytest.param(None, {"GUIDE_AS_OF": ""}, date(2027, 3, 3), id="empty is not set"),
            pytest.param(None, {}, date(2027, 3, 3), id="then the clock"),
        ],
    )
    def test_date(self, option: object, environment: dict[str, str], chosen: date) -> None:
        assert choosing.chosen_date(option, environment, today=date(2027, 3, 3)) == chosen

    @pytest.mark.parametrize(
        ("names", "today"),
        [
            pytest.param(["example-fourth-year.yml"], date(2026, 11, 22), id="an example never grows old"),
            pytest.param(["me.yml"], date(2027, 3, 3), id="a person's own guide follows the clock"),
            pytest.param(["example-graduate.yml", "me.yml"], date(2027, 3, 3), id="one of one's own is enough"),
        ],
    )
    def test_today_of_examples(self, names: list[str], today: date) -> None:
        paths = [Path("profiles") / name for name in names]

        assert choosing.today_for(paths, date(2026, 11, 22), clock=date(2027, 3, 3)) == today

    @pytest.mark.parametrize("wrong", ["2027-02-30", "Feb 2", "20270202", "2027-02-02T10:00"])
    def test_a_wrong_date_names_the_variable(self, wrong: str) -> None:
        with pytest.raises(GuideError, match=f"GUIDE_AS_OF: the date is '{wrong}'"):
            choosing.chosen_date(None, {"GUIDE_AS_OF": wrong}, today=date(2027, 3, 3))

    def test_the_environment_names_the_profile_before_the_option(self, tmp_path: Path) -> None:
        for name in ("ana.yml", "bo.yml"):
            (tmp_path / name).touch()

        chosen = choosing.chosen_profile("ana.yml", {"GUIDE_PROFILE": "bo.yml"}, root=tmp_path)

        assert chosen == tmp_path / "bo.yml"

    @pytest.mark.parametrize(
        ("named", "there", "told"),
        [
            pytest.param("ana", ["ana.yml"], "did you mean profiles/ana.yml?", id="without its ending"),
            pytest.param(
                "x.yml", ["ana.yml", "bo.yml"], "there are profiles/ana.yml, profiles/bo.yml", id="unlike any"
            ),
            pytest.param("x.yml", [], "the folder profiles/ holds none yet", id="none there"),
            pytest.param("~nobody-here/x.yml", ["ana.yml"], "there are profiles/ana.yml", id="at nobody's home"),
            pytest.param(None, ["ana.yml"], "set GUIDE_PROFILE", id="none named"),
        ],
    )
    def test_a_missing_profile(self, tmp_path: Path, named: str | None, there: list[str], told: str) -> None:
        (tmp_path / "profiles").mkdir()
        for name in there:
            (tmp_path / "profiles" / name).touch()

        with pytest.raises(GuideError) as caught:
            choosing.chosen_profile(named, {}, root=tmp_path)

        assert told in str(caught.value)


class TestServing:
    """A mistake is shown in the browser; the server goes on."""

    def test_a_mistake_is_a_page_at_every_address(self, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        problem = Problem(Place("profiles/ana.yml", 2), "found '<script>*hi*</script>'", 'write "yes"')
        monkeypatch.setattr(plugin, "make_outputs", failing(GuideError([problem])))
        monkeypatch.setitem(sys.modules, "generator.site", fake_site())
        site = serve_once(project, project / "served")

        assert {path.parent.name for path in site.rglob("index.html")} == {"served", "costs", "visas"}
        shown = (site / "costs/index.html").read_text(encoding="utf-8")
        assert "profiles" in shown
        assert "<script>*hi*" not in shown

    def test_a_mistake_is_also_where_a_page_was_that_a_star_stood_for(
        self, project: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        change(project, "[{Visas: visas.md}]", "[visas/*.md]")
        give(monkeypatch, {**PAGES, "visas/j-1.md": "# J-1\n"})
        config = load_config(str(project / "mkdocs.yml"), site_dir=str(project / "served"))
        config.plugins.on_startup(command="serve", dirty=False)
        build(config, serve_url="http://127.0.0.1:8000/")
        monkeypatch.setattr(plugin, "make_outputs", failing(GuideError([Problem(Place("ana.yml", 2), "found 1")])))
        monkeypatch.setitem(sys.modules, "generator.site", fake_site())
        again = load_config(str(project / "mkdocs.yml"), site_dir=str(project / "served"))
        build(again, serve_url="http://127.0.0.1:8000/")
        again.plugins.on_shutdown()

        assert "Found 1" in (project / "served/visas/j-1/index.html").read_text(encoding="utf-8")

    def test_serving_builds_where_mkdocs_says(self, project: Path) -> None:
        before = bytes_in(project / "site")

        serve_once(project, project / "served")

        assert bytes_in(project / "site") == before
        assert (project / "served/costs/index.html").exists()

    def test_profiles_are_watched_and_code_is_not(self, project: Path) -> None:
        config = load_config(str(project / "mkdocs.yml"))
        watched: list[str] = []
        server = SimpleNamespace(watch=lambda path, recursive: watched.append(path))

        config.plugins.on_startup(command="serve", dirty=False)
        config.plugins["guide"].on_serve(server, config=config, builder=None)

        assert watched == [str(project / "profiles")]


@pytest.mark.fast
class TestMistakesPage:
    """What the page of mistakes says."""

    def test_nothing_quoted_becomes_markup(self) -> None:
        written = mistakes.mistakes_page([Problem(Place("a.yml", 1), "found '<b>{x}[y](z)'", "write `no`")])

        assert not {"<b>", "[y]", "`", "{x}"} & {part for part in ("<b>", "[y]", "`", "{x}") if part in written}


@pytest.mark.fast
class TestMenu:
    """The one order, for one person."""

    MENU: ClassVar = [
        {"You": ["index.md", {"Costs": "costs.md"}]},
        {"Out": "https://example.org"},
        {"FAQ": "faq.md"},
    ]

    def test_pages_in_their_order(self) -> None:
        assert list(menu.pages(self.MENU)) == ["index.md", "costs.md", "faq.md"]

    def test_what_is_not_kept_goes_and_links_stay(self) -> None:
        assert menu.pruned(self.MENU, {"costs.md"}.__contains__) == [
            {"You": [{"Costs": "costs.md"}]},
            {"Out": "https://example.org"},
        ]

    def test_no_menu_stays_none(self) -> None:
        assert menu.pruned(None, {"costs.md"}.__contains__) is None

    @pytest.mark.parametrize(
        ("made", "below"),
        [
            pytest.param(["all/b.md", "all/a.md"], ["all/b.md", "all/a.md"], id="in the order in which they were made"),
            pytest.param(["all/index.md", "all/a.md"], ["all/a.md"], id="without those that the menu names"),
            pytest.param(["other/a.md", "all/a.txt"], [], id="without those of other folders and without files"),
        ],
    )
    def test_a_star_stands_for_the_pages_made(self, made: list[str], below: list[str]) -> None:
        expanded = menu.expanded([{"All": [{"Table": "all/index.md"}, "all/*.md"]}, *self.MENU], made)

        assert expanded == [{"All": [{"Table": "all/index.md"}, *below]}, *self.MENU]

    def test_a_star_names_no_page_itself(self) -> None:
        assert list(menu.pages([{"All": ["all/index.md", "all/*.md"]}])) == ["all/index.md"]

    def test_no_menu_has_no_stars(self) -> None:
        assert menu.expanded(None, ["all/a.md"]) is None


def failing(error: Exception):
    """A function that raises."""

    def fail(*_: object) -> None:
        raise error

    return fail


def failing_once(move, *, at: int):
    """A move that finds the disk full the given time it is asked, and then works again."""
    calls = iter(range(1, 100))

    def moved(source: Path, target: Path) -> None:
        if next(calls) == at:
            raise OSError("disk full")
        move(source, target)

    return moved


def fake_site() -> SimpleNamespace:
    """The one name that the page of mistakes needs of the product."""
    return SimpleNamespace(Output=page)


def serve_once(project: Path, site: Path) -> Path:
    """What `mkdocs serve` does when it starts, without a server."""
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(site))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config, serve_url="http://127.0.0.1:8000/")
    config.plugins.on_shutdown()
    return site


class TestASiteThatOpensFromADisk:
    """Made when the environment asks for it; every other site is as if there were no such thing."""

    @pytest.fixture
    def site(self, project: Path) -> Path:
        theme = Path(plugin.__file__).parent / "theme"
        change(project, "  - guide:\n", "  - offline: {enabled: !ENV [OFFLINE, false]}\n  - guide:\n")
        change(project, "{name: material,", f"{{name: material, custom_dir: '{theme}',")
        with (project / "mkdocs.yml").open("a", encoding="utf-8") as config:
            config.write(f"extra: {{polyfills: [{SHIM}]}}\n")
        (project / "content" / SHIM).write_text("// what search needs", encoding="utf-8")
        return project / "site"

    def test_it_is_swapped_in_whole_with_its_search_and_without_what_only_a_server_shows(
        self, project: Path, site: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("OFFLINE", "true")
        run(project)
        made = bytes_in(site)

        assert {"costs.html", SHIM, "downloads/plan.ics", "search/search_index.js", ".gitkeep"} <= made.keys()
        assert {"costs/index.html", "404.html", "sitemap.xml", "sitemap.xml.gz"}.isdisjoint(made)
        assert made_beside(project) == []

    def test_it_loads_one_script_of_ours_more_and_none_of_others(
        self, project: Path, site: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("OFFLINE", "true")
        run(project)
        html = (site / "costs.html").read_text(encoding="utf-8")

        assert f'<script src="{SHIM}"></script>' in html
        assert re.findall(r'<script src="(?:https?:)?//', html) == []
        assert html.count('href="index.html" title=') == 2, "the logo leads to a page, not to a folder"

    def test_without_the_word_the_site_is_byte_for_byte_what_it_was(
        self, project: Path, site: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("OFFLINE", "false")
        run(project)
        made = bytes_in(site)
        change(project, "  - offline: {enabled: !ENV [OFFLINE, false]}\n", "")
        change(project, f"extra: {{polyfills: [{SHIM}]}}\n", "")
        (project / "content" / SHIM).unlink()
        run(project)

        assert made == bytes_in(site)
        assert "costs/index.html" in made
