"""``notice-gen register …``: the register of outgoing documents."""

from __future__ import annotations

from notice_gen.cli import meant, options
from notice_gen.cli.register.entering import import_, init
from notice_gen.cli.register.keep import backup, check, export, void
from notice_gen.cli.register.look import list_, show
from notice_gen.cli.register.reprint import reprint
from notice_gen.cli.register.successor import correct, replace, withdraw
from notice_gen.errors import N_

register = options.group(
    meant.Group, "register", N_("Sổ đăng ký văn bản đi: lập, xem, hủy số, in lại văn bản, in sổ, nhập sổ giấy, sao lưu, soát sổ."),
    N_("Sổ đăng ký văn bản đi: lập sổ, xem các số và lịch sử của chúng, hủy số, in lại bản lưu trữ, in sổ, nhập sổ giấy, sao lưu, soát."),
    init, list_, show, void, correct, withdraw, replace, reprint, export, import_, check, backup,
)  # fmt: skip
