//! The small part of WebDriver that these tests need, spoken to WebKitWebDriver directly: one
//! request, one answer, over a local socket.

use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    time::{Duration, Instant},
};

use serde_json::{Value, json};

/// Keys that have no letter, as WebDriver names them.
pub mod key {
    /// Enter.
    pub const ENTER: char = '\u{E007}';
    /// Shift.
    pub const SHIFT: char = '\u{E008}';
    /// Control.
    pub const CTRL: char = '\u{E009}';
    /// Escape.
    pub const ESC: char = '\u{E00C}';
    /// Home.
    pub const HOME: char = '\u{E011}';
    /// The arrow to the right.
    pub const RIGHT: char = '\u{E014}';
}

/// How long a screen may take to show what is waited for. A busy machine needs more than a person
/// would bear.
const PATIENCE: Duration = Duration::from_secs(20);

/// A session with the window.
pub struct Driver {
    address: SocketAddr,
    session: String,
}

impl Driver {
    /// Starts the program under the driver at `address`.
    pub fn start(address: SocketAddr, binary: &str, arguments: &[String]) -> Self {
        let wanted = json!({"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": {"binary": binary, "args": arguments}}}});
        let answer = request(address, "POST", "/session", Some(&wanted))
            .unwrap_or_else(|error| panic!("the program did not start: {error}"));
        let session = answer["sessionId"]
            .as_str()
            .expect("a new session has an id")
            .to_owned();
        Self { address, session }
    }

    /// Ends the session and with it the program.
    pub fn end(&self) {
        // A program that has ended by itself has ended too.
        let _ = request(
            self.address,
            "DELETE",
            &format!("/session/{}", self.session),
            None,
        );
    }

    fn post(&self, path: &str, body: Value) -> Result<Value, String> {
        request(
            self.address,
            "POST",
            &format!("/session/{}/{path}", self.session),
            Some(&body),
        )
    }

    fn get(&self, path: &str) -> Result<Value, String> {
        request(
            self.address,
            "GET",
            &format!("/session/{}/{path}", self.session),
            None,
        )
    }

    /// Runs a script in the page and returns what it returns.
    pub fn run(&self, script: &str, arguments: Value) -> Value {
        self.post("execute/sync", json!({"script": script, "args": arguments}))
            .unwrap_or_else(|error| panic!("script failed: {error}\n{script}"))
    }

    /// Runs a script that calls its last argument when it is done.
    pub fn run_later(&self, script: &str, arguments: Value) -> Value {
        self.post(
            "execute/async",
            json!({"script": script, "args": arguments}),
        )
        .unwrap_or_else(|error| panic!("script failed: {error}"))
    }

    /// The window's title.
    pub fn title(&self) -> String {
        self.get("title")
            .ok()
            .and_then(|title| title.as_str().map(str::to_owned))
            .unwrap_or_default()
    }

    /// A picture of the page, as PNG.
    pub fn picture(&self) -> Vec<u8> {
        let answer = self
            .get("screenshot")
            .unwrap_or_else(|error| panic!("no picture: {error}"));
        base64(answer.as_str().unwrap_or_default())
    }

    /// Makes the window `width` × `height` pixels.
    pub fn resize(&self, width: u32, height: u32) {
        self.post("window/rect", json!({"width": width, "height": height}))
            .unwrap_or_else(|error| panic!("not resized: {error}"));
    }

    /// Presses keys one after the other, as a keyboard does.
    pub fn press(&self, keys: &str) {
        let mut actions = Vec::new();
        for key in keys.chars() {
            actions.push(json!({"type": "keyDown", "value": key}));
            actions.push(json!({"type": "keyUp", "value": key}));
        }
        self.act(actions);
    }

    /// Presses `key` while the `held` keys are down.
    pub fn chord(&self, held: &[char], key: char) {
        let down = |key: &char| json!({"type": "keyDown", "value": key});
        let up = |key: &char| json!({"type": "keyUp", "value": key});
        let actions = held
            .iter()
            .map(down)
            .chain([down(&key), up(&key)])
            .chain(held.iter().rev().map(up))
            .collect();
        self.act(actions);
    }

    fn act(&self, actions: Vec<Value>) {
        self.post(
            "actions",
            json!({"actions": [{"type": "key", "id": "keyboard", "actions": actions}]}),
        )
        .unwrap_or_else(|error| panic!("keys refused: {error}"));
    }

    /// Waits until a script returns something other than null, false or "".
    pub fn wait(&self, what: &str, script: &str) -> Value {
        let from = Instant::now();
        loop {
            let seen = self
                .post("execute/sync", json!({"script": script, "args": []}))
                .unwrap_or(Value::Null);
            if !matches!(&seen, Value::Null | Value::Bool(false)) && seen != "" {
                return seen;
            }
            assert!(
                from.elapsed() < PATIENCE,
                "waited in vain for {what}; the page says:\n{}",
                self.words()
            );
            std::thread::sleep(Duration::from_millis(40));
        }
    }

    /// Waits until `selector` names something that is shown.
    pub fn see(&self, selector: &str) {
        self.wait(selector, &format!("const one = document.querySelector({}); return !!one && one.getClientRects().length > 0", json!(selector)));
    }

    /// Waits until words stand on the page.
    pub fn read(&self, words: &str) {
        self.wait(
            &format!("“{words}”"),
            &format!("return document.body.innerText.includes({})", json!(words)),
        );
    }

    /// Clicks the first shown button or choice whose words begin so.
    pub fn click(&self, words: &str) {
        self.wait(
            &format!("the button “{words}”"),
            &format!(
                "const one = [...document.querySelectorAll('button, label, [role=option]')].find((each) => each.innerText.trim().startsWith({}) && each.getClientRects().length > 0 && !each.disabled); one?.click(); return !!one",
                json!(words)
            ),
        );
    }

    /// Everything that the page says.
    pub fn words(&self) -> String {
        self.post(
            "execute/sync",
            json!({"script": "return document.body.innerText", "args": []}),
        )
        .ok()
        .and_then(|words| words.as_str().map(str::to_owned))
        .unwrap_or_default()
    }
}

/// Whether somebody answers at `address`.
pub fn answers(address: SocketAddr) -> bool {
    request(address, "GET", "/status", None).is_ok()
}

fn request(
    address: SocketAddr,
    method: &str,
    path: &str,
    body: Option<&Value>,
) -> Result<Value, String> {
    let mut stream = TcpStream::connect(address).map_err(|error| error.to_string())?;
    stream
        .set_read_timeout(Some(Duration::from_secs(120)))
        .map_err(|error| error.to_string())?;
    let body = body.map(Value::to_string).unwrap_or_default();
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: {address}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    let mut answer = Vec::new();
    stream
        .write_all(head.as_bytes())
        .and_then(|()| stream.write_all(body.as_bytes()))
        .and_then(|()| stream.read_to_end(&mut answer))
        .map_err(|error| error.to_string())?;
    let start = answer
        .windows(4)
        .position(|four| four == b"\r\n\r\n")
        .ok_or("an answer without a head")?
        + 4;
    let answer: Value = serde_json::from_slice(&answer[start..])
        .map_err(|error| format!("{error} in {}", String::from_utf8_lossy(&answer[start..])))?;
    let value = &answer["value"];
    if value.get("error").is_some() {
        Err(value.to_string())
    } else {
        Ok(value.clone())
    }
}

fn base64(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    let (mut bits, mut held) = (0u32, 0u32);
    for letter in text.bytes() {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => continue,
        };
        bits = (bits << 6) | u32::from(value);
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from((bits >> held) & 0xFF).unwrap_or_default());
        }
    }
    bytes
}
