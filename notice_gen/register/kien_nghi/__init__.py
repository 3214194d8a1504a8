"""Findings after they are issued, beside the register in its database: noted with the number, and what has come of them since."""
