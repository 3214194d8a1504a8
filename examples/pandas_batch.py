"""A notice for each row of a DataFrame: ``python examples/pandas_batch.py so-lieu.csv ket-qua``."""

import sys
import tomllib
from pathlib import Path

import pandas as pd

import notice_gen

FINDINGS = Path(__file__).with_name("findings.toml")


def print_all(frame: pd.DataFrame, out: Path) -> pd.DataFrame:
    """Write a notice for each row of *frame*, whose columns are called as in a table of data; return what became of each."""
    base = tomllib.loads(FINDINGS.read_text("utf-8"))
    del base["van_ban"]["so"]  # each row has its own, in a column van_ban.so; without it, drafts
    done = notice_gen.write_many(frame.to_dict("records"), base, out)
    told = [{"tep": row.path and row.path.name, "ket_qua": row.status, "loi": " ".join(map(notice_gen.sentence, row.problems))} for row in done]  # noqa: E501
    return pd.concat([frame, pd.DataFrame(told, index=frame.index)], axis=1)


if __name__ == "__main__":
    table, out = map(Path, sys.argv[1:])
    print_all(pd.read_csv(table), out).to_csv(sys.stdout, index=False)
