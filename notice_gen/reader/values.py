"""The grammar of a faulty value: strings, lists, inline tables, and what is missing between them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from notice_gen.errors import N_
from notice_gen.reader import keys, strings, words
from notice_gen.reader.faults import Edit, Fault, holds, invisible, shorten

if TYPE_CHECKING:
    from notice_gen.reader.scan import Statement, Token

_PAIR = re.compile(r"[\w-]+[ \t]*=")
_CLOSE = {"[": "]", "{": "}"}


def value_faults(text: str, statement: Statement) -> list[Fault]:
    """Return the faults of what stands after the ``=`` of a *statement* of *text*."""
    return _Value(text, statement).faults()


class _Value:
    """Walks the tokens after the ``=``, keeping what is open and what may come next."""

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
        self._ends()
        return self.found

    def _say(
        self, start: int, end: int, message: str, hint: str, *edits: Edit, sure: bool = True, **values: object
    ) -> None:
        self.found.append(Fault(start, end, message, hint, values, edits, sure))

    def _takes(self, token: Token) -> bool:
        """Judge one token; False: what follows cannot be judged."""
        if token.kind == "invisible":
            self.found.append(
                invisible(token.start, self.text, ((token.start, token.end, " " * (token.end - token.start)),))
            )
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
            if token.kind in ("[", "{"):
                return self._gives_up(token)
            raw = self.text[token.start : token.end]
            if not holds(f"{raw}=1"):
                self._say(
                    token.start,
                    token.end,
                    N_("Khóa chỉ gồm chữ không dấu, số và gạch dưới; ở đây là: {khoa}"),
                    N_("Gõ: {mend} = …"),
                    (token.start, token.end, keys.plain(raw)),
                    khoa=raw,
                    mend=keys.plain(raw),
                )
            self.wanted = "="
        elif self.wanted == "=":
            self._say(
                token.start,
                token.end,
                N_("Thiếu dấu bằng giữa khóa và giá trị."),
                N_("Trong ngoặc nhọn viết: {{ khóa = giá trị, khóa = giá trị }}"),
                sure=False,
            )
            return False
        elif token.kind in ("[", "{"):
            self.open.append(token)
            self.wanted = "value" if token.kind == "[" else "key"
        else:
            self.wanted = "comma"
            return self._scalar(token)
        return True

    def _scalar(self, token: Token) -> bool:
        raw = self.text[token.start : token.end]
        if token.kind in ("open", "text"):
            unclosed = strings.unclosed(token, raw, in_list=bool(self.open), below=self._line_below(token))
            # A string cut off by the comma of its list: the list goes on.
            self.wanted = "value" if self.open and raw.rstrip().endswith(",") else "comma"
            self.found.append(unclosed)
            return unclosed.sure
        if token.kind == "smart":
            self.found.append(strings.curly(token, raw))
        elif not holds(f"x={raw}"):
            fault = _word(token, raw, self._is_number()) if token.kind == "word" else strings.backslash(token, raw)
            self.found += [fault] if fault else []
        return True

    def _is_number(self) -> bool:
        """Tell whether the value is the document's number, which no quotes can make a text."""
        key = self.statement.key
        return not self.open and key is not None and self.text[key.start : key.end].strip() == "so"

    def _continues(self, token: Token) -> bool:
        """A value where a comma (or the end of the line) is due."""
        last = self.last
        if last is None:
            return self._gives_up(token)
        if token.kind == "word" and self.text[token.start] in ";|" and self.open:
            self._say(
                token.start,
                token.start + 1,
                N_("Các phần trong danh sách ngăn nhau bằng dấu phẩy."),
                N_("Thay dấu “{dau}” bằng dấu phẩy."),
                (token.start, token.start + 1, ","),
                dau=self.text[token.start],
                sure=False,
            )
            return False
        stop = self._line_stop(token)
        if self.open and self.found and self.found[-1].end == last.end:
            # Its fault is told already; the comma is mended in silence.
            known = self.found.pop()
            self.found.append(replace(known, edits=(*known.edits, (last.end, last.end, ","))))
            self.wanted = "value" if self.open[-1].kind == "[" else "key"
            return True
        if last.kind == "string" and self._is_inside_quotes(last, token, stop):
            self.found.append(
                strings.inner_quotes(last, self.text[last.start : stop].rstrip(), in_list=bool(self.open))
            )
            return False
        if not self.open:
            self._left_over(token, stop, (last.end, stop, ""))
            return False
        self._say(
            last.start,
            last.end,
            N_("Thiếu dấu phẩy sau phần này."),
            N_("Thêm dấu phẩy vào cuối: {mend}"),
            (last.end, last.end, ","),
            mend=shorten(self.text[last.start : last.end].split("\n")[-1] + ","),
        )
        self.wanted = "value" if self.open[-1].kind == "[" else "key"
        return True

    def _left_over(self, token: Token, stop: int, edit: Edit) -> None:
        extra = self.text[token.start : stop].rstrip()
        if extra in (";", "."):
            self._say(token.start, token.end, N_("Thừa dấu “{dau}” ở cuối dòng."), N_("Xóa dấu đó."), edit, dau=extra)
        elif _PAIR.match(extra):
            message, hint = N_("Hai khóa viết trên cùng một dòng."), N_("Chuyển “{sau}” xuống dòng dưới.")
            self._say(token.start, stop, message, hint, sau=shorten(extra), sure=False)
        else:
            hint = N_("Mỗi dòng một giá trị; ghi chú thì thêm dấu # ở trước.")
            self._say(token.start, stop, N_("Thừa chữ sau giá trị."), hint, edit)

    def _is_inside_quotes(self, last: Token, token: Token, stop: int) -> bool:
        """Tell whether *token*, after the string *last*, is text between quotes inside a longer string."""
        between = self.text[last.end : token.start]
        in_list = bool(self.open) and self.open[-1].kind == "["
        begins_pair = not in_list and _PAIR.match(self.text, token.start)
        if "\n" in between or begins_pair or (between and token.kind not in ("word", "open")):
            return False
        return '"' in self.text[token.start : stop]

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
        stop = self._line_stop(token)
        values = self.statement.tokens[0].start if self.statement.tokens else token.start
        if not self.open and (several := self.text[values:stop].rstrip()).rstrip(", ").count(","):
            mend = f"[{several}]"
            hint = N_("Gõ: {mend}")
            message = N_("Nhiều giá trị thì đặt trong một danh sách có ngoặc vuông.")
            self._say(values, stop, message, hint, (values, stop, mend), mend=shorten(mend))
            return False
        if not self.open:
            self._say(
                token.start,
                token.end,
                N_("Thừa dấu “{dau}” ở cuối dòng."),
                N_("Xóa dấu đó; dấu phẩy chỉ dùng giữa các phần trong ngoặc."),
                edit,
                dau=",",
            )
        elif self.wanted == "comma":
            self.wanted = "value" if self.open[-1].kind == "[" else "key"
        elif self.wanted in ("value", "key") and self.last and self.last.kind != "=":
            self._say(token.start, token.end, N_("Thừa một dấu phẩy."), N_("Xóa bớt dấu phẩy này."), edit)
        else:
            return self._gives_up(token)
        return True

    def _equals(self, token: Token) -> bool:
        if self.wanted != "=":
            return self._gives_up(token)
        if token.kind == ":":
            self._say(
                token.start,
                token.end,
                N_("Giữa khóa và giá trị là dấu bằng, không phải dấu hai chấm."),
                N_("Gõ: {khoa} = …"),
                (token.start, token.end, " = "),
                khoa=self.text[self.last.start : self.last.end] if self.last else "",
            )
        self.wanted = "value"
        return True

    def _line_end(self, token: Token) -> bool:
        if self.open and self.open[-1].kind == "{":
            opened = self.open[-1]
            self._say(
                opened.start,
                opened.end,
                N_("Bảng viết trong ngoặc nhọn phải mở và đóng trên cùng một dòng."),
                N_("Thêm dấu }} ở cuối dòng này; nếu đã viết trên nhiều dòng thì nối lại thành một dòng."),
                (token.start, token.end, token.kind),
                sure=False,
            )
            return False
        return True

    def _closes(self, token: Token) -> bool:
        if not self.open or _CLOSE[self.open[-1].kind] != token.kind:
            self._say(
                token.start,
                token.end,
                N_("Dấu đóng “{dau}” không khớp với dấu mở nào."),
                N_("Danh sách đóng bằng ], bảng viết trên một dòng đóng bằng ngoặc nhọn."),
                dau=token.kind,
                sure=False,
            )
            return False
        if self.wanted == "key" and self.last and self.last.kind == ",":
            self._say(
                self.last.start,
                self.last.end,
                N_("Thừa dấu phẩy trước dấu đóng ngoặc nhọn."),
                N_("Xóa dấu phẩy này."),
                (self.last.start, self.last.end, ""),
            )
        elif self.wanted == "=" or (self.wanted == "value" and token.kind == "}"):
            self._say(
                token.start,
                token.end,
                N_("Khóa cuối trong ngoặc nhọn chưa có giá trị."),
                N_("Trong ngoặc nhọn viết: {{ khóa = giá trị, khóa = giá trị }}"),
                sure=False,
            )
            return False
        self.open.pop()
        self.wanted = "comma"
        return True

    def _ends(self) -> None:
        if self.open:
            opened = self.open[-1]
            close = _CLOSE[opened.kind]
            at = self.last.end if self.last else opened.end
            edits = [(at, at, close)] if len(self.open) == 1 and close == "]" else []
            self._say(
                opened.start,
                opened.end,
                N_("Dấu “{mo}” mở ở dòng này chưa được đóng."),
                N_("Thêm dấu “{dong}” sau phần cuối cùng."),
                *edits,
                mo=opened.kind,
                dong=close,
                sure=bool(edits),
            )

    def _gives_up(self, token: Token) -> bool:
        self._say(
            token.start,
            self._line_stop(token),
            N_("Không hiểu được phần này."),
            N_('Viết: khóa = giá trị; danh sách viết ["a", "b"]; bảng trên một dòng viết {{ khóa = giá trị }}.'),
            sure=False,
        )
        return False


def _word(token: Token, raw: str, is_number: bool) -> Fault:
    verdict = words.judge(raw)
    if is_number and verdict.hint == words.ZERO_OR_CODE:
        verdict = replace(verdict, hint=N_("Gõ: {mend} (khi in, số 0 tự thêm theo quy định)."))
    edits = ((token.start, token.end, verdict.mend),) if verdict.mend else ()
    return Fault(token.start, token.end, verdict.message, verdict.hint, verdict.values, edits, sure=bool(edits))
