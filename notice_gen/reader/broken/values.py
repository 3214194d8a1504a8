"""The grammar of a faulty value: strings, lists, inline tables, and what is missing between them."""

from __future__ import annotations

import re
from dataclasses import replace

from notice_gen.errors import N_, KeyPath
from notice_gen.reader import keys
from notice_gen.reader.broken import paths, scan, words
from notice_gen.reader.broken.scan import QUOTES, TYPE, Edit, Fault, Statement, Token, fault
from notice_gen.reader.broken.words import quoted
from notice_gen.reader.source import holds, line_end, shorten

_PAIR = re.compile(r"[\w-]+[ \t]*=")
_CLOSE = {"[": "]", "{": "}"}
_IN_BRACES = N_("Trong ngoặc nhọn viết: {{ khóa = giá trị, khóa = giá trị }}")

_NUMBER_ALONE = {
    words.ZERO_OR_CODE: N_("Gõ: {mend} (khi in, số 0 tự thêm theo quy định)."),
    words.SYMBOL_OR_QUOTED: N_("Gõ: {mend}"),
    words.LETTER_OR_QUOTED: N_("Gõ: {mend}"),
    words.APART_OR_QUOTED: N_("Gõ: {mend}"),
}
"""What is said where the document's number stands, which no quotes can make a text."""


class Value:
    """Walks the tokens after the ``=`` of a *statement* of *text*, in a *table*, keeping what is open and what may come next.

    The methods that judge a token return False where what follows it cannot be judged.
    """

    def __init__(self, text: str, statement: Statement, table: KeyPath = ()) -> None:
        self.text = text
        self.statement = statement
        self.table = table
        self.open: list[Token] = []
        self.wanted = "value"  # or "comma" (top: nothing), "key", "="
        self.last: Token | None = None  # the last token that was not a line end
        self.found: list[Fault] = []

    def faults(self) -> list[Fault]:
        """Return the faults of the value."""
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
        judges = {
            "newline": self._line_end, "]": self._closes, "}": self._closes, "=": self._equals, ":": self._equals, ",": self._comma,
        }
        return judges.get(token.kind, self._piece)(token)

    def _piece(self, token: Token) -> bool:
        if token.kind == "invisible":
            self.found.append(scan.invisible(token.start, self.text, (token.start, token.end, " " * (token.end - token.start))))
            return True
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
        if not holds(f"{raw}=1"):
            self.found.append(scan.no_key(token, raw))
        return True

    def _scalar(self, token: Token) -> bool:
        raw = self._raw(token)
        if token.kind in ("open", "text"):
            after = line_end(self.text, token.start) + 1
            below = self.text[after : max(after, self.text.find("\n", after))].strip()
            not_ended = unclosed(token, raw, closes="".join(_CLOSE[one.kind] for one in self.open), below=below)
            # A string cut off by the comma of its list: the list goes on.
            self.wanted = "value" if self.open and raw.rstrip().endswith(",") else "comma"
            self.found.append(not_ended)
            return not_ended.sure
        if token.kind == "smart":
            self.found.append(curly(token, raw))
        elif not holds(f"x={raw}"):
            judged = self._word(token, raw) if token.kind == "word" else backslash(token, raw)
            self.found += [judged] if judged else []
        return True

    def _word(self, token: Token, raw: str) -> Fault:
        verdict, key = words.judge(raw), self.statement.key
        unmeant = verdict.hint == words.OR_QUOTED and key and not keys.takes_yes_no(self._raw(key).strip())
        is_text = verdict.is_figure and not self.open and key and keys.takes_text_alone((*self.table, self._raw(key).strip()))
        if unmeant or is_text:
            mend = quoted(raw)
            verdict = replace(verdict, message=words.IN_QUOTES, hint=TYPE, values={"gia_tri": raw, "mend": mend}, mend=mend)
        if verdict.hint in _NUMBER_ALONE and not self.open and key and self._raw(key).strip() == "so":
            verdict = replace(verdict, hint=_NUMBER_ALONE[verdict.hint])
        edits = ((token.start, token.end, verdict.mend),) if verdict.mend else ()
        return Fault(token.start, token.end, verdict.message, verdict.hint, verdict.values, edits, sure=bool(edits))

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
        stop = line_end(self.text, token.start)
        if self.open and self.found and self.found[-1].end == last.end:
            # Its fault is reported already; the comma is mended in silence.
            known = self.found[-1]
            comma = {"mend": f"{known.values['mend']},"} if "mend" in known.values and self.open[-1].kind == "[" else {}
            self.found[-1] = replace(known, values={**known.values, **comma}, edits=(*known.edits, (last.end, last.end, ",")))
            return self._goes_on()
        if last.kind == "string" and self._is_inside_quotes(last, token, stop):
            self.found.append(inner_quotes(last, self.text[last.start : stop].rstrip(), in_list=bool(self.open)))
            return False
        if not self.open:
            return self._left_over(token, stop, (last.end, stop, ""))
        message, hint = N_("Thiếu dấu phẩy sau phần này."), N_("Thêm dấu phẩy vào cuối: {mend}")
        self._notes(last, message, hint, (last.end, last.end, ","), mend=shorten(self._raw(last).split("\n")[-1] + ","))
        return self._goes_on()

    def _goes_on(self) -> bool:
        """After a comma, there or meant."""
        self.wanted = "value" if self.open[-1].kind == "[" else "key"
        return True

    def _left_over(self, token: Token, stop: int, edit: Edit) -> bool:
        extra = self.text[token.start : stop].rstrip()
        if extra in (";", "."):
            self._notes(token, scan.AT_THE_END, N_("Xóa dấu đó."), edit, dau=extra)
        elif _PAIR.match(extra):
            self._stops((token.start, stop), *scan.TWO_ON_A_LINE, sau=shorten(extra))
        else:
            hint = N_("Mỗi dòng một giá trị; ghi chú thì thêm dấu # ở trước.")
            self._notes((token.start, stop), N_("Thừa chữ sau giá trị."), hint, edit)
        return False

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

    def _comma(self, token: Token) -> bool:
        edit = (token.start, token.end, "")
        if not self.open and self.last is None:
            return self._gives_up(token)
        if not self.open:
            first, stop = self.statement.tokens[0].start, line_end(self.text, token.start)
            several = self.text[first:stop].rstrip()
            if second := _PAIR.match(self.text[token.end : stop].lstrip()):
                behind = token.end + self.text[token.end : stop].index(second[0])
                return self._stops((behind, stop), *scan.TWO_ON_A_LINE, sau=shorten(self.text[behind:stop].rstrip()))
            if several.rstrip(", ").count(","):
                message, mend = N_("Nhiều giá trị thì đặt trong một danh sách có ngoặc vuông."), f"[{several}]"
                self._notes((first, stop), message, TYPE, (first, stop, mend), mend=shorten(mend))
                return False
            hint = N_("Xóa dấu đó; dấu phẩy chỉ dùng giữa các phần trong ngoặc.")
            return self._notes(token, scan.AT_THE_END, hint, edit, dau=",")
        if self.wanted == "comma":
            return self._goes_on()
        if self.wanted in ("value", "key") and self.last and self.last.kind != "=":
            return self._notes(token, N_("Thừa một dấu phẩy."), N_("Xóa bớt dấu phẩy này."), edit)
        return self._gives_up(token)

    def _equals(self, token: Token) -> bool:
        if self.wanted != "=":
            return self._gives_up(token)
        self.wanted = "value"
        if token.kind == ":":
            self.found.append(scan.colon(token, self._raw(self.last) if self.last else ""))
        return True

    def _line_end(self, _: Token) -> bool:
        if not self.open or self.open[-1].kind != "{":
            return True
        message = N_("Bảng viết trong ngoặc nhọn phải mở và đóng trên cùng một dòng.")
        hint = N_("Thêm dấu }} ở cuối dòng này; nếu đã viết trên nhiều dòng thì nối lại thành một dòng.")
        return self._stops(self.open[-1], message, hint)

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
        return self._stops((token.start, line_end(self.text, token.start)), N_("Không hiểu được phần này."), hint)


