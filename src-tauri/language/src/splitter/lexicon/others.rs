//! Languages of smaller families, with the words that matter to a full stop.

use super::{NO_WORDS, Words};

/// Finnish.
pub(super) const FINNISH: Words = Words {
    titles: "dipl dos dr kapt ltn maist mr mrs ms nti prof rva st toht tri",
    joining: "
        e.g engl ent esim huom i.e ilm ko ks kts lat lk ml mm myöh n nimim nk ns nyk o.s par
        ruots saks suom synt t toim ts vrt vs ye yht
    ",
    counting: "art klo kpl kuva luku mom nro nrot numero os p puh s tel v vol",
    trailing: "
        a.m aj c co e.a.a eaa ekr etc h inc jaa jkr jne jr kpl ltd milj min mrd oy p.m sek
        sr t t.s tms u.s ym yms
    ",
    ordinary: "kuva luku numero",
    starters: "
        aiemmin ainakin aluksi edes ehkä ei eikä eivät eli emme en ennen ensin entä
        erityisesti että he hei heidän hän hänelle hänen häntä ilman itse ja jo joka
        jokainen jos joskus jotkut jälkeen kaikki kaksi kanssa kesällä koko kolme koska kuin
        kuinka kuitenkin kukaan kun kuten kyse lisäksi lopulta me meidän meillä miksi mikä
        mikäli minkä minun minä missä miten mitä monet moni mukaan mutta muun muut myöhemmin
        myös ne niiden niin niistä niitä no noin nuo nyt näiden näin nämä ole olen oli on
        onko osa ovat pian samalla samoin se sekä sen seuraavaksi siellä siinä siis siitä
        siksi silloin sillä silti sinne sinä sitten sitä tai te toinen toisaalta tosin tuo
        tuolloin tällä tällöin tämä tämän tänään tässä tästä tätä täällä vai vaikka vain
        vasta vielä viime voi vuoden vuonna vuosi
    ",
    credits: "kuva",
    eras: "eaa ekr jaa jkr",
    ordinal_stop: true,
    ..NO_WORDS
};

/// Hungarian.
pub(super) const HUNGARIAN: Words = Words {
    titles: "br dr gr id ifj mgr mr mrs prof st szt özv",
    joining: "
        ang d ford fr görög ill ism kb ker kiad lat lásd megj ném ond pf pl szerk ti ui uo v
        vmint vö ált ún
    ",
    counting: "art bek fej köt l nr o old p sz tel vol évf",
    calendar: "aug dec febr jan júl jún márc nov okt szept ápr",
    trailing: "
        a.m b.t bt co db e etc ft i.e i.sz inc jr kft kr.e kr.u ltd mrd nyrt p.m rt sr stb
        zrt
    ",
    ordinary: "e o v",
    starters: "
        a ahogy ahol aki akik akkor ami amikor amint amíg annak arra attól az azok azonban
        azt azután azzal azért azóta be bár csak de e ebben eddig egy egyes egyik ehhez
        ekkor előbb először ennek erre ettől ez ezek ezen ezt ezután ezzel ezért fel ha
        habár hanem hiszen hogy hogyan hol holnap igaz igen is itt jelenleg jó kettő ki
        kérem később két különben le legalább lehet ma majd meg mert mi miatt mikor milyen
        mindegyik minden mindenki mint mivel miért most már még míg nagyon nem nemcsak nincs
        néhány ott persze saját se sem senki sok sokan szerinte szóval sőt tavaly te tegnap
        tehát további továbbá többek ugyanakkor ugyanis után utána vagy vajon valamint van
        viszont volt végül így ön önök úgy új ő ők
    ",
    credits: "fotó",
    eras: "i.e i.sz kr.e kr.u",
    ordinal_stop: true,
    ..NO_WORDS
};

/// Turkish.
pub(super) const TURKISH: Words = Words {
    titles: "alb av doç dr gen hz mr mrs ms müh ord prof sn st tğm uzm yrd yzb",
    joining: "agm alm bk bkz der fr haz ing krş lat r tah terc tic çev ör örn",
    counting: "apt bl cad fig kat md no nr s sf sok tel vol",
    calendar: "ara ağu eyl haz kas mar may nis oca tem şub",
    trailing: "
        a.m a.ş co etc inc jr ltd m.s m.ö ms mö p.m sr t.c u.s vb vd vs yy şti
    ",
    ordinary: "ara kat",
    starters: "
        ama ancak ardından artık aslında aynı ayrıca az bana bazen bazı belki ben beni benim
        bir biri birlikte birçok biz bizim bu bugün buna bundan bunlar bunların bunu bunun
        bununla burada böyle böylece bütün da daha de dolayısıyla dün elbette en eski evet
        eğer fakat gerçekten geçen gibi göre halen hatta hayır hem henüz her herkes hiç
        hiçbir hâlâ iki ilk ise işte karşın kendi kendisi kim kimse lakin mesela nasıl ne
        neden nerede o olarak olduğu onlar onların onu onun orada oysa peki sadece sanki sen
        siz son sonra sonunda sonuç tüm ve veya ya yalnızca yani yarın yeni yine yok çok
        çoğu çünkü önce özellikle üstelik üç şimdi şu
    ",
    credits: "foto fotoğraf",
    eras: "m.s m.ö ms mö",
    ordinal_stop: true,
    ..NO_WORDS
};

