"""The command line: one thin command for each stage, and the brief for all of them.

Results go to the file named by ``-o`` or to standard output, progress and warnings to standard error.
Exit status: 0 done, 1 a problem in the input, 2 misuse of the command. One file of this folder holds one command.
"""

from __future__ import annotations

import click

from dragoman._version import __version__
from dragoman.cli.analysing import analyse
from dragoman.cli.briefing import brief
from dragoman.cli.dealing import deals
from dragoman.cli.diffing import diff
from dragoman.cli.drafting import draft
from dragoman.cli.forecasting import forecast
from dragoman.cli.keeping import ledger
from dragoman.cli.networking import network
from dragoman.cli.reading import read
from dragoman.cli.reviewing import review
from dragoman.cli.scheduling import schedule
from dragoman.cli.scoring import score
from dragoman.cli.standing import standing
from dragoman.cli.whatif import whatif

__all__ = ["main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="dragoman")
def main() -> None:
    """Turn news reports about a negotiation into a cited model of it.

    All stages at once, from a folder of articles to a page that opens in any browser:

    \b
        dragoman brief my-articles/ -o brief.html

    Or stage by stage, each reading what the one before wrote, so that you can correct it in between:

    \b
        dragoman read my-articles/ -o statements.jsonl      who did and wants what, with the words
        dragoman draft statements.jsonl -o case.yaml        parties, options, preferences
        dragoman analyse case.yaml                          which outcomes hold, and why
        dragoman brief my-articles/ --case case.yaml --statements statements.jsonl

    With a ledger that holds all of it, and what people decided about each statement:

    \b
        dragoman read my-articles/ --ledger project.dragoman
        dragoman review project.dragoman                    accept, edit or reject, by single keys
        dragoman ledger status project.dragoman             what it holds; also list, export, import, merge
        dragoman draft project.dragoman -o case.yaml
        dragoman network project.dragoman                   who agrees with whom

    What could be agreed, and in which order:

    \b
        dragoman deals case.yaml                            who would gain, and what stands in the way
        dragoman schedule case.yaml                         the steps, and the trust that each takes

    What to expect, and of whom:

    \b
        dragoman forecast case.yaml                         issues on a scale, with intervals
        dragoman standing statements.jsonl                  who has kept faith with whom, by their acts

    And when something changes, in the case or in the news:

    \b
        dragoman whatif case.yaml --set relief=yes          what it does to the outcomes
        dragoman diff last-week.yaml case.yaml              what is different, and what that does

    How well it read, against statements that you marked or corrected:

    \b
        dragoman score gold.jsonl --read statements.jsonl   precision and recall, with intervals
    """


for command in (
    read, draft, analyse, brief, deals, schedule, forecast, standing, whatif, diff, score, ledger, review, network,
):  # fmt: skip
    main.add_command(command)