_BAD_ESCAPE = re.compile(r'\\(?!["\\btnfr]|u(?![dD][89a-fA-F])[0-9A-Fa-f]{4}|U00(?:0[0-9A-Fa-f]|10)[0-9A-Fa-f]{4}|[ \t]*\n)')
_CURLY = N_("Dấu nháy cong “ ” (Word tự đổi) không dùng để bao giá trị.")
_STRAIGHT = N_("Thay bằng dấu nháy thẳng: {mend}")
_NOT_ENDED = N_("Đoạn chữ này thiếu dấu nháy đóng ở cuối.")


def curly(token: Token, raw: str) -> Fault:
    """Return the fault of a string between typographic quotes."""
    mend = quoted(raw[1:-1])
    return fault(token, _CURLY, _STRAIGHT, (token.start, token.end, mend), mend=shorten(mend))


def backslash(token: Token, raw: str) -> Fault | None:
    """Return the fault of a closed string with a backslash that escapes nothing, or None."""
    bad = _BAD_ESCAPE.search(raw) if raw.startswith('"') else None
    if not bad:
        return None
    if re.search(r"[A-Za-z]:\\", raw):
        return paths.of_windows(token, raw, bad.start())
    message = N_("Trong dấu nháy kép, dấu \\ không đứng một mình (như “{cho}”).")
    at = token.start + bad.start()
    mend = _BAD_ESCAPE.sub(lambda m: "\\\\" + m[0][1:], raw)
    return fault((at, at + 2), message, paths.NO_BACKSLASH, (token.start, token.end, mend), cho=raw[bad.start() : bad.start() + 2])


