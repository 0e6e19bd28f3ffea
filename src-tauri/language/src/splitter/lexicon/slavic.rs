//! Words of Slavic languages that matter to a full stop.

use super::{NO_WORDS, Words};

/// Russian.
pub(super) const RUSSIAN: Words = Words {
    titles: "
        адм акад ал асс г-да г-жа г-н ген гр гр-н д-р дж доц им кн лейт мл полк проф св тов
        чл.-кор ю
    ",
    joining: "
        абл амер англ арх букв венг греч дер доп др-греч евр ед заруб имп исп итал кит лат
        мн напр наст нац нач нек нем непр обл общ ок отд пгт пер пересм перс пл польск пр
        прил прим просп прот р-н разг ред род рожд рос см совр сокр соч ср ст т.е т.к т.н
        т.о тж тур укр ул устар фр хим церк числ яп
    ",
    counting: "гл д кв корп л п пп рис с стр табл тел №",
    calendar: "авг апр дек июл июн мар нояб окт сен сент фев февр янв",
    trailing: "
        в вв г га гг до.н.э долл др и.о кв.м кг км коп куб мин млн млрд мм н.э пр руб сек
        т.д т.п трлн тыс чел шт э
    ",
    ordinary: "род",
    starters: "
        а без в весь во все всё вчера вы где да даже два для до его если ещё её же за затем
        здесь и из или их к каждый как когда кроме кто ли между мой мы на над наш не ни но о
        об один однако он она они оно от перед по по-прежнему под пока после потом потому
        поэтому при с сегодня со согласно та так также там те теперь тогда тоже только тот
        три тут ты у уже хотя через что чтобы эта эти это этот я
    ",
    credits: "фото",
    eras: "в вв г гг до.н.э н.э",
    ..NO_WORDS
};

/// Ukrainian.
pub(super) const UKRAINIAN: Words = Words {
    titles: "
        адм акад г-н ген гр-н д-р дж доц кн о п полк пп проф св тов чл.-кор ю ім
    ",
    joining: "
        амер англ бл вид вул гр див журн заг зб лат м мн наз напр нар нац нім обл пер перен
        пл пол пор пров просп р-н р.х ред род рос с смт ст т.б тобто укр упоряд фр франц чл
        іст
    ",
    counting: "буд гл к кв рис стор табл тел №",
    calendar: "бер вер груд жовт квіт лип лист лют серп січ трав черв",
    trailing: "год грн дол кг коп куб млн млрд н.е р рр сек т.д т.п тис хв ін",
    ordinary: "вид лист",
    starters: "
        а або але без в весь вже ви вона вони воно все вчора від він два де для до з за зі й
        його кожен коли ми між мій на навіть над наш не ні один однак перед по поки потім
        при під після сьогодні та так також там тепер ти тоді той тому три тут ті тільки у
        хоча хто це цей ця ці через чи ще що щоб я як якщо і із їх її
    ",
    credits: "фото",
    eras: "н.е р рр",
    ..NO_WORDS
};

/// Bulgarian.
pub(super) const BULGARIAN: Words = Words {
    titles: "
        адв акад арх г-жа г-н г-ца ген д-р доц др инж кап полк проф св чл.-кор
    ",
    joining: "
        англ бул вж вкл гр гръц ж.к исп итал кв лат м-р напр нем о-в обл ок пл респ род рус
        с срв т.е т.нар тур ул фр яп
    ",
    counting: "ал ап арт бл бр вх гл ет л м нар п рис с стр т табл тел чл",
    calendar: "авг апр дек ноем окт септ февр ян",
    trailing: "
        в вв г гг дол др евро и.др лв мин млн млрд мм н.е пр.н.е пр.хр сек сл.хр стот т.н
        т.т хил хл ч
    ",
    starters: "
        а аз ако без беше благодарение в вече все всеки всички всяка вчера във въпреки да
        дали две днес до докато дори други ето за заради защо защото и из или има имаше
        искам как какво като когато което кои които който която към ли между междувременно
        ми много мнозина може на над накрая напротив нас наскоро не него неговата нейният
        нека ние никой нито но нова някои някой няколко няма обаче около освен от откакто
        отново още по под поне поради после почти пред преди през при първо с само се сега
        след следователно според сред също тази така такива там те тези ти то това тогава
        този той толкова тук тя у утре че често чрез ще щом я
    ",
    credits: "снимка фото",
    eras: "в вв г гг н.е пр.н.е пр.хр сл.хр",
    ..NO_WORDS
};

