"""The command line: `samverk COMMAND`. What a command does stands elsewhere; here it is only named."""

import os
import subprocess
import sys
from pathlib import Path

import click

from samverk.local import account, binaries, database, places, preparing, starting
from samverk.local.problem import Problem, from_os_error


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Samverk: the platform on which a region runs its initiative for work-integrating social enterprises."""


@cli.command()
@click.option("--port", default=8000, envvar="PORT", show_default=True, help="Where the site listens.")
@click.option("--host", default="127.0.0.1", show_default=True, help="0.0.0.0 lets other machines in.")
def run(port: int, host: str) -> None:
    """Start the database, the site and the worker, and keep them running."""
    starting.run(host, port)


@cli.command()
def worker() -> None:
    """Do the background jobs until asked to stop."""
    _manage("worker")


@cli.command()
@click.option("--deploy", is_flag=True, help="Also refuse what is unsafe in production.")
def check(deploy: bool) -> None:
    """Look for mistakes in the installation."""
    more = ["--deploy", "--fail-level", "WARNING"] if deploy else []
    raise SystemExit(subprocess.call([*preparing.MANAGE, "check", *more]))


@cli.command("import-page")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--section", default="", help="The section's slug; the first section when not given.")
@click.option("--publish", is_flag=True, help="Publish the page at once.")
def import_page(file: Path, section: str, publish: bool) -> None:
    """Make a draft of a saved page or a text."""
    _manage("import_page", str(file), "--section", section, *(["--publish"] if publish else []))


@cli.command()
def migrate() -> None:
    """Bring the database's tables up to date."""
    _manage("migrate")


@cli.command()
def demonstration() -> None:
    """Load the demonstration region; what is there already stays."""
    _manage("demonstration")


@cli.command(context_settings={"ignore_unknown_options": True, "help_option_names": []})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def manage(arguments: tuple[str, ...]) -> None:
    """Pass anything to Django: samverk manage shell."""
    _manage(*arguments)


@cli.group("database")
def the_database() -> None:
    """The embedded PostgreSQL, and backups of whichever database is used."""


@the_database.command()
def start() -> None:
    """Start the embedded server and let it run until `samverk database stop`."""
    _require_embedded()
    cluster = database.embedded()
    cluster.start()
    cluster.keep()
    database.make_when_missing(cluster)
    click.echo(cluster.url)


@the_database.command()
def stop() -> None:
    """Stop the embedded server."""
    database.embedded().stop()
    click.echo("The database is stopped.")


@the_database.command()
def status() -> None:
    """Tell whether the embedded server runs."""
    cluster = database.embedded()
    click.echo(f"{'running' if cluster.is_ready() else 'stopped'}: {cluster.data}")


@the_database.command()
def url() -> None:
    """Print the address for DATABASE_URL."""
    click.echo(os.environ.get(database.SETTING) or database.embedded().url)


@the_database.command(context_settings={"ignore_unknown_options": True})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def psql(arguments: tuple[str, ...]) -> None:
    """Talk to the database in SQL."""
    with database.at_hand() as address:
        raise SystemExit(subprocess.call([binaries.folder() / "psql", address, *arguments]))


@the_database.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def backup(file: Path) -> None:
    """Write the whole database to FILE."""
    with database.at_hand() as address:
        database.back_up(address, file)
    click.echo(f"Written: {file}. Uploaded files are not in it: copy {places.var() / 'media'} too.")


@the_database.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.confirmation_option(prompt="This replaces everything in the database. Go on?")
def restore(file: Path) -> None:
    """Put back what FILE holds, all of it or nothing."""
    with database.at_hand() as address:
        preparing.forget()
        database.restore(address, file)
    click.echo("Restored.")


def main() -> None:
    """Run a command; what goes wrong on the machine is told in one sentence."""
    try:
        account.leave_root_for_owner(places.REPOSITORY)
        cli()
    except Problem as problem:
        _refuse(problem)
    except OSError as error:
        known = from_os_error(error)
        if not known:
            raise
        _refuse(known)


def _refuse(problem: Problem) -> None:
    sys.stderr.write(f"samverk: {problem}\n")
    raise SystemExit(1)


def _manage(*arguments: str) -> None:
    """Run one of Django's commands beside a database that is there."""
    with database.at_hand():
        preparing.forget()
        raise SystemExit(subprocess.call([*preparing.MANAGE, *arguments]))


def _require_embedded() -> None:
    if database.is_given():
        raise Problem(
            f"{database.SETTING} is set: the embedded server is not used; unset it to start the server."
        )


if __name__ == "__main__":
    main()
