//! German, Dutch, Danish, Norwegian and Swedish words that matter to a full stop.

use super::{NO_WORDS, Words};

/// German. Spaced abbreviations ("z. B.") are looked up without their spaces.
pub(super) const GERMAN: Words = Words {
    titles: "
        abg bgm dipl dipl.-ing dr fa ferd fr frl gen h.c hptm hr hrn ing insp joh kard mag
        mr mrs obst pater priv.-doz prof präs rer st ökr
    ",
    joining: "
        a.d abzgl ahd allg allg.-med amtl anm arab aram b.z.w bes bez bibl bspw bzgl bzw ca
        d.gr d.h d.i dat dt e.g e.h e.v. ehem eigtl einschl engl etw ev evang evtl exkl
        franz frz geb gegr gem gest ggf griech hebr hg hl i.a i.allg i.d.r i.e i.v inkl insb
        insbes ital itl jap jew kath kgl landw lat lfd lt m.e max med mehrf mhd milit min
        mind möbl n.b n.n nördl o.a o.b.d.a o.ä od p.a pers phil poln r.-k russ röm s.a s.o
        s.u schwed schweiz sog span spr svw südl türk u.a u.e u.u u.ä ugs ung urspr v v.a
        verh vermutl versch veröff vgl vorm w.o westl wg wiss z.b z.t z.z zit zus zw zzgl
        öff ökum österr östl übl
    ",
    counting: "
        abb abs anh art aufl ausg bd bde beil bl fig fn hausnr hs jg kap kl nr nrn par pos
        rn rz s seite sp tab tel vol zf ziff
    ",
    calendar: "
        apr aug dez di do feb febr fr jan jul jun mi mo mär nov okt sa sep sept so
    ",
    trailing: "
        a.m bhf chr cm co corp dgl e.v etc ff gmbh hbf hrsg inc jh jhd jr kfm km km/h m.m
        mill min mio mrd mwst n.chr p.m pl qm red sek sr std str tsd u.dgl u.s u.s.w u.v.a
        u.v.m usf usw uvm v.chr
    ",
    ordinary: "art di do fr mag mi par pater red so",
    starters: "
        abends aber alle allein allerdings als also am an andere anders anfangs angesichts
        anhand anschließend anstatt auch auf aufgrund aus außerdem bei beide beim
        beispielsweise bereits bis bisher bislang da dabei dadurch dafür dagegen daher
        dahinter damals damit danach daneben dann daran darauf daraufhin darin darum
        darunter darüber das dass davon davor dazu dein deine deinen dem dementsprechend
        demnach den denen denn dennoch der deren derzeit des deshalb dessen deswegen die
        diese diesem dieser dieses doch dort drei du durch ebenfalls ebenso eher ein eine
        einem einen einer einerseits einfach einige einiges einmal endlich entsprechend
        entweder er erneut erst es etwa etwas falls fast ferner folglich früher für ganz
        ganze gegen gemeinsam genau gestern gleichzeitig habe haben hast hat hatte hatten
        heute hier hierbei hierfür hiermit hierzu hinter hinzu ich ihm ihnen ihr ihre ihren
        ihrer im immer in indem indes infolge inmitten innerhalb insgesamt inzwischen
        irgendwann ist ja je jede jeden jeder jedes jedoch jemand jene jener jetzt kann kaum
        kein keine keiner keines können könnte laut lediglich leider letzte letztes
        letztlich links mal man manche manchmal mehr mein meine mit mittlerweile morgen
        möglicherweise nach nachdem nachher natürlich neben nein nicht nie niemand nirgends
        noch normalerweise nun nur ob obgleich obwohl oder offenbar offensichtlich oft ohne
        rund schließlich schon sehr seien sein seine seinen seiner seit seitdem selbst
        selten sie sind so sobald sofern sofort sogar solange solche soll sollte somit
        sondern sonst sowie sowohl später statt stattdessen sämtliche tatsächlich teilweise
        trotz trotzdem täglich um umso unabhängig und ungefähr unser unsere unserer unter
        unterdessen viel viele vielleicht vielmehr vom von vor vorerst vorher völlig wann
        waren warum was weder wegen weil weiter weitere weiterhin welche welcher welches wem
        wen wenig wenige wenn wer werden wie wieder wieso wir wird wo wobei wodurch woher
        wohin wollen womit worauf wurde wurden während wäre würde zu zudem zuerst zufolge
        zugleich zuletzt zum zumal zumindest zunächst zur zurück zusammen zusätzlich zuvor
        zwar zwei zwischen über überall
    ",
    credits: "foto",
    eras: "chr n.chr v.chr",
    ordinal_stop: true,
    ..NO_WORDS
};

