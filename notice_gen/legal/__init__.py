"""The decree as dated data: ranges, sizes, type codes and signing lines, each with its article."""

from __future__ import annotations

from notice_gen.legal.agency import level_gone, unit_gone
from notice_gen.legal.law import Law, LoaiVanBan, QuyenHan, Range, ThanhPhan, decree, every, law
from notice_gen.legal.signature import fault_in_signature, faults_in_signature, has_authority, with_authority

__all__ = [
    "Law", "LoaiVanBan", "QuyenHan", "Range", "ThanhPhan",
    "decree", "every", "fault_in_signature", "faults_in_signature", "has_authority", "law", "level_gone", "unit_gone", "with_authority",
]  # fmt: skip
