from scripts.open_contracting import PAGE, SAMPLE, audited, page


def test_the_page_says_what_is_found_today():
    text = PAGE.read_text(encoding="utf-8")
    assert page(text, audited(SAMPLE)) == text, "run: python -m scripts.open_contracting"
