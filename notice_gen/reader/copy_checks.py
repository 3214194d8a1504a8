"""What ``[ban_sao]`` must and must not say (Điều 25; Phụ lục I, Phần II)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from notice_gen import legal
from notice_gen.errors import N_, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from notice_gen.model import BanSao, Ky, Notice

_TABLE = ("ban_sao",)


def copy_faults(notice: Notice) -> Iterator[Problem]:
    """Yield what is wrong with the copy that a *notice* is, and a warning where a photocopy is meant."""
    sao = notice.ban_sao
    if sao is None:
        return
    yield from _of_the_original(notice, sao)
    if sao.hinh_thuc != "trích sao":
        yield Problem(
            N_("Bản {hinh_thuc} là bản chụp, bản in từ bản gốc, bản chính hoặc bản sao y; chỉ trích sao được soạn lại (Điều 25)."),
            N_("In riêng phần sao để đặt dưới bản chụp: notice-gen new {mau}. Trích phần cần sao thì ghi hinh_thuc = \"trích sao\"."),
            {"hinh_thuc": sao.hinh_thuc, "mau": "sao-y" if sao.hinh_thuc == "sao y" else "sao-luc"},
            (*_TABLE, "hinh_thuc"),
            sao.hinh_thuc,
            level="warning",
        )
    yield from _electronic(sao) if sao.dien_tu else _on_paper(notice, sao)
    for key in ("chu_quan", "dia_chi"):
        if sao.co_quan and getattr(sao.co_quan, key):
            yield Problem(
                N_("“{khoa}” trong [ban_sao.co_quan] không in."),
                N_("Bỏ “{khoa}”: phần sao chỉ ghi tên cơ quan sao (mẫu 3.1, 3.2)."),
                {"khoa": key},
                (*_TABLE, "co_quan", key),
                key,
            )


def _of_the_original(notice: Notice, sao: BanSao) -> Iterator[Problem]:
    ngay = notice.van_ban.ngay
    if not isinstance(notice.van_ban.so, int) or ngay is None:
        yield Problem(
            N_("Chỉ sao văn bản đã ban hành: [van_ban] chưa có đủ so và ngay."),
            N_("Ghi số và ngày của văn bản được sao, ví dụ: so = 12 và ngay = 2026-03-05."),
            path=_TABLE,
        )
    elif sao.ngay and sao.ngay < ngay:
        yield Problem(
            N_("Ngày sao {sao} ở trước ngày {ngay} của văn bản được sao."),
            N_("Xem lại ngày sao, hoặc ngay trong [van_ban]."),
            {"sao": f"{sao.ngay.day}/{sao.ngay.month}/{sao.ngay.year}", "ngay": f"{ngay.day}/{ngay.month}/{ngay.year}"},
            (*_TABLE, "ngay"),
        )


def _on_paper(notice: Notice, sao: BanSao) -> Iterator[Problem]:
    for key, there in (("noi_nhan", sao.noi_nhan), ("ky", sao.ky)):
        if there is None:
            yield Problem(
                N_("Bản sao giấy phải có bảng {bang} (Phụ lục I, Phần II, mục II.1)."),
                N_("Thêm dòng {bang}, dưới đó ghi: {vi_du}"),
                {"bang": f"[ban_sao.{key}]", "vi_du": "luu = \"VT\"" if key == "noi_nhan" else "chuc_vu = \"Chánh Văn phòng\"; ho_ten = \"Nguyễn Văn A\""},
                _TABLE,
            )
    if sao.ky:
        yield from _signature(notice, sao, sao.ky)


def _signature(notice: Notice, sao: BanSao, ky: Ky) -> Iterator[Problem]:
    co_quan = sao.co_quan or notice.co_quan
    for problem in legal.faults_in_signature(ky.quyen_han, ky.chuc_vu, co_quan=co_quan.ten, chu_quan=co_quan.chu_quan, ho_ten=ky.ho_ten, ngay=sao.ngay):
        own = problem.path[0] == "ky" or sao.co_quan is not None
        yield replace(problem, path=(*_TABLE, *problem.path) if own else problem.path)
    if ky.co_quan:
        yield Problem(
            N_("“co_quan” trong [ban_sao.ky] không in."),
            N_("Cơ quan sao ghi ở [ban_sao.co_quan], khi khác cơ quan ban hành."),
            path=(*_TABLE, "ky", "co_quan"),
            found="co_quan",
        )


def _electronic(sao: BanSao) -> Iterator[Problem]:
    for key in ("so", "ngay", "dia_danh", "noi_nhan", "ky"):
        if getattr(sao, key) is not None:
            yield Problem(
                N_("“{khoa}”: bản sao điện tử chỉ có hình thức sao, cơ quan sao và thời gian ký (Phụ lục I, Phần II, mục I.3.c)."),
                N_("Bỏ “{khoa}”; sao ra giấy thì bỏ dòng dien_tu."),
                {"khoa": key},
                (*_TABLE, key),
                key,
            )
