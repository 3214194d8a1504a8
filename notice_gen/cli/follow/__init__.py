"""``notice-gen follow …``, a file for a few commands each."""
