//! Organisations.

/// Words that make a name that of an organisation.
pub(super) const BODY: &str = "
academy administration agency airline airlines airways alliance army assembly associates association
authority authorities ballet bank board brigade bureau cabinet chamber charity church
circuit club co coalition college commission committee commons commonwealth community company
conference confederation congress consortium constabulary convention cooperative corp corporation
corps council court courts daily defence defense department dept directorate division dynasty
education embassy enterprise enterprises executive faculty federation fellowship
fleet force forces forum foundation fund gallery gazette government group guard guardian guild
headquarters herald holdings hospital inc industries initiative inspectorate institute
institution instituto insurance journal laboratories laboratory labs league legion legislature
library limited lords ltd magazine media ministry monitor movement municipality museum navy
network news newspaper nations observatory observer office opera orchestra order organisation
organization panel parliament partnership party patrol platoon police policía post press
public-affairs radio regiment registry report republic research reserve
review school schools secretariat senate seminary service services society squad squadron standards
star state studio studios superleague symphony syndicate synod systems taskforce team technologies
telegraph television theater theatre times trades treasury tribune tribunal troop trust tv
union united university universität université universidad weekly workers";

/// Known bodies of one word.
pub(super) const KNOWN_BODY: &str = "
facebook google twitter microsoft apple amazon netflix youtube instagram wikipedia wikinews wikimedia
reuters bloomberg nasa nato unesco unicef interpol europol opec fifa uefa hamas hezbollah hizbollah
taliban boeing airbus toyota honda samsung sony nintendo ibm intel nvidia tesla spacex openai tiktok
spotify uber airbnb disney pixar greenpeace oxfam amnesty pentagon kremlin bundestag bundesbank
bundeswehr knesset duma gazprom rosneft lukoil shell exxon chevron volkswagen bmw daimler siemens
bayer pfizer moderna astrazeneca novartis roche nestle unilever walmart ikea huawei alibaba tencent
xinhua tass interfax aljazeera afp cnn bbc abc cbs nbc npr pbs msnbc sky ubisoft mozilla firefox
scientology politico axios twitter x.com wikileaks cia fbi nsa mi5 mi6 kgb fsb gru idf plo eu un u.n.
imf who wto ioc epa fda cdc sec doj gop snp spd cdu csu afd labour tories";

/// Words that make a name that of a work, an event, a product or a law.
pub(super) const THING: &str = "
act agreement album amendment anniversary anthem award awards ball bible bill biennale bond
bowl campaign carnival ceremony championship championships charter code collection constitution
contest convention cup day days declaration derby doctrine edition election elections era event
expo fair festival film final finals fund game games grant hurricane index initiative law laws
lecture marathon match medal mission model movie myth night olympics operation oscars pact parade
phone plan play policy prix prize product program programme project protocol race rally
referendum regatta report resolution revolution round rule season series session show song soup
statement storm strategy study summit survey system theorem theory tour tournament treaty trial
trophy typhoon version virus war wars week windows year";
