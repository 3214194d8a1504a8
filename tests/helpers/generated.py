"""Findings files made at random, of everything that running text, tables and signatures can be: the same for the same seed."""

from __future__ import annotations

from random import Random
from typing import Any

from notice_gen.back.writing import Text, document

_SYLLABLES = ["báo", "cáo", "kết", "quả", "công", "tác", "cải", "cách", "hành", "chính", "giải", "quyết", "hồ", "sơ", "thủ", "tục", "đúng", "hạn", "quá", "hạn", "tiếp", "nhận", "kiểm", "tra", "đơn", "vị", "thôn", "xã", "phường", "văn", "thư", "lưu", "trữ", "chuyển", "đổi", "số", "dịch", "vụ", "trực", "tuyến", "niêm", "yết", "công", "khai", "phân", "công", "nhiệm", "vụ", "tổ", "chức", "thực", "hiện", "rà", "soát", "khắc", "phục", "tồn", "tại", "hạn", "chế"]
_SIGNS = ("&", "“lời dẫn”", "(1)", "98,7%", "1.250", "5 * 3", "a_b", "<b>", "12/KH-UBND", "ngày 05/3/2026", "[…]", "\\", "c/o", "#1", '"')
_TYPES = (
    ("thong-bao", "1"), ("ke-hoach", "I"), ("bao-cao", "I"), ("huong-dan", "I"), ("cong-van", "1"), ("quyet-dinh", "dieu"), ("to-trinh", "1"),
    ("chi-thi", "1"), ("nghi-quyet", "dieu"), ("quy-che", "chuong"), ("quy-dinh", "dieu"), ("phuong-an", "I"), ("phieu-chuyen", "khong"),
)  # fmt: skip


