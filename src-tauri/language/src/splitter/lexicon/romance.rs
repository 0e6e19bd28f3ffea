//! French, Spanish, Italian, Portuguese and Romanian words that matter to a full stop.

use super::{NO_WORDS, Words};

/// French.
pub(super) const FRENCH: Words = Words {
    titles: "
        capt cdt ch chr col dr gén lt m maj me messrs mgr mlle mlles mm mme mmes mr mrs ph
        pr prof r.p sgt st ste th vve
    ",
    joining: "
        anc angl apr auj av bibl c.-à-d c.a.d ca cf chap coll càd dép ed env etym ex fr gr
        hab i.e ital lat litt max p.ex resp suiv trad v vs vx éd ép
    ",
    counting: "
        al art bd chap fasc fig n no nos n° nº p par pl pp rte sq t tab tel tél vol
    ",
    calendar: "avr déc fév févr janv juil nov oct sept",
    trailing: "
        a.m c.a cie co e.g etc inc j.-c jr kg km ltd min mrd p.m s.a s.a.r.l s.n.c sté u.s
        univ
    ",
    ordinary: "al col ex m me n p par pr t",
    starters: "
        actuellement afin ailleurs ainsi alors après après-demain assez au aucun aucune
        aujourd auparavant auprès aussi autant autour autre autres aux avant avec beaucoup
        bien bref c car ce ceci cela celle celles celui cependant certaines certains certes
        ces cet cette ceux chacun chaque chez ci-dessous combien comme comment concernant
        contrairement contre d dans de demain depuis derrière des devant donc dont du durant
        dès désormais elle elles en encore enfin ensuite entre entre-temps environ est et
        finalement grâce hier hormis hélas ici il ils j jamais je jusqu jusque l la le les
        leur leurs lors lorsqu lorsque lui là là-bas m ma maintenant mais malgré
        malheureusement mes moi moins mon même n ne ni non nos notre nous nul néanmoins on
        or ou oui outre où par parce parfois parmi partout pas pendant peu peut plus
        plusieurs plutôt pour pourquoi pourtant pourvu presque près puis puisqu puisque qu
        quand quant que quel quelle quelles quelqu quelque quelques quels qui quiconque quoi
        rien s sa sans sauf selon ses seul seule seulement si sinon sitôt soit son soudain
        sous souvent sur surtout t tandis tant tel telle telles tels toujours tous tout
        toute toutefois toutes trop très tu un une vers voici voilà vos votre vous vraiment
        y à également était étant
    ",
    credits: "foto photo",
    eras: "j.-c",
    ..NO_WORDS
};

/// Spanish.
pub(super) const SPANISH: Words = Words {
    titles: "
        adm arq cap card cnel d dr dra dña excmo fco fr gob gral hno ilmo ing lcdo lda lic
        licda mons mr mrs ms pbro pdte presb prof profa rvdo s.a.r s.m sgto sr sra sres srta
        srtas st sta sto tte
    ",
    joining: "
        a.k.a aa admón alt apdo aprox av avda bco c/ ca cc cf cta dcha depto dpto e.g ed edo
        ee ej esq etim ff fr i.e ital izq lat máx mín p.ej prov pza pág rr s/n trad tít urb
        v.g vid vs
    ",
    counting: "
        ap apdo art arts cap cód fasc fig km lám n no nro nº núm núms p par pp págs ref s t
        tab tel vers vol
    ",
    calendar: "abr ago dic ene feb jul jun mar may nov oct sep sept",
    trailing: "
        a.c a.m bros co cía d.c d.f ee.uu etc hnos inc jr kg ltda m.n p.m s.a s.l s.r.l u.k
        u.s ud uds uu vd vds
    ",
    ordinary: "d fr ing mar may no p par t",
    starters: "
        a acaso actualmente además adonde ahora al algo alguien alguna algunas algunos algún
        allá allí ambos ante antes aparte apenas aquel aquella aquellas aquello aquellos
        aquí asimismo así aun aunque ayer aún bajo bien cada casi cierto como con contra
        cual cualquier cuando cuanto cuya cuánto cómo de debido del desde después dicha
        dicho donde dos durante dónde e el ella ellas ellos embargo en entonces entre era es
        esa esas ese eso esos esta estaba estamos estas este esto estos estoy están fue
        fueron gracias ha había habían hace han hasta hay he hoy inclusive incluso jamás
        junto la las le lejos les lo los luego mas mañana me mediante menos mi mientras mis
        misma mismo mucha muchas mucho muchos muy más nada nadie ni ninguna ninguno ningún
        no nos nosotros nuestra nuestro nunca o ojalá otra otras otro otros para pero pese
        pocas poco pocos por porque posteriormente primero pronto puede pues puesto que
        quien quienes quizá quizás quién qué salvo se sea seguramente según será sería si
        siempre siendo sin sino sobre sois solamente solo son su sus sí sólo tal también
        tampoco tan tanto te tenemos tengo tiene toda todas todavía todo todos tras tres tú
        u un una unas uno unos usted vamos varias varios vaya vosotros y ya yo él
    ",
    credits: "foto photo",
    eras: "a.c d.c",
    ..NO_WORDS
};

