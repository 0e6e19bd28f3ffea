//! What comes out of e-mails, and how others are refused.

use std::io::{Cursor, Write};

use stet_core::error::Code;

use crate::document::{Choices, Document, LeftOut};
use crate::read;

fn parsed(name: &str, bytes: &[u8]) -> Document {
    read(name, bytes, &Choices::default()).unwrap()
}

/// Blocks with a sign for why they are left out.
fn shown(document: &Document) -> Vec<String> {
    let of = |why| match why {
        None => "",
        Some(LeftOut::QuotedMail) => "> ",
        Some(LeftOut::Signature) => "-- ",
        Some(_) => "? ",
    };
    document
        .blocks
        .iter()
        .map(|block| format!("{}{}", of(block.left_out), block.text))
        .collect()
}

#[test]
fn heads() {
    let mail = b"From: =?UTF-8?Q?Zo=C3=AB_Ek?= <zoe@example.org>, desk@example.org\r\n\
        Subject: =?ISO-8859-1?B?Q2Fm6SBjbG9zZWQ=?=\r\n\
        Date: Thu, 5 Nov 2026 23:30:00 +0900\r\nContent-Language: en-GB\r\n\r\n\
        The caf\xe9 closed on Monday.\r\n";
    let document = parsed("a.eml", mail);
    let meta = &document.meta;
    assert_eq!(meta.title, "Café closed", "an encoded word");
    assert_eq!(
        meta.authors,
        ["Zoë Ek", "desk@example.org"],
        "a name, else the address"
    );
    assert_eq!(meta.published, "2026-11-05", "the day where it was sent");
    assert_eq!(meta.language, "en-GB", "as declared");
}

#[test]
fn threads() {
    for (why, body, blocks) in [
        (
            "an answer over what it answers",
            "We checked it.\n\nIt stands.\n\nOn Monday, Ann wrote:\n> Is it so?\n>\n> Really?\n",
            &[
                "We checked it.",
                "It stands.",
                "> On Monday, Ann wrote:",
                "> Is it so?",
                "> Really?",
            ][..],
        ),
        (
            "a wrapped introduction",
            "No.\n\nOn Mon, 2 Nov 2026 at 10:00, Ann Example\n<ann@example.org> wrote:\n\n> Is it so?\n",
            &[
                "No.",
                "> On Mon, 2 Nov 2026 at 10:00, Ann Example <ann@example.org> wrote:",
                "> Is it so?",
            ],
        ),
        (
            "answers between what they answer",
            "> Is it so?\nYes, it is.\n> And there?\nNot there.\n",
            &["> Is it so?", "Yes, it is.", "> And there?", "Not there."],
        ),
        (
            "a signature",
            "It rained.\n\n-- \nAnn Example\nThe Ledger\n",
            &["It rained.", "-- --", "-- Ann Example", "-- The Ledger"],
        ),
        (
            "an earlier message under its title",
            "Fine.\n\n-----Original Message-----\nFrom: Ann\nOld words.\n",
            &[
                "Fine.",
                "> -----Original Message-----",
                "> From: Ann",
                "> Old words.",
            ],
        ),
        (
            "an earlier message under its head, in German",
            "Gut.\n\nVon: Ann\nGesendet: Montag\nAn: Ben\nBetreff: Frage\n\nStimmt das?\n",
            &[
                "Gut.",
                "> Von: Ann",
                "> Gesendet: Montag",
                "> An: Ben",
                "> Betreff: Frage",
                "> Stimmt das?",
            ],
        ),
        (
            "what was sent on is what was sent",
            "Please check.\n\n---------- Forwarded message ---------\nFrom: Press\nSubject: Bridge\n\nThe bridge is closed.\n",
            &[
                "Please check.",
                "> ---------- Forwarded message ---------",
                "> From: Press",
                "> Subject: Bridge",
                "The bridge is closed.",
            ],
        ),
        (
            "nothing but a quotation",
            "> The bridge is closed.\n",
            &["The bridge is closed."],
        ),
        (
            "words that only look like a head",
            "From: the river to the sea is 12 km.\n\nTo: be sure.\n",
            &["From: the river to the sea is 12 km.", "To: be sure."],
        ),
    ] {
        let mail = format!("From: a@example.org\nSubject: s\n\n{body}");
        assert_eq!(shown(&parsed("a.eml", mail.as_bytes())), blocks, "{why}");
    }
}

