//! The forms of English verbs.

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
uphold upheld
oversee oversaw overseen
overthrow overthrew overthrown
override overrode overridden
rebuild rebuilt
repay repaid
";

/// Regular verbs that double their last consonant.
const DOUBLING: &str = " admit beg blog blot blur ban commit confer drop emit fit infer jog outfit \
                        permit plan prefer quip quit refer regret rub run set shut sit slam snap \
                        split spin stop swim tag trim win begin forget get let put cut hit dig \
                        occur forbid stem transfer equip rob ship slip step stir strip tap trap whip zip bar grab omit spot spur swap drag plug flog plot scrap compel propel repel expel rebel patrol label travel model cancel ";

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
