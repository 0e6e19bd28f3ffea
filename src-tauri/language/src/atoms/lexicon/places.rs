//! Places, and the adjectives made from them.

/// Countries, states, regions and large cities, word by word where they have several.
pub(super) const PLACE: &str = "
afghanistan albania algeria andorra angola antigua argentina armenia australia austria azerbaijan
bahamas bahrain bangladesh barbados belarus belgium belize benin bhutan bolivia bosnia botswana
brazil brunei bulgaria burma burundi cambodia cameroon canada chad chile china colombia comoros congo
croatia cuba cyprus czechia denmark djibouti dominica ecuador egypt england eritrea estonia
eswatini ethiopia fiji finland france gabon gambia germany ghana greece greenland grenada guatemala
guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica
japan kazakhstan kenya kiribati kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya
liechtenstein lithuania luxembourg madagascar malawi malaysia maldives mali malta mauritania
mauritius mexico micronesia moldova monaco mongolia montenegro morocco mozambique myanmar namibia
nauru nepal netherlands holland nicaragua niger nigeria macedonia norway oman pakistan palau
palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda samoa
senegal serbia seychelles singapore slovakia slovenia somalia spain suriname sweden switzerland
syria taiwan tajikistan tanzania thailand togo tonga trinidad tobago tunisia turkey turkmenistan
tuvalu uganda ukraine uruguay uzbekistan vanuatu vatican venezuela vietnam wales yemen zambia
zimbabwe zealand scotland britain us u.s. usa u.s.a. uk u.k. uae eu u.a.e. ussr america africa asia
europe oceania antarctica arctic siberia caucasus balkans scandinavia mideast crimea donbas gaza
kashmir tibet xinjiang catalonia bavaria saxony lombardy tuscany sicily sardinia corsica normandy
brittany andalusia kurdistan chechnya darfur tigray punjab sindh gujarat kerala bengal bihar
maharashtra queensland tasmania nsw ontario quebec alberta manitoba saskatchewan yukon nunavut
newfoundland alabama alaska arizona arkansas california colorado connecticut delaware florida
hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan
minnesota mississippi missouri montana nebraska nevada hampshire jersey ohio oklahoma oregon
pennsylvania tennessee texas utah vermont wisconsin wyoming atlanta austin baltimore boston
chicago cleveland dallas denver detroit houston miami milwaukee minneapolis nashville orleans
philadelphia phoenix pittsburgh portland sacramento seattle manhattan brooklyn queens bronx
hollywood london manchester birmingham liverpool leeds glasgow edinburgh belfast cardiff bristol
oxford cambridge dublin cork paris lyon marseille toulouse nice strasbourg bordeaux lille berlin
munich hamburg cologne frankfurt stuttgart dresden leipzig vienna salzburg zurich geneva bern basel
rome milan naples turin venice florence genoa genova bologna palermo livorno madrid barcelona
seville valencia bilbao lisbon porto brussels antwerp amsterdam rotterdam hague copenhagen
stockholm gothenburg oslo bergen helsinki reykjavik tallinn riga vilnius warsaw krakow prague
budapest bratislava bucharest sofia belgrade zagreb sarajevo athens thessaloniki istanbul ankara
izmir moscow petersburg sochi kazan kyiv kiev kharkiv odesa odessa lviv mariupol minsk tbilisi
yerevan baku tehran baghdad basra mosul damascus aleppo homs beirut jerusalem aviv haifa ramallah
amman riyadh jeddah mecca medina doha dubai dhabi muscat sanaa aden cairo alexandria tripoli
benghazi tunis algiers casablanca rabat khartoum addis nairobi mombasa kampala kigali mogadishu
lagos abuja accra dakar bamako kinshasa luanda harare lusaka johannesburg pretoria durban
karachi lahore islamabad peshawar kabul kandahar delhi mumbai kolkata chennai bangalore bengaluru
hyderabad dhaka chittagong colombo kathmandu yangon rangoon bangkok hanoi saigon phnom penh
vientiane kuala lumpur jakarta aceh manila taipei beijing shanghai guangzhou shenzhen wuhan chengdu
tianjin nanjing lhasa kong seoul busan pyongyang tokyo osaka kyoto hiroshima nagasaki fukushima
sydney melbourne brisbane perth adelaide hobart darwin canberra auckland wellington christchurch
toronto montreal ottawa vancouver calgary edmonton winnipeg halifax havana kingston caracas bogota
quito lima paz santiago asuncion montevideo paulo rio janeiro brasilia buenos aires tijuana
guadalajara monterrey washington d.c. york carolina dakota arabia emirates states kingdom
north-rhine westphalia asia-pacific";

/// The second or later word that makes a name that of a place.
pub(super) const PLACE_HEAD: &str = "
street avenue road boulevard lane drive highway square plaza park gardens garden bridge tunnel
tower castle palace cathedral mosque temple station airport stadium arena harbor harbour port bay
beach coast gulf sea ocean lake fort river creek falls canal strait straits island islands isle isles
peninsula cape mountain mountains mount mt hill hills valley canyon desert forest woods plain
plains plateau reef volcano county district province region state territory prefecture parish
borough city town village township heights springs center centre mall building house memorial base cave land prison
cemetery zoo ranch farm north south east west northeast northwest southeast southwest";

/// Nationalities and the like, in the singular: adjectives before a noun.
pub(super) const DEMONYM: &str = "
afghan albanian algerian american angolan argentine argentinian armenian australian austrian
azerbaijani bahraini bangladeshi belarusian belgian belizean beninese bhutanese bolivian bosnian
brazilian brazillian british bulgarian burmese burundian cambodian cameroonian canadian chadian
chilean chinese colombian congolese croatian cuban cypriot czech danish dominican dutch ecuadorian
egyptian english eritrean estonian ethiopian fijian filipino finnish french gabonese gambian
georgian german ghanaian greek guatemalan guinean guyanese haitian honduran hungarian icelandic
indian indonesian iranian iraqi irish israeli italian ivorian jamaican japanese jordanian kazakh
kenyan korean kosovar kurdish kuwaiti kyrgyz lao laotian latvian lebanese liberian libyan
lithuanian luxembourgish macedonian malagasy malawian malaysian maldivian malian maltese
mauritanian mauritian mexican moldovan mongolian montenegrin moroccan mozambican namibian nepalese
nepali nicaraguan nigerian nigerien norwegian omani pakistani palestinian panamanian paraguayan
peruvian polish portuguese qatari romanian russian rwandan salvadoran samoan saudi scottish
senegalese serbian singaporean slovak slovenian somali spanish sri-lankan sudanese surinamese
swedish swiss syrian taiwanese tajik tanzanian thai tibetan tongan tunisian turkish turkmen ugandan
ukrainian emirati uruguayan uzbek venezuelan vietnamese welsh yemeni zambian zimbabwean chechen
catalan basque bavarian sicilian siberian soviet ottoman roman byzantine victorian californian
texan floridian parisian venetian viennese berliner yugoslav anglo-saxon afro-american
african-american asian-american latino latina pan-african north-korean south-korean eurasian
mesopotamian marxist leninist stalinist maoist nazi fascist zionist shia shiite shi'ite sunni
kantian darwinian freudian keynesian shakespearean elizabethan edwardian gregorian";
