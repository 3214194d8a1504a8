"""notice-gen: structured findings (TOML) to official Vietnamese notices (.docx)."""

from __future__ import annotations

__version__ = "0.1.0"
