"""The grammar of a faulty value: strings, lists, inline tables, and what is missing between them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from notice_gen.errors import N_
from notice_gen.reader import keys
from notice_gen.reader.broken import strings, words
from notice_gen.reader.broken.faults import Edit, Fault, fault, holds, invisible
from notice_gen.reader.source import shorten

if TYPE_CHECKING:
    from notice_gen.reader.broken.scan import Statement, Token

_PAIR = re.compile(r"[\w-]+[ \t]*=")
_CLOSE = {"[": "]", "{": "}"}
_IN_BRACES = N_("Trong ngoặc nhọn viết: {{ khóa = giá trị, khóa = giá trị }}")


def value_faults(text: str, statement: Statement) -> list[Fault]:
    """Return the faults of what stands after the ``=`` of a *statement* of *text*."""
    return _Value(text, statement).faults()


class _Value:
    """Walks the tokens after the ``=``, keeping what is open and what may come next.

    The methods that judge a token return False where what follows it cannot be judged.
    """

    def __init__(self, text: str, statement: Statement) -> None:
        self.text = text
        self.statement = statement
        self.open: list[Token] = []
        self.wanted = "value"  # or "comma" (top: nothing), "key", "="
        self.last: Token | None = None  # the last token that was not a line end
        self.found: list[Fault] = []

    def faults(self) -> list[Fault]:
        for token in self.statement.tokens:
            if not self._takes(token):
                return self.found
            if token.kind not in ("newline", "invisible"):
                self.last = token
        if self.open:
            opened, last = self.open[-1], self.last or self.open[-1]
            close = _CLOSE[opened.kind]
            edits = [(last.end, last.end, close)] if len(self.open) == 1 and close == "]" else []
            message, hint = N_("Dấu “{mo}” mở ở dòng này chưa được đóng."), N_("Thêm dấu “{dong}” sau phần cuối cùng.")
            self._notes(opened, message, hint, *edits, sure=bool(edits), mo=opened.kind, dong=close)
        return self.found

    def _notes(self, where: Token | tuple[int, int], message: str, hint: str, *edits: Edit, sure: bool = True, **values: object) -> bool:
        """Note a fault; return True."""
        self.found.append(fault(where, message, hint, *edits, sure=sure, **values))
        return True

    def _stops(self, where: Token | tuple[int, int], message: str, hint: str, *edits: Edit, **values: object) -> bool:
        """Note a fault of which the mending is a guess; return False."""
        return not self._notes(where, message, hint, *edits, sure=False, **values)

    def _takes(self, token: Token) -> bool:
        if token.kind == "invisible":
            self.found.append(invisible(token.start, self.text, (token.start, token.end, " " * (token.end - token.start))))
            return True
        if token.kind == "newline":
            return self._line_end(token)
        if token.kind in ("]", "}"):
            return self._closes(token)
        if token.kind in ("=", ":"):
            return self._equals(token)
        if token.kind == ",":
            return self._comma(token)
        return self._piece(token)

    def _piece(self, token: Token) -> bool:
        if self.wanted == "comma" and not self._continues(token):
            return False
        if self.wanted == "key":
            return self._key(token)
        if self.wanted == "=":
            return self._stops(token, N_("Thiếu dấu bằng giữa khóa và giá trị."), _IN_BRACES)
        if token.kind in ("[", "{"):
            self.open.append(token)
            self.wanted = "value" if token.kind == "[" else "key"
            return True
        self.wanted = "comma"
        return self._scalar(token)

    def _key(self, token: Token) -> bool:
        if token.kind in ("[", "{"):
            return self._gives_up(token)
        self.wanted = "="
        raw = self._raw(token)
        if holds(f"{raw}=1"):
            return True
        plain = keys.plain(raw)
        message, hint = N_("Khóa chỉ gồm chữ không dấu, số và gạch dưới; ở đây là: {khoa}"), N_("Gõ: {mend} = …")
        return self._notes(token, message, hint, (token.start, token.end, plain), khoa=raw, mend=plain)

    def _scalar(self, token: Token) -> bool:
        raw = self._raw(token)
        if token.kind in ("open", "text"):
            unclosed = strings.unclosed(token, raw, in_list=bool(self.open), below=self._line_below(token))
            # A string cut off by the comma of its list: the list goes on.
            self.wanted = "value" if self.open and raw.rstrip().endswith(",") else "comma"
            self.found.append(unclosed)
            return unclosed.sure
        if token.kind == "smart":
            self.found.append(strings.curly(token, raw))
        elif not holds(f"x={raw}"):
            judged = _word(token, raw, self._is_number()) if token.kind == "word" else strings.backslash(token, raw)
            self.found += [judged] if judged else []
        return True

    def _is_number(self) -> bool:
        """Tell whether the value is the document's number, which no quotes can make a text."""
        key = self.statement.key
        return not self.open and key is not None and self._raw(key).strip() == "so"

    def _continues(self, token: Token) -> bool:
        """A value where a comma (or the end of the line) is due."""
        last = self.last
        if last is None:
            return self._gives_up(token)
        sign = self.text[token.start]
        if token.kind == "word" and sign in ";|" and self.open:
            where = (token.start, token.start + 1)
            message, hint = N_("Các phần trong danh sách ngăn nhau bằng dấu phẩy."), N_("Thay dấu “{dau}” bằng dấu phẩy.")
            return self._stops(where, message, hint, (*where, ","), dau=sign)
        stop = self._line_stop(token)
        if self.open and self.found and self.found[-1].end == last.end:
            # Its fault is reported already; the comma is mended in silence.
            self.found[-1] = replace(self.found[-1], edits=(*self.found[-1].edits, (last.end, last.end, ",")))
            return self._goes_on()
        if last.kind == "string" and self._is_inside_quotes(last, token, stop):
            self.found.append(strings.inner_quotes(last, self.text[last.start : stop].rstrip(), in_list=bool(self.open)))
            return False
        if not self.open:
            self._left_over(token, stop, (last.end, stop, ""))
            return False
        message, hint = N_("Thiếu dấu phẩy sau phần này."), N_("Thêm dấu phẩy vào cuối: {mend}")
        self._notes(last, message, hint, (last.end, last.end, ","), mend=shorten(self._raw(last).split("\n")[-1] + ","))
        return self._goes_on()

    def _goes_on(self) -> bool:
        """After a comma, there or meant."""
        self.wanted = "value" if self.open[-1].kind == "[" else "key"
        return True

    def _left_over(self, token: Token, stop: int, edit: Edit) -> None:
        extra = self.text[token.start : stop].rstrip()
        if extra in (";", "."):
            self._notes(token, N_("Thừa dấu “{dau}” ở cuối dòng."), N_("Xóa dấu đó."), edit, dau=extra)
        elif _PAIR.match(extra):
            message, hint = N_("Hai khóa viết trên cùng một dòng."), N_("Chuyển “{sau}” xuống dòng dưới.")
            self._stops((token.start, stop), message, hint, sau=shorten(extra))
        else:
            hint = N_("Mỗi dòng một giá trị; ghi chú thì thêm dấu # ở trước.")
            self._notes((token.start, stop), N_("Thừa chữ sau giá trị."), hint, edit)

    def _is_inside_quotes(self, last: Token, token: Token, stop: int) -> bool:
        """Tell whether *token*, after the string *last*, is text between quotes inside a longer string."""
        between = self.text[last.end : token.start]
        in_list = bool(self.open) and self.open[-1].kind == "["
        begins_pair = not in_list and _PAIR.match(self.text, token.start)
        if "\n" in between or begins_pair or (between and token.kind not in ("word", "open")):
            return False
        return '"' in self.text[token.start : stop]

    def _raw(self, token: Token) -> str:
        return self.text[token.start : token.end]

    def _line_below(self, token: Token) -> str:
        stop = self._line_stop(token)
        return self.text[stop + 1 : max(stop + 1, self.text.find("\n", stop + 1))].strip()

    def _line_stop(self, token: Token) -> int:
        stop = self.text.find("\n", token.start)
        return len(self.text) if stop < 0 else stop

    def _comma(self, token: Token) -> bool:
        edit = (token.start, token.end, "")
        if not self.open and self.last is None:
            return self._gives_up(token)
        if not self.open:
            first, stop = self.statement.tokens[0].start, self._line_stop(token)
            several = self.text[first:stop].rstrip()
            if several.rstrip(", ").count(","):
                message, mend = N_("Nhiều giá trị thì đặt trong một danh sách có ngoặc vuông."), f"[{several}]"
                self._notes((first, stop), message, N_("Gõ: {mend}"), (first, stop, mend), mend=shorten(mend))
                return False
            hint = N_("Xóa dấu đó; dấu phẩy chỉ dùng giữa các phần trong ngoặc.")
            return self._notes(token, N_("Thừa dấu “{dau}” ở cuối dòng."), hint, edit, dau=",")
        if self.wanted == "comma":
            return self._goes_on()
        if self.wanted in ("value", "key") and self.last and self.last.kind != "=":
            return self._notes(token, N_("Thừa một dấu phẩy."), N_("Xóa bớt dấu phẩy này."), edit)
        return self._gives_up(token)

    def _equals(self, token: Token) -> bool:
        if self.wanted != "=":
            return self._gives_up(token)
        self.wanted = "value"
        if token.kind == "=":
            return True
        message, khoa = N_("Giữa khóa và giá trị là dấu bằng, không phải dấu hai chấm."), self._raw(self.last) if self.last else ""
        return self._notes(token, message, N_("Gõ: {khoa} = …"), (token.start, token.end, " = "), khoa=khoa)

    def _line_end(self, token: Token) -> bool:
        if not self.open or self.open[-1].kind != "{":
            return True
        message = N_("Bảng viết trong ngoặc nhọn phải mở và đóng trên cùng một dòng.")
        hint = N_("Thêm dấu }} ở cuối dòng này; nếu đã viết trên nhiều dòng thì nối lại thành một dòng.")
        return self._stops(self.open[-1], message, hint, (token.start, token.end, token.kind))

    def _closes(self, token: Token) -> bool:
        if not self.open or _CLOSE[self.open[-1].kind] != token.kind:
            message = N_("Dấu đóng “{dau}” không khớp với dấu mở nào.")
            hint = N_("Danh sách đóng bằng ], bảng viết trên một dòng đóng bằng ngoặc nhọn.")
            return self._stops(token, message, hint, dau=token.kind)
        last = self.last
        if self.wanted == "key" and last and last.kind == ",":
            message = N_("Thừa dấu phẩy trước dấu đóng ngoặc nhọn.")
            self._notes(last, message, N_("Xóa dấu phẩy này."), (last.start, last.end, ""))
        elif self.wanted == "=" or (self.wanted == "value" and token.kind == "}"):
            return self._stops(token, N_("Khóa cuối trong ngoặc nhọn chưa có giá trị."), _IN_BRACES)
        self.open.pop()
        self.wanted = "comma"
        return True

    def _gives_up(self, token: Token) -> bool:
        hint = N_('Viết: khóa = giá trị; danh sách viết ["a", "b"]; bảng trên một dòng viết {{ khóa = giá trị }}.')
        return self._stops((token.start, self._line_stop(token)), N_("Không hiểu được phần này."), hint)


def _word(token: Token, raw: str, is_number: bool) -> Fault:
    verdict = words.judge(raw)
    if is_number and verdict.hint == words.ZERO_OR_CODE:
        verdict = replace(verdict, hint=N_("Gõ: {mend} (khi in, số 0 tự thêm theo quy định)."))
    edits = ((token.start, token.end, verdict.mend),) if verdict.mend else ()
    return Fault(token.start, token.end, verdict.message, verdict.hint, verdict.values, edits, sure=bool(edits))