#[test]
fn bodies() {
    let head = "From: a@example.org\r\nSubject: s\r\n";
    for (why, rest, blocks) in [
        (
            "soft line breaks",
            "Content-Type: text/plain; format=flowed\r\n\r\nOne long \r\nline of it.\r\nAnother.\r\n",
            &["One long line of it.", "Another."][..],
        ),
        (
            "soft line breaks whose space is none",
            "Content-Type: text/plain; format=flowed; delsp=yes\r\n\r\nOne lo \r\nng word.\r\n",
            &["One long word."],
        ),
        (
            "quoted-printable in Latin-1",
            "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nCaf=E9 =\r\nopen.\r\n",
            &["Café open."],
        ),
        (
            "base64 in UTF-8",
            "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nWsO8cmljaC4=\r\n",
            &["Zürich."],
        ),
        (
            "a page only",
            "Content-Type: text/html; charset=utf-8\r\n\r\n<p>One thing.</p><p>Another &amp; more.</p><script>x()</script>\r\n",
            &["One thing.", "Another & more."],
        ),
        (
            "a page beside a text",
            "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nIn words.\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>In words.</p>\r\n--b--\r\n",
            &["In words."],
        ),
    ] {
        let mail = format!("{head}{rest}");
        assert_eq!(shown(&parsed("a.eml", mail.as_bytes())), blocks, "{why}");
    }
}

#[test]
fn pages() {
    let head = "From: a@example.org\nSubject: s\nContent-Type: text/html\n\n";
    for (why, markup, blocks) in [
        (
            "an answer over what it answers",
            "<p>It stands.</p><div>On Mon, 2 Nov 2026, Ann wrote:</div><blockquote><p>Is it so?</p></blockquote>",
            &[
                "It stands.",
                "> On Mon, 2 Nov 2026, Ann wrote:",
                "> Is it so?",
            ][..],
        ),
        (
            "answers below what they answer",
            "<div>On Mon, 2 Nov 2026, Ann wrote:</div><blockquote><p>Is it so?</p></blockquote><p>It is.</p>",
            &["> On Mon, 2 Nov 2026, Ann wrote:", "> Is it so?", "It is."],
        ),
        (
            "an earlier message under its head",
            "<p>Fine.</p><div><b>From:</b> Ann<br><b>Sent:</b> Monday<br><b>To:</b> Ben<br><b>Subject:</b> x</div><p>Old words.</p>",
            &[
                "Fine.",
                "> From: Ann Sent: Monday To: Ben Subject: x",
                "> Old words.",
            ],
        ),
        (
            "a quotation of its own",
            "<p>The report says:</p><blockquote><p>The bridge is unsafe.</p></blockquote><p>We agree.</p>",
            &["The report says:", "The bridge is unsafe.", "We agree."],
        ),
        (
            "scripts and styles",
            "<style>p{}</style><p>One.</p><script>x()</script><p>Two.</p>",
            &["One.", "Two."],
        ),
    ] {
        let mail = format!("{head}{markup}");
        assert_eq!(shown(&parsed("a.eml", mail.as_bytes())), blocks, "{why}");
    }
}

#[test]
fn attachments_are_named() {
    let mail = "From: a@example.org\nSubject: s\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\
        Content-Type: text/plain\n\nSee there.\n--b\nContent-Type: application/pdf\n\
        Content-Disposition: attachment; filename=report.pdf\n\nx\n--b--\n";
    let document = parsed("a.eml", mail.as_bytes());
    assert_eq!(
        document.notes,
        ["What is attached to it is not read: report.pdf."],
        "nobody takes it for read"
    );
}

#[test]
fn hostile_mails_are_refused_or_read() {
    let head = "From: a@example.org\nSubject: s\n";
    let mut nested = String::from(head);
    for level in 0..50_000 {
        nested.push_str(&format!(
            "Content-Type: multipart/mixed; boundary=b{level}\n\n--b{level}\n"
        ));
    }
    let messages = format!(
        "{head}{}",
        "Content-Type: message/rfc822\n\n".repeat(50_000)
    );
    for (why, bytes, code) in [
        (
            "parts in parts without end",
            nested.into_bytes(),
            Code::FileTooLarge,
        ),
        (
            "messages in messages without end",
            messages.into_bytes(),
            Code::FileTooLarge,
        ),
        ("noise", b"\x01\x02\x03\xff\xfe".to_vec(), Code::FileDamaged),
        (
            "prose",
            b"It rained all day.\n\nIt did.".to_vec(),
            Code::FileDamaged,
        ),
        ("a head only", head.as_bytes().to_vec(), Code::FileEmpty),
        ("brackets", b"(".repeat(1_000_000), Code::FileDamaged),
    ] {
        let error = read("a.eml", &bytes, &Choices::default()).unwrap_err();
        assert_eq!(error.code, code, "{why}: {}", error.message);
        assert!(!error.hint.is_empty(), "{why}: says what to do");
    }
    let long = format!("{head}\n{}", "word ".repeat(2_000_000));
    assert_eq!(
        parsed("a.eml", long.as_bytes()).blocks.len(),
        1,
        "one line of 10 MB"
    );
    let open = format!("{head}To: {}\n\nWords.\n", "(".repeat(1_000_000));
    assert_eq!(
        parsed("a.eml", open.as_bytes()).blocks.len(),
        1,
        "comments without end"
    );
}

