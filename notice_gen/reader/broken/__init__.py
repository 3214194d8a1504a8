"""TOML that ``tomllib`` refuses: every fault of syntax in it, and the text mended as far as it goes."""
