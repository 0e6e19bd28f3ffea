//! English verbs: those that attribute, by what may follow them, and common ones without which a
//! clause could not be told from a noun phrase.

use super::super::bits::{Frame, Stance};
use super::Verbs;

const CLAUSE: Frame = Frame::THAT.with(Frame::BARE);
const TELLING: Frame = CLAUSE
    .with(Frame::QUESTION)
    .with(Frame::QUOTATION)
    .with(Frame::ASIDE);
const SHOWING: Frame = CLAUSE.with(Frame::QUESTION).with(Frame::EVIDENCE);

/// The groups. A verb in several is read by the first.
pub(super) const VERBS: &[Verbs] = &[
    Verbs {
        frame: TELLING.with(Frame::ANY).with(Frame::EVIDENCE),
        stance: Stance::Neutral,
        bases: "say",
    },
    Verbs {
        frame: TELLING,
        stance: Stance::Neutral,
        bases: "add announce argue assert assess attest aver caution clarify comment \
                complain conclude contend counter \
                declare elaborate emphasise emphasize explain forecast guarantee hint imply \
                insist interject joke lament maintain mention opine posit predict proclaim \
                pronounce quip reckon recount reiterate rejoin remark repeat reply respond retort \
                stipulate stress testify theorise theorize tweet underline underscore vow warn \
                write boast pledge conjecture speculate postulate hypothesize hypothesise intone \
                blog confide fume gripe",
    },
    Verbs {
        frame: TELLING.with(Frame::EVIDENCE),
        stance: Stance::Neutral,
        bases: "estimate report state",
    },
    Verbs {
        frame: TELLING,
        stance: Stance::Distancing,
        bases: "allege claim profess purport",
    },
    Verbs {
        frame: TELLING,
        stance: Stance::Vouching,
        bases: "acknowledge admit concede confess confirm disclose note observe recall",
    },
    Verbs {
        frame: TELLING.with(Frame::HEARER),
        stance: Stance::Neutral,
        bases: "tell assure inform notify promise advise brief",
    },
    Verbs {
        frame: Frame::THAT
            .with(Frame::BARE)
            .with(Frame::HEARER)
            .with(Frame::QUOTATION),
        stance: Stance::Vouching,
        bases: "remind convince persuade",
    },
    Verbs {
        frame: TELLING.with(Frame::DENY),
        stance: Stance::Neutral,
        bases: "deny",
    },
    Verbs {
        // Speaking, but the clause is an order, a ruling or a wish; or only quotations follow.
        frame: Frame::THAT.with(Frame::QUOTATION),
        stance: Stance::Neutral,
        bases: "agree beg charge counsel decree demand disagree echo \
                exclaim express highlight hold insinuate object order plead \
                preach propose protest read reason recommend request rule swear threaten urge \
                intimate suggest relate answer caption",
    },
    Verbs {
        frame: Frame::THAT.with(Frame::DENY),
        stance: Stance::Neutral,
        bases: "dispute refute",
    },
    Verbs {
        frame: Frame::QUOTATION,
        stance: Stance::Neutral,
        bases: "ask bellow blast blurt criticize criticise cry elucidate enthuse expand \
                gush growl inquire enquire muse mumble murmur mutter post reflect retweet roar \
                scream shout sigh sing sneer snap text thank whisper yell chant conclude \
                continue describe wonder rant tease rave quote summarize summarise",
    },
    Verbs {
        frame: SHOWING,
        stance: Stance::Vouching,
        bases: "show demonstrate indicate reveal prove signify illustrate",
    },
    Verbs {
        frame: SHOWING.with(Frame::MIND),
        stance: Stance::Neutral,
        bases: "find",
    },
    Verbs {
        frame: CLAUSE.with(Frame::MIND).with(Frame::ASIDE),
        stance: Stance::Neutral,
        bases: "think believe assume expect fear feel guess hope imagine presume suppose suspect \
                mean",
    },
    Verbs {
        frame: CLAUSE
            .with(Frame::MIND)
            .with(Frame::QUESTION)
            .with(Frame::DENY),
        stance: Stance::Neutral,
        bases: "doubt",
    },
    Verbs {
        frame: CLAUSE.with(Frame::MIND).with(Frame::QUESTION),
        stance: Stance::Vouching,
        bases: "know realise realize understand recognise recognize learn discover see notice \
                remember",
    },
    Verbs {
        frame: Frame::THAT.with(Frame::MIND),
        stance: Stance::Neutral,
        bases: "anticipate consider determine envisage hear infer intend judge pray perceive \
                sense trust worry wish dream decide accept regret ensure hypothesize",
    },
    Verbs {
        frame: Frame::OUT,
        stance: Stance::Vouching,
        bases: "point",
    },
    Verbs {
        frame: Frame::CLEAR,
        stance: Stance::Neutral,
        bases: "make",
    },
    Verbs {
        frame: Frame::CITE,
        stance: Stance::Neutral,
        bases: "cite",
    },
    Verbs {
        frame: Frame::PLAIN,
        stance: Stance::Neutral,
        bases: "arise awake bear beat become begin bend bind bite bleed blow break breed bring \
                broadcast build burn burst buy catch choose cling come cost creep cut deal dig do \
                draw drink drive eat fall feed fight flee fly forbid forget forgive freeze get \
                give go grind grow hang have hide hit hurt keep kneel lay lead leap leave lend let \
                lie light lose meet overcome pay put quit ride ring rise run seek sell send set \
                shake shed shine shoot shrink shut sink sit sleep slide speak spend spin split \
                spread spring stand steal stick sting strike strive sweep swell swim swing take \
                teach tear throw undergo undertake wake wear weep win withdraw withstand \
                achieve act affect aim allow appeal appear apply appoint approach approve arrest \
                arrive attack attempt attend attract avoid ban base belong block borrow call \
                carry cause celebrate change chase check claim clear close collapse collect \
                combine compare compete compose conduct connect consist contain continue \
                contribute control cooperate cover crash create cross damage dance date decline \
                defeat defend delay deliver depend deploy deserve design destroy detain develop \
                die differ disappear discuss divide drop earn elect emerge employ enable encourage \
                end enjoy enter erupt escape establish evacuate evolve examine exceed execute \
                exercise exist expand explode explore extend face fail fill finish fire fit fix \
                follow force form function fund gain gather govern guide handle happen hate head \
                help host hunt identify ignore impose improve include increase influence injure \
                inspire install invest investigate invite involve issue join jump kick kill kiss \
                lack land last launch like limit link live load look love lower manage march mark \
                marry matter measure migrate miss move murder name need negotiate obtain occur \
                offer open operate organise organize originate own participate pass perform pick \
                plan play pose possess prefer prepare present preserve prevent produce protect \
                provide publish pull pursue push raise range reach react receive reduce refer \
                reflect refuse reject relate release rely remain remove replace represent require \
                rescue resign resist resolve respect rest result retire return rush sail save \
                score search seem separate serve settle share sign sound start stay stop struggle \
                study submit succeed suffer supply support surround survive suspend tend test \
                threaten touch trace track trade train travel treat trigger try turn use vanish \
                vary view violate visit vote wait walk want warm wash watch weigh welcome widen \
                work worsen wound yield benefit stem regard ask resemble translate thrive enforce \
                originate mind suit serve comply erode outlive accompany translocate expire lapse",
    },
];

