"""The use cases of an office: make, number, write and note notices; check many files.

Commands and batches call them.  Nothing here knows a command line: clock, folders, streams and the register's address
come in as arguments, what happened goes out as records, and no line is printed.  docs/dev/analysis/office.md says which
order of effects is promised, and what it protects.
"""

FORM, FULL = "form", "full"
"""How far our own notices are judged: what the Word file and our composing answer for, or every word as well."""
