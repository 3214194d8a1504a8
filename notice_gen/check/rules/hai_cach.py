"""One thing said in two ways within a paper: an organisation's name, a count."""

from __future__ import annotations

from notice_gen.check import texts
from notice_gen.check.fault import Faults, Level, Rule, rule
from notice_gen.check.view import DocumentView
from notice_gen.errors import N_
from notice_gen.vietnamese import hai_cach

_AGREE = "Sự thống nhất trong một văn bản"


@rule("MT41", Level.GOI_Y, _AGREE)
def ten_to_chuc_hai_cach(this: Rule, view: DocumentView) -> Faults:
    """Tên một tổ chức ở một chỗ khác một chữ so với mọi chỗ khác.
    Căn cứ: tên một tổ chức ghi như nhau ở mọi chỗ. | Sai: “Hiệp hội Nước nắm Phan Thiết”, ở hai chỗ khác “Hiệp hội Nước mắm Phan Thiết”
    Đúng: Hiệp hội Nước mắm Phan Thiết ở mọi chỗ. | Bỏ qua khi: đó là hai tổ chức.
    """
    spans = texts.running(view)
    hint = N_("Xem lại tên ở một trong hai chỗ.")
    for one in hai_cach.ten_hai_cach([span.text for span in spans]):
        message = N_("Ở đây ghi “{doan}”, chỗ khác ghi “{dung}” ({ten}).")
        yield this.at(texts.part(spans[one.doan], one.tu, one.den), message, hint, dung=one.dung, ten=one.ten)


@rule("MT42", Level.GOI_Y, _AGREE)
def so_dem_hai_cach(this: Rule, view: DocumentView) -> Faults:
    """Một con số đếm cùng một thứ ở hai đoạn ghi khác nhau.
    Căn cứ: số liệu trong một văn bản khớp nhau. | Sai: mở đầu ghi “09 xã, phường có dịch”, ở dưới ghi “08 xã, phường đang có dịch”
    Đúng: cùng một con số. | Bỏ qua khi: hai con số của hai thời điểm, hai nơi.
    """
    spans = texts.prose(view)
    for first, other in hai_cach.so_hai_cach([texts.nfc(span.text) for span in spans]):
        message = N_("Ở đây ghi “{doan}”, ở trên ghi {truoc} {gi}.")
        place = texts.part(spans[other.doan], other.tu, other.den)
        yield this.at(place, message, N_("Xem lại hai con số."), truoc=first.ghi, gi=first.gi)
