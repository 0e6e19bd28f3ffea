//! Guessing the language.

use stet_language::guess_language;

#[test]
fn texts() {
    let rows = [
        (
            "en",
            "The ministry said on Tuesday that it had not seen any signs of more troops.",
        ),
        (
            "de",
            "Das Ministerium teilte am Dienstag mit, dass es keine Anzeichen für weitere Truppen gibt.",
        ),
        (
            "fr",
            "Le ministère a déclaré mardi qu'il n'avait pas vu de signes de nouvelles troupes.",
        ),
        (
            "es",
            "El ministerio dijo el martes que no había visto señales de más tropas en la región.",
        ),
        (
            "it",
            "Il ministero ha detto martedì che non ci sono segni di altre truppe nella regione.",
        ),
        (
            "pt",
            "O ministério disse na terça-feira que não viu sinais de mais tropas na região.",
        ),
        (
            "nl",
            "Het ministerie zei dinsdag dat het geen tekenen van meer troepen heeft gezien.",
        ),
        (
            "ru",
            "Министерство заявило во вторник, что не видит признаков новых войск в регионе.",
        ),
        (
            "uk",
            "Міністерство заявило у вівторок, що не бачить ознак нових військ у регіоні.",
        ),
        (
            "pl",
            "Ministerstwo poinformowało we wtorek, że nie widzi oznak nowych wojsk w regionie.",
        ),
        (
            "cs",
            "Ministerstvo v úterý uvedlo, že v regionu nevidí žádné známky dalších vojsk.",
        ),
        (
            "sv",
            "Ministeriet sade på tisdagen att det inte har sett några tecken på fler trupper.",
        ),
        (
            "da",
            "Ministeriet sagde tirsdag, at det ikke har set nogle tegn på flere tropper efter krigen.",
        ),
        (
            "no",
            "Departementet sa tirsdag at det ikke har sett noen tegn på flere tropper etter krigen.",
        ),
        (
            "fi",
            "Ministeriö sanoi tiistaina, että se ei ole nähnyt merkkejä uusista joukoista.",
        ),
        (
            "tr",
            "Bakanlık salı günü bölgede yeni asker olduğuna dair bir işaret görmediğini söyledi.",
        ),
        (
            "el",
            "Το υπουργείο δήλωσε την Τρίτη ότι δεν βλέπει σημάδια.",
        ),
        (
            "hu",
            "A minisztérium kedden azt közölte, hogy nem lát jeleket arra, hogy több katona érkezne.",
        ),
        (
            "ro",
            "Ministerul a declarat marți că nu a văzut semne că ar veni mai multe trupe în regiune.",
        ),
        (
            "hr",
            "Ministarstvo je u utorak priopćilo da nije vidjelo znakove da će doći još vojnika.",
        ),
        (
            "sl",
            "Ministrstvo je v torek sporočilo, da ni videlo znakov, da bi prišlo še več vojakov.",
        ),
        (
            "sk",
            "Ministerstvo v utorok uviedlo, že v regióne nevidí žiadne známky toho, že by prišli ďalšie vojská.",
        ),
        (
            "ca",
            "El ministeri va dir dimarts que no ha vist senyals de més tropes a la regió amb aquest conflicte.",
        ),
        (
            "id",
            "Kementerian itu mengatakan pada hari Selasa bahwa mereka tidak melihat tanda yang baru.",
        ),
        (
            "et",
            "Ministeerium ütles teisipäeval, et see ei ole näinud märke sellest, et vägesid on rohkem.",
        ),
        (
            "lt",
            "Ministerija antradienį pranešė, kad nėra matę ženklų, jog į regioną atvyktų dar daugiau karių.",
        ),
        (
            "lv",
            "Ministrija otrdien paziņoja, ka nav redzējusi pazīmes, ka reģionā būtu vairāk karavīru.",
        ),
        (
            "bg",
            "Министерството съобщи във вторник, че не е видяло признаци за още войски в региона.",
        ),
        (
            "sr",
            "Министарство је саопштило да њихови људи нису видели војску.",
        ),
        (
            "mk",
            "Министерството во вторникот соопшти дека не видело знаци за нови војници што ќе дојдат.",
        ),
        (
            "be",
            "Міністэрства заявіла ў аўторак, што яно не бачыць прыкмет новых войскаў у рэгіёне.",
        ),
        (
            "kk",
            "Министрлік сейсенбі күні аймақта жаңа әскердің белгілері байқалмағанын мәлімдеді.",
        ),
        (
            "hy",
            "Նախարարությունը երեքշաբթի հայտնեց, որ նշաններ չի տեսել։",
        ),
        (
            "ka",
            "სამინისტრომ სამშაბათს განაცხადა, რომ ნიშნები არ უნახავს.",
        ),
        (
            "fa",
            "وزارت دفاع گفت که هیچ نشانه‌ای از نیروهای جدید ندیده است.",
        ),
        ("ur", "وزارت نے منگل کو کہا کہ اس نے کوئی نشانی نہیں دیکھی۔"),
        (
            "mr",
            "मंत्रालयाने मंगळवारी सांगितले की त्यांना कोणतीही चिन्हे दिसली नाहीत आणि ते तपास करत आहेत.",
        ),
        (
            "ne",
            "मन्त्रालयले मंगलबार भन्यो कि उनीहरूले कुनै संकेत देखेका छैनन् र यो अनुसन्धान पनि गरेको छ।",
        ),
        ("th", "กระทรวงกล่าวเมื่อวันอังคารว่าไม่พบสัญญาณใด"),
        ("my", "ဝန်ကြီးဌာနက အင်္ဂါနေ့တွင် ပြောကြားခဲ့သည်။"),
        ("am", "ሚኒስቴሩ ማክሰኞ ምንም ምልክት አላየሁም አለ።"),
        ("zh", "国防部星期二表示，目前没有看到增兵的迹象。"),
        ("ja", "国防省は火曜日、増派の兆候は見られないと述べた。"),
        ("ko", "국방부는 화요일 추가 파병 징후가 없다고 밝혔다."),
        ("ar", "قالت الوزارة يوم الثلاثاء إنها لم تر أي علامات."),
        ("he", "המשרד אמר ביום שלישי כי לא ראה סימנים."),
        ("hi", "मंत्रालय ने मंगलवार को कहा कि उसे कोई संकेत नहीं मिला।"),
    ];
    for (lang, text) in rows {
        assert_eq!(guess_language(text), lang, "{text}");
    }
}

#[test]
fn nothing_convinces() {
    let rows = [
        ("empty", ""),
        ("no letters", "12 345 — 67 %"),
        ("names only", "Kim Jong Un Olga Lyubimova"),
        ("a script that is not listed", "ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ"),
        ("two scripts in equal parts", "Слово word слово word"),
    ];
    for (why, text) in rows {
        assert_eq!(guess_language(text), "und", "{why}");
    }
}