/// Polish.
pub(super) const POLISH: Words = Words {
    titles: "
        abp adw bp br bł doc dr gen hab im inż kard kpt ks lek marsz mec mgr mjr mr mrs
        nadkom por ppłk prez prof prok płk red st św
    ",
    joining: "
        al ang b c.d cyt czes czyt dot ew f franc gr gł hiszp i.e jw m.in mies n nar nb niem
        np nt o ok op oprac p.o pl pn pochodz pocz pod poj pol pot pow proc przyp red ros
        rzek sp tj tzn tzw ub ul ul. ur wg wieś woj wyd właśc zach zam zał zb zm zob zw łac
        śp
    ",
    counting: "
        art cz fig godz k kl lp nr nry par pkt poz r. rozdz rys s str t tab tel tom ust vol
    ",
    calendar: "gru kwi lip lis lut mar paź sie sty wrz",
    trailing: "
        a.m br co dol etc godz inc itd itp jr kg km kw ltd m mld mln n.e nast p.m p.n.e pkt
        proc r rr s.a sek sr szt tys u.s w ww zł
    ",
    ordinary: "mar",
    starters: "
        a aby albo ale ani bardzo bez bo był była było były chociaż choć ci co czasem czy
        czyli dla dlaczego dlatego do dopiero dotychczas dwa dziś gdy gdyby gdzie i ich ile
        inne inni ja jak jakie jako jeden jednak jednocześnie jedną jego jej jest jeszcze
        jeśli jeżeli już każda każde każdy kiedy kilka kim kto która które który którzy lecz
        ma mamy mimo między może można my na nad najpierw następnie nasz natomiast nawet nic
        nie niektóre niektórzy niestety nikt no o obecnie obok od ona one oni ono oprócz
        oraz oto pan pani po podczas podobnie pomimo ponadto ponieważ potem poza przed przez
        przy później sam skoro stąd swoje są ta tak taka taki także tam te tego tej ten
        teraz też to trzeba tu tutaj tych tylko tym tymczasem tę u w wcześniej we według
        wiele więc wkrótce wraz wreszcie wszyscy wszystko wtedy wówczas wśród z za zamiast
        zatem zawsze zaś zdaniem ze znów żaden że żeby
    ",
    credits: "fot foto zdjęcie",
    eras: "n.e p.n.e r rr w ww",
    ordinal_stop: true,
    ..NO_WORDS
};

/// Czech.
pub(super) const CZECH: Words = Words {
    titles: "
        akad arch bc doc dr gen ing judr kpt mgr mjr mr mrs mudr npor paeddr phdr plk por
        pplk prof rndr st sv thdr
    ",
    joining: "
        angl cca cit event fr gen gr inv jap lat m.j mj n např nar naz nekt nám něm odd odp
        okr orig pol popř pozn př přibl příp pův resp rod roz rus slov souv srov t.j t.č tj
        tzn tzv ul vl vyd vých výsl zejm zkr zn zvl čes řec šp
    ",
    counting: "
        art fig hl kap lit nr obr odst par písm r roč s str sv t tab tel vol č čl čís
    ",
    calendar: "kvě led lis srp úno čvc čvn říj",
    trailing: "
        a.m a.s aj apod atd atp co csc drsc etc hod inc jr kg km kr kr.n kč l ltd max mil
        min mld mph n.l n.m o.p.s p.m p.n.l ph.d př.kr př.n.l s.r.o sek spol sr tis u.s
        v.o.s
    ",
    ordinary: "rod",
    starters: "
        a aby ale anebo ani asi až bez bohužel bude budou by byl byla bylo byly co což další
        dnes do dokud dále díky jak jakmile jako je jeden jedna jednou jedním jeho jejich
        její jelikož jen jenže jestli jestliže ještě jsem jsou já k kam každá každé každý
        kde kdo kdy kdyby když kromě která které který kvůli mají mezi mimo mnoho mnozí my
        má místo můj na nad naopak naproti například navzdory navíc naše ne nebo nebyl
        nebylo nejprve není nic nicméně nikdo nikdy nyní několik některé některý někteří o
        oba od ode on ona oni ono ovšem pak po pod podle podobně pokud poprvé potom poté
        pouze později pro proto protože proč před přes přesto přestože při s samozřejmě se
        si snad společně spolu svou své svůj ta tady tak takový také takže tam tato te tehdy
        ten tento teprve teď ti to toho tomu toto tu tuto ty tyto tím třetí u určitě už v ve
        vedle vy vzhledem včera však všechny všichni z za zatím zatímco zde ze zejména že
    ",
    credits: "foto",
    eras: "kr.n n.l p.n.l př.kr př.n.l",
    ordinal_stop: true,
    ..NO_WORDS
};