class Made:
    """One findings file as data, from a seed."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 - the same each time is the point
        self.mau, self.scheme = self.random.choice(_TYPES)
        self.data = self._whole()

    @property
    def text(self) -> str:
        """The findings file."""
        return document(self.data, {})

    def _whole(self) -> dict[str, Any]:
        pick, some = self.random.choice, self._some
        van_ban: dict[str, Any] = {"dia_danh": "Bình Điền", "trich_yeu": self.words(4, 14, capital=True)}
        if self.mau == "cong-van":
            van_ban["kinh_gui"] = [self.words(2, 5, capital=True) for _ in range(self.random.randint(1, 3))]
            van_ban |= some("don_vi_soan", "VHXH")
        if self.mau in {"to-trinh", "bao-cao"}:
            van_ban["kinh_gui"] = self.words(2, 5, capital=True)
        if self.random.random() < 0.8:
            from datetime import date

            van_ban = {"so": self.random.randint(1, 3000), "ngay": date(2026, self.random.randint(1, 11), self.random.randint(1, 28)), **van_ban}
        van_ban |= some("khan", pick(["khẩn", "hỏa tốc"]), 0.1)
        data: dict[str, Any] = {"phien_ban": 1, "mau": self.mau, "co_quan": {"ten": ["Ủy ban nhân dân", "xã Bình Điền"], "viet_tat": "UBND"}, "van_ban": van_ban}
        if self.random.random() < 0.3:
            data["co_quan"] = {"chu_quan": "UBND thành phố Huế", "ten": "Sở Nội vụ", "viet_tat": "SNV"}
        mo_dau: dict[str, Any] = {}
        if self.mau in {"quyet-dinh", "nghi-quyet"}:
            mo_dau = {"tham_quyen": pick(["Chủ tịch Ủy ban nhân dân xã Bình Điền", "Hội đồng nhân dân xã Bình Điền"]), "can_cu": self._bases()}
        elif self.mau != "cong-van" and self.random.random() < 0.2:
            mo_dau = {"can_cu": self._bases()}
        mo_dau |= some("noi_dung", self._lines(1, 3))
        muc = [self._section(0) for _ in range(self.random.randint(1, 4))]
        data |= {"mo_dau": mo_dau} if mo_dau else {}
        data |= {"muc": muc, "ket_thuc": {"noi_dung": Text([self.sentence()])}}
        data |= {"noi_nhan": {"gui": [self.words(2, 6, capital=True) for _ in range(self.random.randint(1, 4))], "luu": "VT, VHXH"}}
        data["noi_nhan"] |= some("nguoi_soan", "PL", 0.2) | some("so_ban", 30, 0.2)
        data["ky"] = {"quyen_han": ["TM. Ủy ban nhân dân", "KT. Chủ tịch"], "chuc_vu": "Phó Chủ tịch", "ho_ten": "Nguyễn Văn A"}
        if "chu_quan" in data["co_quan"]:
            data["ky"] = {"chuc_vu": "Giám đốc", "ho_ten": "Trần Thị B"}
        if self.random.random() < 0.35:
            data["phu_luc"] = [self._annex() for _ in range(self.random.randint(1, 3))]
        return data

    def _some(self, key: str, value: Any, share: float = 0.5) -> dict[str, Any]:
        return {key: value} if self.random.random() < share else {}

    def words(self, least: int, most: int, *, capital: bool = False) -> str:
        """Some words, with odd signs among them."""
        found = [self.random.choice(_SYLLABLES) for _ in range(self.random.randint(least, most))]
        return " ".join(found).capitalize() if capital else " ".join(found)

    def sentence(self) -> str:
        """A sentence, now and then with signs or emphasis."""
        parts = [self.words(2, 8, capital=True)]
        for _ in range(self.random.randint(0, 3)):
            kind = self.random.random()
            inner = self.words(1, 3)
            sign = self.random.choice(_SIGNS).replace("*", "\\*").replace("_", "\\_")
            parts.append(f"**{inner}**" if kind < 0.15 else f"*{inner}*" if kind < 0.25 else f"***{inner}***" if kind < 0.3 else f"__{inner}__" if kind < 0.35 else sign if kind < 0.6 else inner)
        return f"{' '.join(parts)} {self.words(1, 5)}{self.random.choice(['.', ';', ':', '', ','])}"

    def _lines(self, least: int, most: int) -> Text:
        out = Text()
        for _ in range(self.random.randint(least, most)):
            mark = self.random.choice(["", "", "", "- ", "- ", "+ "])
            out.append(mark + self.sentence())
        return out

    def _bases(self) -> list[str]:
        return [f"Căn cứ {self.words(3, 10)}" for _ in range(self.random.randint(1, 3))] + ["Theo đề nghị của Chánh Văn phòng"]

    def _section(self, depth: int) -> dict[str, Any]:
        articles = self.scheme in {"dieu", "chuong"}
        division = self.scheme == "chuong" and depth == 0
        muc: dict[str, Any] = {}
        if self.scheme != "khong" and (division or not articles or self.random.random() < 0.6):
            muc["tieu_de"] = self.words(2, 9, capital=True)
        if not division:
            muc["noi_dung"] = self._lines(1, 3)
            if articles and "tieu_de" not in muc:
                muc["noi_dung"][0] = self.sentence()
        if self.random.random() < 0.25 and not division:
            muc["phat_hien"] = [self.sentence() for _ in range(self.random.randint(1, 3))]
        if self.random.random() < 0.2 and not division:
            muc["bang"] = self._table()
        deepest = {"1": 1, "I": 2, "dieu": 2, "chuong": 3, "khong": 0}[self.scheme]
        if depth < deepest and (division or self.random.random() < 0.4):
            muc["muc"] = [self._section(depth + 1) for _ in range(self.random.randint(1, 3))]
        return muc

    def _table(self) -> dict[str, Any]:
        width = self.random.randint(2, 5)
        out: dict[str, Any] = self._some("tieu_de", self.words(2, 6, capital=True)) | self._some("don_vi_tinh", "triệu đồng", 0.2)
        out["cot"] = ["TT", *(f"{self.words(1, 3, capital=True)} {n}" for n in range(1, width))]
        out["hang"] = [[n, *(self._cell() for _ in range(1, width))] for n in range(1, self.random.randint(2, 6))]
        return out

    def _cell(self) -> Any:
        return self.random.choice([self.random.randint(0, 5000), self.words(1, 4, capital=True), "12,5", "", f"**{self.words(1, 2)}**", "04"])

    def _annex(self) -> dict[str, Any]:
        out: dict[str, Any] = {"tieu_de": self.words(3, 8, capital=True)}
        kind = self.random.random()
        if kind < 0.4:
            return out | {"bang": self._table()} | self._some("ngang", value=True)
        out["noi_dung"] = self._lines(1, 3)
        if kind < 0.8:
            out["muc"] = [{"tieu_de": self.words(2, 5, capital=True), "noi_dung": self._lines(1, 2)} for _ in range(self.random.randint(1, 3))]
        return out
