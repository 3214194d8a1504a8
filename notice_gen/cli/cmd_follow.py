"""``notice-gen follow …``: what was asked of whom until when, and who answered."""

from __future__ import annotations

from notice_gen.cli import meant, options
from notice_gen.cli.follow.acts import answered, done, extend, reopen
from notice_gen.cli.follow.look import calendar, list_, show
from notice_gen.cli.follow.sheet import import_
from notice_gen.cli.follow.writing import remind
from notice_gen.errors import N_

follow = options.group(
    meant.Group, "follow", N_("Theo dõi kiến nghị sau khi ban hành: hạn, báo cáo, gia hạn, nhắc việc, lịch."),
    N_("Theo dõi kiến nghị của các văn bản đã cấp số: ai phải làm gì, đến bao giờ, ai đã báo cáo; nhắc đơn vị quá hạn, xuất lịch cho Outlook.\n\nKiến nghị vào sổ cùng lúc văn bản lấy số (render, batch); trạng thái tính từ hạn, diễn biến và lịch nghỉ, không gõ tay."),  # noqa: E501
    list_, show, answered, done, extend, reopen, import_, remind, calendar,
)  # fmt: skip
