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
        (
            "Persian is not Arabic",
            "وزارت دفاع گفت که هیچ نشانه‌ای از نیروهای جدید ندیده است.",
        ),
        (
            "Serbian is not Russian",
            "Министарство је саопштило да њихови људи нису видели војску.",
        ),
        (
            "Marathi is not Hindi",
            "मंत्रालयाने मंगळवारी सांगितले की त्यांना कोणतीही चिन्हे दिसली नाहीत.",
        ),
        ("a script that is not listed", "სამინისტრომ განაცხადა"),
    ];
    for (why, text) in rows {
        assert_eq!(guess_language(text), "und", "{why}");
    }
}