def unclosed(token: Token, raw: str, *, closes: str, below: str) -> Fault:
    """Return the fault of a string without its end, or of bare lines of text; *closes* ends what is open, *below* is the next line."""
    start, in_list = token.start, bool(closes)
    if raw.startswith(('"""', "'''")):
        sign = raw[:3]
        message, hint = N_("Đoạn chữ mở bằng {dau} ở dòng này chưa được đóng."), N_("Thêm một dòng chỉ có {dau} ở cuối đoạn chữ.")
        return fault((start, start + 3), message, hint, (token.end, token.end, sign), sure=False, dau=sign)
    goes_on = in_list and not raw.rstrip().endswith(",") and not _PAIR.match(below) and re.fullmatch(r"[^\"\[{\]}].*[\"”],?", below)
    if "\n" in raw or goes_on or re.fullmatch(rf"[{QUOTES}\"]{{2,3}}", raw):
        at = start + len(raw) - len(raw.lstrip())
        message = N_("Đoạn chữ nhiều dòng phải đặt giữa ba dấu nháy kép.")
        hint = N_("Mở đoạn chữ bằng ba dấu nháy kép, và đóng bằng một dòng chỉ có ba dấu nháy kép ở cuối.")
        return fault((at, token.end), message, hint, sure=False)
    trimmed = raw.rstrip(" \t,") if in_list else raw.rstrip()
    if re.search(r'[A-Za-z]:.*\\"$', trimmed):
        return fault(token, N_("Dấu \\ ngay trước dấu nháy đóng làm đoạn chữ không kết thúc được."), paths.NO_BACKSLASH, sure=False)
    own, close = _ended(trimmed, closes)
    if raw[0] in QUOTES or own[-1] in QUOTES:
        mend = quoted(own[1:].rstrip(QUOTES + '"')) + close
        return fault(token, _CURLY, _STRAIGHT, sure=False, mend=shorten(mend))
    return _without_end(token, raw, trimmed, closes)


_REMARK = re.compile(r"\s+#(?:\s.*)?$")


def _ended(text: str, closes: str) -> tuple[str, str]:
    """Part a string without its end from what is not its own: a remark, a comma, the brackets of its list but for those it opens itself.

    >>> [_ended(text, "]") for text in ('"Phòng Kinh tế]', '"Kết luận [1]]  # hai nơi', '"Kết luận [1]', '"Các thôn, # một')]
    [('"Phòng Kinh tế', ']'), ('"Kết luận [1]', ']  # hai nơi'), ('"Kết luận [1]', ''), ('"Các thôn', ', # một')]
    >>> _ended('"VT, VP]  # lưu', "")
    ('"VT, VP]', '  # lưu')
    """
    remark = _REMARK.search(text)
    own = text[: remark.start()] if remark else text
    whole = len(own)
    while closes and own.endswith((closes[-1], ",", " ")) and (own[-1] != "]" or own.count("[") < own.count("]")):
        closes = closes[:-1] if own[-1] == closes[-1] else closes
        own = own[:-1]
    return own.rstrip(), text[len(own) : whole] + (remark[0] if remark else "")


def _without_end(token: Token, raw: str, trimmed: str, closes: str) -> Fault:
    start, (own, close) = token.start, _ended(trimmed, closes)
    mend = (own if raw[0] == '"' else quoted(own[1:])[:-1]) + '"' + close
    sure = not close  # else the list goes on for whoever reads further
    comma = "," if closes and raw.rstrip().endswith(",") else ""
    return fault(token, _NOT_ENDED, TYPE, (start, start + len(trimmed), mend), sure=sure, mend=shorten(mend) + comma)


def inner_quotes(token: Token, rest: str, *, in_list: bool) -> Fault:
    """Return the fault of a string that a quote inside it ended too soon; *rest* is its line from there."""
    start, end = token.start, token.start + len(rest)
    ended = rest[: token.end - token.start]
    if in_list and ended[:-1].rstrip().endswith(","):
        closed = ended[:-1].rstrip(" ,") + '"'
        return fault(token, _NOT_ENDED, TYPE, (token.start, token.end, f'{closed}, "'), sure=False, mend=shorten(closed) + ",")
    edits = () if in_list or not rest.endswith('"') else ((start, end, quoted(rest[1:-1])),)
    message = N_("Trong đoạn chữ có dấu nháy kép, trùng với dấu nháy bao ngoài.")
    hint = N_('Dấu nháy ở bên trong đổi thành “ ” hoặc viết \\" ; ví dụ "khu phố “A”".')
    return fault((start, end), message, hint, *edits, sure=bool(edits))
