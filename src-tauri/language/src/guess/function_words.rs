//! The small words of each language, and letters that only it uses among those of its script
//! here, or few others. Danish and Norwegian share most words: `af` and `av`, `efter` and `etter`
//! and their like decide. Croatian stands for Bosnian and for Serbian in Latin letters as well,
//! Indonesian for Malay.

/// What speaks for a language.
pub(super) struct Guide {
    pub(super) lang: &'static str,
    /// A word with one of these speaks for the language like a small word.
    pub(super) letters: &'static str,
    /// Small words.
    pub(super) words: &'static str,
}

/// Languages in Latin letters.
pub(super) const LATIN: &[Guide] = &[
    Guide {
        lang: "en",
        letters: "",
        words: "
            about after all an and any are as at be been but by can could do for from
            had has have he her his how i if in into is it its just me more my no not of
            on one or our out over said she so than that the their them there they this
            to up very was we were what when which who will with would you your
        ",
    },
    Guide {
        lang: "de",
        letters: "ß",
        words: "
            aber als am an auch auf aus bei beim bis das dass dem den der des die durch
            ein eine einem einen einer er es für haben hat im in ist kann mehr mit nach
            nicht noch nur oder sein seine sich sie sind so um und vom von vor war
            werden wie wird wurde zu zum zur über
        ",
    },
    Guide {
        lang: "fr",
        letters: "œ",
        words: "
            au aux avec c ce ces cette comme d dans de des deux du elle en est et fait
            il ils l la le les leur lui mais n ne nous on ont ou où par pas plus pour qu
            que qui s sa se ses son sont sur un une vous à été être
        ",
    },
    Guide {
        lang: "es",
        letters: "ñ¿¡",
        words: "
            al como con cuando de del desde donde dos el ella en entre era es esta este
            fue ha han hasta hay la las le lo los me muy más no nos o para pero por
            porque que se según ser si sin sobre son su sus sí también todo un una uno y
            ya él
        ",
    },
    Guide {
        lang: "it",
        letters: "",
        words: "
            agli ai al alla alle anche che ci come con da dal dalla degli dei del della
            delle di dopo due e era essere gli ha hanno i il in io la le lo loro ma mi
            nei nel nella non o ogni per perché più questa questo se si sono stato su
            sul sulla tra tutti un una uno è
        ",
    },
    Guide {
        lang: "pt",
        letters: "ãõ",
        words: "
            a ao aos as até com como da das de depois do dos e ela ele em entre era está
            eu foi isso já mais mas mesmo muito na nas no nos não o os ou para pela pelo
            por quando que se sem ser seu sua são só também tem um uma à às é
        ",
    },
    Guide {
        lang: "ca",
        letters: "ŀ",
        words: "
            a al als amb aquest aquesta aquests com de del dels des dos el els en entre
            era està fins ha han hi i l la les li molt més no o on per perquè però que
            qui s sense ser seu seva si sobre són també un una va van és
        ",
    },
    Guide {
        lang: "ro",
        letters: "ățșţ",
        words: "
            a această acest ai al ale am ar are au ca care ce cea cei cel cu că de decât
            din dintre după este fi fost iar la le lor lui mai nu o pe pentru prin sa
            sau se si sunt să un una unei unui va îi în își și
        ",
    },
    Guide {
        lang: "nl",
        letters: "",
        words: "
            aan als bij dan dat de deze die dit door een en er geen had hebben heeft het
            hij hun ik in is je kan maar meer met naar niet nog nu om onder ook op over
            te tegen tot uit van voor was wel werd worden wordt ze zich zijn zo
        ",
    },
    Guide {
        lang: "sv",
        letters: "",
        words: "
            alla att av blev de dem den det du efter eller en ett från för hade han har
            hon hur i inte jag kan man med men mycket nu när några och också om på sedan
            sig sin ska skulle som så till under upp ut var vi vid än är över
        ",
    },
    Guide {
        lang: "da",
        letters: "æø",
        words: "
            af alle at blev de dem den der det dig dog du efter eller en er et flere for
            fra få han har hun hvad hvor i ikke jeg kan kun kunne man med meget men mere
            mig mod nogle nu når og også om op over på sig skal som så til ud under var
            ved vi
        ",
    },
    Guide {
        lang: "no",
        letters: "æø",
        words: "
            alle at av bare ble blir da de deg dem den der det du eller en er et etter
            flere for fra få han har hun hva hvor i ikke jeg kan kunne man med meg men
            mer mot mye noen nå når og også om opp over på seg skal som så til under ut
            var ved vi
        ",
    },
    Guide {
        lang: "fi",
        letters: "",
        words: "
            ei ennen että he heidän hän hänen ilman ja jo joka jonka jos joten jotka
            kaikki kanssa kuin kuitenkin kun kuten mikä minä mitä mukaan mutta muun myös
            niin nyt ole olen oli olivat olla ollut on ovat se sekä sen siitä sillä sitä
            tai tämä tämän vaan vain vielä voi vuoden vuonna
        ",
    },
    Guide {
        lang: "et",
        letters: "õ",
        words: "
            aasta aga ega ei enne et ja juba ka kes kogu koos kui kuid kus kõik ma mida
            mille mis mitte nad nagu need nende ning ole oli olid oma on pärast seda see
            selle sest siis ta tema vaid veel välja või ära üks üle
        ",
    },
    Guide {
        lang: "hu",
        letters: "őű",
        words: "
            a az azt csak de egy egyik el ez ezt fel ha hogy is itt kell ki két külön le
            lehet maga meg mely mert mi mint már más még nagy nem néhány pedig sem
            szerint után vagy van volna volt és össze ő ők
        ",
    },
    Guide {
        lang: "pl",
        letters: "ąęłśźżń",
        words: "
            ale być był była było co czy dla do go i ich ile jak jako jego jej jest już
            która które który lub ma mi może na nad nie niż o od oraz po pod przed przez
            przy roku się są ta tak także te tego też to tylko tym w we więc z za ze że
        ",
    },
    Guide {
        lang: "cs",
        letters: "ěřů",
        words: "
            a aby ale až by byl byla byli bylo být co další dalších do ho i jako je jeho
            její jen již jsem jsme jsou k kdy když ke která které který mezi na nebo
            není o od po podle pro před při roce s se si své tak také ten to tím uvedl
            už v ve více však z za ze řekl že žádné
        ",
    },
    Guide {
        lang: "sk",
        letters: "ľĺŕô",
        words: "
            a aby aj ako ale alebo až bol bola boli bolo by byť do ho i iba ich ja je
            jeho jej k kde keď ktorá ktoré ktorý ku len medzi mi na nad nie o od po
            podľa povedal pre pred pri roku s sa si so sú tak ten tento to toho uviedol
            už v viac vo však z za zo čo ďalšie ďalších že žiadne
        ",
    },
    Guide {
        lang: "hr",
        letters: "ćđ",
        words: "
            a ako ali bi bila bili bilo bio da do dok ga gdje godine i ili im ima in iz
            je jer još kada kako kao koja koje koji kroz na nakon ne nego ni nije o od
            on oni po prema pri s sa samo se su sve ta taj te to toga u uz već za zbog
            će što
        ",
    },
    Guide {
        lang: "sl",
        letters: "",
        words: "
            a ali ampak bi bil bila bilo biti bo bodo da do ga ima imajo in iz je jih jo
            kaj kako kakor ker ki ko kot lahko le leta med mu na nad ne ni niso o ob od
            pa po pod pred pri s saj samo se si so ta tako tem ter to tudi v več vse z
            za še že
        ",
    },
    Guide {
        lang: "lt",
        letters: "ėųįū",
        words: "
            apie ar bei bet bus buvo būti dar dėl iki ir iš jau jei jie jis jo jos jų
            kad kai kaip kas kur kurie kuris mano metų ne nei nes net nuo o pagal per po
            prie savo su tai taip tik už yra į
        ",
    },
    Guide {
        lang: "lv",
        letters: "āēīūķļņģ",
        words: "
            ar arī bet bija būs citi gada ir ja jau jo ka kad kas ko kur kuri kā lai
            līdz mēs nav ne no pa par pie pret pēc savu tad tas tiek tika to tā un uz
            vai var visi viņa viņš šī
        ",
    },
    Guide {
        lang: "tr",
        letters: "ğış",
        words: "
            ama ancak ben bir birçok biz bu buna bunu bunun da daha de dedi değil diye
            en etti gibi göre hem her ile ise için kadar ki mi mu mı ne o olan olarak
            oldu olduğu onu onun sen sonra tarafından tüm var ve veya ya yeni çok
        ",
    },
    Guide {
        lang: "id",
        letters: "",
        words: "
            ada adalah agar akan antara apa atas atau bagi bahwa banyak belum bisa dalam
            dan dapat dari dengan di dia hanya harus ia ini itu jika juga kami karena ke
            kepada kita lain lebih masih mereka oleh orang pada para saat saja sangat
            saya sebagai secara sehingga sudah telah tidak untuk yang
        ",
    },
];