/// Dutch.
pub(super) const DUTCH: Words = Words {
    titles: "
        burg chr dhr dr drs ds gen hr ing ir jhr joh kapt kol lt ltkol maj mevr mr mw past
        prof st th
    ",
    joining: "
        a.h.w a.k.a a.m.v bijv bijv.nw bv c.q ca d.m.v d.w.z excl f.a i.c i.h.a i.p.v i.s.m
        i.t.t i.v.m incl ivm m.a.w m.b.t m.i m.i.v m.n m.u.v max min n.a.v nav nl o.a o.i.v
        o.l.v resp t.a.v t.b.v t.g.v t.h.v t.o.v t.w.v t/m v.a vgl vnl vs z.g z.s.m zgn
    ",
    counting: "afb art bl blz cap dl fig hfst jrg nr nrs p pag par str tel vol",
    calendar: "apr aug dec feb jan jul jun mrt nov okt sep sept",
    trailing: "
        a.u.b b.v chr co e.d enz etc inc jr km m.m mld mln n.chr n.v o.i.d p.m pct s.v.p sec
        u.s v.chr v.o.f
    ",
    ordinary: "par",
    starters: "
        aan al alle alleen als althans beide ben bij bovendien daar daardoor daarmee daarna
        daarnaast daarom daarop daarvoor dan dat de degene dergelijke desondanks deze
        dezelfde die dit ditmaal door dus echter een en enkel enkele er geen gisteren haar
        heb heeft hem hen het hier hierdoor hij hoe hoewel hun ieder iedere iedereen iemand
        ik immers in indien inmiddels integendeel intussen is ja je jij jullie kan later
        maar meestal men met mijn misschien mocht momenteel morgen na naar nadat namelijk
        nee net niemand niet nog nooit nu of om omdat ondanks onder ondertussen ons onze ook
        op opnieuw over sinds sommige soms straks tegen ten ter terwijl tevens tijdens toch
        toen tot tussen twee u uit uiteindelijk van vanaf vandaag vandaar vanwege veel
        verder vervolgens volgens voor vooral waar waarna waarom wanneer want wat we wegens
        wel welke wie wij ze zelfs zij zijn zo zoals zodra zonder zou zowel
    ",
    credits: "foto",
    eras: "chr n.chr v.chr",
    ..NO_WORDS
};

/// Danish.
pub(super) const DANISH: Words = Words {
    titles: "
        adv cand chr dir dr fhv fr frk fru hr joh kapt mag mr mrs ms ob pastor prof sct skt
        st th
    ",
    joining: "
        ang bl.a ca d.v.s dvs ekskl evt f.eks feks fx gl hhv i.e iflg inkl jf jfr m.a.o
        m.h.t maks mht nuv o.a p.g.a pga pgl pr sml t.o.m tidl u.a vedr vs
    ",
    counting: "afs art bd bind fig kap kl nr par pkt s side stk tab tlf tlfnr vol",
    calendar: "
        apr aug dec feb fre jan jul jun lør man mar mdr nov okt ons sep sept søn tirs tors
    ",
    trailing: "
        a.m a/s aps co e.kr etc f.kr inc jr kr ltd m.fl m.m m.v mfl mia mio mm mv o.l o.lign
        o.m.a o.s.v osv p.m p.s p.t pct sek sr stk tsk u.s
    ",
    ordinary: "bind man mar par side",
    starters: "
        af alle alligevel altså at blandt både da de den denne der derefter derfor derimod
        desuden det dette din disse du efter ellers en endelig er et flere for fordi
        forleden fra først gennem ham han hans har hele hende hendes her herefter hos hun
        hvad hvem hver hvis hvor hvordan hvorfor hvornår i ifølge igen ikke imens imidlertid
        ingen ja jeg jo kan kun lad lige læs man mange med mellem men mens mere min mod
        måske nej netop ni noget nogle nu når og også om op over på samtidig selv senere
        siden sidste skal skønt snart som så sådan til to tre trods tværtimod ud uden under
        var ved vi vil vores
    ",
    credits: "foto",
    eras: "e.kr f.kr",
    ordinal_stop: true,
    ..NO_WORDS
};

