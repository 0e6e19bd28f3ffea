//! English words other than verbs.

use super::super::bits::Class;
use super::Words;

const DETERMINING: Class = Class::DETERMINER.with(Class::PRONOUN);

/// The groups; a word may be in several.
pub(super) const WORDS: &[Words] = &[
    Words {
        class: Class::DETERMINER,
        words: "the a an every no such certain",
    },
    Words {
        class: DETERMINING,
        words: "this these those some any many most several few all both each another either \
                neither one two three four five six seven eight nine ten dozens hundreds \
                thousands much more less",
    },
    Words {
        class: Class::SINGULAR,
        words: "this each one another either neither more much all he she it",
    },
    Words {
        class: Class::POSSESSIVE,
        words: "my your his her its our their whose",
    },
    Words {
        class: Class::SUBJECT,
        words: "i he she we they it you there",
    },
    Words {
        class: Class::OBJECT,
        words: "me him us them her it you",
    },
    Words {
        class: Class::PRONOUN,
        words: "everyone everybody everything someone somebody something anyone anybody anything \
                nobody nothing none others himself herself itself themselves myself ourselves",
    },
    Words {
        class: Class::RELATIVE,
        words: "who which whom whose that",
    },
    Words {
        class: Class::THAT,
        words: "that",
    },
    Words {
        class: Class::QUESTION,
        words: "how whether why what when where who if which",
    },
    Words {
        class: Class::BE.with(Class::FINITE),
        words: "is are was were am",
    },
    Words {
        class: Class::BE,
        words: "be been being",
    },
    Words {
        class: Class::HAVE.with(Class::FINITE),
        words: "has have had",
    },
    Words {
        class: Class::HAVE,
        words: "having",
    },
    Words {
        class: Class::DO.with(Class::FINITE),
        words: "do does did",
    },
    Words {
        class: Class::MODAL.with(Class::FINITE),
        words: "will would can could may might must shall should cannot",
    },
    Words {
        class: Class::NEGATION,
        words: "not never nor hardly",
    },
    Words {
        class: Class::PREPOSITION,
        words: "of for in at from on with by about against between among amid through during \
                under over into onto toward towards upon without within across behind beyond near \
                despite via throughout along around inside outside including per regarding \
                concerning unlike like off above below alongside following",
    },
    Words {
        class: Class::CIRCUMSTANCE,
        words: "in on at to during after before from by through via outside inside with into \
                upon following for as",
    },
    Words {
        class: Class::COORDINATOR,
        words: "and or but nor yet so",
    },
    Words {
        class: Class::SUBORDINATOR,
        words: "because while although though unless whereas since until as after before once if \
                when than whenever wherever",
    },
    Words {
        class: Class::TO,
        words: "to",
    },
    Words {
        class: Class::ADVERB,
        words: "also then now later recently again often always still even just once earlier \
                already quickly first further furthermore moreover however meanwhile instead too \
                soon late early previously only ever long rather quite very really therefore thus hence \
                afterwards afterward nonetheless nevertheless perhaps maybe indeed together yet \
                well here likewise otherwise sometimes twice almost about else instead \
                simply back separately formally though",
    },
    Words {
        class: Class::TIME,
        words: "monday tuesday wednesday thursday friday saturday sunday january february march \
                april june july august september october november december yesterday today \
                tomorrow tonight morning afternoon evening night day days week weeks month months \
                year years weekend ago noon midnight hour hours minutes may jan feb mar apr jun \
                jul aug sept sep oct nov dec",
    },
    Words {
        class: Class::EVIDENCE,
        words: "study studies report reports survey surveys poll polls data document documents \
                record records research analysis analyses finding findings figures statistics \
                statement release memo memos email emails e-mail e-mails letter letters transcript \
                transcripts filing filings lawsuit complaint indictment affidavit article articles \
                paper papers investigation inquiry audit evidence estimate estimates result \
                results website test tests scan scans map maps projection projections census \
                editorial notice bulletin newspaper magazine experiment experiments review \
                reviews observation observations model models measurements literature law theory \
                work works authors experience history papers files file logs testimony verdict \
                ruling intelligence numbers calculations simulations source sources",
    },
    Words {
        class: Class::EVIDENCE.with(Class::PICTURE),
        words: "footage video videos photo photos photograph photographs image images picture \
                pictures recording recordings caption captions screenshots broadcast television tv \
                clip clips",
    },
    Words {
        class: Class::CLAIM,
        words: "claim claims allegation allegations assertion assertions statement view belief \
                suggestion accusation accusations warning warnings contention insistence assurance \
                assurances argument arguments fear fears hope hopes idea notion suspicion \
                suspicions concern concerns promise pledge prediction speculation rumor rumors \
                rumour rumours opinion denial admission news report reports doubt doubts theory \
                conclusion announcement charge charges assumption impression perception",
    },
    Words {
        class: Class::ROLE,
        words: "president minister director spokesman spokeswoman spokesperson spokespeople \
                official officials researcher researchers officer officers chief head leader \
                leaders professor doctor doctors lawyer lawyers attorney attorneys judge \
                prosecutor prosecutors police witness witnesses analyst analysts expert experts \
                scientist scientists author authors critics supporters residents member members \
                secretary chairman chairwoman chair ceo manager coach owner founder editor \
                reporter journalist captain mayor governor senator lawmaker lawmakers ambassador \
                commander general colonel sheriff father mother brother sister son daughter wife \
                husband parents family neighbour neighbor friend government ministry department \
                agency company court council commission authority authorities committee union \
                organisation organization group party office army military church school \
                university bank association administration campaign opposition foundation \
                institute team people teacher teachers student students victim victims \
                representative representatives delegate executive undersecretary deputy vice \
                economist engineer activist activists campaigner campaigners historian curator \
                broadcaster agencies media press paper channel network station newspaper magazine \
                pilot driver investigators detectives astronomers physicists biologists \
                commissioner councillor premier candidate counsel respondents participants",
    },
    Words {
        class: Class::HEDGE,
        words: "allegedly reportedly purportedly supposedly ostensibly rumoured rumored alleged \
                purported reputedly presumably apparently",
    },
    Words {
        class: Class::MIND,
        words: "aware afraid sure unsure certain uncertain confident concerned worried convinced \
                hopeful adamant optimistic skeptical sceptical conscious mindful doubtful positive \
                unaware surprised fearful insistent glad pleased",
    },
    Words {
        class: Class::NOUN,
        words: "report reports claim claims comment comments charge charges call calls promise \
                note notes project projects plan plans fear fears hope hopes doubt doubts worry \
                worries state states demand demands object objects signal signals estimate \
                estimates forecast forecasts quote quotes find finds guess answer answers counter \
                pledge pledges protest protests remark remarks tweet tweets post posts request \
                requests rule rules reason reasons order orders vow vows brief briefs head text \
                texts complaint thought feeling hearing finding findings warning saying wish \
                wishes judge judges blog blogs reply replies stress recall sense trust dream \
                dreams present issue work works need needs result results support play plays \
                start study like walk show shows end view views test tests form forms result \
                force forces march land lands fire name names face faces run runs increase lead \
                return rise deal attack attacks change changes control cause causes cut cuts \
                date dates design designs offer offers process record share shares sound sounds \
                trade visit vote votes influence influences cover focus fund funds host turn use \
                uses set sets lack limit limits mark marks range score scores search spread \
                supply supplies train trains travel damage light lights last past means \
                experience experiences increase increases decrease cost costs match matches \
                reviews strike strikes move moves leads drop drops point points matter matters rest fight fights mind minds",
    },
    Words {
        class: Class::ADJECTIVE,
        words: "said alleged united estimated reported proposed planned suspected wounded injured \
                armed increased limited related unidentified unnamed named so-called \
                claimed advanced based increased retired known used elected appointed",
    },
];
