"""People who sign PDFs: certificates of an office of ours, a software token, a signature in a field."""

from __future__ import annotations

import io
import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

MODULES = ("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so", "/usr/lib64/pkcs11/libsofthsm2.so",
           "/usr/local/lib/softhsm/libsofthsm2.so", "/opt/homebrew/lib/softhsm/libsofthsm2.so")  # fmt: skip
LABEL, PIN, KEY = "van-thu", "2026", "khoa-ky"
NOW = datetime.now(UTC)


def module() -> str | None:
    """Return the software token's library, None where it is not installed."""
    return next((path for path in MODULES if Path(path).exists()), None) if shutil.which("softhsm2-util") else None


needs_token = pytest.mark.skipif(module() is None, reason="needs softhsm2, a token in software")


def root(name: str = "Gốc thử"):
    """Return a key and a certificate that may give others."""
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    return key, _certificate(name, key.public_key(), x509.BasicConstraints(True, None), (name, key), NOW - timedelta(days=3650), 7300)


def person(name: str, by, public_key, *, since: timedelta = timedelta(days=30), days: int = 365, is_stamp: bool = False, asked_at: str = ""):
    """Return the certificate of somebody; *by*: key and certificate of who gives it; *asked_at*: where revoked ones are listed."""
    from cryptography import x509

    key, given = by
    issuer = given.subject.get_attributes_for_oid(x509.NameOID.COMMON_NAME)[0].value
    return _certificate(name, public_key, x509.BasicConstraints(False, None), (issuer, key), NOW - since, days, is_stamp=is_stamp, asked_at=asked_at)


def _certificate(name, public_key, basic, by, start, days, *, is_stamp=False, asked_at=""):
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes

    def named(text):
        parts = [x509.NameAttribute(x509.NameOID.ORGANIZATION_NAME, "Sở Nội vụ"), x509.NameAttribute(x509.NameOID.COMMON_NAME, text)]
        return x509.Name(parts)

    usage = dict.fromkeys(("content_commitment", "digital_signature", "key_encipherment", "data_encipherment", "key_agreement", "key_cert_sign",
                           "crl_sign", "encipher_only", "decipher_only"), False)  # fmt: skip
    usage |= {"key_cert_sign": True, "crl_sign": True} if basic.ca else {"digital_signature": True, "content_commitment": True}
    built = (
        x509.CertificateBuilder().subject_name(named(name)).issuer_name(named(by[0])).public_key(public_key)
        .serial_number(x509.random_serial_number()).not_valid_before(start).not_valid_after(start + timedelta(days=days))
        .add_extension(basic, True).add_extension(x509.KeyUsage(**usage), True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public_key), False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(by[1].public_key()), False)
    )  # fmt: skip
    if is_stamp:
        built = built.add_extension(x509.ExtendedKeyUsage([x509.ExtendedKeyUsageOID.TIME_STAMPING]), True)
    if asked_at:
        at = [x509.UniformResourceIdentifier(asked_at)]
        built = built.add_extension(x509.CRLDistributionPoints([x509.DistributionPoint(at, None, None, None)]), False)
        lists = x509.AuthorityInformationAccess([x509.AccessDescription(x509.AuthorityInformationAccessOID.OCSP, at[0])])
        built = built.add_extension(lists, False)
    return built.sign(by[1], hashes.SHA256())