/// Italian.
pub(super) const ITALIAN: Words = Words {
    titles: "
        amm arch avv card cav col comm dir don dott dott.ri dott.ssa dr dr.ssa egr gen gent
        geom ing magg min mons mr mrs on on.le preg pres presid prof prof.ssa psicol rag s
        sac sen sig sig.ra sigg sigra st ten uff
    ",
    joining: "
        ad.es c.a ca cfr e.g es fr i.e ingl lat max min p.es p.za p.zza s.l seg sgg ted v vs
    ",
    counting: "
        all art artt cap fasc fig n nn nr num p pag par pp pt tab tav tel v vol
    ",
    calendar: "ago apr dic feb febb gen giu lug magg mar nov ott sett",
    trailing: "
        a.c a.c.n a.m cit co d.c ecc etc inc jr km mld mln p.m s.a.s s.n.c s.p.a s.r.l sec
        u.s uff
    ",
    ordinary: "ago don par",
    starters: "
        a abbiamo ad addirittura adesso ai al alcuna alcune alcuni alla alle allo allora
        altre altri altrimenti anche ancora anzi appena attualmente che chi ci circa coloro
        colui come con contro cosa così cui d da dal dalla dalle dallo davvero degli dei del
        dell della delle dello di domani dopo dove dunque durante e ecco ed egli eppure era
        essa esse essi finalmente fino forse fra fu già gli grazie ha hai hanno ho i ieri il
        in infatti innanzitutto inoltre insieme insomma intanto invece io l la le lei lo
        loro lui lì ma magari mai mentre mi molte molti molto naturalmente negli nei nel
        nella nelle nello nessun nessuno niente noi non nonostante nostro nulla né o oggi
        ogni ognuno oltre oppure ora ormai ovviamente per perché perciò persino pertanto
        però più pochi poco poi poiché presso prima proprio pure può qual qualche qualcosa
        qualcuno quale quali quando quanti quanto quasi quattro quegli quei quell quella
        quelle quello quest questa queste questi questo qui quindi sarà se sebbene secondo
        sempre senza si sia siamo siccome solo soltanto sono sopra sotto spesso su sua
        subito successivamente sugli sui sul sulla sulle sullo suo suoi tale tali tanto tra
        tre troppo tu tutta tuttavia tutte tutti tutto un una uno verso vi voi vorrei è
    ",
    credits: "foto photo",
    eras: "a.c d.c",
    ..NO_WORDS
};

/// Portuguese.
pub(super) const PORTUGUESE: Words = Words {
    titles: "
        adv alm arq cap cap.-ten cel d dep dom dr dra eng exma exmo gal gen ilmo maj mons mr
        mrs pe prof prof.ª profa rev revmo sen sr sra srs srta st sta sto ten v.exa
    ",
    joining: "
        aprox av ca cf e.g ed esp ex fr i.e ing lat max min obs p.ex pça trav vs
    ",
    counting: "
        ap art arts cap cód fig fl fls n no nos nº núm p par pp pág págs qd séc t tel vol
    ",
    calendar: "abr ago dez fev jan jul jun mai mar nov out set",
    trailing: "
        a.c a.m cia co d.c e.u.a ee.uu etc inc jr kg km lda ltda mi p.m s.a s.a.r.l seg
    ",
    ordinary: "dom mar mi no nos par",
    starters: "
        a acho afinal agora ainda algum alguma algumas alguns alguém ali aliás além amanhã
        ambos antes ao aos após aquela aquele aqueles aqui aquilo as assim atualmente até
        basta bem cada cerca certamente com como conforme contudo da dali das daí de depois
        desde dessa desse deste devido diante do dois dos durante e eis ela elas ele eles em
        embora enquanto entre entretanto então era eram essa esse esses esta estas estava
        este estes está estão eu existe existem foi foram graças havia hoje há igualmente
        isso isto jamais já logo lá mais mal mas mesmo meu meus minha muita muitas muito
        muitos na nada nas nem nenhum nenhuma nessa nesse nesta neste ninguém no nos nossa
        nosso num numa nunca não nós o onde ontem os ou outra outras outro outros para pela
        pelas pelo pelos pois por porquanto porque portanto porém posteriormente pouco
        poucos primeiro quais qual qualquer quando quanto quase que quem recentemente se
        segundo sem sempre senão será seu seus sim sobre somente sua suas são só tal talvez
        também tampouco tem temos tinha toda todas todavia todo todos três tu tudo um uma
        umas uns vai vamos você vocês várias vários à às é
    ",
    credits: "foto photo",
    eras: "a.c d.c",
    ..NO_WORDS
};

/// Romanian.
pub(super) const ROMANIAN: Words = Words {
    titles: "
        acad arh av col conf cpt d-l d-na d-ra dl dna dr dra gen gl gral ing lect mr mrs ms
        prof sf st
    ",
    joining: "
        adj aprox ca cca cf engl ex fr i.e lat max n.n n.r nn p.a s.n str v vs șos
    ",
    counting: "al alin ap art bl cap et fig lit nr op p pag par pct pp sc tel vol",
    calendar: "apr aug dec feb febr ian iul iun mai mar noi oct sep sept",
    trailing: "
        a.m co d.c d.hr e.n etc i.hr inc jr ltd mil min mld p.m s.a s.a.m.d s.r.l sec sr u.s
        î.e.n î.hr ş.a ș.a
    ",
    ordinary: "al mai mar",
    starters: "
        a aceasta această aceea acei acel acela acele acest acesta aceste acestea acești
        aceștia acolo acum ai aici alte alții am apoi ar are asta astfel astăzi atunci au
        avea așa ca care ce cea cei cel cele chiar cine conform cu cum când câteva câți că
        da dacă dar datorită de deci deoarece despre deși din dintre doar două după e ea ei
        el ele era este eu există fiecare fost fără iar ieri la le lui mai multe mulți nici
        nimeni noi nu o odată or pe pentru peste poate potrivit prima primul prin până s-a
        se spre sub sunt să toate tot totodată totul totuși toți trei tu un una unde unele
        unii va vineri voi vom vor îl în înainte încă însă între întrucât și
    ",
    credits: "foto",
    eras: "d.hr e.n i.hr î.e.n î.hr",
    ..NO_WORDS
};
