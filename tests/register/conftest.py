"""Registers in both databases."""

from tests.helpers.registers import server, where

__all__ = ["server", "where"]
