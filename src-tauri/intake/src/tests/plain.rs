use super::*;

#[test]
fn lines_and_blank_lines() {
    let wrapped = "The dam above the town of Ellern broke early on\nMonday after three days of rain, the water board\nsaid, and two hundred people had to leave their\nhomes for a school hall.";
    let joined = "p: The dam above the town of Ellern broke early on Monday after three days of rain, the water board said, and two hundred people had to leave their homes for a school hall.";
    let second = "Nobody was hurt, said the mayor, who had spent\nthe night on the bridge with the fire brigade and\nwould not say who was to blame for it.";
    let second_joined = "p: Nobody was hurt, said the mayor, who had spent the night on the bridge with the fire brigade and would not say who was to blame for it.";
    let table: [(&str, String, &[&str]); 20] = [
        ("a line is a paragraph", "It broke.\nIt rained.".into(), &["p: It broke.", "p: It rained."]),
        ("so it is between blank lines", "It broke.\nIt rained.\n\nIt was cold.".into(), &["p: It broke.", "p: It rained.", "p: It was cold."]),
        ("any line end", "A one.\r\nB two.\rC three.\u{2028}D four.\u{85}E five.\u{c}F six.".into(), &["p: A one.", "p: B two.", "p: C three.", "p: D four.", "p: E five.", "p: F six."]),
        ("blank lines of any kind", "A one.\r\n \t\r\nB two.\u{2029}C three.".into(), &["p: A one.", "p: B two.", "p: C three."]),
        ("white space around lines", "  A one.  \n\n\tB two.".into(), &["p: A one.", "p: B two."]),
        ("a first line without a full stop is the headline", "Dam fails\n\nIt broke.".into(), &["headline: Dam fails", "p: It broke."]),
        ("by a lone line break too", "Dam fails\nIt broke.".into(), &["headline: Dam fails", "p: It broke."]),
        ("one that ends like a sentence is not", "Dam fails.\n\nIt broke.".into(), &["p: Dam fails.", "p: It broke."]),
        ("nor one that ends in a quotation", "“Dam fails.”\n\nIt broke.".into(), &["p: “Dam fails.”", "p: It broke."]),
        ("nor a lead-in", "The mayor said:\n\nIt broke.".into(), &["p: The mayor said:", "p: It broke."]),
        ("nor all there is", "Dam fails".into(), &["p: Dam fails"]),
        ("nor a long one", format!("{}\n\nIt broke.", "dam ".repeat(31).trim()), &[&format!("p: {}", "dam ".repeat(31).trim()), "p: It broke."]),
        ("wrapped lines are one paragraph", wrapped.into(), &[joined]),
        ("two of them", format!("{wrapped}\n\n{second}"), &[joined, second_joined]),
        ("two of them without a blank line", format!("{wrapped}\n{second}"), &[joined, second_joined]),
        ("a headline over them", format!("Dam above Ellern fails\n\n{wrapped}\n\n{second}"), &["headline: Dam above Ellern fails", joined, second_joined]),
        ("a headline right over them", format!("Dam above Ellern fails\n{wrapped}\n{second}"), &["headline: Dam above Ellern fails", joined, second_joined]),
        ("lines of a list are not wrapped", "Bread 2.10\nMilk 1.30\nButter 3.45\nHoney 6.00\nThat was all of it.".into(), &["headline: Bread 2.10", "p: Milk 1.30", "p: Butter 3.45", "p: Honey 6.00", "p: That was all of it."]),
        ("nor those of a table, however even", "2024-01-01 Ellern gauge 104 centimetres\n2024-01-02 Ellern gauge 117 centimetres\n2024-01-03 Ellern gauge 131 centimetres".into(), &["headline: 2024-01-01 Ellern gauge 104 centimetres", "p: 2024-01-02 Ellern gauge 117 centimetres", "p: 2024-01-03 Ellern gauge 131 centimetres"]),
        ("wrapped Chinese takes no spaces", "星期一清晨，连续三天的大雨过后，埃勒恩镇上\n方的水坝决口，水务局说，两百人不得不离开家\n园，前往学校礼堂避难。".into(), &["p: 星期一清晨，连续三天的大雨过后，埃勒恩镇上方的水坝决口，水务局说，两百人不得不离开家园，前往学校礼堂避难。"]),
    ];
    for (why, text, expected) in table {
        assert_eq!(
            shown(&read_plainly("-", text.as_bytes()).unwrap()),
            expected,
            "{why}"
        );
    }
}