/// Greek, whose question mark looks like a semicolon.
pub(super) const GREEK: Words = Words {
    titles: "
        αγ αθ αλ αντ βασ γεωρ γρ δημ δρ ευαγ θαν θεοδ κ κ.κ κα κας κος κων μητρ μιχ νικ παν
        πρ σεβ σπ σπυρ στρ ταξ υπ χαρ χρ
    ",
    joining: "αγγλ βλ γαλλ γερμ δηλ ελλ λ.χ λατ περ πρβλ πχ τ.χ ό.π",
    counting: "άρθρ αρ αριθ αριθμ εδ εικ κεφ ν πίν παρ σ σελ σσ στ τ τηλ τόμ φ",
    calendar: "απρ αυγ δεκ ιαν ιουλ ιουν μαρ νοε νοεμ οκτ σεπ σεπτ φεβ φεβρ",
    trailing: "
        α.ε α.μ ε.ε εκ εκατ η.π.α κ.ά κ.α κ.ε κ.λπ κ.ο.κ κ.τ.λ κλπ κτλ μ.μ μ.χ ο.η.ε π.μ π.χ
        χιλ χλμ
    ",
    ordinary: "παρ περ στ τ",
    starters: "
        ένα ένας έτσι έχει έχουν ήδη ήταν ίσως αλλά αν αντίθετα αργότερα αυτά αυτές αυτή
        αυτοί αυτό αυτός αφού βέβαια για γιατί δεν δηλαδή διότι δύο εάν είναι εγώ εδώ εκεί
        εκείνη εκείνο εκείνος εμείς εξάλλου επίσης επειδή επιπλέον εσείς εσύ η θα κάθε κάτι
        καθώς και κανείς κατά κι λοιπόν μάλιστα μέχρι μία με μερικές μερικοί μετά μη μην μια
        μόνο να ναι ο οι ούτε πάντως παρά παρόλο πιο ποια ποιος πολλά πολλές πολλοί που πού
        πριν προς πρόκειται πόσο πώς σήμερα σαν σε στα στη στην στις στο στον στους σύμφωνα
        τέλος τα τη την της τι τις το τον του τους τρεις των τότε τώρα υπάρχει υπάρχουν χθες
        χωρίς ως ωστόσο ό,τι όλα όλες όλη όλο όλοι όμως όπως όσο όσοι όσον όταν ότι όχι
        ύστερα ώστε
    ",
    credits: "φωτογραφία φωτό",
    eras: "μ.χ π.χ",
    own_final: Some(';'),
    ..NO_WORDS
};

/// Armenian, often written with a colon for its full stop.
pub(super) const ARMENIAN: Words = Words {
    own_final: Some(':'),
    ..NO_WORDS
};

/// Kazakh.
pub(super) const KAZAKH: Words = Words {
    titles: "акад проф",
    joining: "англ биол геогр лат мыс нем орыс т т.с қ",
    counting: "б бб бет кест рис с стр сур т тел",
    calendar: "ақп қаз қаңт",
    trailing: "б.з.б б.з.д ж жж мин млн млрд руб с т.б т.с.с тг трлн ғ ғғ",
    starters: "
        ал алайда анау ақын басқа біз бір бірақ бұл егер ел енді ертең ең жалпы және кейін
        кеше мен мұндай не неге ол олар онда оның осы содан солай сонда сондай сондықтан соң
        соңғы тек қазір қандай үшін өз
    ",
    credits: "фото",
    eras: "б.з.б б.з.д ж жж ғ ғғ",
    ..NO_WORDS
};

/// Indonesian and Malay.
pub(super) const INDONESIAN: Words = Words {
    titles: "
        bpk cv dr dra drg drs h hj ir jend kh kol kompol moh mr mrs ms muh prof pt sdr sri
        st tgk tn
    ",
    joining: "
        a.l a.n alm ca d.a hlm jl jln kab kec kel mis prov s.d sbb tsb u.p vs ybs yth
    ",
    counting: "art bab fig hal no nr ps tel telp vol",
    calendar: "agt agu apr des feb jan jul jun mar mei nov okt sep sept",
    trailing: "
        b.sc co dkk dll dsb dst etc inc jr ltd m.a m.m m.sc m.si p.t ph.d rp s.e s.h s.pd
        s.t saw sr swt tbk u.s
    ",
    starters: "
        ada adalah agar akan akhirnya aku anda antara apa apabila apakah atas bagaimana bagi
        bahkan banyak beberapa belum berbagai berdasarkan bila bukan dalam dan dari demikian
        dengan di dia ia ini itu jadi jangan jika juga kami kapan karena kata kedua kemudian
        kepada ketika kini kita lalu lebih maka masih melalui mengapa menurut mereka meski
        meskipun misalnya namun oleh pada padahal para pertama saat saja sampai satu saya
        sebab sebagai sebagian sebelum sebelumnya sebuah sedangkan sejak sejumlah sekarang
        selain selama selanjutnya seluruh sementara semua seorang seperti sesudah setelah
        setiap siapa sudah tanpa tapi telah tentu terakhir terhadap tetapi tidak untuk usai
        walau walaupun ya yang
    ",
    credits: "foto",
    ..NO_WORDS
};

/// Arabic. "أم" and "أو" (or) go on with a question.
pub(super) const ARABIC: Words = Words {
    titles: "أ أ.د د م",
    counting: "ص",
    trailing: "ق.م م",
    alternatives: "أم أو",
    ..NO_WORDS
};

/// Hindi and its sisters in Devanagari.
pub(super) const HINDI: Words = Words {
    titles: "
        आई आर ई ए एक्स एच एन एफ एम एल एस ओ कु के क्यू जी जे जेड टी डब्ल्यू डा डी डॉ डॉक्टर
        पं पी प्रो बी मि यू वाई वी श्री श्रीमती सी सु स्व
    ",
    joining: "जैसे",
    counting: "पृ सं",
    ..NO_WORDS
};