/// Languages in Cyrillic letters.
pub(super) const CYRILLIC: &[Guide] = &[
    Guide {
        lang: "ru",
        letters: "ыэё",
        words: "
            а бы был была были было быть в вот все всех вы где да для до его ее если
            есть еще её же за и из или им их к как когда которые который кто ли мы на
            над не нет ни но о об он она они от по под после при с со так также там то
            только том тот у уже что чтобы эта это я
        ",
    },
    Guide {
        lang: "uk",
        letters: "іїєґ",
        words: "
            а або але б був була були було бути в вже ви вона вони все від він де для до
            же з за зі й його лише ми може між на над не ні о один по при про під після
            та так також там те ти тим то тільки у це цей ця чи ще що щоб я як яка який
            якщо які і із їх її
        ",
    },
    Guide {
        lang: "be",
        letters: "ўіыэё",
        words: "
            а аб або але бы была было былі быць быў в вы гэта гэты дзе для до ды ж з за
            каб калі мы на над не ні па пад пасля пра пры с са так таксама там то толькі
            у ужо што яго яе як якая які якія яна яны ён і іх ў
        ",
    },
    Guide {
        lang: "bg",
        letters: "ъ",
        words: "
            а ако без беше бил била били в вече все във ги го да до е за и или им как
            като когато което които който която към ли ме ми му на над не него нея ни но
            обаче от още по под през при с са само се си след според със тази така те
            това този той тя че ще я
        ",
    },
    Guide {
        lang: "sr",
        letters: "јљњћђџ",
        words: "
            а ако али би била били било био већ га где године да до док за због и из или
            им има када како као која које који кроз на нако након не него није о од он
            они по према при с са само све се су та тај те то тога у уз што је јер још
            ће
        ",
    },
    Guide {
        lang: "mk",
        letters: "јљњѓќѕџ",
        words: "
            а ако би бил била биле било во ги го година да до додека е за и или им има
            исто каде како кај кога кои која ли ме му на над не него нив но ова оваа
            овој од она по под пред при само се сите со според таа тие тоа тој уште што
            ќе
        ",
    },
    Guide {
        lang: "kk",
        letters: "әғқңөұүһі",
        words: "
            ал арқылы бар басқа бен бойынша болды болып болған бір бұл да де деген деп
            еді екі емес ең жаңа жылы және кейін көп мен не ол олар осы сол тек туралы
            ғана қазақ қарай үшін әр
        ",
    },
];

/// Languages in Devanagari letters.
pub(super) const DEVANAGARI: &[Guide] = &[
    Guide {
        lang: "hi",
        letters: "",
        words: "
            अपने इस इसके उनके एक और कर करने का कि किया की के को गई गया जो तक तो था थी थे
            दिया दो नहीं ने पर बाद भी में यह या रहा रहे लिए साथ से ही है हैं हो
        ",
    },
    Guide {
        lang: "mr",
        letters: "",
        words: "
            असा असून असे आणि आता आला आली आले आहे आहेत एक करून का की केला केली केले च चा
            ची जात झाला झाली झाले ता ते नाही नाहीत पण या यांनी व वर हा ही हे होता होती
            होते
        ",
    },
    Guide {
        lang: "ne",
        letters: "",
        words: "
            अनि उनले उनी एक का कि को गरी गरेका गरेको छ तर थिए थियो दिन नै पछि पनि भएका
            भएको भने मा यस यो र रहेको लाई ले वा सबै हरू हुन हुने हो
        ",
    },
];
