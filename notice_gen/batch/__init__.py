"""Many notices from one findings file: the entry workbook, the plan, the run."""
