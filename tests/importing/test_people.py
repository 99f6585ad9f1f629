"""People are found in every form that minutes list them in, once each."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importing.told import NAME, facts, found_in, people, sections_of
from minutebook.importing.formats.text.reader import read_plain
from minutebook.importing.recognising.language.names import (
    are_one,
    is_full_name,
    is_name_like,
)
from minutebook.importing.recognising.outline.outline import outline_of
from minutebook.importing.recognising.people.initials import initials_of, shared_initials
from minutebook.importing.recognising.people.people import people_in
from minutebook.importing.recognising.people.person import read_person
from minutebook.importing.recognising.people.runs import people_of_run
from minutebook.importing.recognising.recognise import recognise


@pytest.mark.parametrize(
    ("text", "name", "organisation", "role"),
    [
        ("Jess Mullen, Clinks (chair)", "Jess Mullen", "Clinks", "chair"),
        (
            "Helen Dyson, Nacro (RR3 permanent member and SIG co-sponsor)",
            "Helen Dyson",
            "Nacro",
            "RR3 permanent member and SIG co-sponsor",
        ),
        (
            "Mike Trace, The Forward Trust (co-opted)",
            "Mike Trace",
            "The Forward Trust",
            "co-opted",
        ),
        ("Nicky Park, St Giles", "Nicky Park", "St Giles", None),
        ("Jo Lee (Shelter)", "Jo Lee", "Shelter", None),
        ("Jo Lee - Shelter", "Jo Lee", "Shelter", None),
        ("Jo Lee – Shelter", "Jo Lee", "Shelter", None),
        ("Jo Lee, Treasurer, Shelter", "Jo Lee", "Shelter", "Treasurer"),
        ("Cllr J. Smith (Chair)", "Cllr J. Smith", None, "Chair"),
        ("Chair: A. Singh", "A. Singh", None, "Chair"),
        ("Jo Lee (she/her), Nacro", "Jo Lee", "Nacro", None),
        ("Jo Lee (Clinks, chair)", "Jo Lee", "Clinks", "chair"),
        ("Jo Lee from Shelter", "Jo Lee", "Shelter", None),
        (
            "Jo Lee, Head of Policy, Home Office",
            "Jo Lee",
            "Home Office",
            "Head of Policy",
        ),
        (
            "Jo Lee, Chief Executive of Nelson Trust",
            "Jo Lee",
            "Nelson Trust",
            "Chief Executive",
        ),
        ("Jo Lee <jo@shelter.example>", "Jo Lee", None, None),
        ("Jo Lee (via Zoom)", "Jo Lee", None, None),
        ("Cllr K. White (on holiday)", "Cllr K. White", None, None),
        (
            "Station Manager Ruth Oakden, Fire Service",
            "Station Manager Ruth Oakden",
            "Fire Service",
            None,
        ),
        ("Étienne d'Aubigny", "Étienne d'Aubigny", None, None),
        ("Major (retd) Ivor Penry, Chair", "Major (retd) Ivor Penry", None, "Chair"),
        ("Mrs I Cameron (Vice Chair)", "Mrs I Cameron", None, "Vice Chair"),
        ("Capt. D. Nance, Harbour Master", "Capt. D. Nance", None, "Harbour Master"),
        (
            "Ann Prosser, Department for Environment, Food and Rural",
            "Ann Prosser",
            "Department for Environment, Food and Rural",
            None,
        ),
        (
            "Ola Berg, Chief Executive of Stepping Out",
            "Ola Berg",
            "Stepping Out",
            "Chief Executive",
        ),
        ("Siân ap Rhys", "Siân ap Rhys", None, None),
        ("Farida B.", "Farida B.", None, None),
        (
            "June Goodbody, Copperfield Council",
            "June Goodbody",
            "Copperfield Council",
            None,
        ),
    ],
)
def test_one_entry_says_who_for_whom_and_as_what(
    text: str, name: str, organisation: str | None, role: str | None
) -> None:
    entry = read_person(text)

    assert entry is not None
    assert (entry.name, entry.organisation, entry.role) == (name, organisation, role)


@pytest.mark.parametrize(
    "text",
    [
        "[Name]",
        "TBC",
        "None",
        "All",
        "N/A",
        "Name",
        "Various",
        "12 members of the public",
        "None received",
        "Forty-four members were present.",
        "",
        "-",
        "the public",
    ],
)
def test_what_stands_for_nobody_is_nobody(text: str) -> None:
    assert read_person(text) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jo Lee, Sam Patel and Kim Ho", ["Jo Lee", "Sam Patel", "Kim Ho"]),
        (
            "Jo Lee (Shelter), Sam Patel (Nacro) & Kim Ho",
            ["Jo Lee", "Sam Patel", "Kim Ho"],
        ),
        (
            "Jo Lee, Shelter; Sam Patel, Nacro (chair); Kim Ho",
            ["Jo Lee", "Sam Patel", "Kim Ho"],
        ),
        ("Jo Lee, Shelter, Sam Patel, Nacro", ["Jo Lee", "Sam Patel"]),
        (
            "Jo Lee, Nelson Trust, Sam Patel, Prisoner Education Trust",
            ["Jo Lee", "Sam Patel"],
        ),
        (
            "Jo Lee, Chair, Sam Patel, Treasurer, and Kim Ho",
            ["Jo Lee", "Sam Patel", "Kim Ho"],
        ),
        ("Jo Lee (Marks and Spencer), Sam Patel", ["Jo Lee", "Sam Patel"]),
        ("Jo Lee - Shelter, Sam Patel - Nacro", ["Jo Lee", "Sam Patel"]),
        (
            "Cllrs Smith (Chair), Jones and A. Reed",
            ["Cllr Smith", "Cllr Jones", "A. Reed"],
        ),
        ("Mr and Mrs Lovell, Dr May", ["Mr Lovell", "Mrs Lovell", "Dr May"]),
        (
            "Cllr P. Lowe, the Clerk (Mrs J. Finch) and 3 members of the public",
            ["Cllr P. Lowe", "Mrs J. Finch"],
        ),
        ("Jo, Sam, Priya", ["Jo", "Sam", "Priya"]),
        ("alice, bob (chair), Carol", ["alice", "bob", "Carol"]),
        ("Ann Price, MBE, Jo Lee", ["Ann Price MBE", "Jo Lee"]),
        (
            "Priscilla Danso (sec), Ivor Beck, Magda Roe, Tony",
            ["Priscilla Danso", "Ivor Beck", "Magda Roe", "Tony"],
        ),
        ("None", []),
        ("TBC", []),
    ],
)
def test_a_run_of_people_is_cut_where_one_ends(text: str, names: list[str]) -> None:
    assert [entry.name for entry in people_of_run(text)] == names


def test_people_stand_one_a_line_below_headings() -> None:
    assert people(
        """\
        Attendees:

        - Jess Mullen, Clinks (chair)
        - Lisa Dando, Brighton Women's Centre

        Officials

        - Janet Phillipson, Ministry of Justice

        Apologies

        - Tina Parker, PACT

        1. Welcome

        The chair welcomed everyone.
        """
    ) == (
        "Jess Mullen, Clinks (chair): present",
        "Lisa Dando, Brighton Women's Centre: present",
        "Janet Phillipson, Ministry of Justice: official",
        "Tina Parker, PACT: apologies",
    )


def test_people_stand_behind_labels() -> None:
    assert people(
        """\
        Parks Committee, 4 May 2021

        Present: Cllr J. Smith (Chair), Cllr P. Jones
        In attendance: Mrs R. Green (Clerk), 4 members of the public
        Apologies: Cllr K. White
        Absent: Cllr B. Dunn

        1. Welcome
        """
    ) == (
        "Cllr J. Smith (Chair): present",
        "Cllr P. Jones: present",
        "Mrs R. Green (Clerk): official",
        "Cllr K. White: apologies",
        "Cllr B. Dunn: absent",
    )


def test_in_attendance_alone_means_present() -> None:
    assert people("In attendance: Jo Lee, Sam Patel\n\n1. Welcome\n") == (
        "Jo Lee: present",
        "Sam Patel: present",
    )


def test_a_list_may_go_on_over_lines() -> None:
    assert people(
        """\
        Present:
        Jo Lee (chair), Sam Patel (secretary), Kim Ho,
        Dee Nash and Ed Frost
        """
    ) == (
        "Jo Lee (chair): present",
        "Sam Patel (secretary): present",
        "Kim Ho: present",
        "Dee Nash: present",
        "Ed Frost: present",
    )


def test_names_set_apart_by_gaps_are_no_headings() -> None:
    assert people(
        """\
        Present

        Jo Lee

        Sam Patel, Nacro

        Apologies

        Ann Price

        1. Welcome

        The chair welcomed all who had come.
        """
    ) == ("Jo Lee: present", "Sam Patel, Nacro: present", "Ann Price: apologies")


def test_a_table_has_heads() -> None:
    assert people(
        """\
        | Name | Organisation | Role | Attendance |
        |---|---|---|---|
        | Jo Lee | Shelter | Chair | Present |
        | Sam Patel | Nacro | | Apologies |
        | Kim Ho | | Treasurer | P |
        | [Name] | [Organisation] | | |
        """
    ) == (
        "Jo Lee, Shelter (Chair): present",
        "Sam Patel, Nacro: apologies",
        "Kim Ho (Treasurer): present",
    )


def test_a_table_has_ticks_in_columns() -> None:
    assert people(
        """\
        | Name | Present | Apologies |
        |---|---|---|
        | Jo Lee | x | |
        | Sam Patel | | x |
        | Kim Ho | ✓ | |
        | Ann Price | | |
        """
    ) == (
        "Jo Lee: present",
        "Sam Patel: apologies",
        "Kim Ho: present",
        "Ann Price: absent",
    )


def test_an_a_is_absence_where_ap_is_used_too() -> None:
    head = "| Member | 12 May |\n|---|---|\n| Jo Lee | P |\n"
    register = head + "| Sam Patel | {} |\n| Kim Ho | A |\n"

    assert people(register.format("Ap"))[1:] == ("Sam Patel: apologies", "Kim Ho: absent")
    assert people(register.format("P"))[1:] == ("Sam Patel: present", "Kim Ho: unknown")


def test_columns_list_people_side_by_side() -> None:
    assert people(
        """\
        Board meeting

        | Present | Apologies | In attendance |
        |---|---|---|
        | Jo Lee | Sam Patel | Kim Ho (Clerk) |
        | Ann Price | | |
        """
    ) == (
        "Jo Lee: present",
        "Sam Patel: apologies",
        "Kim Ho (Clerk): official",
        "Ann Price: present",
    )


def test_rows_begin_with_labels() -> None:
    assert people(
        """\
        | Present | Jo Lee (Chair), Sam Patel, Kim Ho |
        |---|---|
        | Apologies | Ann Price |
        | Minutes | Kim Ho |
        """
    ) == (
        "Jo Lee (Chair): present",
        "Sam Patel: present",
        "Kim Ho (minute taker): present",
        "Ann Price: apologies",
    )


def test_a_grid_holds_names_alone() -> None:
    assert people("Attendees\n\n| Jo Lee | Sam Patel |\n| Ann Price | Bea Long |\n") == (
        "Jo Lee: present",
        "Sam Patel: present",
        "Ann Price: present",
        "Bea Long: present",
    )


def test_an_empty_box_means_absent_where_others_are_ticked() -> None:
    listed = "Members present:\n[x] Jo Lee\n[{}] Sam Patel (Treasurer)\n[ ] Kim Ho\n"

    assert people(listed.format("x"))[1:] == (
        "Sam Patel (Treasurer): present",
        "Kim Ho: absent",
    )
    assert people(listed.replace("x", " ").format(" ")) == (
        "Jo Lee: unknown",
        "Sam Patel (Treasurer): unknown",
        "Kim Ho: unknown",
    )


@pytest.mark.parametrize(
    "entry",
    [
        "Jo Lee [part]",
        "Jo Lee (from item 4)",
        "Jo Lee (left 2.30pm)",
        "Jo Lee joined at 7.15pm",
        "Jo Lee - left at 2pm",
        "Jo Lee (for the first half hour)",
        "Jo Lee (until 8pm)",
    ],
)
def test_somebody_was_there_for_a_part(entry: str) -> None:
    assert people(f"Present\n- Sam Patel\n- {entry}\n") == (
        "Sam Patel: present",
        "Jo Lee: part",
    )


def test_chair_and_minute_taker_have_lines_of_their_own() -> None:
    assert people(
        """\
        Team meeting 3 May 2022

        Chair: A. Singh
        Minutes taken by: Bea Long
        Present: Amar Singh, Carl Orr

        1. News
        """
    ) == (
        "Bea Long (minute taker): present",
        "Amar Singh (Chair): present",
        "Carl Orr: present",
    )


def test_prose_says_who_chaired_and_for_whom() -> None:
    assert people(
        """\
        Voluntary sector roundtable

        The discussion was chaired by Hallmark Chief Executive Officer, Ina Wolfe.
        """
    ) == ("Ina Wolfe, Hallmark (chair, Chief Executive Officer): present",)


def test_an_item_of_the_agenda_tells_who_sent_apologies() -> None:
    assert people(
        """\
        1. Apologies

        Apologies were received from Mrs K. Ho, Mr and Mrs Stubbs and Cllr M. Dunn (ill).

        2. Minutes of the last meeting
        The chair signed them.
        """
    ) == (
        "Mrs K. Ho: apologies",
        "Mr Stubbs: apologies",
        "Mrs Stubbs: apologies",
        "Cllr M. Dunn: apologies",
    )
    assert people("1. Apologies\n\nNone.\n\n2. News\n\nNothing new.\n") == ()


def test_somebody_present_who_sent_apologies_is_a_problem_and_no_guess() -> None:
    found = found_in(
        "Notes\n\nPresent: Jo Lee, Sam Patel\nApologies: Sam Patel\n\n1. News\n"
    )
    (problem,) = found.problems

    assert [person.attendance for person in found.people] == ["present", "unknown"]
    assert problem.code == "import-present-and-apologies"
    assert "line 3" in problem.summary
    assert "line 4" in problem.summary
    assert problem.place.path == NAME


def test_an_organisation_alone_is_not_taken_for_a_person() -> None:
    assert people(
        "Present\n- Jo Lee, Nacro\n- PACT\n- Shelter\n- Sam Patel, Shelter\n"
    ) == (
        "Jo Lee, Nacro: present",
        "Sam Patel, Shelter: present",
    )


def test_one_name_alone_among_people_with_organisations_is_uncertain() -> None:
    assert people("Present\n- Jo Lee, Nacro\n- Crisis\n- Sam Patel, Shelter\n")[1] == (
        "Crisis: unknown"
    )


def test_lists_may_be_in_welsh() -> None:
    assert people(
        "Presennol / Present:\nCllr Siân Roberts\n\nYmddiheuriadau: Gareth Jones\n"
    ) == (
        "Cllr Siân Roberts: present",
        "Gareth Jones: apologies",
    )


def test_people_of_the_next_or_the_last_meeting_did_not_come_to_this_one() -> None:
    assert people(
        "Present: Jo Lee\n\n1. Next meeting\n\nIt will be chaired by Kim Ho.\n"
    ) == ("Jo Lee: present",)


def test_each_person_has_the_line_they_stand_on() -> None:
    found = found_in("Notes\n\nPresent:\n- Jo Lee\n- Sam Patel\n")

    assert [person.line for person in found.people] == [4, 5]


def test_initials_that_a_list_explains_stand_for_names() -> None:
    text = "Present: Jo Lee (JL), Sam Patel (SP)\n\n1. Hall\n\nKH to book it.\n"
    found = found_in(text)

    assert initials_of(found, sections_of(text)) == {"JL": "Jo Lee", "SP": "Sam Patel"}


def test_initials_that_are_used_stand_for_the_one_name_they_fit() -> None:
    text = (
        "Present: Jo Lee, Sam Patel, Sue Park\n\n1. Hall\n\nJL to book it. SP to help.\n"
    )
    found = found_in(text)

    assert initials_of(found, sections_of(text)) == {"JL": "Jo Lee"}
    assert shared_initials(found) == {"SP": ("Sam Patel", "Sue Park")}


def test_names_look_like_names() -> None:
    for name in (
        "Jo",
        "Jo Lee",
        "A. Singh",
        "Cllr J. Smith",
        "J.R. Hartley",
        "Mrs Patel",
    ):
        assert is_name_like(name), name
    for other in (
        "",
        "the chair",
        "All",
        "TBC",
        "Next meeting",
        "12 people",
        "to be done",
    ):
        assert not is_name_like(other), other
    assert not is_full_name("Nelson Trust")
    assert not is_full_name("Chief Executive Officer")


def test_names_can_be_one_persons() -> None:
    assert are_one("A. Singh", "Amar Singh")
    assert are_one("Miss de Vere", "Miss Catherine de Vere")
    assert are_one("Nadia K.", "Nadia Kowalczyk")
    assert not are_one("B. Singh", "Amar Singh")
    assert not are_one("Jo Lee", "Jo Lowe")


@settings(deadline=None)
@given(st.text(max_size=400))
def test_people_can_be_looked_for_in_any_text(text: str) -> None:
    sections = outline_of(read_plain(NAME, text.encode("utf-8", "replace")).blocks)

    for person in people_in(NAME, sections).people:
        assert person.name.strip()


def test_the_names_of_the_facts_and_of_the_people_do_not_mix() -> None:
    assert facts("Present: Jo Lee, Sam Patel\n\n1. News\n").group is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Union side: Jo Lee, Sam Patel\nManagement side: Kim Ho\nApologies: Lou Reid",
            (
                "Jo Lee: present",
                "Sam Patel: present",
                "Kim Ho: present",
                "Lou Reid: apologies",
            ),
        ),
        (
            "Students: Jo Lee (2nd year)\nAcademic staff: Dr Kim Ho\nGuests: Ada Byrne",
            ("Jo Lee (2nd year): present", "Dr Kim Ho: present", "Ada Byrne: official"),
        ),
        (
            "Trustees: Jo Lee, Sam Patel\nStaff: Kim Ho, Director",
            ("Jo Lee: present", "Sam Patel: present", "Kim Ho (Director): official"),
        ),
        (
            "Organised by the club. Chair: Jo Lee. Notes: Sam Patel and Kim Ho.",
            (
                "Jo Lee (Chair): present",
                "Sam Patel (minute taker): present",
                "Kim Ho (minute taker): present",
            ),
        ),
        (
            "In the room: Jo Lee. Online: Kim Ho. Apologies: Lou Reid.",
            ("Jo Lee: present", "Kim Ho: present", "Lou Reid: apologies"),
        ),
        (
            "Present - Jo Lee, Sam Patel; apologies - Kim Ho",
            ("Jo Lee: present", "Sam Patel: present", "Kim Ho: apologies"),
        ),
        ("chair = Jo Lee", ("Jo Lee (chair): present",)),
        (
            "Yn bresennol (present): Jo Lee\nYmddiheuriadau / Apologies: Kim Ho",
            ("Jo Lee: present", "Kim Ho: apologies"),
        ),
        (
            "There: Jo, Sam, Kim + baby\nNot able to come: Lou\nWho wasn't: Ada",
            (
                "Jo: present",
                "Sam: present",
                "Kim: present",
                "Lou: apologies",
                "Ada: absent",
            ),
        ),
        (
            "On the call: MJO, KvD, RA (from 14:30). Regrets: PC",
            ("MJO: present", "KvD: present", "RA: part", "PC: apologies"),
        ),
        ("Apo1ogies: Jo Lee", ("Jo Lee: apologies",)),
    ],
)
def test_labels_come_in_many_words_and_several_in_a_line(
    text: str, expected: tuple[str, ...]
) -> None:
    assert people(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Residents: the path is dark and the lamps are broken.",
        "Volunteers: we need more for the fete, says Jo Lee.",
        "Union side: nothing to report",
        "Committee meeting 04/05/21",
        "Staff side: Noise, Parking and Dogs",
    ],
)
def test_a_kind_of_people_is_no_list_of_them_without_names(text: str) -> None:
    assert people(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Jo Lee (chair), Sam Patel and young Kim Ho were there. Lou Reid sent word.",
            (
                "Jo Lee (chair): present",
                "Sam Patel: present",
                "Kim Ho: present",
                "Lou Reid: apologies",
            ),
        ),
        (
            "Chair (Jo Lee), Secretary (Sam Patel) and Kim Ho attended.",
            (
                "Jo Lee (Chair): present",
                "Sam Patel (Secretary): present",
                "Kim Ho: present",
            ),
        ),
        (
            (
                "The Branch President, Jo Lee, was in the chair and the Branch Secretary,"
                " Sam Patel, took the minutes. Also there was the Organiser, Kim Ho."
            ),
            (
                "Jo Lee (chair, Branch President): present",
                "Sam Patel (Branch Secretary, minute taker): present",
                "Kim Ho (Organiser): present",
            ),
        ),
        (
            "Fourteen people came, including Jo Lee (chair) and Sam Patel (secretary).",
            ("Jo Lee (chair): present", "Sam Patel (secretary): present"),
        ),
        (
            "Two guests answered at the end: Ada Byrne (Shelter) and Supt. Lou Reid.",
            ("Ada Byrne, Shelter: official", "Supt. Lou Reid: official"),
        ),
        (
            "Facilitated by Jo Lee (Ties that Bind). Notes taken by Sam Patel.",
            (
                "Jo Lee, Ties that Bind (facilitator): present",
                "Sam Patel (minute taker): present",
            ),
        ),
        (
            "Jo Lee, chair; Sam Patel, treasurer",
            ("Jo Lee (chair): present", "Sam Patel (treasurer): present"),
        ),
        (
            "Apologies had been received from Jo Lee, and Sam Patel was on holiday.",
            ("Jo Lee: apologies", "Sam Patel: apologies"),
        ),
        ("Jo Lee had sent apologies and could not make it.", ("Jo Lee: apologies",)),
    ],
)
def test_sentences_of_the_opening_say_who_came_and_who_did_not(
    text: str, expected: tuple[str, ...]
) -> None:
    assert people(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The boiler could not make it through the winter.",
        "The heating was away for repair.",
        "About sixty people came.",
        "Everybody was there.",
    ],
)
def test_sentences_of_the_opening_that_name_nobody_list_nobody(text: str) -> None:
    assert people(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ken & Jean Gale, Jo Lee", ["Ken Gale", "Jean Gale", "Jo Lee"]),
        (
            "Jo Lee, Sam Patel, Ken and Jean Gale, Kim Ho",
            ["Jo Lee", "Sam Patel", "Ken Gale", "Jean Gale", "Kim Ho"],
        ),
        ("Izzy, Marlon & Gwen Adair", ["Izzy", "Marlon", "Gwen Adair"]),
        (
            "Darren \"Tank\" Oliver, Huw 'Siop' Davies",
            ['Darren "Tank" Oliver', "Huw 'Siop' Davies"],
        ),
        ("Joseph (Joe) Bloggs, Kim Ho", ["Joseph Bloggs", "Kim Ho"]),
        ("The President (Roy Angove), Kim Ho", ["Roy Angove", "Kim Ho"]),
        (
            "Cllrs Patel, Ho and Reid; Ada Byrne, Clerk",
            ["Cllr Patel", "Cllr Ho", "Cllr Reid", "Ada Byrne"],
        ),
    ],
)
def test_couples_and_nicknames_are_people_of_their_own(
    text: str, expected: list[str]
) -> None:
    assert [entry.name for entry in people_of_run(text)] == expected


@pytest.mark.parametrize(
    "aside",
    [
        "for item 3",
        "item TB/24/004 only",
        "items 1-4",
        "by phone until 3pm",
        "for the first half hour",
        "came at 7ish",
        "this item only",
    ],
)
def test_who_was_there_for_a_part_is_listed_so(aside: str) -> None:
    assert people(f"Present: Jo Lee, Sam Patel ({aside})") == (
        "Jo Lee: present",
        "Sam Patel: part",
    )


def test_a_post_in_brackets_is_no_organisation_among_officers() -> None:
    found = people("Present: Jo Lee (Chair), Sam Patel (Secretary), Kim Ho (Welfare)")

    assert found[-1] == "Kim Ho (Welfare): present"


def test_the_same_word_stays_an_organisation_where_others_come_from_elsewhere() -> None:
    found = people(
        "Present: Jo Lee (Chair), Sam Patel (notes), Ed (Nelson Trust), Kim Ho (Welfare)"
    )

    assert found[-1] == "Kim Ho, Welfare: present"


def test_a_column_without_a_head_says_who_came_and_as_what() -> None:
    found = people(
        "| Name | Organisation | |\n|---|---|---|\n| Jo Lee | Shelter | Chair |\n"
        "| Sam Patel | Crisis | present, online |\n| Kim Ho | Nacro | apologies |"
    )

    assert found == (
        "Jo Lee, Shelter (Chair): present",
        "Sam Patel, Crisis: present",
        "Kim Ho, Nacro: apologies",
    )


def test_two_columns_by_spaces_may_begin_with_initials() -> None:
    found = people(
        "Present:  Mrs. B. Holroyd (Chairman)    Mr. K. Desai\n"
        "          Mrs. J. Pickles (Secretary)   Mrs. S. Tandy\n"
        "          S. Patel (Treasurer)          Miss L. Moon\n"
    )

    assert found == (
        "Mrs. B. Holroyd (Chairman): present",
        "Mr. K. Desai: present",
        "Mrs. J. Pickles (Secretary): present",
        "Mrs. S. Tandy: present",
        "S. Patel (Treasurer): present",
        "Miss L. Moon: present",
    )


def test_a_table_by_spaces_may_begin_with_initials() -> None:
    assert people("PRESENT\n\nS. Patel       Shelter\nJ. Lee         Crisis\n") == (
        "S. Patel, Shelter: present",
        "J. Lee, Crisis: present",
    )


def test_names_with_initials_below_each_other_are_no_items() -> None:
    assert people("Present\n\nA. Smith (chair)\nB. Jones\n") == (
        "A. Smith (chair): present",
        "B. Jones: present",
    )


def test_a_list_that_a_message_quotes_is_read_over_its_lines() -> None:
    found = people(
        "> Present: Fenella Strand (Chair), Wilf Ambrose (Secretary), Dr Moira\n"
        "> Kett, Jacinta Bloom\n> Apologies: Colin Abbey\n"
    )

    assert found[2:] == (
        "Dr Moira Kett: present",
        "Jacinta Bloom: present",
        "Colin Abbey: apologies",
    )


def test_a_field_of_another_kind_ends_a_list_of_officials() -> None:
    found = people("Attending for the Trust: Clive Barton\nComplainant: Mrs R. Lacey")

    assert found[-1] == "Mrs R. Lacey (Complainant): present"


def test_initials_of_two_people_are_told_where_an_action_goes_to_them() -> None:
    text = (
        "Club\nMinutes of 4 May 2021\n\nPresent: Sue Hallam, Stephen Hallam, Jo Cree\n\n"
        "1. Lanes\n\nACTION: SH to ask for a meeting\nACTION: JC to count\n"
    )
    found = recognise(read_plain(NAME, text.encode()))[0].found

    told = [p for p in found.problems if p.code == "import-ambiguous-initials"]
    assert [(p.place.line, p.summary) for p in told] == [
        (8, '"SH" could be "Sue Hallam" or "Stephen Hallam"')
    ]


def test_a_single_letter_behind_a_title_is_an_initial() -> None:
    assert people("Present: Mr R Hay (Chair), Mrs I Watt, Mrs A Dow.") == (
        "Mr R Hay (Chair): present",
        "Mrs I Watt: present",
        "Mrs A Dow: present",
    )


def test_behind_a_department_people_are_still_people() -> None:
    assert people(
        "Present: Jo Lee, Department for Education, Sam Patel and Ann Price"
    ) == (
        "Jo Lee, Department for Education: present",
        "Sam Patel: present",
        "Ann Price: present",
    )


def test_people_below_the_landlord_are_its_guests_among_members_of_none() -> None:
    assert people(
        """\
        Present:
        Len Hargrave
        Angie Pell

        Ashgrove Homes:
        Jackie Dunne, Head of Repairs
        """
    ) == (
        "Len Hargrave: present",
        "Angie Pell: present",
        "Jackie Dunne, Ashgrove Homes (Head of Repairs): official",
    )


def test_officials_of_a_government_are_from_it() -> None:
    assert people(
        """\
        Members present
        Rhian Bowen, Chair
        Sarah Okafor, Consumer Voice

        Welsh Government officials
        Angharad Pugh, Head of Fuel Poverty
        """
    )[2] == ("Angharad Pugh, Welsh Government (Head of Fuel Poverty): official")


def test_one_line_among_lists_with_organisations_is_one_person() -> None:
    assert people(
        """\
        Attendees
        Amit Varma, Age Concern Hove
        Lucy Fairbrother, The Bridge Centre
        Hui Min Tan, Sussex Libraries

        Apologies
        Ruth Pargeter, Seaford Seniors
        """
    )[3:] == ("Ruth Pargeter, Seaford Seniors: apologies",)


def test_two_in_one_line_are_two_where_nobody_has_an_organisation() -> None:
    assert people(
        """\
        Attendees
        Amit Varma
        Lucy Fairbrother
        Tom Tan

        Apologies
        Ruth Pargeter, Ann Price
        """
    )[3:] == ("Ruth Pargeter: apologies", "Ann Price: apologies")


def test_a_subject_with_two_sentences_names_nobody() -> None:
    assert people(
        """\
        Here: Ros, Gareth, Miriam
        Sorry not to be here: Judith

        Robes - nobody wants them. Agreed to give them to the players.
        """
    )[3:] == ("Judith: apologies",)


def test_a_guest_of_the_list_is_official_and_one_who_is_away_is_not() -> None:
    assert people(
        """\
        Present:
        Ola Berg, Bluefin Systems
        Marit Moe (guest)

        Apologies:
        Paul Rein (guest)
        """
    ) == (
        "Ola Berg, Bluefin Systems: present",
        "Marit Moe (guest): official",
        "Paul Rein (guest): apologies",
    )
