//! What `stet import` brings in: pages of the web, folders, the file itself.

use std::{
    io::{Read, Write},
    net::TcpListener,
    thread,
};

use serde_json::Value;
use stet_tests::command::Home;

/// Serves one page to everybody, on this machine; gives its address.
fn serving(head: &'static str, body: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let mut stream = stream;
            let _ = stream.read(&mut [0; 4096]);
            let _ = write!(
                stream,
                "HTTP/1.1 {head}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
                body.len()
            );
        }
    });
    format!("http://{address}/news/bridge")
}

const PAGE: &str = "<!doctype html><html lang=en><head><title>Bridge to close</title><meta name=author content=\"Ada Rhone\"></head><body><article><h1>Bridge to close</h1><p>The bridge closes on Monday, the port said, and the ferry takes everybody across until the summer is over.</p><p>About 41,000 cars cross it on a day, a survey found. Nobody knows where they will go, and the mayor would not say.</p><p>The works cost 3.5 million euros, a third more than was planned when the council agreed to them in the spring.</p></article></body></html>";

#[test]
fn a_page_of_the_web_comes_with_its_address() {
    let home = Home::new();
    let address = serving("200 OK\r\nContent-Type: text/html; charset=utf-8", PAGE);
    let refused = home.run(&["import", &address]);
    assert_eq!(refused.code, 1, "{refused:?}");
    assert!(refused.err.contains("--allow-private"), "{}", refused.err);
    let imported = home.json(&["import", "--allow-private", &address]);
    let view = home.json(&["show", imported[0]["article"].as_str().expect("an id")]);
    assert_eq!(view["title"], "Bridge to close");
    assert_eq!(view["url"], address);
    assert_eq!(view["authors"], serde_json::json!(["Ada Rhone"]));
    let text = view["text"].as_str().expect("a text");
    assert!(text.contains("About 41,000 cars"), "{text}");
    let away = serving("302 Found\r\nLocation: file:///etc/passwd", "");
    let ran = home.run(&["import", "--allow-private", &away]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{ran:?}");
    assert!(ran.err.contains("file: is not fetched from"), "{}", ran.err);
}

#[test]
fn of_a_folder_each_file_comes_whole_or_is_named() {
    let home = Home::new();
    home.file("news/one.txt", "One thing happened. It was seen.");
    home.file("news/deep/two.md", "# Two\n\nAnother thing happened.");
    home.file("news/.hidden.txt", "Nobody sees this.");
    home.file("news/table.xlsx", "a table");
    let ran = home.run(&["--json", "import", "news"]);
    let imported: Value = serde_json::from_str(&ran.out).expect("one document");
    assert_eq!(imported.as_array().map(Vec::len), Some(2), "{ran:?}");
    assert_eq!(ran.code, 0, "what is left aside is no failure: {ran:?}");
    assert!(
        ran.err.contains("Left aside") && ran.err.contains("table.xlsx"),
        "{}",
        ran.err
    );

    home.file("news/broken.docx", "no document at all");
    let ran = home.run(&["--json", "import", "news"]);
    assert_eq!(ran.code, 1, "a file that fails is one: {ran:?}");
    let imported: Value = serde_json::from_str(&ran.out).expect("one document");
    assert_eq!(
        imported.as_array().map(Vec::len),
        Some(2),
        "the others are here"
    );
    assert!(
        ran.err.contains("file-damaged") && ran.err.contains("broken.docx"),
        "{}",
        ran.err
    );

    let titled = home.run(&["import", "news", "--title", "One title"]);
    assert_eq!(titled.code, 2, "a title names one article: {titled:?}");
}

#[test]
fn notes_of_a_document_are_shown_on_their_sentences() {
    let home = Home::new();
    let document = include_bytes!("../fixtures/formats/article.docx");
    home.file("article.docx", document);
    let imported = home.json(&["import", "article.docx"]);
    let article = imported[0]["article"].as_str().expect("an id");
    let view = home.json(&["show", article]);
    let noted: Vec<&Value> = view["sentences"]
        .as_array()
        .expect("sentences")
        .iter()
        .flat_map(|one| one["remarks"].as_array().expect("remarks"))
        .collect();
    assert!(noted.len() >= 2, "{noted:?}");
    let words = noted[0]["text"].as_str().expect("its words");
    assert!(
        home.run(&["show", article]).out.contains(words),
        "in words too"
    );
    assert!(
        home.dump().contains("\"field\":\"original\""),
        "the file itself is kept"
    );
}
