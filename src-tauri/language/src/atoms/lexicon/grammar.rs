//! English words that stand at the beginning of sentences without being names.

/// The closed classes: not part of a name even where a title has them with a capital.
pub(super) const FUNCTION: &str = "
a an the this that these those some any no every each either neither both all few several many
much more most another other such what which who whom whose where when why how whether i me my
mine myself we us our ours ourselves you your yours yourself he him his himself she her hers
herself it its itself they them their theirs themselves one's there here and or but nor so yet for
if unless until while because since although though whereas as than then thus hence therefore
however moreover furthermore nevertheless nonetheless meanwhile otherwise instead besides also too
only just even still already almost about above across after against along amid among around at
before behind below beneath beside between beyond by despite down during except following from in
inside into like near of off on onto out outside over past per through throughout to toward towards
under underneath unlike up upon via with within without not is are was were be been being am has
have had having do does did doing can could may might must shall should would will let lets don't
doesn't didn't isn't aren't wasn't weren't can't couldn't won't wouldn't shouldn't haven't hasn't
hadn't ain't yes now again once twice never ever always often sometimes usually today tomorrow
yesterday tonight";

/// Words that often begin a sentence, a caption or a heading. Inside a sentence a capital makes
/// them part of a name all the same: "the Police Department".
pub(super) const OPENING: &str = "
according account accounts activists actor actress actors actually add added adding additional
additionally adults advertisement advocates afterwards agents ahead aid air alone alongside
alternatively altogether analysis analysts ancient animals anonymous anybody anyone anything anyway
apart apparently approximately archaeologists arguably argument arrested article articles artist
artists ask asked athletes attacks attempts attendance audience audio author authorities available
average back background bad based basically battle beautiful become becoming beginning behold being
believe best better big bombs book books boys breaking brief briefly bring broken brothers build
building buildings built business businesses buy caption call called calling calls campaign
campaigners candidates captured care carefully cars cases casualties caught cause center central
centre certain certainly challenges chance change changes charges check chef chief child children
cities citizens city civil civilians claims class clear clearly close clubs coach coaches colleagues
college combined come coming comment comments common communities companies company compared complete
computers concern concerns conditions congratulations conservation consider considering construction
consumers contact continue continued contrary controversy copies correspondents cost costs councillors
countries country couple court courts creating creation credit crime crimes critics crowds cultural
culture current currently customers damage data daughters day days dead deadly dear death deaths
debate decades defence defense delegates demand democracy demonstrators depending deputies described
designed detectives details diplomats director directors disaster discussing discussion disease
display displays doctor doctors documents dogs donations double doubts dozens drive drivers drug drugs
due dust earlier early earth easily east eastern economic economics economists economy editor editors
education efforts eight eighteen eighth eighty elderly elections electricity elements eleven elsewhere
emergency employees employers energy engineers english enough entering environmental epic equally
especially essentially establishing estimates eventually everybody everyone everything everywhere
evidence evidently exactly examples excuse executive exhibit exhibition exhibits exit expanding expect
experience experts explaining explosions external extra eyewitnesses face facing fact facts families
family famous fans far farmers farther fear federal feel fellow female fewer fifteen fifth fifty fighting
figures film films final finalists finally financial find finding fine fire firefighters first fish
five flights floods food foods football foreign forensic forget formal former formerly fortunately
forty forward found founded four fourteen fourth free fresh friend friends front frustrated full fun
funding funds funny further future game games gas general generally get getting girl girls give given
giving global go god going gold good government governments gradually great greater green ground group
groups growing growth guards guests half happy hard has head health healthcare hear heavy hello help
hence hi high higher highlights highly hint historians historic historically history hi hold holding
home hopefully hoping hospitals hostages hot hours house housing huge human hundreds husband ideally
image images imagine immediately immigrants important imports improved improvements including inclusive
increased increasing increasingly indeed independent individual individuals industry inflation initial
initially injured injuries inspired interested interesting interestingly interim internal international
internet interview interviewed interviewer interviewers interviews introduction investigation
investigations investigators investors ironically issues item items job join joining journalism
journalist journalists judge judges judging jury keep kids killed kind knowing land language large
largely last lastly late lately later latest law lawmakers laws lawyer lawyers lead leaders leading
learn learning leave leaving left legal legislators less lessons letters life lifelong light likewise
line links list listen literally literature little live living local london's long look looking love
low lower luckily main mainly maintaining major majority make making male man managers many map maps
market marketing markets mass massive matches maybe mayor me means media medical meet meeting members
men mental messages meters middle midnight migrants military millions mind minister ministers minor
minutes missing mobile modern money month months moral morning mostly mother mothers motivated move
movement movies moving mr multiple murder music musicians name named names naming national nations
natural naturally nature nearby nearly need negotiations neighbours neighbors network new newly news
newspaper newspapers next night nine nineteen ninety nobody none normally north northern notable
notably note noted nothing notice noting nowadays numbers numerous obviously occasionally officer
officers official officially officials oh oil ok okay old older once ongoing online onlookers open
opening opinion opinions opponents opposition option options orders ordinary organisers organizers
original originally others overall overnight owner owners pace paintings palace paper parents part
participants parties parts party passengers patients pay peace people percent perhaps permission
personal personally personnel phone photo photographer photographers photographs photography photos
picture pictures pilgrims place plans players please plus point police policy political politicians
polls pollution poor pop popular population portrait positive possible possibly power powerful practice
pregnant present presently president presidential press pressure presumably prevention previous
previously prices primary prime princess prior prisoners private privately probably problems process
producers production professor professors profits programs progress prominent proponents proposals
prosecutors protection protesters protestors protests proud provided providing psychology public
publication publicly publishers pupils put quality question questions quickly quite race radio rain
rather read readers reading real reality really reason reasons recent recently recommended records red
referring refugees regarding regardless regional regulators related relations relatives religion
religious remarkably remember remembering repeat report reported reportedly reporter reporters
reporting reports representatives republicans request requests rescue rescuers research researchers
residents responding response restaurants results retail return returning revenue review reviews
revised right rights rising roads rooms roughly round running russian's safety sailors sales save saving
say saying says scholars school schools science scientific scientists scores scoring search season
second secondly secretary section security see seeing seems seen senators send senior separate
separately serious service services seven seventeen seventh seventy shares she's ships shops short
shortly shot show showing shows side sign significant signs silence similar similarly simple simply
singer single sisters sites situation six sixteen sixth sixty slightly slowly small smaller so-called
soccer social society software soldiers somebody somehow someone something somewhat somewhere son soon
sources south southern space speaking special specific specifically spectators speech spelling spokesman
spokesperson spokeswoman sport sports spring staff standing star start started starting state statements
states statistics stay step stocks stop stores storm stories story strangely strategic street strictly
strikes strong struggling student students studies study subsequently success successful such sudden
suddenly suffering suggestions summary summer sun superheroes superstars supporters supporting suppose
supposedly sure surprisingly surveillance surveys survivors suspects symptoms take taken taking talks
talk tanks task taxes tea teachers team teams technical technically technology teenagers television tell
temperatures ten tensions tens terms terrorism terrorists testing tests text thank thankfully thanks
theft theoretically things think thinking third thirteen thirty thousands threats three ticket tickets
time times tip tips title together told top total tourism tourists trade traders traditional
traditionally traffic train training trains transit travel travelers travellers treatment trees trials
tribal troops trouble true truly trust try trying tsunami turn turning twelve twenty two typically
ultimately unable understanding unemployment unfortunately union unions unique university unknown update
updated updates urban use used users using usual vaccines values various vehicles vendors version very
veteran vice victims victory video videos view viewers villagers violence virtually visitors visual
voices volunteer volunteers vote voters voting wages wait walking want war warning warnings watch
watching water we've weapons weather website websites week weekend weeks welcome well west western wet
whatever whenever wherever white whoever whole wide wife wild wildlife will wind winds wine winner
winners winter witnesses woman women wonderful words work workers working world worldwide worried worse
worst writer writers writing written wrong year years yeah young younger youth zero";

