"""The work of a child with limits: what the signatures of a stranger's PDF say, by pyHanko, as plain JSON values.

Nothing is fetched: certificates and lists of revoked ones are those that the file carries and those that the office gives.
"""

from __future__ import annotations

import asyncio
import json
import pickle
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

_MEMORY = 2_000_000_000
_WORKING = 30  # seconds of computing
_MOST = 50  # signatures that are looked at
_MOST_FIELDS = 2_000  # of signatures, empty or not
_LONG = 300  # characters of a name
Plain = dict[str, Any]


class _RefusedError(Exception):
    """The file, or a root, cannot be read."""

    def __init__(self, why: str, root: int = 0) -> None:
        super().__init__(why)
        self.why, self.root = why, root


def main() -> None:
    """Read a PDF and roots from standard input, write what its signatures say to standard output."""
    _limit()
    pdf, roots = pickle.load(sys.stdin.buffer)  # noqa: S301 - the parent's own
    try:
        said = judged(pdf, roots)
    except _RefusedError as error:
        said = {"refused": error.why, "root": error.root}
    sys.stdout.write(json.dumps(said))


def _limit() -> None:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (_WORKING, _WORKING))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, OSError, ValueError):  # Windows: the parent's clock alone
        pass


def judged(pdf: bytes, roots: Sequence[bytes]) -> Plain:
    """Return what the signatures of a PDF say, by time of signing, and the names of fields that wait for one.

    Args: *pdf*: its bytes; *roots*: files of certificates, PEM or DER, that the office trusts.
    """
    import io
    from itertools import islice

    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.fields import enumerate_sig_fields

    trusted = [certificate for at, data in enumerate(roots) for certificate in _certificates(data, at)]
    try:
        reader = PdfFileReader(io.BytesIO(pdf), strict=False)
        is_locked = reader.encrypted
        fields = [] if is_locked else list(islice(enumerate_sig_fields(reader), _MOST_FIELDS))
    except Exception as error:  # a stranger's file can make the library fail in any way
        raise _RefusedError("unreadable") from error
    if is_locked:
        raise _RefusedError("encrypted")
    filled = [(name, value, field) for name, value, field in fields if value is not None]
    several = [_judged(pdf, reader, trusted, name, field) for name, _, field in filled[:_MOST]]
    several.sort(key=lambda one: one.get("end", 0))
    names = [_text(name) for name, _, _ in filled]
    for one in several:
        changed = set(one.pop("changed_fields", ()))
        one["filled"] = sorted(changed.difference(names))
        one["signed_later"] = sum(other.get("end", 0) > one.get("end", 0) for other in several)
    empty = [_text(name) for name, value, _ in fields if value is None]
    return {"signatures": several, "empty": empty[:_MOST], "left_out": len(filled[_MOST:])}


def _certificates(data: bytes, at: int) -> Iterator[Any]:
    from asn1crypto import pem, x509

    try:
        ders = [der for _, _, der in pem.unarmor(data, multiple=True)] if pem.detect(data) else [data]
        for der in ders:
            certificate = x509.Certificate.load(der, strict=True)
            _ = certificate.subject.native, certificate.public_key.native
            yield certificate
    except (ValueError, TypeError) as error:
        raise _RefusedError("root", at) from error


def _judged(pdf: bytes, reader: Any, trusted: Sequence[Any], name: str, field: Any) -> Plain:
    """Return what one signature says."""
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

    said: Plain = {"field": _text(name)}
    try:
        embedded = EmbeddedPdfSignature(reader, field, name)
        first, _, start, length = (int(number) for number in embedded.byte_range)
        said["end"] = start + length
        said["signer"] = _signer(embedded.signer_cert)
        said["is_time_stamp"] = str(embedded.sig_object_type) == "/DocTimeStamp"
        status = _status(embedded, trusted, reader, is_time_stamp=said["is_time_stamp"])
    except MemoryError:
        raise
    except Exception as error:  # as above
        return {**said, "unreadable": type(error).__name__}
    coverage = status.coverage.name if status.coverage else "UNCLEAR"
    level = status.modification_level.name if status.modification_level else "NONE"
    is_whole = first == 0 and coverage in {"ENTIRE_FILE", "ENTIRE_REVISION"}
    return {
        **said, **_times(status, embedded), "intact": bool(status.intact and status.valid), "covers": is_whole,
        "whole_file": coverage == "ENTIRE_FILE", "changes": level if coverage != "ENTIRE_FILE" else "NONE",
        "allowed": status.docmdp_ok is not False, "trusted": bool(status.trusted) if trusted else None, "revoked": bool(status.revoked),
        "trust_problem": status.trust_problem_indic.name if status.trust_problem_indic else "",
        "changed_fields": _changed_fields(status),
        "pages": _changed_pages(pdf, said["end"]) if level == "OTHER" and is_whole and coverage != "ENTIRE_FILE" else [],
    }  # fmt: skip


