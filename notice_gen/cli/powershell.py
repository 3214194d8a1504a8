"""Completion in PowerShell, which click does not know, and what each shell reads once."""

from __future__ import annotations

import os

import click
from click.shell_completion import CompletionItem, ShellComplete, add_completion_class, get_completion_class

from notice_gen.cli.completing import VARIABLE

SHELLS = ("bash", "zsh", "fish", "powershell")


def source(shell: str) -> str:
    """Return what a shell reads once to ask from then on."""
    kind = get_completion_class(shell)
    if kind is None:  # pragma: no cover - every one of ``SHELLS`` has one
        raise LookupError(shell)
    return kind(click.Group(), {}, "notice-gen", VARIABLE).source()


class PowerShell(ShellComplete):
    """PowerShell, Windows' own 5.1 and later: a block asks with the words of the line, a line each."""

    name = "powershell"
    source_template = """\
Register-ArgumentCompleter -Native -CommandName @('%(prog_name)s', '%(prog_name)s.cmd') -ScriptBlock {
    param($word, $line, $cursor)
    $words = @($line.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursor } | ForEach-Object {
        if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value } else { $_.Extent.Text }
    })
    $shown = [Console]::OutputEncoding
    [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
    $env:%(complete_var)s = 'powershell_complete'
    $env:NOTICE_GEN_WORDS = $words -join "`n"
    $env:NOTICE_GEN_WORD = $word.Trim("'", '"')
    try {
        %(prog_name)s | ForEach-Object {
            $kind, $value, $help = $_ -split "`t", 3
            if ($kind -eq 'plain') {
                $text = if ($value -match '[\\s''"&;()|<>]') { "'" + $value.Replace("'", "''") + "'" } else { $value }
                if (-not $help) { $help = $value }
                [System.Management.Automation.CompletionResult]::new($text, $value, 'ParameterValue', $help)
            } else {
                [System.Management.Automation.CompletionCompleters]::CompleteFilename($word)
            }
        }
    } finally {
        [Console]::OutputEncoding = $shown
        Remove-Item @('Env:%(complete_var)s', 'Env:NOTICE_GEN_WORDS', 'Env:NOTICE_GEN_WORD') -ErrorAction SilentlyContinue
    }
}
"""

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the one that is typed, and that."""
        return os.environ.get("NOTICE_GEN_WORDS", "").split("\n")[1:], os.environ.get("NOTICE_GEN_WORD", "")

    def format_completion(self, item: CompletionItem) -> str:
        """Return a line for the block."""
        return f"{item.type}\t{item.value}\t{item.help or ''}"


add_completion_class(PowerShell)