/// Adjectives that stand with a capital beside proper nouns without being one.
pub(super) const ADJECTIVE: &str = "
united new old great greater grand royal national international federal central supreme southern
northern eastern western northwestern northeastern southwestern southeastern midwestern civil
social medical visual photographic environmental political economic financial industrial
agricultural educational constitutional presidential parliamentary congressional military naval
regional municipal provincial metropolitan rural urban global worldwide universal
mutual commercial digital electronic technical technological scientific mathematical chemical
biological medicinal surgical clinical dental mental physical nuclear solar lunar atomic strategic
tactical public private independent special high higher upper lower middle
white black red green blue golden silver yellow purple pink grey gray big little small long short
happy holy sacred blessed humane animated rolling living dead last first second third fourth fifth
prime deputy vice assistant associate acting senior junior former late interim foreign domestic
interior exterior internal external creative free liberal democratic conservative progressive
socialist communist republican islamic muslim christian catholic protestant orthodox jewish
buddhist hindu sikh methodist baptist lutheran anglican presbyterian evangelical
african american european asian atlantic arctic antarctic olympic paralympic mediterranean
caribbean scandinavian balkan baltic nordic celtic slavic arab arabic persian latin hispanic
native aboriginal indigenous tribal ancient modern classical historic historical imperial
colonial cultural musical theatrical cinematic literary natural wild marine maritime oceanic
atmospheric meteorological geological geographical astronomical aerial electoral legislative
judicial criminal legal penal correctional fiscal monetary common joint open easy epic real true
good bad best worst fine critical essential early daily weekly monthly quarterly annual biennial
local main major minor mobile online virtual smart fast quick rapid slow hot cold cool warm dry wet
dark bright rich poor strong weak heavy light full empty hard soft sweet wide narrow deep broad
young elder local unified allied revolutionary socialistic traditional spiritual moral sexual
personal professional occupational veterinary pharmaceutical genetic renewable sustainable
ecological electric electrical mechanical magnetic thermal optical popular non-governmental
nongovernmental intergovernmental transatlantic transnational trans-pacific multinational bilateral
amazing incredible invisible fantastic beautiful ultimate infinite eternal sovereign untied";

/// Capital abbreviations that are common nouns.
pub(super) const COMMON_ACRONYM: &str = "
vip vips tv tvs ceo ceos cfo coo cto iq dna rna hiv aids dvd dvds cd cds pc pcs pdf url usb gps atm
atms id ids ok am pm bc ad bce ce suv suvs ngo ngos pr hr it's q&a faq diy rpm mph kph km kg gdp
vat ad-hoc lgbt lgbtq lgbtqia bbq mp mps ufo ufos ac dc led tbd tba rip fyi asap phd mba ba ma bs
bsc msc md sos ptsd adhd std stds ivf mri ct icu er pe gop's i ii iii iv v vi vii viii ix x xi xii";

/// Verbs of saying. A single unknown word before one, at the start of a sentence, is a name.
pub(super) const SAYING: &str = "
said says say told tells added adds asked asks argued argues announced announces claimed claims
commented declined denied denies explained explains insisted insists noted notes observed replied
replies reported reports responded stated states suggested suggests tweeted tweets warned warns
wrote writes";
