"""The verbs that actions begin with, and words that look like names and are none."""

from __future__ import annotations

VERBS = frozenset(
    """
    accept acquire act add address adjust administer advertise advise agree alert
    alter amend analyse announce answer apply appoint approach approve arrange ask
    assemble assess assign assist attach attend audit award bake begin bid book
    borrow bring broadcast build buy calculate call cancel canvass capture carry
    cascade cater certify chair challenge champion change chase check circulate
    clarify clean clear close co-ordinate coach collate collect come commission
    communicate compare compile complete compose confirm consider consult contact
    continue contribute convene convert cook coordinate copy cost count create crop
    customise cut deal debug decide decorate deliver demonstrate deploy deposit
    design determine develop direct disconnect discuss dismantle display distribute
    divide do download draft drain draw drill drive drop e-mail edit email empty
    enclose encourage engage enlarge enquire enrol ensure enter escalate establish
    estimate evaluate examine exchange explain explore export extend feed fetch file
    fill finalise find finish fit fix fold follow forward frame fund gather get give
    go guide hand help highlight hire hold identify implement import improve include
    inform inquire insert inspect install instruct insulate insure introduce
    investigate invite invoice issue join keep laminate launch lay lead learn leave
    lend let liaise lift link list load lobby locate lock log look lower lubricate
    mail maintain make manage map measure meet mend merge migrate modify monitor
    mount move mow negotiate nominate note notify observe obtain offer oil open
    operate order organise organize oversee pack paint participate pass patch pay
    phone photocopy photograph pick place plan plant plug polish post prepare
    present press price print probe proceed process procure produce promote
    proof-read proofread propose provide prune publicise publish pull purchase
    pursue push put query raise rake read rearrange rebuild recalculate receive
    recirculate recommend record recruit recycle redraft reduce refer refine
    reformat refund refurbish refuse register reinforce reinstate relabel relay
    release relocate remeasure remind remove rename renew rent reopen repaint repair
    rephrase replace reply report represent reprint request reschedule rescue
    research resend reserve resolve respond retain retire retrieve return review
    revise revisit reword rewrite ring route run sand save scan schedule scrap
    screen scrub seal search secure seek sell send separate set settle sew share
    ship shorten show sign signpost simplify simulate sit situate sketch soften
    solicit sort source speak specify spend split sponsor stack stagger start steer
    stitch stock stop store straighten streamline strim strip study submit subscribe
    substitute suggest summarise summon supply support survey swap sweep switch
    tabulate tackle tag take talk teach telephone tell tender test thank thin tick
    tidy tighten trace track train transcribe transfer translate transport travel
    treat trim try turn type unblock undertake uninstall unlock unpack untangle
    update upgrade upload use validate verify vet visit volunteer wait wash watch
    weigh welcome wire withdraw work wrap write
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
    r"|(?:harbour|station|quarter)[\s-]?master|headmaster|headmistress|commodore|mayor|bishop|dean|provost|superintendent"
    r"|registrar|librarian|auditor|convenor|convener|ceo|chief\s+executive|councillor|trustee"
    r"|representative|rep|lead|engineer|architect|surveyor|bursar|solicitor|agent|ranger"
)
"""What people are called by what they do."""
