//! English words that matter to a full stop. Abbreviations as they occur in press texts; sentence
//! openers are the closed word classes.

use super::{NO_WORDS, Words};

/// English.
pub(super) const ENGLISH: Words = Words {
    titles: "
        adm ald amb assoc asst atty br capt chas chm chmn cmdr col cpl cpt det dist dr drs
        fr ft gen gens geo gov govs hon insp jas jos lt lts maj messrs mlle mlles mme mmes
        mr mrs ms msgr mt mx pfc pres prof pvt rep reps rev sec-gen sen sens sgt spc st ste
        supt thos vice-pres wm
    ",
    joining: "
        a.k.a aka al approx ca cf circa e.g eg esp excl fl i.e ie incl p.s ps resp seq v viz
        vs
    ",
    counting: "
        apt art art. arts cell ch chap cl div ed ext fax fig figs fol fols hr ll mob no nos
        nr n° op op. p para ph pop pp pt pts res rm rte s sc sched sec secs tel ver vol vols
    ",
    calendar: "
        apr aug dec feb fri jan jul jun mar mon nov oct sat sep sept sun thu thur thurs tue
        tues wed
    ",
    trailing: "
        a.d a.m abbr adj admin adv ala alt alta amend anon approx appt ariz ark assn assoc
        attn auth ave avg b.a b.c bancorp bce bibl bldg blvd bros c.e cal calif cert co colo
        comm conn const cont contd corp corr cos cu d.d.s deg del dem dept dia diam dim dr
        elec encl eng equiv esq est estab etc exp fed fem fla freq ga gal gmbh govt hist
        hosp hrs hwy ill illus inc ind indiv inst int intl jct jr kan ky l.a la lang lb lbs
        leg lib lic lit llc llp lp ltd ltda m.a m.d masc mass max md me mech mem mfg mgr mi
        mich min minn mins misc miss mkt mo mod mont n.y nat natl neb nev obs occas okla ont
        ore orig oz p.m pa pers ph.d pkg pl plc pref prelim prob proc prod prog pron psych
        pty pvt qt qtr qty que rd ref reg repr res ret sask sci sect ser sig soc spec sq sr
        suppl surg symp tbsp tech temp tenn tex trad trans treas tsp twp univ va vt wash wis
        wyo yd yds yr yrs
    ",
    ordinary: "
        admin alb alt apt ark art bros cal cap capt cell ch co col comm conn cos del dem dim
        dist div ed elec est ex exp ext fax fed fig fr fri ga gal gas gen hist hon id ill
        ind inst int jan ky la leg lib lit mar mass max md me mi min miss mo mod mon mont no
        ont op ore pa para ph pl pop pres prob pt ref reg rep res ret rev sat sc sec sen sig
        spec sun sup tech tel temp trans va ver wash wed wis
    ",
    starters: "
        a about according additionally after afterwards again all also although among an and
        another anyone are as asked at because before being between both but by can could
        despite did do does during each earlier either even eventually every everybody
        everyone few finally first for from further furthermore given had has have having he
        her here his how however i if in indeed instead is it its just last later let like
        look many may maybe meanwhile might more moreover most much my neither nevertheless
        next no nobody nonetheless nor not nothing now of oh on once one only or other
        others our over perhaps please recently second see several she should similarly
        since so some someone something soon speaking still such than that the their then
        there therefore these they third this those though three through thus to today
        tomorrow too two under unlike until was we well were what when where whether which
        while who why will with would yes yesterday yet you your
    ",
    surnames: "a an art do i just let long may my see so well will you young",
    reporting: "
        added adds admitted agreed announced answered argued asked asks began claimed
        continued cried declared demanded exclaimed explained insisted joked noted observed
        quipped recalled remarked replied replies said say says screamed shouted stated
        tells thought told tweeted urged warned whispered wondered writes wrote yelled
    ",
    marked_names: "chips jeb jeopardy mia wham yahoo yum",
    pronouns: "i it they we you",
    credits: "image photo photograph photos picture",
    eras: "a.d b.c b.c.e c.e",
    ..NO_WORDS
};
