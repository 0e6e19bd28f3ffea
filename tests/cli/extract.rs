//! `stet extract`: the articles of files, without a database.

use serde_json::json;

use stet_tests::command::Home;

const PAGE: &str = "<html><head><title>No ferry</title></head><body>\
    <nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav>\
    <article><h1>No ferry</h1>\
    <p>The ferry to the islands will not sail before Thursday, the company said on Monday.</p>\
    <p>Its only ship has been in the dock since a cable was found to be worn, and the other \
    one, it added, was sold in spring.</p></article>\
    <footer>All rights reserved</footer></body></html>";

#[test]
fn extract_needs_no_database() {
    let home = Home::new();
    home.file("ferry.html", PAGE);
    home.file("empty.html", "<html><body></body></html>");
    let ran = home.run(&["extract", "ferry.html", "empty.html"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let answer: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(
        answer,
        json!({
            "empty.html": "",
            "ferry.html": "The ferry to the islands will not sail before Thursday, the company \
                said on Monday.\nIts only ship has been in the dock since a cable was found to be \
                worn, and the other one, it added, was sold in spring.\n",
        }),
        "the running text, a block a line; nothing where there is no article"
    );
    let ran = home.run(&["extract", "missing.html", "ferry.html"]);
    assert_eq!(ran.code, 1, "a file that cannot be read");
    assert!(ran.err.contains("missing.html is not there"), "{}", ran.err);
    assert!(ran.out.contains("The ferry"), "the others are answered");
    assert!(
        !home.path("config").exists() && !home.path("data").exists(),
        "nothing was made"
    );
}
