"""Every fact of the two documents stands on a page and in the data files.

Written from the documents, not from the notes.
"""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

import pytest

ROUNDTABLE = "2018-09-19-probation-roundtable"
SIG = "2020-08-26-rr3-probation-sig"

ATTENDEES = """
Jess Mullen, Clinks (chair)
Helen Dyson, Nacro (RR3 permanent member and SIG co-sponsor)
Lauren Nickolls, Clinks (minute taker)
Dee Anand, Together for Mental Wellbeing (RR3 permanent member)
Samantha Cowie, St Mungo's (co-opted)
Lisa Dando, Brighton Women's Centre (RR3 permanent member)
James Harding, Shelter (co-opted)
Angela Henry, Penrose (co-opted)
Christina Lines, Nelson Trust (co-opted)
Jennie Spanton, PACT (co-opted)
Christopher Stacey, Unlock (RR3 permanent member)
Mike Trace, The Forward Trust (co-opted)
Emma Wells, Community Chaplaincy Association (RR3 permanent member)
Keith Whitton, Anglia Care Trust (co-opted)
"""
OFFICIALS = """
Janet Phillipson, Ministry of Justice
Matthew Sparkes, Ministry of Justice
Chris Taylor, Ministry of Justice
"""
APOLOGIES = """
Peter Atherton, Community Led Initiatives (RR3 permanent member)
Martin Blakebrough, Kaleidoscope (RR3 permanent member)
Dez Brown, Spark2life (RR3 permanent member)
Rod Clarke, Prisoner Education Trust (RR3 permanent member)
Richy Cunningham, Recovery Connections (RR3 permanent member)
Will Downs, Clinks (secretariat)
Nicky Park, St Giles (RR3 permanent member and SIG co-sponsor)
Tina Parker, PACT (RR3 permanent member)
"""

ITEMS = """
1. Welcomes and introductions
2. Update from Ministry of Justice officials about the Dynamic Framework qualification
3. Main discussion
a. Concerns about the indicative annual spends
Comparison to November indicative figures
Comparison to current spend
Mobilisation
b. Volumes and eligibility criteria
Accommodation
Women's contract lot
Clarification on eligibility criteria
Referrals
Interventions
c. Concerns about the ramp up model
d. Additional points raised
Day two competitions
Finance, benefits and debt
Accredited programmes and structured interventions
4. Close
"""

LABELS = {
    "Engaging and understanding the voluntary sector": (
        "Consultation",
        "Relationships",
        "Conflicting objectives",
        "Misconceptions of the sector",
    ),
    "Accountability and protecting the sector": (
        "Responsibility and accountability",
        "Smaller organisations",
        "Exclusivity agreements",
        "Managing risk",
        "Transition periods",
        "Current contracts",
        "Renewing Industry Standard Partnering Agreement",
    ),
    "Communication": (
        "Keeping the sector informed",
        "Communicating issues",
        "Competitive mentality",
        "Confidentiality and anonymity",
        "Communication with CRCs and within them",
        "Probation and prisons",
    ),
    "Funding and contract specifications": (
        "Reduced funding",
        "Funding subsidisation",
        "Service design",
        "Complex needs",
        "Referrals",
        "Assessing service users",
        "Onerous requests",
        "Measuring outputs",
        "Funding for through-the-gate",
    ),
    "Commissioning model": (
        "Payment by results",
        "Complexity",
        "Dynamic Purchasing System",
        "Good example",
    ),
    "Rate card": ("Engaging the sector", "NPS referrals", "Using the rate card"),
    "Bidding for prime contractor status": (
        "More clarity",
        "Parent company guarantee",
        "Risk",
        "Bidding for funding",
        "Mission drift",
        "Consortia",
    ),
}

FIGURES = {
    ROUNDTABLE: ["19 September 2018", "18 months", "39"],
    SIG: [
        "26 August 2020", "13:30", "15:00", "370", "100", "150", "60%", "70", "50%",
        "7th September 2020", "November 2019", "5%", "£60 million", "£120 million",
        "three and four", "300", "450", "900", "1,800", "two thirds", "£1,300", "£250",
        "10", "30", "21/22", "£120", "130m", "2023/24", "£150 million", "Jaggaer",
        "Delius", "Selection Questionnaire", "Essex", "London", "Norfolk and Suffolk",
        "Sussex", "Transforming Rehabilitation", "Covid-19", "Light Lunch",
        "Meet the Primes",
    ],
}  # fmt: skip

WORDS_OF_CONCERNS = {
    "values below the November figures": ("November 2019", "5%"),
    "spend is not like for like": ("£60 million", "£120 million"),
    "accommodation volumes": ("Essex", "300", "900"),
    "accommodation eligibility": ("two thirds", "1,800"),
    "women's unit costs": ("£1,300", "£250", "Sussex"),
    "eligibility by sentence": ("sentence type",),
    "data quality": ("Delius",),
    "finishers": ("finish",),
    "ramp-up": ("21/22",),
    "redundancies": ("half",),
    "day two": ("day two",),
    "debt advice": ("debt",),
    "Probation Delivery Partners": ("£150 million",),
    "mobilisation": ("mobilis",),
    "interventions or individuals": ("individual",),
}