/// Slovak.
pub(super) const SLOVAK: Words = Words {
    titles: "
        bc doc dr gen ing judr kpt mgr mjr mr mrs mudr mvdr p paeddr phdr plk por prof rndr
        st sv thdr
    ",
    joining: "
        angl arch cca fr franc gr hist hl i.e lat m.j max maď mj napr nar nem niekt nám okr
        orig pol popr pozn príp pôv resp roč rus skr slov sp srov t.j t.z t.č tal tj tzn tzv
        ul vyd významn zn zvl
    ",
    counting: "art fig kap nr obr ods odst písm r s str t tab tel vol č č.p čl čís",
    trailing: "
        a.i a.m a.s apod atp atď co csc drsc etc hod inc jr kg km l ltd mil min mld n.l o.i
        p.m p.n.l ph.d pod pr.kr pr.n.l r.o s.r.o sek spol sr tis u.s v.o.s
    ",
    starters: "
        a aby aj ak ako akonáhle ale alebo ani asi až bez bol bola boli bolo budú by cez
        dnes do ešte i iba ich ja je jeden jedna jeho jej k kam každý kde keby kedy keď
        keďže koľko kto ktorá ktoré ktorý kvôli lebo len ma majú medzi mimo mnohí my má na
        nad najprv najskôr naopak napokon napriek navyše naša ne nech nie niektoré niektorí
        nikdy nikto nič no o od okrem on ona oni ono po pod podľa pokiaľ potom počas pre
        pred predtým preto pretože prečo pri s sa si so som stále svoj svoje sú ta tak
        taktiež takto takže tam te ten tento teraz tie tieto to toto tu ty tá táto tí túto
        tým u už v vo vy včera však všetci všetky z za zatiaľ zo či čo ďalej ďalší že
    ",
    credits: "foto",
    eras: "n.l p.n.l pr.kr pr.n.l",
    ordinal_stop: true,
    ..NO_WORDS
};

/// Croatian, Bosnian, Serbian in both scripts, Slovenian.
pub(super) const SOUTH_SLAVIC: Words = Words {
    titles: "
        akad doc dr fra g gen gđa gđica inž mag mons mr prof st sv гђа др инж мр проф св
    ",
    joining: "
        ca cca dipl engl ev fr fran grč hrv i.e ital lat mj nap njem npr odn op resp rus sc
        sl slov t.j t.zv tal tj tzv ul usp v vs zv čit нпр одн тзв тј ул
    ",
    counting: "
        art br fig gl kat kl nr par pogl r s stav str tab tel toč vol čl бр стр тел чл
    ",
    calendar: "
        apr aug avg dec feb jan jul jun lip lis mar nov okt ožu pro ruj sep sept sij srp stu
        svi tra velj
    ",
    trailing: "
        a.d a.m co d.d d.o.o etc god i.sl inc itd itsl jr kn ltd mil min mlrd n.e n.št o.š
        p.m p.n.e pr.kr pr.n.e pr.n.št s.p sek sr st tis u.s год дин итд мил н.е п.н.е хиљ
    ",
    ordinary: "lip lis mar pro tra",
    starters: "
        a ako ali ampak bez bi bil bila bilo bio da dakle danas danes do dok dosad drugi dva
        dve dvije evo ga gdje i iako ima imaju in inače ipak isto iz ja jaz je jedan jedna
        jednako jer još kad kada kadar kaj kako kao kateri ker ki ko kod koja koje koji kot
        kroz lani mada među međutim mi mnogi mora morda možda može na nad naime naj najprej
        nakon naprotiv nas naš ne nego neka neke neki nekoliko nema ni nije nikada niti no o
        ob od odmah on ona one oni ono oprosti osim ova ovaj ove ovi ovo po pod pored posle
        poslije potem potom prav pravi pre pred predvsem prema pri prije prvi prvo s sa sad
        sada saj samo se si slednji so sredi stoga su svaki sve svi svoj ta tada taj tako
        takođe također te tem ti time to toda tri tu tudi u unatoč uprkos uz v vendar već
        većina vi više vrlo vse vsi z za zatem zatim zato zašto zbog zdaj će ćemo če čeprav
        že а ако али већ да до док за затим због и из или када како која које који међутим
        на након не овај ово од он она они па по пре према са само сви се ти то у уз јер
    ",
    credits: "foto фото",
    eras: "n.e n.št p.n.e pr.kr pr.n.e pr.n.št н.е п.н.е",
    ordinal_stop: true,
    ..NO_WORDS
};
