"""Read keys and certificates, say for what they may be used, and make a key to try."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from auditor.errors import InputError, Problem

YEAR = timedelta(days=365)
MOST_NAME = 64
"""How many letters a name in a certificate may have (ITU-T X.520, ub-common-name)."""
VOUCHED_BY_NOBODY = "A key to try signing with: nobody vouches for it"
_PEM = b"-----BEGIN CERTIFICATE-----"
# With an extended key usage, one of these must be in it; the last two are of Adobe and Microsoft.
_FOR_DOCUMENTS = frozenset(
    [
        ExtendedKeyUsageOID.ANY_EXTENDED_KEY_USAGE,
        ExtendedKeyUsageOID.EMAIL_PROTECTION,
        x509.ObjectIdentifier("1.3.6.1.5.5.7.3.36"),  # RFC 9336
        x509.ObjectIdentifier("1.2.840.113583.1.1.5"),
        x509.ObjectIdentifier("1.3.6.1.4.1.311.10.3.12"),
    ]
)


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate: whom it names, who issued it, its SHA-256, when it is valid, its bytes."""

    name: str
    issuer: str
    sha256: str
    begins: datetime
    ends: datetime
    der: bytes


@dataclass(frozen=True, slots=True)
class Key:
    """A private key as PKCS#8, its certificate, and those that vouch for it."""

    secret: bytes
    certificate: Certificate
    chain: tuple[Certificate, ...]


def certificate(der: bytes) -> Certificate:
    """Return what a certificate says; raises ValueError where it is none."""
    read = x509.load_der_x509_certificate(der)
    return Certificate(
        name=_name(read.subject),
        issuer=_name(read.issuer),
        sha256=read.fingerprint(hashes.SHA256()).hex(),
        begins=read.not_valid_before_utc,
        ends=read.not_valid_after_utc,
        der=der,
    )


def certificates(raw: bytes, where: str) -> tuple[Certificate, ...]:
    """Return the certificates in a file, PEM or DER; raises InputError where there are none."""
    try:
        found = (
            x509.load_pem_x509_certificates(raw)
            if _PEM in raw
            else [x509.load_der_x509_certificate(raw)]
        )
        return tuple(certificate(each.public_bytes(Encoding.DER)) for each in found)
    except ValueError as error:
        hint = "Name a certificate in PEM or DER form, such as `auditor keys new` writes."
        raise InputError(Problem("this is no certificate", where, hint)) from error


def key(raw: bytes, passphrase: bytes, where: str) -> Key:
    """Return the key in a PKCS#12 file; raises InputError."""
    try:
        secret, own, chain = pkcs12.load_key_and_certificates(raw, passphrase or None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        hint = "Check the passphrase, and that the file is a PKCS#12 file (.p12 or .pfx)."
        raise InputError(Problem("the key cannot be opened", where, hint)) from error
    if secret is None or own is None:
        hint = "Export the key together with its certificate."
        raise InputError(Problem("this holds no key with its certificate", where, hint))
    return Key(
        secret=secret.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()),
        certificate=certificate(own.public_bytes(Encoding.DER)),
        chain=tuple(certificate(each.public_bytes(Encoding.DER)) for each in chain),
    )


def refusal(given: Certificate, at: datetime) -> str:
    """Say why nothing may be signed with a certificate at a time; nothing if it may."""
    if at < given.begins:
        return f"the certificate of {given.name} is not valid before {given.begins:%Y-%m-%d}"
    if at > given.ends:
        return f"the certificate of {given.name} expired on {given.ends:%Y-%m-%d}"
    return unfit(given)


def unfit(given: Certificate) -> str:
    """Say why a certificate is not meant for signing documents; nothing if it is.

    Where it says nothing of its use, it may be used for everything (RFC 5280, 4.2.1.3 and 12).
    """
    extensions = x509.load_der_x509_certificate(given.der).extensions
    try:
        use = extensions.get_extension_for_class(x509.KeyUsage).value
        if not (use.digital_signature or use.content_commitment):
            return f"the certificate of {given.name} is not meant for signing (key usage)"
    except x509.ExtensionNotFound:
        pass
    try:
        purposes = extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
        if not _FOR_DOCUMENTS & set(purposes):
            return (
                f"the certificate of {given.name} is not meant for signing documents "
                "(extended key usage)"
            )
    except x509.ExtensionNotFound:
        pass
    return ""


def new_key(name: str, passphrase: bytes, at: datetime) -> tuple[bytes, bytes]:
    """Make a key that vouches for itself: as PKCS#12, and its certificate as PEM.

    It is on the curve P-256 and valid for a year.
    """
    secret = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.COMMON_NAME, name),
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, VOUCHED_BY_NOBODY),
        ]
    )
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(secret.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(at)
        .not_valid_after(at + YEAR)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_signing_only(), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(secret.public_key()), False)
        .sign(secret, hashes.SHA256())
    )
    packed = pkcs12.serialize_key_and_certificates(
        name.encode(), secret, made, None, BestAvailableEncryption(passphrase)
    )
    return packed, made.public_bytes(Encoding.PEM)


def _signing_only() -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )


def _name(given: x509.Name) -> str:
    """Return the name of a person or body, or all that there is instead."""
    for kind in (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME):
        found: Sequence[x509.NameAttribute[str | bytes]] = given.get_attributes_for_oid(kind)
        if found:
            return str(found[0].value)
    return given.rfc4514_string() or "a certificate without a name"
