"""The forms for people without an account: from a page to a file that can be sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Browser, Download, Page

from browser.pages import MEETING, PAGES
from browser.test_access import faults_of
from minutebook.contributing.forms.layout import laid_out
from minutebook.forms import FORMS, UPDATE_ACTION, Form, Kind
from minutebook.pages.invitations import LONGEST_ADDRESS

ACTION = f"{MEETING}-a1"
SAVE = "Download this change as a file"
SEND = "Send on GitHub instead"
AWKWARD = (
    'Said: "no" & <b>yes</b>; ünïcödé 🙂\n\n### A heading\n```\ncode\n```\n'
    "- [X] a box\n_No response_\n  \tand $(touch x) `y` \\n {{ z }}"
)
DAY, TIME = "2020-10-14", "19:00"


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(reduced_motion="reduce", accept_downloads=True)
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()


def open_form(page: Page, site: str, form: str, query: str = "") -> None:
    page.goto(f"{site}suggest/{form}/{query}")


def answers_to(form: Form, *, only_required: bool) -> dict[str, str]:
    """Answer the questions of a form, each as awkwardly as its field allows."""
    told = {"date": DAY, "start": TIME, "end": TIME, "seen": "0123abcd"}
    answers = {}
    for field in form.fields:
        if only_required and not field.required:
            continue
        if field.kind is Kind.CHOICE:
            answers[field.id] = field.options[-1].label
        elif field.kind is Kind.BOXES:
            answers[field.id] = "\n".join(option.label for option in field.options)
        else:
            line = AWKWARD.partition("\n")[0]
            long = AWKWARD if field.kind is Kind.TEXT else line
            answers[field.id] = told.get(field.id, long)
    return answers


def fill(page: Page, form: Form, answers: Mapping[str, str]) -> None:
    for name, answer in answers.items():
        field = form.field(name)
        if field.kind is Kind.CHOICE:
            page.get_by_label(field.label).select_option(label=answer)
        elif field.kind is Kind.BOXES:
            for label in answer.split("\n"):
                page.get_by_label(label).check()
        elif name != "seen":
            page.locator(f"#mb-{name}").fill(answer)


def saved(page: Page) -> Download:
    with page.expect_download() as found:
        page.get_by_role("button", name=SAVE).click()
    return found.value


def faults_from_the_top(page: Page) -> list[str]:
    """Look at a page in every way, its header whole."""
    page.evaluate("scrollTo(0, 0)")
    return faults_of(page)


@pytest.mark.parametrize("only_required", [False, True], ids=["all", "the needed"])
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_the_file_is_what_the_same_form_on_the_git_host_would_send(
    form: Form, only_required: object, page: Page, demo_site: str
) -> None:
    answers = answers_to(form, only_required=bool(only_required))
    query = f"?seen={answers['seen']}" if "seen" in answers else ""
    open_form(page, demo_site, form.id, query)
    fill(page, form, answers)
    file = saved(page)
    assert Path(file.path()).read_bytes() == laid_out(form, answers).encode()


def test_a_form_is_filled_in_from_the_page_one_comes_from(
    page: Page, demo_site: str
) -> None:
    page.goto(demo_site + PAGES["an action"])
    page.get_by_role("link", name="without an account: Report an update").click()
    page.wait_for_url("**/suggest/update-action/?action=*")
    field = page.get_by_label("Which action is it?")
    page.wait_for_function("document.querySelector('#mb-action').value")
    assert field.input_value() == ACTION
    named = page.locator("output[for=mb-action]").inner_text()
    assert named.startswith("Collate accommodation providers' data on current volumes")


def test_an_update_is_reported_by_keyboard_alone(page: Page, demo_site: str) -> None:
    open_form(page, demo_site, "update-action", f"?action={ACTION}&seen=0123abcd")
    page.wait_for_selector("[data-ready]")
    keyboard = page.keyboard
    page.locator("#mb-action").focus()
    keyboard.press("Tab")
    keyboard.type("It is done")
    keyboard.press("Tab")
    keyboard.type("The figures were sent.")
    keyboard.press("Enter")
    keyboard.type("They were welcome.")
    keyboard.press("Tab")
    keyboard.type("10142020")
    for _ in range(5):
        keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText") == SAVE:
            break
    with page.expect_download() as found:
        keyboard.press("Enter")

    assert found.value.suggested_filename == f"update-{ACTION}.md"
    answers = {
        "action": ACTION,
        "status": "It is done",
        "note": "The figures were sent.\nThey were welcome.",
        "date": DAY,
        "seen": "0123abcd",
    }
    text = Path(found.value.path()).read_bytes()
    assert text == laid_out(UPDATE_ACTION, answers).encode()
    focused = page.evaluate("document.activeElement.innerText")
    assert f"It is called update-{ACTION}.md" in focused
    assert "the person who takes the minutes of your group" in focused


@pytest.mark.parametrize(
    ("form", "filled", "name"),
    [
        ("update-action", {"action": ACTION}, f"update-{ACTION}.md"),
        ("update-action", {"action": "/x/actions/A B/?q#f"}, "update-a-b.md"),
        ("answer-concern", {"concern": "../../etc/passwd"}, "answer-passwd.md"),
        ("raise-concern", {"title": "Où? Là, “haut”!"}, "raise-ou-la-haut.md"),
        ("suggest-correction", {"record": "themes/funding"}, "suggest-themes-funding.md"),
        ("add-notes", {"title": "🙂"}, "add.md"),
    ],
)
def test_the_file_is_named_after_what_it_is_about(
    form: str, filled: dict[str, str], name: str, page: Page, demo_site: str
) -> None:
    open_form(page, demo_site, form)
    (found,) = (one for one in FORMS if one.id == form)
    fill(page, found, answers_to(found, only_required=True))
    for field, answer in filled.items():
        page.locator(f"#mb-{field}").fill(answer)
    assert saved(page).suggested_filename == name


def test_what_is_missing_is_said_beside_the_question_and_nothing_is_saved(
    page: Page, demo_site: str
) -> None:
    downloads: list[str] = []
    page.on("download", lambda download: downloads.append(download.url))
    open_form(page, demo_site, "update-action")
    page.get_by_role("button", name=SAVE).click()
    action, status = page.locator("#mb-action"), page.locator("#mb-status")
    page.wait_for_selector("#mb-action[aria-invalid=true]")
    assert action.evaluate("element => element === document.activeElement")
    assert status.get_attribute("aria-invalid") == "true"
    described = (action.get_attribute("aria-describedby") or "").split()
    assert "mb-action-error" in described
    assert (
        page.locator("#mb-action-error").inner_text() == "This question needs an answer."
    )
    assert faults_from_the_top(page) == []

    action.fill(ACTION)
    assert action.get_attribute("aria-invalid") is None
    assert not page.locator("#mb-action-error").is_visible()
    status.select_option(label="It is done")
    assert status.get_attribute("aria-invalid") is None
    assert downloads == []


def test_what_comes_after_saving_can_be_read_by_everyone(
    page: Page, demo_site: str
) -> None:
    open_form(page, demo_site, "update-action", f"?action={ACTION}")
    page.get_by_label("Where does it stand now?").select_option("It is done")
    saved(page)
    assert page.locator("[data-done]").is_visible()
    assert faults_from_the_top(page) == []


@pytest.mark.parametrize(
    "query",
    [
        "?action=" + quote('"><img src=x onerror=alert(1)>'),
        "?__proto__=x&constructor=y&status=nothing+of+the+kind",
        "?action=" + "a" * 100_00,
        "?mb-action=x&submit=y&toString=z",
        "?holding=1&action=a&action=b",
    ],
)
def test_an_address_of_a_stranger_fills_in_text_and_does_nothing_else(
    query: str, page: Page, demo_site: str
) -> None:
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.on("dialog", lambda dialog: failed.append(dialog.message))
    open_form(page, demo_site, "update-action", query)
    page.wait_for_selector("[data-ready]")
    asked = parse_qs(query[1:]).get("action", [""])[0]
    assert page.locator("#mb-action").input_value() in (asked, asked[:500])
    assert page.locator("#mb-status").input_value() == ""
    assert page.locator("form img").count() == 0
    assert failed == []


def test_what_was_typed_can_be_taken_along_to_the_git_host(
    page: Page, demo_site: str
) -> None:
    page.route("https://github.com/**", lambda route: route.fulfill(body="there"))
    open_form(page, demo_site, "update-action", f"?action={ACTION}&seen=0123abcd")
    page.get_by_label("Where does it stand now?").select_option("It is done")
    page.get_by_label("What has happened?").fill("Sent & read: “100%”\nin time")
    page.get_by_role("button", name=SEND).click()
    page.wait_for_url("https://github.com/**")
    address = urlsplit(page.url)
    assert address.path == "/minutebook/minutebook/issues/new"
    assert parse_qs(address.query) == {
        "template": ["update-action.yml"],
        "title": ["Report an update on an action"],
        "action": [ACTION],
        "note": ["Sent & read: “100%”\nin time"],
        "seen": ["0123abcd"],
    }


def test_what_is_too_long_for_an_address_is_not_sent_and_not_lost(
    page: Page, demo_site: str
) -> None:
    open_form(page, demo_site, "update-action", f"?action={ACTION}")
    page.get_by_label("Where does it stand now?").select_option("It is done")
    note = "ü" * LONGEST_ADDRESS
    page.get_by_label("What has happened?").fill(note)
    page.get_by_role("button", name=SEND).click()
    page.wait_for_function("'long' in document.activeElement.dataset")
    link = page.locator("[data-long] a").get_attribute("href") or ""
    assert "template=update-action.yml" in link
    assert page.get_by_label("What has happened?").input_value() == note
    assert faults_from_the_top(page) == []


def test_a_script_that_does_not_come_is_told_of(page: Page, demo_site: str) -> None:
    page.route("**/suggest.mjs", lambda route: route.abort())
    open_form(page, demo_site, "update-action")
    page.get_by_label("What has happened?").fill("Sent")
    page.wait_for_selector("[data-failed]:not([hidden])")
    page.unroute("**/suggest.mjs")
    assert page.get_by_label("What has happened?").input_value() == "Sent"


def test_without_a_script_it_says_how_to_do_it_by_e_mail(
    chromium: Browser, demo_site: str
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    open_form(page, demo_site, "update-action")
    text = page.locator("article").inner_text()
    assert not page.locator("form.mb-form").is_visible()
    context.close()
    assert "Write an e-mail to the person who takes the minutes of your group" in text
    for field in UPDATE_ACTION.fields[:-1]:
        assert field.label in text
