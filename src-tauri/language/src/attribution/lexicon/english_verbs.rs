//! English verbs: those that attribute, by what may follow them, and common ones without which a
//! clause could not be told from a noun phrase.

use super::super::bits::{Frame, Stance};
use super::Verbs;

const CLAUSE: Frame = Frame::THAT.with(Frame::BARE);
const TELLING: Frame = CLAUSE
    .with(Frame::QUESTION)
    .with(Frame::QUOTATION)
    .with(Frame::ASIDE);
const REMARKING: Frame = Frame::THAT
    .with(Frame::QUESTION)
    .with(Frame::QUOTATION)
    .with(Frame::ASIDE);
const SHOWING: Frame = CLAUSE
    .with(Frame::QUESTION)
    .with(Frame::EVIDENCE)
    .with(Frame::ASIDE);

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
        bases: "announce argue assert boast rule caution complain conclude contend declare emphasise \
                emphasize explain hint imply insist joke lament mention predict reckon remark \
                speculate stress swear testify theorise theorize tweet vow warn pledge promise",
    },
    Verbs {
        frame: TELLING.with(Frame::EVIDENCE),
        stance: Stance::Neutral,
        bases: "estimate report state suggest indicate",
    },
    Verbs {
        frame: TELLING.with(Frame::EVIDENCE),
        stance: Stance::Vouching,
        bases: "reveal",
    },
    Verbs {
        frame: TELLING,
        stance: Stance::Distancing,
        bases: "allege claim",
    },
    Verbs {
        frame: TELLING,
        stance: Stance::Vouching,
        bases: "acknowledge admit concede confess confirm disclose note observe recall",
    },
    Verbs {
        frame: TELLING.with(Frame::DENY),
        stance: Stance::Neutral,
        bases: "deny",
    },
    Verbs {
        frame: TELLING.with(Frame::HEARER),
        stance: Stance::Neutral,
        bases: "tell",
    },
    Verbs {
        frame: CLAUSE.with(Frame::HEARER).with(Frame::QUOTATION),
        stance: Stance::Neutral,
        bases: "assure inform notify brief",
    },
    Verbs {
        frame: CLAUSE.with(Frame::HEARER).with(Frame::QUOTATION),
        stance: Stance::Vouching,
        bases: "remind convince persuade",
    },
    Verbs {
        // With a noun they mean something else: "wrote a letter", "added a wing".
        frame: REMARKING,
        stance: Stance::Neutral,
        bases: "add advise assess attest aver clarify comment confide counter elaborate forecast \
                fume gripe guarantee interject intone maintain opine posit postulate proclaim \
                pronounce quip recount reiterate rejoin repeat reply respond retort stipulate \
                underline underscore write blog conjecture hypothesise hypothesize relate answer \
                recommend propose reason exclaim echo suppose",
    },
    Verbs {
        frame: REMARKING,
        stance: Stance::Distancing,
        bases: "profess purport insinuate",
    },
    Verbs {
        // Speaking, but the clause is an order, a ruling or a wish.
        frame: Frame::THAT.with(Frame::QUOTATION),
        stance: Stance::Neutral,
        bases: "agree beg charge counsel decree demand disagree express highlight hold object \
                order plead preach protest read request threaten urge intimate caption",
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
                scream shout sigh sing sneer snap text thank whisper yell chant \
                continue describe wonder rant tease rave quote summarize summarise grant venture \
                volunteer marvel chide chuckle laugh exult implore interrupt deadpan smile shrug \
                sniff snarl sob hiss bark drawl",
    },
    Verbs {
        frame: SHOWING,
        stance: Stance::Vouching,
        bases: "show demonstrate prove signify illustrate",
    },
    Verbs {
        frame: SHOWING.with(Frame::MIND),
        stance: Stance::Neutral,
        bases: "find",
    },
    Verbs {
        frame: CLAUSE.with(Frame::MIND).with(Frame::ASIDE),
        stance: Stance::Neutral,
        bases: "think believe assume expect fear feel guess hope imagine presume suspect",
    },
    Verbs {
        // "I mean": anybody else means things, not clauses.
        frame: CLAUSE.with(Frame::MIND).with(Frame::FIRST),
        stance: Stance::Neutral,
        bases: "mean",
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
        bases: "know realise realize understand recognise recognize learn discover remember",
    },
    Verbs {
        frame: Frame::THAT.with(Frame::MIND).with(Frame::QUESTION),
        stance: Stance::Vouching,
        bases: "see notice",
    },
    Verbs {
        frame: Frame::THAT.with(Frame::MIND),
        stance: Stance::Neutral,
        bases: "anticipate consider determine envisage hear infer intend judge pray perceive \
                sense trust worry wish dream decide accept regret ensure",
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
                oppose owe accuse adopt alter amend amount apologise apologize arrange assign assist \
                assume await award back balance bar battle blame block bomb boost bother bounce \
                breach calculate campaign cancel capture cease chair chair challenge charge cite \
                clash classify clean climb coach compensate compile complete comprise conceal \
                concentrate condemn confront consult consume convert convict cope correct crack \
                crawl criticise criticize crush cultivate curb cure damage dare debate decrease \
                dedicate define delete demolish depart depict derail derive detect deter devote \
                diagnose dictate digest direct disclose discourage dismiss disrupt distribute \
                disturb dominate donate double drag drift drown dump ease edit eliminate embrace \
                emit enact encounter endanger endorse engage enhance enlist ensue entail \
                entertain equal evade evoke exclude excuse exhibit exploit export expose extract \
                fade fail favor favour feature finance flash float flock flood flow fold freeze \
                fuel gaze generate grab graduate grant greet guard harm hate heal hesitate hire \
                hurry illustrate import impress imprison incorporate indict inherit initiate \
                injure innovate inspire interest interfere interpret interrupt intervene \
                interview invade isolate jail justify label laugh launch leak lean lift linger \
                list load lobby locate lock loom loot mail mandate manufacture melt merge mix \
                mobilise mobilize modify monitor motivate mount mourn multiply nominate object \
                obey obscure oblige observe offend omit oppose orbit oust outline outnumber \
                overlook override oversee overthrow overturn pack paint panic park part patrol \
                pause perish permit pile pitch place plague plant plunge poison poll pour praise \
                prefer press print probe proceed process prohibit project promote prompt \
                prosecute provoke punish purchase quarrel quell question raid rally rank rate \
                ratify rebel rebuild receive recover recruit recycle redeem regain regulate \
                reinforce reject relax relieve relocate renew rent repair repay repel \
                report restore restrict resume retain retreat retrieve reverse review revive \
                revoke revolve reward risk rob roll rotate ruin sack sacrifice salute satisfy \
                scare schedule scrap seal secure seize select sentence shape shatter shell \
                shift ship shock shout slash slip slow smash smell smile smoke smuggle soar \
                solve sort spark specialise specialize specify spill sponsor spot spur stage \
                stare starve steer step stir store storm strengthen stretch strip structure \
                stumble substitute succeed sue suit summon suppress surge surpass surrender \
                surprise switch tackle tap target taste tax telephone tempt terminate tie \
                tighten topple torture total touch tour transfer transform transmit trap tumble \
                tweak undermine unite unveil upgrade uphold urge utilise vaccinate value venture \
                veto wander warrant waste weaken whip wipe witness worship wreck \
                originate mind suit serve comply erode outlive accompany translocate expire lapse",
    },
];
