"""The same text as a form: every key a field, and edits of fields that leave all else in the text as it is."""

from __future__ import annotations

from notice_gen.assist.form.editing import Edited, Refused, edit
from notice_gen.assist.form.fields import Field, Form, form
from notice_gen.assist.form.text import Operation

__all__ = ["Edited", "Field", "Form", "Operation", "Refused", "edit", "form"]