@pytest.fixture(scope="module")
def site(demo: Path) -> Path:
    return demo


def data(site: Path, name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(
        (site / "data" / f"{name}.json").read_text("utf-8")
    )
    return rows


def page_text(site: Path, address: str) -> str:
    page = (site / address / "index.html").read_text("utf-8")
    article = page.partition("<article")[2].partition("</article>")[0]
    plain = html.unescape(re.sub(r"<[^>]*>", " ", article))
    return re.sub(r"\s+", " ", plain).replace("\u2019", "'").replace(" ,", ",")


def meeting(site: Path, meeting_id: str) -> dict[str, Any]:
    return next(m for m in data(site, "meetings") if m["id"] == meeting_id)


def as_listed(text: str) -> list[dict[str, str | None]]:
    people = []
    for line in filter(None, text.splitlines()):
        match = re.fullmatch(r"(.+?), (.+?)(?: \((.+)\))?", line)
        assert match
        people.append({"name": match[1], "organisation": match[2], "role": match[3]})
    return people


def said_of(concern: dict[str, Any]) -> str:
    parts = [concern["title"], concern["text"]]
    parts += [raised["said"] or "" for raised in concern["raised"]]
    parts += [response["answer"] for response in concern["responses"]]
    return " ".join(parts)


@pytest.mark.parametrize(
    ("field", "people"),
    [("attendees", ATTENDEES), ("officials", OFFICIALS), ("apologies", APOLOGIES)],
)
def test_everybody_of_2020_is_named_with_organisation_and_role(
    site: Path, field: str, people: str
) -> None:
    assert meeting(site, SIG)[field] == as_listed(people)
    shown = page_text(site, f"meetings/{SIG}")
    for person in as_listed(people):
        assert str(person["name"]) in shown
        assert str(person["organisation"]) in shown
        assert (person["role"] or "") in shown


def test_both_meetings_say_who_chaired_and_2020_who_took_the_minutes(site: Path) -> None:
    assert meeting(site, ROUNDTABLE)["chair"]["name"] == "Anne Fox"
    assert meeting(site, ROUNDTABLE)["chair"]["organisation"] == "Clinks"
    assert meeting(site, SIG)["chair"]["name"] == "Jess Mullen"
    assert meeting(site, SIG)["minute_taker"]["name"] == "Lauren Nickolls"


def test_dates_times_and_place_are_those_of_the_documents(site: Path) -> None:
    roundtable, sig = meeting(site, ROUNDTABLE), meeting(site, SIG)

    assert roundtable["date"] == "2018-09-19"
    assert (sig["date"], sig["start"], sig["end"]) == ("2020-08-26", "13:30", "15:00")
    assert sig["venue"].casefold() == "video conference"


@pytest.mark.parametrize("item", ITEMS.strip().splitlines())
def test_every_agenda_item_of_2020_is_a_heading(site: Path, item: str) -> None:
    page = (site / "meetings" / SIG / "index.html").read_text("utf-8")
    headings = [
        html.unescape(re.sub(r"<[^>]*>", "", text)).replace("\u2019", "'")
        for text in re.findall(r"<h[2-6][^>]*>(.*?)</h[2-6]>", page, re.DOTALL)
    ]
    assert item in headings


def test_the_five_actions_have_their_owners(site: Path) -> None:
    owners = [a["owners"] for a in data(site, "actions") if a["raised_in"] == SIG]

    assert owners == [
        ["Clinks"],
        ["Clinks", "Lisa Dando"],
        ["Ministry of Justice"],
        ["Ministry of Justice"],
        ["Clinks"],
    ]
    tracker = page_text(site, "actions")
    for action in data(site, "actions"):
        assert action["title"] in tracker
        assert action["status"] == "open"


@pytest.mark.parametrize("theme", LABELS)
def test_the_39_points_of_the_roundtable_stand_under_their_theme(
    site: Path, theme: str
) -> None:
    themes = {t["id"]: t["title"] for t in data(site, "themes")}
    labels = [
        (raised["label"], concern)
        for concern in data(site, "concerns")
        for raised in concern["raised"]
        if raised["meeting"] == ROUNDTABLE
    ]
    assert len(labels) == sum(map(len, LABELS.values())) == 39
    for label in LABELS[theme]:
        (concern,) = [concern for found, concern in labels if found == label]
        assert theme in [themes[key] for key in concern["themes"]]
        assert label.casefold() in concern["title"].casefold()
        assert label in page_text(site, f"meetings/{ROUNDTABLE}")
        first = next(r for r in concern["raised"] if r["meeting"] == ROUNDTABLE)
        assert len(first["said"]) > 60


def test_the_good_example_is_good_practice(site: Path) -> None:
    (good,) = [c for c in data(site, "concerns") if c["kind"] == "good-practice"]

    assert good["raised"][0]["label"] == "Good example"
    assert "CFO" in said_of(good)


@pytest.mark.parametrize("figure", FIGURES[SIG])
def test_every_figure_of_2020_is_in_the_note_and_the_data(
    site: Path, figure: str
) -> None:
    shown = page_text(site, f"meetings/{SIG}")
    assert figure in shown
    found = json.dumps(data(site, "meetings"), ensure_ascii=False) + json.dumps(
        data(site, "concerns"), ensure_ascii=False
    )
    in_data = {"26 August 2020": "2020-08-26"}.get(figure, figure)
    assert in_data in found


def test_the_18_months_without_a_contact_are_told(site: Path) -> None:
    (point,) = [c for c in data(site, "concerns") if c["id"] == "transition-periods"]
    assert "18 months" in said_of(point)


def test_at_least_twenty_concerns_come_from_2020(site: Path) -> None:
    of_2020 = [
        c for c in data(site, "concerns") if any(r["meeting"] == SIG for r in c["raised"])
    ]
    answered = [c for c in of_2020 if any(not r["holding"] for r in c["responses"])]

    assert len(of_2020) >= 20
    assert len(answered) >= 8


@pytest.mark.parametrize("what", WORDS_OF_CONCERNS)
def test_each_matter_of_2020_is_a_concern(site: Path, what: str) -> None:
    told = [said_of(c) for c in data(site, "concerns")]
    assert any(all(w in text for w in WORDS_OF_CONCERNS[what]) for text in told)


def test_concerns_of_both_meetings_are_one_record_raised_twice(site: Path) -> None:
    both = {
        c["id"]
        for c in data(site, "concerns")
        if {r["meeting"] for r in c["raised"]} == {ROUNDTABLE, SIG}
    }
    assert both >= {
        "funding-subsidisation",
        "reduced-funding",
        "referrals",
        "more-clarity",
    }


def test_the_subsidy_carries_its_history_wherever_it_stands(site: Path) -> None:
    told = "Raised in 2018 and 2020, no answer recorded"

    assert f"{told}. Unanswered for 8 years." in page_text(
        site, "concerns/funding-subsidisation"
    )
    for address in ("themes/funding", "organisations/clinks", "."):
        story = page_text(site, address).partition("Funding subsidisation by")[2]
        assert told in story, address


def test_the_theme_of_funding_tells_both_meetings_and_what_is_near(site: Path) -> None:
    theme = page_text(site, "themes/funding")

    assert "9 concerns raised at 2 meetings between 2018 and 2020, 7 unanswered." in theme
    assert "26 August 2020 Dynamic Framework volumes and values" in theme
    near = theme.partition("Near themes")[2].split()
    assert " ".join(near).startswith("Values and volumes 3 concerns in common")


def test_what_waits_since_2018_comes_first_among_the_unanswered(site: Path) -> None:
    waiting = page_text(site, "unanswered")
    of_2018, _, of_2020 = waiting.partition("Follow-up conversations")

    assert (
        "53 concerns have no answer on record, the oldest since 19 September" in waiting
    )
    assert "Funding subsidisation" in of_2018
    assert "19 Sept 2018" not in of_2020


def test_the_first_page_says_that_no_meeting_is_announced(site: Path) -> None:
    home = page_text(site, ".")

    assert "No date has been announced. The last meeting on record was on" in home
    assert "Nothing is late." in home
    assert "2 concerns were raised more than once and still wait for an answer." in home


def test_the_post_meeting_note_and_annex_a_are_addenda(site: Path) -> None:
    addenda = meeting(site, SIG)["addenda"]
    annex = next(a for a in addenda if "Annex A" in a["title"])

    assert len(addenda) == 2
    assert annex["by"] == "Ministry of Justice"
    for principle in ("risk", "need", "responsivity"):
        assert principle in annex["text"].casefold()
        assert principle in page_text(site, f"meetings/{SIG}").casefold()


def test_the_next_steps_are_told(site: Path) -> None:
    shown = page_text(site, f"meetings/{SIG}")
    for words in ("mobilisation", "contract management and good practice", "blog"):
        assert words in shown
    assert "consultation" in page_text(site, f"meetings/{ROUNDTABLE}")


ACRONYMS = (
    "RR3 SIG MoJ HMPPS CRC NPS TR CPA PBR ISPA TtG BCST DPS ESF ETE VCSE ITT DF".split()
)


@pytest.mark.parametrize("acronym", ACRONYMS)
def test_every_acronym_of_the_documents_is_in_the_glossary(
    site: Path, acronym: str
) -> None:
    glossary = (site / "glossary" / "index.html").read_text("utf-8")
    assert f"<dt>{acronym}</dt>" in glossary


def test_every_organisation_that_came_has_a_page_naming_the_meeting(site: Path) -> None:
    named = {p["organisation"] for p in as_listed(ATTENDEES + OFFICIALS + APOLOGIES)}
    pages = {o["name"]: o["url"] for o in data(site, "organisations")}
    for name in named:
        assert "26 Aug 2020" in page_text(site, pages[str(name)]), name