/// Norwegian, both forms.
pub(super) const NORWEGIAN: Words = Words {
    titles: "adv dir dr fr frk fru gen hr kapt mag mr mrs ms prof st",
    joining: "
        ang bl.a ca d.v.s dvs eks ekskl evt f.eks f.o.m feks fx hhv i.e iflg inkl jf jfr
        m.a.o m.h.t maks mht o.a p.g.a pga pr t.o.m tidl vedr vha vs
    ",
    counting: "art bd fig kap kl nr pkt s side tlf vol",
    calendar: "
        apr aug des feb fre jan jul jun lør man mar nov okt ons sep sept søn tirs tors
    ",
    trailing: "
        a.m a/s co e.kr etc f.kr inc jr kr ltd m.fl m.m m.v mfl mill mm mrd mv o.l o.s.v osv
        p.m pst sr stk u.s
    ",
    ordinary: "man mar side",
    starters: "
        alle altså at av begge blant både da de den denne der deretter derfor derimod dermed
        dessuden det dette din disse du eller ellers en endelig er et etter flere for fordi
        fra først gjennom han hans har hele hennes her hos hun hva hvem hver hvis hvor
        hvordan hvorfor i ifølge igjen ikke imens imidlertid ingen ja jeg kan kanskje kun
        likevel man mange med mellom men mens mer min mot må nei noe noen nå når og også om
        opp over på samtidig selv senere siden sist skal slik snart som så til to tre tross
        under uten var ved vi vil vår våre
    ",
    credits: "foto",
    eras: "e.kr f.kr",
    ordinal_stop: true,
    ..NO_WORDS
};

/// Swedish.
pub(super) const SWEDISH: Words = Words {
    titles: "adv dir dr fil frk gen hr ing kapt mr mrs ms prof st",
    joining: "
        bl.a ca d.v.s dvs e.g exkl f.d f.n fr.o.m i.e inkl jfr m.a.o motsv p.g.a pga resp
        s.k t.ex t.o.m urspr vs ö.h.t
    ",
    counting: "art bd fig kap kl nr s sid st tel vol",
    calendar: "
        apr aug dec feb fre jan jul jun lör mar mån nov okt ons sep sept sön tis tors
    ",
    trailing: "
        a.m ab e.d e.kr e.m etc f.kr f.m inc jr kr ltd m.fl m.m mfl milj mkr mm mrd o.d
        o.dyl o.s.v osv p.m p.s sr std tkr u.s
    ",
    ordinary: "mar",
    starters: "
        alla allt alltså att av bara bland båda både de den denna deras dess dessa dessutom
        det detta du där därefter däremot därför då efter eftersom eller emellertid en
        enligt er ett fem flera fram från fyra för före först genom hade han hans har hela
        hennes hon hos hur här i idag igår ingen inget innan inom inte ja jag kan kanske man
        med medan mellan men mer min mot mycket många nej ni nu när någon något några och
        också om på redan samma samtidigt sedan senare sin sist ska skulle slutligen snart
        som så sådan tack till tre trots två under ur utan vad var varför vem vi via vid
        vidare vilka vilken vill vår våra än ändå är även åt över
    ",
    credits: "foto",
    eras: "e.kr f.kr",
    ..NO_WORDS
};
