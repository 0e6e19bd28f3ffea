//! Words by which a person is known: titles, roles, given names, particles.

/// Titles written before a name that belong to it when they have a capital.
pub(super) const TITLE: &str = "
mr mrs ms miss mx dr prof professor rev reverend fr father sr sister brother st saint sir dame lord
lady baron baroness count countess duke duchess prince princess king queen emperor empress sultan
sheikh sheik shaikh emir imam ayatollah rabbi pope cardinal archbishop bishop pastor president
vice-president chancellor premier governor gov senator sen congressman congresswoman representative
rep mayor minister undersecretary secretary ambassador judge justice chief gen general lt lieutenant
col colonel maj major capt captain sgt sergeant cpl corporal pvt private adm admiral cmdr commander
commissioner inspector superintendent detective constable deputy director chairman chairwoman
chairperson speaker coach hon honourable honorable doctor attorney prosecutor herr frau monsieur
madame mme mlle signor signora senor senora don doña";

/// Titles that take a full stop.
pub(super) const STOPPED: &str = "
mr mrs ms mx dr prof rev fr sr jr st gov sen rep gen lt col maj capt sgt cpl pvt adm cmdr hon mt ft
no vs inc corp co ltd bros";

/// What people are or do: such a word right before a name makes it a person's.
pub(super) const ROLE: &str = "
accountant activist actor actress adviser advisor administrator agent analyst anchor architect
artist assistant astronaut athlete attorney author banker biologist blogger bodyguard boss boxer
brother businessman businesswoman candidate captain cardinal ceo chairman chairwoman chairperson
champion chancellor chef chemist chief choreographer cleric climber coach co-founder cofounder
colleague columnist comedian commander commentator commissioner composer congressman congresswoman
conductor conservationist consultant coordinator correspondent cosplayer councillor councilman
councilwoman counsel creator critic curator cyclist dad dancer daughter defender designer detective
developer dictator diplomat director doctor driver economist editor engineer entrepreneur envoy
epidemiologist executive expert farmer father fighter filmmaker firefighter forward founder friend
general geologist goalkeeper goalscorer golfer governor guard guitarist head historian host husband
illustrator inspector inventor investigator investor journalist judge king lawmaker lawyer leader
lecturer lieutenant magistrate major manager mayor member midfielder minister model mother
musician neighbour neighbor novelist nurse officer official owner painter paramedic partner pastor
philosopher photographer physician physicist pianist pilot player playwright poet policeman
policewoman politician premier president priest prince princess principal prisoner producer
professor programmer prosecutor psychologist publisher queen rapper rector referee reporter
representative researcher resident rider runner scholar scientist screenwriter sculptor secretary
senator sergeant singer sister skipper soldier solicitor son songwriter singer-songwriter specialist
spokesman spokesperson spokeswoman star statistician striker student superintendent surgeon suspect
swimmer teacher teammate technician treasurer undersecretary veteran victim vicepresident
vice-president volunteer widow wife winger winner witness worker writer wrestler";

/// Small words inside names of persons.
pub(super) const PARTICLE: &str = "
al el bin ibn ben abu abd ap von van der den ter ten zu zur de del della di da dos das du la le
les lo af av";

/// Common given names.
pub(super) const GIVEN: &str = "
aaron abdul abdullah abraham adam adrian agnes ahmad ahmed aisha alan albert alberto alejandro alex
alexander alexandra alexei ali alice alicia alison allan allen amanda amber amir amy ana anders andre
andrea andreas andrei andrew andy angela angelo anita ann anna anne annie anthony antonio april
arthur ashley audrey austin barack barbara barry beatrice ben benjamin bernard bernardo beth betty
beverly bill billy bob boris bradley brandon brenda brian bruce bruno bryan calvin cameron carl carla
carlo carlos carmen carol caroline catherine cecilia charles charlie charlotte cheryl chris christian
christina christine christopher chuck cindy claire clara clark claude claudia claudio colin connie
craig cristina curtis cynthia dan daniel daniela danny darren dave david dean deborah debra dennis
derek diana diane diego dieter dmitri dominic don donald donna doris dorothy doug douglas duncan
dylan edgar edith eduardo edward edwin eileen elaine eleanor elena eli elizabeth ella ellen emily emma
emmanuel enrique eric erik erika ernest esther ethan eugene eva evan evelyn fatima felix fernando
fiona florence frances francesca francesco francis francisco francois frank franklin fred frederick
gabriel gareth gary gavin geoffrey george gerald gerard gerhard giorgio giovanni giulia giuseppe
gloria gordon grace graham greg gregory guillermo gustav guy hamid hannah hans harold harriet harry
hassan heather hector heidi helen helmut henri henry herbert hilary hillary howard hugh hugo hussein
ian ibrahim igor ingrid irene isaac isabel isabella ivan jack jackie jacob jacqueline jacques jake
james jamie jan jane janet janice jason javier jean jeff jeffrey jennifer jeremy jerry jesse jessica
jesus jill jim jimmy joan joanna joe joel johan john johnny jon jonathan jordan jorge jose joseph
joshua joyce juan judith judy julia julian julie june justin kamala karen karl kate katherine
kathleen kathryn kathy katie keith kelly ken kenneth kevin khaled kim kimberly kristen kristin kurt
kyle lara larry laura lauren laurence lawrence leah lee leo leon leonard leonardo leslie lewis liam
linda lisa liz louis louise lucas lucia lucy luigi luis luke lynn madeleine manuel marc marco marcus
margaret maria marianne marie mario marion mark marta martha martin marilyn mary mathew matt matteo matthew
maureen maurice max megan mehmet melanie melissa michael michel michelle mickey miguel mike mikhail mitch
mitchell mohamed mohammad mohammed molly monica muhammad mustafa najib nancy naomi narendra natalie
natasha nathan neil nelson nicholas nick nicola nicolas nicole nigel nikita nikolai nina noah noel
nora norma norman olaf oleg olga oliver olivia omar oscar osama otto pablo pamela paolo pat patricia
patrick paul paula pauline pedro penny peter philip philippe phillip phyllis pierre rachel rafael
ralph ramon rania raul ray raymond rebecca renee ricardo richard rick rita rob robert roberto robin
rodrigo roger roland ron ronald rosa rosemary ross roy russell ruth ryan sally sam samantha
samuel sandra sara sarah scott sean sebastian serena sergei sergey sergio seth shane shannon sharon
shaun sheila shirley silvia silvio simon sofia sonia sophia sophie spencer stacy stan stanley stefan
stefania stefano stephanie stephen steve steven stuart sue susan suzanne sylvia tamara tanya tara ted
teresa terry theodore theresa thomas tim timothy tina todd tom tommy tony tracy tyler valentina
valerie vanessa vera veronica vic victor victoria vincent virginia vitas vladimir walter wanda wayne
wendy werner wilhelm william willie winston xavier xi yasmin yusuf yves yvonne zachary zoe";