def _status(embedded: Any, trusted: Sequence[Any], reader: Any, *, is_time_stamp: bool) -> Any:
    """Have pyHanko judge a signature at the time of signing: a time stamp's, if one that is trusted is there, else the signer's own."""
    from pyhanko.sign.validation.pdf_embedded import async_validate_pdf_signature, async_validate_pdf_timestamp
    from pyhanko.sign.validation.settings import KeyUsageConstraints

    now = datetime.now(UTC)
    if is_time_stamp:
        return asyncio.run(async_validate_pdf_timestamp(embedded, _context(trusted, reader, now)))
    usage = KeyUsageConstraints(key_usage={"non_repudiation", "digital_signature"}, match_all_key_usages=False)

    def at(moment: datetime) -> Any:
        of_signer, of_clock = _context(trusted, reader, moment), _context(trusted, reader, now)
        return asyncio.run(async_validate_pdf_signature(embedded, of_signer, of_clock, key_usage_settings=usage))

    own = embedded.self_reported_timestamp
    status = at(min(own, now) if own and own.tzinfo else now)
    stamp = status.timestamp_validity
    return at(stamp.timestamp) if stamp and _holds(stamp) else status


def _context(trusted: Sequence[Any], reader: Any, moment: datetime) -> Any:
    from pyhanko.sign.validation.dss import DocumentSecurityStore
    from pyhanko.sign.validation.errors import NoDSSFoundError
    from pyhanko_certvalidator import ValidationContext

    options: dict[str, Any] = {"trust_roots": list(trusted), "allow_fetching": False, "moment": moment, "retroactive_revinfo": True}
    try:
        return DocumentSecurityStore.read_dss(reader).as_validation_context(options)
    except NoDSSFoundError:
        return ValidationContext(**options)


def _holds(stamp: Any) -> bool:
    return bool(stamp.valid and stamp.intact and stamp.trusted)


def _times(status: Any, embedded: Any) -> Plain:
    """Return when it was signed and who says so, and whether the certificate has ended since."""
    stamp = getattr(status, "timestamp_validity", None)
    own = getattr(status, "timestamp", None)  # of a time stamp of the document
    machine = getattr(status, "signer_reported_dt", None)
    found, by = (own, "stamp") if own else (stamp.timestamp, "stamp") if stamp and _holds(stamp) else (machine, "machine")
    ended = embedded.signer_cert.not_valid_after < datetime.now(UTC)
    return {"time": found.isoformat() if found else None, "time_by": by if found else None, "expired_since": ended}


def _changed_fields(status: Any) -> list[str]:
    changed = getattr(getattr(status, "diff_result", None), "changed_form_fields", ())
    return sorted(map(_text, changed or ()))


def _changed_pages(pdf: bytes, end: int) -> list[int]:
    """Return the pages, from 1, whose words are not those that were signed; those that came or went are among them."""
    from itertools import zip_longest

    from notice_gen.convert import pages
    from notice_gen.errors import NoticeGenError

    try:
        then, now = ([page.text for page in pages.pages(data, top=0.0, bottom=0.0)] for data in (pdf[:end], pdf))
    except NoticeGenError:
        return []
    return [number for number, (one, other) in enumerate(zip_longest(then, now), 1) if one != other]


def _signer(certificate: Any) -> Plain:
    subject, issuer = certificate.subject.native, certificate.issuer.native
    return {
        "name": _text(subject.get("common_name")), "organization": _text(subject.get("organization_name")),
        "unit": _text(subject.get("organizational_unit_name")), "title": _text(subject.get("title")),
        "issuer": _text(issuer.get("common_name") or issuer.get("organization_name")), "serial": f"{certificate.serial_number:X}",
        "from": certificate.not_valid_before.date().isoformat(), "to": certificate.not_valid_after.date().isoformat(),
    }  # fmt: skip


def _text(value: object) -> str:
    return (", ".join(map(str, value)) if isinstance(value, list | tuple) else "" if value is None else str(value))[:_LONG]
