//! The peer that can export a marked-up text, asked for the same one on this machine's own
//! network address; measured where the program `taguette` is on the path, or `TAGUETTE` says where
//! it is (`pip install taguette`).

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
    sync::mpsc,
    time::{Duration, Instant},
};

use rusqlite::{Connection, params};

use crate::{
    reports::high_water,
    table::{MB, MS, Row},
};

const PATIENCE: Duration = Duration::from_secs(300);
const TAGS: [&str; 3] = ["verified", "attributed-only", "disputed"];

/// Ends the server whatever happens.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Its HTML of `text`, every sentence tagged; nothing, with words, where it is not to be had.
pub fn measure(folder: &Path, text: &str) -> Vec<Row> {
    match export(folder, text) {
        Ok(rows) => rows,
        Err(why) => {
            println!("taguette: skipped: {why}");
            Vec::new()
        }
    }
}

fn export(folder: &Path, text: &str) -> Result<Vec<Row>, String> {
    let told = |error: &dyn std::fmt::Display| error.to_string();
    let port = TcpListener::bind("127.0.0.1:0")
        .and_then(|free| free.local_addr())
        .map_err(|error| told(&error))?
        .port();
    let database = folder.join("taguette.sqlite3");
    let program = std::env::var_os("TAGUETTE").unwrap_or_else(|| "taguette".into());
    let mut server = Command::new(program)
        .args(["--no-browser", "--port", &port.to_string(), "--database"])
        .arg(&database)
        .env("PYTHONUNBUFFERED", "1")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|_| "it is not installed".to_owned())
        .map(Server)?;
    let token = token(&mut server)?;
    let sentences = fill(&database, text).map_err(|error| told(&error))?;
    let entered = get(port, &format!("/?token={token}"), "").map_err(|error| told(&error))?;
    let cookies: Vec<&str> = entered
        .lines()
        .filter_map(|line| line.strip_prefix("Set-Cookie: "))
        .filter_map(|line| line.split(';').next())
        .collect();
    let start = Instant::now();
    let page = get(
        port,
        "/project/1/export/document/1.html",
        &cookies.join("; "),
    )
    .map_err(|error| told(&error))?;
    let ms = start.elapsed().as_secs_f64() * 1000.0;
    let marked = page.matches("class=\"highlight\"").count();
    if marked < sentences {
        let first = page.lines().next().unwrap_or_default();
        return Err(format!(
            "{marked} of {sentences} are marked in its answer ({first})"
        ));
    }
    let row = |what: &str, value, unit| Row {
        what: format!("html of {sentences} sentences, by taguette{what}"),
        value,
        unit,
        at_most: None,
        how: format!("once, beside ours, {:.1} MB", page.len() as f64 / 1e6),
    };
    let status = format!("/proc/{}/status", server.0.id());
    let memory = high_water(Path::new(&status));
    let mut rows = vec![row("", ms, MS)];
    rows.extend(memory.map(|most| row(", peak memory", most, MB)));
    Ok(rows)
}

/// What it asks of its one user, from the address that it prints.
fn token(server: &mut Server) -> Result<String, String> {
    let out = server.0.stdout.take().ok_or("it says nothing")?;
    let (send, receive) = mpsc::channel();
    std::thread::spawn(move || {
        for line in BufReader::new(out).lines().map_while(Result::ok) {
            if let Some((_, token)) = line.split_once("?token=") {
                let end = token.find(|c: char| !c.is_ascii_alphanumeric());
                let _ = send.send(token[..end.unwrap_or(token.len())].to_owned());
            }
        }
    });
    receive
        .recv_timeout(Duration::from_secs(60))
        .map_err(|_| "it did not start".to_owned())
}

/// Puts the text and its tags into its database; how many sentences.
fn fill(database: &Path, text: &str) -> rusqlite::Result<usize> {
    let mut connection = Connection::open(database)?;
    connection.busy_timeout(Duration::from_secs(10))?;
    let at_once = connection.transaction()?;
    let now = "2026-01-01 00:00:00.000000";
    at_once.execute(
        "INSERT OR REPLACE INTO projects(id, name, description, created) VALUES (1, 'Bench', '', ?)",
        [now],
    )?;
    at_once.execute(
        "INSERT OR REPLACE INTO project_members(project_id, user_login, privileges) VALUES (1, 'admin', 'ADMIN')",
        [],
    )?;
    for (n, tag) in TAGS.iter().enumerate() {
        at_once.execute(
            "INSERT OR REPLACE INTO tags(id, project_id, path, description) VALUES (?, 1, ?, '')",
            params![n as i64 + 1, tag],
        )?;
    }
    let paragraphs: Vec<&str> = text.split("\n\n").filter(|one| !one.is_empty()).collect();
    let contents: String = paragraphs
        .iter()
        .map(|one| format!("<p>{one}</p>"))
        .collect();
    at_once.execute(
        "INSERT INTO documents(id, name, description, filename, created, project_id, text_direction, contents) VALUES (1, 'Long', '', 'long.html', ?, 1, 'LEFT_TO_RIGHT', ?)",
        params![now, contents],
    )?;
    let (mut count, mut at) = (0_i64, 0_usize);
    for sentence in paragraphs
        .iter()
        .flat_map(|one| one.split_inclusive("shows."))
    {
        let (from, end) = (
            at + sentence.len() - sentence.trim_start().len(),
            at + sentence.len(),
        );
        at = end;
        count += 1;
        at_once.execute(
            "INSERT INTO highlights(id, document_id, start_offset, end_offset, snippet) VALUES (?, 1, ?, ?, ?)",
            params![count, from as i64, end as i64, sentence.trim()],
        )?;
        at_once.execute(
            "INSERT INTO highlight_tags(highlight_id, tag_id) VALUES (?, ?)",
            params![count, count % TAGS.len() as i64 + 1],
        )?;
    }
    at_once.commit()?;
    Ok(count as usize)
}

/// One request, one whole answer.
fn get(port: u16, path: &str, cookie: &str) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(PATIENCE))?;
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n"
    )?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}
