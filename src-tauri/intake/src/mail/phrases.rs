//! How programs announce an earlier message, or one that is sent on, in the languages of common
//! ones.

/// How a line says that somebody wrote what follows.
const WROTE: &[&str] = &[
    "wrote:",
    "writes:",
    "schrieb:",
    "a écrit :",
    "a écrit:",
    "escribió:",
    "escreveu:",
    "ha scritto:",
    "schreef:",
    "skrev:",
    "napisał:",
    "napisał(a):",
    "kirjoitti:",
    "пишет:",
    "написал:",
    "написал(а):",
    "napsal:",
    "napsal(a):",
    "yazdı:",
    "έγραψε:",
];
/// How such lines begin.
const ON: &[&str] = &[
    "On ", "Am ", "Le ", "El ", "Il ", "Op ", "Den ", "Em ", "W dniu ", "Dne ",
];

/// Words between dashes over a message that is quoted whole.
const ORIGINAL: &[&str] = &[
    "original message",
    "ursprüngliche nachricht",
    "originalnachricht",
    "message d'origine",
    "message d’origine",
    "mensaje original",
    "mensagem original",
    "messaggio originale",
    "oorspronkelijk bericht",
    "ursprungligt meddelande",
    "oprindelig meddelelse",
    "исходное сообщение",
    "wiadomość oryginalna",
];
/// The same over one that is sent on.
const FORWARDED: &[&str] = &[
    "forwarded message",
    "begin forwarded message",
    "weitergeleitete nachricht",
    "message transféré",
    "mensaje reenviado",
    "mensagem encaminhada",
    "messaggio inoltrato",
    "doorgestuurd bericht",
    "пересылаемое сообщение",
    "пересланное сообщение",
];
/// What the heads of such messages begin their lines with: who wrote it, then the rest.
const FROM: &[&str] = &["from", "von", "de", "da", "van", "från", "fra", "от", "od"];
const HEAD: &[&str] = &[
    "from",
    "sent",
    "date",
    "to",
    "cc",
    "subject",
    "reply-to",
    "von",
    "gesendet",
    "datum",
    "an",
    "betreff",
    "de",
    "envoyé",
    "à",
    "objet",
    "enviado",
    "para",
    "asunto",
    "fecha",
    "assunto",
    "data",
    "da",
    "inviato",
    "a",
    "oggetto",
    "van",
    "verzonden",
    "aan",
    "onderwerp",
    "från",
    "skickat",
    "till",
    "ämne",
    "fra",
    "sendt",
    "til",
    "emne",
    "от",
    "дата",
    "кому",
    "тема",
    "отправлено",
    "od",
    "wysłano",
    "do",
    "temat",
];

/// How far into a block the words of a head are looked for, in code points.
const HEAD_WITHIN: usize = 600;
/// The fewest lines of a head.
const FEWEST: usize = 3;

/// Whether words end as an announcement of somebody's words does.
pub fn ends_with_wrote(text: &str) -> bool {
    let text = text.trim_end();
    WROTE.iter().any(|end| text.ends_with(end))
}

/// Whether words begin as one does.
pub fn begins_with_on(text: &str) -> bool {
    ON.iter().any(|begin| text.starts_with(begin))
}

/// Whether a block is such an announcement and nothing else: it names a day or an hour.
pub fn says_who_wrote(text: &str) -> bool {
    let short = text.chars().nth(300).is_none();
    let dated = text.chars().any(|c| c.is_ascii_digit());
    short && dated && begins_with_on(text) && ends_with_wrote(text)
}

/// What a head's line is called, in lower case.
fn head_word(line: &str) -> Option<String> {
    let (word, _) = line.trim().trim_matches('*').split_once(':')?;
    let word = word.trim().trim_matches('*').to_lowercase();
    HEAD.contains(&word.as_str()).then_some(word)
}

/// Whether a line is one of a message's head.
pub fn is_head(line: &str) -> bool {
    head_word(line).is_some()
}

fn is_titled(text: &str, titles: &[&str]) -> bool {
    let text = text.trim();
    let dashed = text.starts_with('-') && text.ends_with('-');
    let inner = text
        .trim_matches(|c: char| c == '-' || c == ':' || c.is_whitespace())
        .to_lowercase();
    (dashed || text.ends_with(':')) && titles.contains(&inner.as_str())
}

/// Whether a title says that a message is sent on.
pub fn forwards(text: &str) -> bool {
    is_titled(text, FORWARDED)
}

/// Whether an earlier message follows whole: under a title, or under its head, which stands in
/// lines or all in one.
pub fn begins_earlier(lines: &[&str]) -> bool {
    let Some(first) = lines.first() else {
        return false;
    };
    if is_titled(first, ORIGINAL) {
        return true;
    }
    if !head_word(first).is_some_and(|word| FROM.contains(&word.as_str())) {
        return false;
    }
    let in_lines = lines.iter().take(8).filter(|line| is_head(line)).count();
    let start: String = first
        .chars()
        .take(HEAD_WITHIN)
        .collect::<String>()
        .to_lowercase();
    let in_one = start
        .split_whitespace()
        .filter(|word| {
            word.strip_suffix(':')
                .is_some_and(|word| HEAD.contains(&word))
        })
        .count();
    in_lines >= FEWEST || in_one >= FEWEST
}
