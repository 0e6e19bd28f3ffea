//! Months, weekdays, spans of time and numbers in words.

/// Words of the calendar by language: months, then weekdays from Monday.
pub(super) struct Calendar {
    /// Twelve, with commas between them, each with its other forms.
    pub(super) months: &'static str,
    /// Seven, from Monday.
    pub(super) weekdays: &'static str,
    /// Yesterday, today, tomorrow.
    pub(super) days: &'static str,
}

pub(super) const ENGLISH: Calendar = Calendar {
    months: "
january jan, february feb, march mar, april apr, may, june jun, july jul, august aug,
september sept sep, october oct, november nov, december dec",
    weekdays: "
monday mon, tuesday tue tues, wednesday wed, thursday thu thur thurs, friday fri, saturday
sat, sunday sun",
    days: "yesterday, today tonight, tomorrow",
};

pub(super) const GERMAN: Calendar = Calendar {
    months: "
januar jänner, februar, märz, april, mai, juni, juli, august, september, oktober, november,
dezember",
    weekdays: "montag, dienstag, mittwoch, donnerstag, freitag, samstag sonnabend, sonntag",
    days: "gestern, heute, morgen",
};

pub(super) const FRENCH: Calendar = Calendar {
    months: "
janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre,
décembre",
    weekdays: "lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche",
    days: "hier, aujourd'hui, demain",
};

pub(super) const SPANISH: Calendar = Calendar {
    months: "
enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre setiembre, octubre,
noviembre, diciembre",
    weekdays: "lunes, martes, miércoles, jueves, viernes, sábado, domingo",
    days: "ayer, hoy, ",
};

pub(super) const ITALIAN: Calendar = Calendar {
    months: "
gennaio, febbraio, marzo, aprile, maggio, giugno, luglio, agosto, settembre, ottobre,
novembre, dicembre",
    weekdays: "lunedì, martedì, mercoledì, giovedì, venerdì, sabato, domenica",
    days: "ieri, oggi, domani",
};

pub(super) const PORTUGUESE: Calendar = Calendar {
    months: "
janeiro, fevereiro, março, abril, maio, junho, julho, agosto, setembro, outubro, novembro,
dezembro",
    weekdays: "
segunda-feira, terça-feira, quarta-feira, quinta-feira, sexta-feira, sábado, domingo",
    days: "ontem, hoje, amanhã",
};

pub(super) const RUSSIAN: Calendar = Calendar {
    months: "
январь января январе, февраль февраля феврале, март марта марте, апрель апреля апреле, май
мая мае, июнь июня июне, июль июля июле, август августа августе, сентябрь сентября сентябре,
октябрь октября октябре, ноябрь ноября ноябре, декабрь декабря декабре",
    weekdays: "понедельник, вторник, среду, четверг, пятницу, субботу, воскресенье",
    days: "вчера, сегодня, завтра",
};

/// No calendar words: numbers, quotations and capitals have to do.
pub(super) const NONE: Calendar = Calendar {
    months: "",
    weekdays: "",
    days: "",
};

/// Spans of time.
pub(super) const UNIT: &str = "
second seconds minute minutes hour hours day days night nights week weeks weekend weekends fortnight
month months quarter quarters year years decade decades century centuries millennium millennia";

/// Words that make a date without a year one to come.
pub(super) const AHEAD: &str = "will shall won't due scheduled upcoming slated";

/// Words that pick the span of time behind them, counted from the present one.
pub(super) const STEP: &[(&str, i64)] = &[
    ("last", -1),
    ("past", -1),
    ("previous", -1),
    ("this", 0),
    ("next", 1),
    ("coming", 1),
];

/// Seasons and parts of a day that stand after "last", "this" and "next".
pub(super) const SEASON: &str = "spring summer autumn fall winter season";

/// Parts of a day that belong to a weekday before them.
pub(super) const PART_OF_DAY: &str = "morning afternoon evening night midnight noon lunchtime";

/// Cardinal numbers.
pub(super) const CARDINAL: &[(&str, i64)] = &[
    ("zero", 0),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
];

/// Words that multiply.
pub(super) const SCALE: &[(&str, i64)] = &[
    ("hundred", 100),
    ("thousand", 1_000),
    ("million", 1_000_000),
    ("billion", 1_000_000_000),
    ("trillion", 1_000_000_000_000),
    ("bn", 1_000_000_000),
    ("mn", 1_000_000),
    ("tn", 1_000_000_000_000),
    ("lakh", 100_000),
    ("crore", 10_000_000),
];
