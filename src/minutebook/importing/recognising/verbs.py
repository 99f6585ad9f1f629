"""The verbs that actions begin with, and words that look like names and are none."""

from __future__ import annotations

VERBS = frozenset(
    """
    accept acquire act add address adjust administer advertise advise agree alert
    amend analyse announce apply appoint approach approve arrange ask assemble assess
    assist attend audit begin bid book bring brief build buy calculate call cancel
    capture carry cascade change chase check circulate clarify clean clear close
    collate collect come commission communicate compare compile complete compose
    confirm consider consult contact continue contribute convene convert coordinate
    co-ordinate copy cost count create cut deal decide deliver deposit design
    determine develop discuss display distribute do download draft draw edit email
    e-mail encourage engage enquire ensure enter establish estimate evaluate examine
    explain explore extend feed file fill finalise find finish fix follow forward
    gather get give go hand help highlight hire hold identify implement improve
    include inform inquire insert inspect install instruct introduce investigate
    invite invoice issue join keep launch lead learn leave let liaise list locate log
    look mail maintain make manage map measure meet mend monitor move negotiate note
    notify obtain offer open order organise organize paint participate pass pay phone
    pick place plan post prepare present print proceed procure produce promote
    proof-read proofread propose provide publicise publish purchase put query raise
    read rearrange receive recirculate recommend record recruit redraft refer refine
    register relay remind remove renew repair replace reply report represent request
    research resend reserve resolve respond return review revise revisit ring run scan
    schedule scope seek sell send set share sign signpost simplify solicit sort source
    speak start store submit suggest summarise supply support survey take talk
    telephone tell test thank tidy track train transfer translate try turn undertake
    update upload use verify visit volunteer wait watch welcome work write
    """.split()
)
"""Verbs with which something to be done begins, as minutes have them."""

NOT_OWNERS = frozenset(
    """
    a an and or but if so as at by for from in into of off on onto over per than to up
    via with nothing this that these those there here it its they we he she you i our
    your their his her who which what when where why how not no none nil n/a na tbc
    tba tbd any each every some other more next last new now then also please see
    subject re note notes noted action actions agenda item items point points minute
    minutes meeting matters annex appendix page section paragraph part draft version
    final copy ref reference figure table letter letters report reports update updates
    review response reply invitation invitations reminder request email emails call
    proposal plan plans planning ability access aim aims approach attempt attempts
    chance decision desire effort efforts failure idea ideas intention need needs
    opportunity option options permission reason request right steps time way ways
    willingness work thanks link links according due subject prior contrary regard
    regarding welcome apologies introductions finance budget website newsletter hall
    insurance safeguarding fundraising garden events event social media training
    publicity policy policies premises health safety membership membership volunteers
    volunteering premises kitchen heating grounds roof survey accounts bank banking
    gdpr data it covid christmas easter summer winter autumn spring open closed done
    complete completed ongoing outstanding pending urgent high low medium status
    priority progress deadline date owner lead yes deferred carried started january
    february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday today tomorrow things
    thing zoom teams online email background discussion summary conclusion outcome
    result resolved agreed
    """.split()
)
"""Words that may begin with a capital where an owner could stand, and never are one."""

COLLECTIVES = (
    r"all|everyone|everybody|both|group|committee|board|team|council|council\s*lors"
    r"|department|members?|trustees?|directors?|governors?|officers?|officials?|staff"
    r"|attendees|participants|residents|volunteers|partners|providers|organisations"
    r"|organi[sz]ers|representatives|reps|others|parents|leaders|coordinators"
    r"|forum|trust|association|subgroup|sub-group|sub-committee|subcommittee|panel|service"
    r"|working\s+(?:group|party)|office|agency|company|contractors?|supplier|police"
)
ROLES = (
    r"chair|co-chairs?|chairman|chairwoman|chairperson|vice-?chair|president|secretary"
    r"|treasurer|clerk|secretariat|minute[\s-]taker|note[\s-]taker|facilitator|manager|leader"
    r"|director|officer|coordinator|co-ordinator|organiser|administrator|editor|webmaster"
    r"|caretaker|warden|captain|head|principal|headteacher|vicar|rector|curate|steward"
    r"|registrar|librarian|auditor|convenor|convener|ceo|chief\s+executive|councillor|trustee"
    r"|representative|rep|lead|engineer|architect|surveyor|bursar|solicitor|agent|ranger"
)
"""What people are called by what they do."""
