from datetime import timedelta

import pytest

from auditor.errors import InputError
from auditor.sealing.certificate import certificates, key, new_key, refusal
from tests.sealing.authority import NOW, PASSPHRASE, p12, root, signer

CLIENT, EMAIL = "1.3.6.1.5.5.7.3.2", "1.3.6.1.5.5.7.3.4"


def test_a_key_is_opened_with_its_passphrase_and_brings_those_who_vouch_for_it():
    opened = key(p12(), PASSPHRASE, "key.p12")
    assert opened.certificate.name == "Ann Officer"
    assert opened.certificate.issuer == "Public Audit Root"
    assert [each.name for each in opened.chain] == ["Public Audit Root"]


@pytest.mark.parametrize("passphrase", [b"wrong", b""])
def test_a_wrong_passphrase_is_said_to_be_one(passphrase):
    with pytest.raises(InputError, match=r"key\.p12: the key cannot be opened") as refused:
        key(p12(), passphrase, "key.p12")
    assert "Check the passphrase" in str(refused.value)


def test_what_is_no_key_is_refused():
    with pytest.raises(InputError, match="cannot be opened"):
        key(b"no key", PASSPHRASE, "key.p12")


@pytest.mark.parametrize(
    ("how", "why"),
    [
        ({"ends": NOW - timedelta(days=1)}, "of Ann Officer expired on 2026-03-01"),
        ({"begins": NOW + timedelta(days=1)}, "of Ann Officer is not valid before 2026-03-03"),
        ({"uses": ("key_encipherment",)}, "of Ann Officer is not meant for signing (key usage)"),
        ({"purposes": (CLIENT,)}, "not meant for signing documents (extended key usage)"),
    ],
    ids=["expired", "not yet valid", "another use", "another purpose"],
)
def test_a_certificate_that_may_not_sign_is_refused_with_the_reason(how, why):
    assert why in refusal(signer(**how).certificate, NOW)


@pytest.mark.parametrize(
    "how",
    [{}, {"uses": None}, {"uses": ("content_commitment",)}, {"purposes": (CLIENT, EMAIL)}],
    ids=["signing", "every use", "commitment", "one purpose of two"],
)
def test_a_certificate_that_may_sign_is_not_refused(how):
    assert refusal(signer(**how).certificate, NOW) == ""


def test_a_new_key_is_for_signing_for_a_year_and_says_that_nobody_vouches_for_it():
    packed, pem = new_key("Ann Officer", PASSPHRASE, NOW)
    (made,) = certificates(pem, "new.pem")
    assert key(packed, PASSPHRASE, "new.p12").certificate == made
    assert made.issuer == made.name == "Ann Officer"
    assert made.ends - made.begins == timedelta(days=365)
    assert refusal(made, NOW) == ""
    assert b"nobody vouches for it" in made.der


def test_certificates_are_read_in_both_forms():
    one = root()
    assert certificates(one.der, "root.der") == (one,)
    _, first = new_key("A", PASSPHRASE, NOW)
    _, second = new_key("B", PASSPHRASE, NOW)
    assert [each.name for each in certificates(first + second, "both.pem")] == ["A", "B"]


@pytest.mark.parametrize("raw", [b"", b"text", b"-----BEGIN CERTIFICATE-----\nAAAA\n"])
def test_what_is_no_certificate_is_refused(raw):
    with pytest.raises(InputError, match=r"x\.pem: this is no certificate"):
        certificates(raw, "x.pem")