/// Wraps as editors do: a line breaks where the next word does not fit.
fn wrap(text: &str, width: usize) -> String {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let line = lines.last_mut().unwrap();
        if line.is_empty() {
            line.push_str(word);
        } else if line.chars().count() + 1 + word.chars().count() <= width {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines.join("\n")
}

#[test]
fn at_whatever_width_a_text_is_wrapped_it_meets() {
    let paragraphs = [
        "The dam above the town of Ellern broke early on Monday after three days of rain. The water board said that two hundred people had to leave their homes for a school hall, where volunteers had set up beds, and that the road to the valley would stay closed until the end of the week at least.",
        "Nobody was hurt, said the mayor, Ida Brandt, who had spent the night on the bridge with the fire brigade. She would not say who was to blame. “We look at this when the water is gone,” she said, “and not before then.”",
        "The dam was built in 1931 and last inspected in 2019. An engineer had warned in a report to the council that its eastern wall let through 40 litres an hour; the council put the report aside, according to minutes seen by this newspaper, because repairs would have cost 2.4 million.",
    ];
    let plain = Draft::new(&kept(
        &read_plainly("-", paragraphs.join("\n\n").as_bytes()).unwrap(),
    ));
    for width in (30..=120).step_by(5) {
        let wrapped: Vec<String> = paragraphs
            .iter()
            .map(|paragraph| wrap(paragraph, width))
            .collect();
        let document = read_plainly("-", wrapped.join("\n\n").as_bytes()).unwrap();
        assert_eq!(
            Draft::new(&kept(&document)).text(),
            plain.text(),
            "wrapped at {width}"
        );
    }
}

#[test]
fn titles() {
    let long = "The dam above the town of Ellern broke early on Monday after three days of rain, the board said.";
    let table: [(&str, &str, &str, &str); 12] = [
        ("never empty", "a.txt", "...", "..."),
        (
            "the headline",
            "a.txt",
            "Dam  fails\n\nIt broke.",
            "Dam fails",
        ),
        (
            "the first sentence",
            "a.txt",
            "It broke on Monday night. It rained.",
            "It broke on Monday night",
        ),
        (
            "a question keeps its mark",
            "a.txt",
            "Who is it that broke the dam? It rained.",
            "Who is it that broke the dam?",
        ),
        (
            "cut on a word",
            "a.txt",
            long,
            "The dam above the town of Ellern broke early on Monday after three days of rain…",
        ),
        (
            "not at a title's stop",
            "a.txt",
            "It was broken by rain, Dr. Brandt and the U.S. Army said. Yes.",
            "It was broken by rain, Dr. Brandt and the U.S. Army said",
        ),
        (
            "a closing quotation mark belongs to it",
            "a.txt",
            "“It broke while we slept.” It rained.",
            "“It broke while we slept.”",
        ),
        (
            "a text without spaces",
            "a.txt",
            &"坝".repeat(100),
            &("坝".repeat(79) + "…"),
        ),
        (
            "Chinese",
            "a.txt",
            "星期一清晨，连续三天的大雨过后，埃勒恩镇上方的水坝决口。没有人受伤。",
            "星期一清晨，连续三天的大雨过后，埃勒恩镇上方的水坝决口",
        ),
        (
            "Markdown's first heading",
            "a.md",
            "# Dam *fails*\n\nIt broke.",
            "Dam fails",
        ),
        (
            "settings name it where no heading does",
            "a.md",
            "---\ntitle: \"Dam: it fails\"\n---\nIt broke.",
            "Dam: it fails",
        ),
        (
            "the headline comes before them",
            "a.md",
            "---\ntitle: x\n---\n# Dam fails\n\nIt broke.",
            "Dam fails",
        ),
    ];
    for (why, name, text, expected) in table {
        assert_eq!(
            read_plainly(name, text.as_bytes()).unwrap().meta.title,
            expected,
            "{why}"
        );
    }
}

#[test]
fn an_article_of_one_paragraph_a_line_stays_so() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/articles");
    let Ok(files) = std::fs::read_dir(folder) else {
        println!("skipped: no data");
        return;
    };
    for file in files.flatten() {
        let bytes = std::fs::read(file.path()).unwrap();
        let document = read_plainly("article.txt", &bytes).unwrap();
        let lines = std::str::from_utf8(&bytes)
            .unwrap()
            .lines()
            .filter(|line| !line.trim().is_empty())
            .count();
        assert_eq!(document.blocks.len(), lines, "a block a line");
        assert!(
            document
                .blocks
                .iter()
                .all(|block| block.kind == BlockKind::Paragraph),
            "no headline is made up"
        );
        assert!(document.notes.is_empty(), "{:?}", document.notes);
    }
}
