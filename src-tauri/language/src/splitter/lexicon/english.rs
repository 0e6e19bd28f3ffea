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
        a.d a.m admin adv ala alta approx ariz ark assn assoc ave avg b.a b.c bancorp bce
        bldg blvd bros c.e cal calif co colo comm conn corp cos d.d.s del dem dept dr elec
        esq est etc fla ga gal gmbh govt hist hosp hrs hwy ill inc ind inst int intl jr kan
        ky l.a la lb lbs lib llc llp lp ltd ltda m.a m.d mass max md me mfg mgr mi mich min
        minn mins misc miss mo mont n.y natl neb nev okla ont ore oz p.m pa ph.d pkg pl plc
        pty pvt qt qty que rd ref res ret sask sq sr tbsp tech temp tenn tex tsp univ va vt
        wash wis wyo yd yds
    ",
    ordinary: "
        admin alb apt ark art bros cal cap capt cell ch co col comm conn cos del dem dist
        div ed elec est ex ext fax fig fr fri ga gal gas gen hist hon id ill ind inst int
        jan ky la lib mar mass max md me mi min miss mo mon mont no ont op ore pa para ph pl
        pop pres pt ref rep res ret rev sat sc sec sen sun sup tech tel temp va ver wash wed
        wis
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