def revoked(by, serial: int) -> bytes:
    """Return the list of revoked certificates of who gave them, with one on it."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.serialization import Encoding

    key, given = by
    one = x509.RevokedCertificateBuilder().serial_number(serial).revocation_date(NOW - timedelta(days=2)).build()
    return (
        x509.CertificateRevocationListBuilder().issuer_name(given.subject).last_update(NOW - timedelta(hours=1))
        .next_update(NOW + timedelta(days=7)).add_revoked_certificate(one).sign(key, hashes.SHA256()).public_bytes(Encoding.DER)
    )  # fmt: skip


def pem(certificate) -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding

    return certificate.public_bytes(Encoding.PEM)


def _ours(certificate):
    from asn1crypto import x509
    from cryptography.hazmat.primitives.serialization import Encoding

    return x509.Certificate.load(certificate.public_bytes(Encoding.DER))


def soft(name: str, by, *, is_rsa: bool = False, **how):
    """Return a signer whose key lies in memory."""
    from asn1crypto import keys
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ec, rsa
    from pyhanko.sign.signers import SimpleSigner
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    key = rsa.generate_private_key(65537, 2048) if is_rsa else ec.generate_private_key(ec.SECP256R1())
    der = key.private_bytes(serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    mine = _ours(person(name, by, key.public_key(), **how))
    return SimpleSigner(signing_cert=mine, signing_key=keys.PrivateKeyInfo.load(der), cert_registry=SimpleCertificateStore())


def new_token(folder: Path, monkeypatch) -> None:
    """Make a token with a pair of keys; softhsm2 knows one folder a process, so a session makes one token."""
    (folder / "the").mkdir()
    (folder / "softhsm2.conf").write_text(f"directories.tokendir = {folder / 'the'}\nobjectstore.backend = file\nlog.level = ERROR\n", "utf-8")
    monkeypatch.setenv("SOFTHSM2_CONF", str(folder / "softhsm2.conf"))
    subprocess.run(["softhsm2-util", "--init-token", "--free", "--label", LABEL, "--so-pin", "1111", "--pin", PIN], check=True, capture_output=True)


def with_token(name: str, by, do):
    """Call *do* with a signer whose key lies in the token and never leaves it."""
    import pkcs11
    from cryptography.hazmat.primitives.asymmetric import rsa
    from pkcs11 import Attribute, KeyType
    from pyhanko.sign.pkcs11 import PKCS11Signer

    with pkcs11.lib(module()).get_token(token_label=LABEL).open(rw=True, user_pin=PIN) as session:
        public, _ = session.generate_keypair(KeyType.RSA, 2048, label=KEY, store=True)
        numbers = [int.from_bytes(public[which], "big") for which in (Attribute.PUBLIC_EXPONENT, Attribute.MODULUS)]
        mine = person(name, by, rsa.RSAPublicNumbers(*numbers).public_key())
        return do(PKCS11Signer(session, signing_cert=_ours(mine), key_label=KEY))


def paper(*pages: str) -> bytes:
    """Return a PDF of pages of one line each, as simple as one can be."""
    several = range(len(pages))
    objects = {1: "<</Type/Catalog/Pages 2 0 R>>", 3: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
               2: f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(f'{4 + 2 * at} 0 R' for at in several)}]>>"}  # fmt: skip
    for at, text in enumerate(pages):
        shown = f"BT /F 14 Tf 72 700 Td ({text}) Tj ET"
        rest = "/Resources<</Font<</F 3 0 R>>>>/MediaBox[0 0 595 842]"
        objects[4 + 2 * at] = f"<</Type/Page/Parent 2 0 R{rest}/Contents {5 + 2 * at} 0 R>>"
        objects[5 + 2 * at] = f"<</Length {len(shown)}>>stream\n{shown}\nendstream"
    made, places = b"%PDF-1.7\n", []
    for number in sorted(objects):
        places.append(len(made))
        made += f"{number} 0 obj\n{objects[number]}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}trailer\n<</Size {len(places) + 1}/Root 1 0 R>>\nstartxref\n{len(made)}\n%%EOF\n"
    return made + end.encode()


def signed(pdf: bytes, field: str, signer, *, at: datetime | None = None, stamper=None, **how) -> bytes:
    """Return *pdf* with a signature in its field of that name, as an office's program makes it; *at*: what its clock says."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.fields import SigSeedSubFilter
    from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner

    class Program(PdfSigner):
        def init_signing_session(self, *given, **named):
            session = super().init_signing_session(*given, **named)
            session.system_time = at or session.system_time
            return session

    meta = PdfSignatureMetadata(field_name=field, subfilter=SigSeedSubFilter.PADES, **how)
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    return Program(meta, signer, timestamper=stamper).sign_pdf(writer, existing_fields_only=True).getvalue()