/// Base, past and participle (the past again if it is missing) of verbs that do not take -ed.
pub(super) const IRREGULAR: &str = "\
say said
tell told
write wrote written
think thought
know knew known
feel felt
find found
see saw seen
understand understood
hear heard
mean meant
swear swore sworn
hold held
read read
show showed shown
prove proved proven
make made
forecast forecast
learn learned
dream dreamed
sing sang sung
speak spoke spoken
arise arose arisen
awake awoke awoken
bear bore borne
beat beat beaten
become became become
begin began begun
bend bent
bind bound
bite bit bitten
bleed bled
blow blew blown
break broke broken
breed bred
bring brought
broadcast broadcast
build built
burst burst
buy bought
catch caught
choose chose chosen
cling clung
come came come
cost cost
creep crept
cut cut
deal dealt
dig dug
do did done
draw drew drawn
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed
fight fought
flee fled
fly flew flown
forbid forbade forbidden
forget forgot forgotten
forgive forgave forgiven
freeze froze frozen
get got gotten
give gave given
go went gone
grind ground
grow grew grown
hang hung
have had
hide hid hidden
hit hit
hurt hurt
keep kept
kneel knelt
lay laid
lead led
leave left
lend lent
let let
lie lay lain
light lit
lose lost
meet met
overcome overcame overcome
pay paid
put put
quit quit
ride rode ridden
ring rang rung
rise rose risen
run ran run
seek sought
sell sold
send sent
set set
shake shook shaken
shed shed
shine shone
shoot shot
shrink shrank shrunk
shut shut
sink sank sunk
sit sat
sleep slept
slide slid
spend spent
spin spun
split split
spread spread
spring sprang sprung
stand stood
steal stole stolen
stick stuck
sting stung
strike struck
strive strove striven
sweep swept
swell swelled swollen
swim swam swum
swing swung
take took taken
teach taught
tear tore torn
throw threw thrown
undergo underwent undergone
undertake undertook undertaken
wake woke woken
wear wore worn
weep wept
win won
withdraw withdrew withdrawn
withstand withstood
";

/// Regular verbs that double their last consonant.
const DOUBLING: &str = " admit beg blog blot blur ban commit confer drop emit fit infer jog outfit \
                        permit plan prefer quip quit refer regret rub run set shut sit slam snap \
                        split spin stop swim tag trim win begin forget get let put cut hit dig \
                        occur forbid stem transfer equip ";

/// The third person, the regular past and the -ing form.
pub(super) fn inflect(base: &str) -> (String, String, String) {
    let stem = &base[..base.len().saturating_sub(1)];
    let vowel_before = stem.ends_with(['a', 'e', 'i', 'o', 'u']);
    if base.ends_with("ie") {
        let root = &stem[..stem.len() - 1];
        return (
            format!("{base}s"),
            format!("{base}d"),
            format!("{root}ying"),
        );
    }
    if base.ends_with("ee") {
        return (format!("{base}s"), format!("{base}d"), format!("{base}ing"));
    }
    if base.ends_with('e') {
        return (format!("{base}s"), format!("{base}d"), format!("{stem}ing"));
    }
    if base.ends_with('y') && !vowel_before {
        return (
            format!("{stem}ies"),
            format!("{stem}ied"),
            format!("{base}ing"),
        );
    }
    let third =
        if base.ends_with(['s', 'x', 'z', 'o']) || base.ends_with("sh") || base.ends_with("ch") {
            format!("{base}es")
        } else {
            format!("{base}s")
        };
    if DOUBLING.contains(&format!(" {base} ")) {
        let last = base.chars().next_back().unwrap_or_default();
        return (third, format!("{base}{last}ed"), format!("{base}{last}ing"));
    }
    (third, format!("{base}ed"), format!("{base}ing"))
}
