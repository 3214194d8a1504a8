"""``notice-gen follow answered``, ``done``, ``extend`` and ``reopen``: an event for each finding; nothing is ever changed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from notice_gen.cli import report
from notice_gen.cli.follow import asked
from notice_gen.cli.options import Decorator, usage_error
from notice_gen.cli.work import today
from notice_gen.errors import N_, ExitCode, InputError, Problem, Say

if TYPE_CHECKING:
    from notice_gen.follow.model import KienNghi
    from notice_gen.follow.naming import Names

_EVENT: tuple[Decorator, ...] = (
    click.argument("so", metavar=N_("SỐ[/KÝ-HIỆU]")), click.argument("ma", metavar=N_("[MÃ]…"), nargs=-1),
    click.option("--all", "tat_ca", is_flag=True, help=N_("Mọi kiến nghị phải trả lời của văn bản (của đơn vị ghi ở --unit).")),
    click.option("--date", "ngay", metavar=N_("NGÀY"), help=N_("Ngày của việc đó, ví dụ 28/11/2026. Mặc định: hôm nay.")),
    click.option("--note", "ghi_chu", default="", metavar=N_("GHI_CHÚ"), help=N_("Ghi chú.")),
    *asked.which("don_vi", "nam"),
)  # fmt: skip
_PAPER = click.option("--paper", "van_ban", default="", metavar=N_("VĂN_BẢN"), help=N_("Văn bản ghi việc đó, ví dụ 45/BC-UBND."))


@asked.command(
    N_("Ghi: đơn vị đã báo cáo."),
    N_("Ghi rằng đơn vị đã báo cáo về kiến nghị MÃ của văn bản SỐ; đơn vị đã báo cáo thì không bị nhắc nữa.\n\nMÃ là mã phát hiện, hoặc số thứ tự của nó trong văn bản (xem follow show)."),  # noqa: E501
    *_EVENT, _PAPER,
)  # fmt: skip
def answered(say: Say, **given: Any) -> int:
    """Return the exit code after noting a report."""
    return _note(say, "báo cáo", **given)


@asked.command(
    N_("Ghi: kiến nghị đã hoàn thành, được chấp nhận."),
    N_("Ghi rằng kiến nghị MÃ của văn bản SỐ đã hoàn thành. Ghi nhầm thì mở lại bằng follow reopen; không xóa được gì."),
    *_EVENT, _PAPER,
)  # fmt: skip
def done(say: Say, **given: Any) -> int:
    """Return the exit code after noting that findings are done."""
    return _note(say, "hoàn thành", **given)


@asked.command(
    N_("Ghi: được gia hạn, theo văn bản nào."),
    N_("Ghi rằng kiến nghị MÃ của văn bản SỐ được gia hạn đến ngày --to, theo văn bản --paper."),
    *_EVENT,
    click.option("--to", "han", required=True, metavar=N_("NGÀY"), help=N_("Hạn mới, ví dụ 31/12/2026.")),
    click.option("--paper", "van_ban", required=True, metavar=N_("VĂN_BẢN"), help=N_("Văn bản cho gia hạn, ví dụ 1500/UBND-NC.")),
)  # fmt: skip
def extend(say: Say, **given: Any) -> int:
    """Return the exit code after noting a new deadline."""
    return _note(say, "gia hạn", **given)


@asked.command(
    N_("Ghi: không chấp nhận báo cáo, kiến nghị còn phải làm."),
    N_("Ghi rằng báo cáo về kiến nghị MÃ của văn bản SỐ không được chấp nhận, hoặc đã ghi nhầm: kiến nghị lại tính theo hạn."),
    *_EVENT, _PAPER,
)  # fmt: skip
def reopen(say: Say, **given: Any) -> int:
    """Return the exit code after noting that what was reported is not accepted."""
    return _note(say, "không chấp nhận", **given)


def _note(
    say: Say, loai: Any, *, so: str, ma: tuple[str, ...], tat_ca: bool, ngay: str | None, ghi_chu: str, don_vi: str, nam: int | None,
    van_ban: str, co_quan: str | None, where: str | None, han: str | None = None,
) -> int:  # fmt: skip
    """Add one event for each finding meant, all or none, and say so."""
    from notice_gen.follow.naming import Names
    from notice_gen.register.kien_nghi import reading

    day, until = asked.day(ngay, "--date", say) or today(), asked.day(han, "--to", say)
    if day > today():
        raise usage_error(say, N_("--date: ngày {ngay} ở sau hôm nay."), ngay=day.strftime("%d/%m/%Y"))
    with asked.opened(where, co_quan) as (book, theo_doi):
        meant = _meant(Names(theo_doi), so, ma, nam=nam, don_vi=don_vi, tat_ca=tat_ca)
        _check(meant, day, until)
        texts = {"van_ban_den": " ".join(van_ban.split()), "ghi_chu": " ".join(ghi_chu.split())}
        events = [reading.SuKien(each.van_ban.id, each.nhan, day, loai, until, **texts) for each in meant]
        new = reading.add(book, events)
        report.complain(book.remarks, say)
    for each in meant:
        words = say(N_("{so} [{ma}] {don_vi}: {viec}."))
        click.echo(report.visible(words.format(so=each.van_ban.so_ky_hieu, ma=each.ten, don_vi=each.don_vi, viec=say(loai))))
    if new < len(events):
        report.aside(say(N_("{so} việc đã ghi từ trước, đúng như vậy; không ghi lần nữa.")).format(so=len(events) - new))
    return ExitCode.OK


def _meant(names: Names, so: str, ma: tuple[str, ...], *, nam: int | None, don_vi: str, tat_ca: bool) -> list[KienNghi]:
    paper = names.paper(so, nam=nam)
    if isinstance(paper, Problem):
        raise InputError(paper)
    if tat_ca:
        found: list[KienNghi | Problem] = [each for each in names.findings(paper, don_vi=don_vi) if each.is_followed]
    else:
        found = [names.finding(paper, each, don_vi=don_vi) for each in ma or ("",)]
    if problems := [each for each in found if isinstance(each, Problem)]:
        raise InputError(problems)
    if not found:
        raise InputError(Problem(N_("Văn bản {so} không có kiến nghị nào phải trả lời."), N_("Xem: notice-gen follow show {so}"), {"so": so}))  # noqa: E501
    return [each for each in found if not isinstance(each, Problem)]


def _check(meant: list[KienNghi], day: date, until: date | None) -> None:
    from notice_gen.vietnamese import ngay

    problems = []
    for each in meant:
        issued = each.van_ban.ngay
        if issued and day < issued:
            values = {"ngay": ngay(day), "so": each.van_ban.so_ky_hieu, "ngay_kia": ngay(issued)}
            problems.append(Problem(N_("Ngày {ngay} ở trước ngày {ngay_kia} của văn bản {so}."), N_("Xem lại --date."), values))
        if until and until < day:
            problems.append(Problem(N_("Hạn mới {han} ở trước ngày {ngay} của việc gia hạn."), N_("Xem lại --to."), {"han": ngay(until), "ngay": ngay(day)}))  # noqa: E501
    if problems:
        raise InputError(problems[:20])