/// A message of Outlook with these streams.
pub(crate) fn outlook(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    for (path, bytes) in streams {
        if let Some((folder, _)) = path
            .rsplit_once('/')
            .filter(|(folder, _)| !folder.is_empty())
        {
            file.create_storage_all(folder).unwrap();
        }
        file.create_stream(path).unwrap().write_all(bytes).unwrap();
    }
    file.flush().unwrap();
    file.into_inner().into_inner()
}

pub(crate) fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// Fixed properties: a head of 32 bytes, then 16 for each.
fn fixed(values: &[(u16, u64)]) -> Vec<u8> {
    let mut bytes = vec![0; 32];
    for (id, value) in values {
        bytes.extend([0x40, 0]);
        bytes.extend(id.to_le_bytes());
        bytes.extend([0; 4]);
        bytes.extend(value.to_le_bytes());
    }
    bytes
}

#[test]
fn outlook_messages() {
    // 2026-11-05 12:00 UTC.
    let sent = (1_793_880_000 + 11_644_473_600) * 10_000_000;
    let message = outlook(&[
        ("/__properties_version1.0", &fixed(&[(0x0039, sent), (0x3FFD, 1252)])),
        ("/__substg1.0_0037001F", &wide("Bridge closed")),
        ("/__substg1.0_0C1A001F", &wide("Zoë Ek")),
        ("/__substg1.0_1000001E", b"The caf\xe9 closed.\r\n\r\nFrom: Ann\r\nSent: Monday\r\nTo: Ben\r\nSubject: x\r\n\r\nDid it?"),
        ("/__attach_version1.0_#00000000/__substg1.0_3707001F", &wide("report.pdf")),
    ]);
    let document = parsed("a.msg", &message);
    assert_eq!(document.meta.title, "Bridge closed");
    assert_eq!(document.meta.authors, ["Zoë Ek"]);
    assert_eq!(document.meta.published, "2026-11-05");
    let blocks = shown(&document);
    assert_eq!(
        blocks.first().map(String::as_str),
        Some("The café closed."),
        "its code page"
    );
    assert_eq!(
        blocks.last().map(String::as_str),
        Some("> Did it?"),
        "the earlier mail"
    );
    assert_eq!(
        document.notes,
        ["What is attached to it is not read: report.pdf."]
    );
    let page = outlook(&[
        ("/__properties_version1.0", &fixed(&[(0x3FDE, 65001)])),
        ("/__substg1.0_10130102", "<p>Zürich.</p>".as_bytes()),
    ]);
    assert_eq!(shown(&parsed("a.msg", &page)), ["Zürich."], "a page only");
}

#[test]
fn damaged_outlook_messages_are_refused_or_read() {
    let message = outlook(&[
        ("/__properties_version1.0", &fixed(&[(0x3FFD, 1252)])),
        (
            "/__substg1.0_1000001F",
            &wide(&"Words of it. ".repeat(2000)),
        ),
    ]);
    for (why, bytes) in [
        ("noise", b"\x01\x02\x03".to_vec()),
        ("a head and no more", message[..8].to_vec()),
        ("half of it", message[..message.len() / 2].to_vec()),
        ("another compound file", outlook(&[("/WordDocument", b"x")])),
    ] {
        let error = read("a.msg", &bytes, &Choices::default()).unwrap_err();
        assert_eq!(error.code, Code::FileDamaged, "{why}: {}", error.message);
    }
    for at in (0..message.len()).step_by(211) {
        let mut bytes = message.clone();
        bytes[at] = bytes[at].wrapping_add(1 + (at % 255) as u8);
        // Either way is right; it comes back, and soon.
        let _ = read("a.msg", &bytes, &Choices::default());
    }
}
