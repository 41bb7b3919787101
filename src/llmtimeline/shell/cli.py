"""The command line. Everything heavy is imported by the command that needs it, so that --help is quick."""

from __future__ import annotations

from typing import Any

import click

from llmtimeline import __version__
from llmtimeline.shell.hugo_flags import takes_hugo_flags

_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(context_settings=_CONTEXT)
@click.version_option(__version__, "-V", "--version", message="llmtimeline %(version)s")
def main() -> None:
    """Builds a bilingual timeline of large language models from Markdown posts."""


def _common(command: Any) -> Any:
    """The options that build and check share, in Hugo's words."""
    options = (
        click.option("-s", "--source", default=".", metavar="DIR", help="The site's root.  [default: here]"),
        click.option("-D", "--buildDrafts", "drafts", is_flag=True, help="Include drafts."),
        click.option("-F", "--buildFuture", "future", is_flag=True, help="Include posts dated in the future."),
        click.option("-E", "--buildExpired", "expired", is_flag=True, help="Include expired posts."),
        click.option("-b", "--baseURL", "base_url", metavar="URL", help="The site's address, instead of the config's."),
        click.option("-e", "--environment", metavar="NAME", help="Which one to build for.  [default: production]"),
        click.option("--clock", metavar="TIME", help="What counts as now, such as 2023-10-01T08:00:00+08:00."),
        click.option("--strict", "--panicOnWarning", "strict", is_flag=True, help="Let warnings stop the build too."),
        click.option("--minify", is_flag=True, help="Leave out the white space that nobody sees."),
        click.option("--quiet", is_flag=True, help="Say nothing but what is wrong."),
        click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Processes.  [default: all cores]"),
        click.option(
            "--format",
            "format_name",
            type=click.Choice(("full", "concise", "json", "github")),
            default="full",
            show_default=True,
            help="How findings are written.",
        ),
    )
    command = takes_hugo_flags(command)
    for option in reversed(options):
        command = option(command)
    return command


@main.command("build")
@click.option("-d", "--destination", metavar="DIR", help="Folder, from the root, to write to.  [default: public]")
@_common
def build_command(destination: str | None, **options: Any) -> None:
    """Build the site. Nothing is written while anything is wrong."""
    from llmtimeline.shell.runs import run_build

    raise SystemExit(run_build(destination, **options))


@main.command("check")
@_common
def check_command(**options: Any) -> None:
    """Find everything that build would find, without writing."""
    from llmtimeline.shell.runs import run_check

    raise SystemExit(run_check(**options))


@main.command("lock")
@click.option("-s", "--source", default=".", metavar="DIR", help="The site's root.  [default: here]")
def lock_command(source: str) -> None:
    """Write the ids of all releases, models and vendors into data/ids.lock, so that none is lost unseen."""
    from llmtimeline.shell.lock import write_lock

    raise SystemExit(write_lock(source))


class _NewGroup(click.Group):
    """Takes `new post/x.md` for `new content post/x.md`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and args[0] not in ctx.help_option_names:
            args = ["content", *args]
        return super().parse_args(ctx, args)


@main.group("new", cls=_NewGroup)
def new_group() -> None:
    """Begin something: a post (`new post/x.md`), or a site."""


@new_group.command("content")
@click.argument("path", metavar="PATH")
@click.option("-s", "--source", default=".", metavar="DIR", help="The site's root.  [default: here]")
@click.option("-k", "--kind", default="", metavar="NAME", help="The archetype.  [default: the section's]")
@click.option("-f", "--force", is_flag=True, help="Replace a file that is there.")
@click.option("--languages", default="", metavar="KEYS", help="A file for each of these: zh,en.")
@click.option("--all-languages", is_flag=True, help="A file for each language of the site.")
@click.option("-e", "--environment", metavar="NAME", help="Whose config counts.  [default: production]")
@click.option("--clock", metavar="TIME", help="What counts as now, such as 2023-10-01T08:00:00+08:00.")
def new_content_command(path: str, source: str, **options: Any) -> None:
    """Make a post from an archetype, such as post/x.md or post/x/index.md. `content` may be left out."""
    from llmtimeline.shell.new import make_content

    raise SystemExit(make_content(path, source, **options))


@new_group.command("site")
@click.argument("folder", metavar="DIR")
def new_site_command(folder: str) -> None:
    """Make a small working site in a new folder."""
    from llmtimeline.shell.scaffold import make_site

    raise SystemExit(make_site(folder))
