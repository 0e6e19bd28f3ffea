//! Fetching a page that somebody wants to import: only http and https, no cookies, no proxy from
//! the environment, nothing of a private network unless the person allows it, and never more
//! than an article may have.

mod address;
mod guard;
mod name;

use std::{
    io::Read,
    sync::{Arc, mpsc},
    thread,
    time::{Duration, Instant},
};

use stet_core::error::{Code, Error, Result};
use ureq::{
    Agent, Body,
    http::{Response, header},
    unversioned::transport::DefaultConnector,
};
use url::Url;

use crate::{original::Original, staging::Watch};
use guard::Guard;

/// Redirects that are followed.
const MOST_REDIRECTS: usize = 10;
/// Time for all of it.
const IN_ALL: Duration = Duration::from_secs(60);
/// Time until a server is reached, and until it says a next word.
const TO_CONNECT: Duration = Duration::from_secs(10);
const TO_ANSWER: Duration = Duration::from_secs(20);
/// Longest head of an answer, in bytes.
const HEAD_BYTES: usize = 64 * 1024;
/// How often it is looked whether somebody said “stop”.
const LOOK: Duration = Duration::from_millis(50);

/// What may be fetched.
#[derive(Clone, Debug, Default)]
pub struct Rules {
    /// Whether addresses of the own machine and of private networks are allowed.
    pub allow_private: bool,
    /// Only this port of the own machine is: for tests, which serve there.
    pub allow_port: Option<u16>,
    /// Time for all of it, where it is not a minute: for tests.
    pub in_all: Option<Duration>,
}

/// Fetches a page. Its name ends as its type says, so that it is read as what it is.
///
/// # Errors
/// `link-refused`, `address-private`, `fetch-failed`, `file-too-large`, `cancelled`.
pub(crate) fn fetch(text: &str, rules: &Rules, watch: &Watch) -> Result<Original> {
    let guard = Arc::new(Guard::new(rules.clone()));
    let in_all = rules.in_all.unwrap_or(IN_ALL);
    let agent = Agent::with_parts(
        Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .proxy(None)
            .timeout_global(Some(in_all))
            .timeout_connect(Some(TO_CONNECT))
            .timeout_per_read(Some(TO_ANSWER))
            .max_response_header_size(HEAD_BYTES)
            .max_idle_connections(0)
            .user_agent(concat!("Stet/", env!("CARGO_PKG_VERSION")))
            .accept("text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5")
            .build(),
        DefaultConnector::default(),
        guard::Shared(guard.clone()),
    );
    watch.go_on()?;
    // Whoever waits for a server does not hear “stop”: somebody else ends the connection then.
    let (done, heard) = mpsc::channel::<()>();
    let (listening, ending) = (watch.clone(), agent.clone());
    let listener = thread::spawn(move || {
        while heard.recv_timeout(LOOK) == Err(mpsc::RecvTimeoutError::Timeout) {
            if listening.is_stopped() {
                ending.shutdown();
                return;
            }
        }
    });
    let deadline = Instant::now() + in_all;
    let fetched = follow(&agent, text, &guard, watch, deadline);
    drop(done);
    let _ = listener.join();
    watch.go_on()?;
    fetched
}

/// Follows redirects until there is a page.
fn follow(
    agent: &Agent,
    text: &str,
    guard: &Guard,
    watch: &Watch,
    deadline: Instant,
) -> Result<Original> {
    let mut url = address::checked(text)?;
    let mut seen = vec![url.clone()];
    loop {
        watch.go_on()?;
        if Instant::now() > deadline {
            return Err(failed(&url, "it takes too long"));
        }
        let response = agent
            .get(url.as_str())
            .call()
            .map_err(|error| told(&url, &error, guard))?;
        let status = response.status();
        if !matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308) {
            if !status.is_success() {
                return Err(failed(&url, &status_words(status.as_u16())));
            }
            return body(response, &url, watch);
        }
        let to = response
            .headers()
            .get(header::LOCATION)
            .and_then(|to| to.to_str().ok())
            .and_then(|to| url.join(to).ok())
            .ok_or_else(|| failed(&url, "it points on, but to no address"))?;
        let to = address::checked(to.as_str())?;
        if seen.contains(&to) {
            return Err(failed(&url, "it points on in a circle"));
        }
        if seen.len() > MOST_REDIRECTS {
            return Err(failed(
                &url,
                &format!("it points on more than {MOST_REDIRECTS} times"),
            ));
        }
        seen.push(to.clone());
        url = to;
    }
}

/// Takes the page itself, counted as it comes, unpacked.
fn body(response: Response<Body>, url: &Url, watch: &Watch) -> Result<Original> {
    let most = stet_intake::MOST_BYTES;
    let text = |name| {
        let value = response.headers().get(name);
        value.and_then(|value| value.to_str().ok()).unwrap_or("")
    };
    let (kind, packed) = (
        text(header::CONTENT_TYPE).to_owned(),
        text(header::CONTENT_ENCODING).to_owned(),
    );
    if !matches!(
        packed.to_ascii_lowercase().as_str(),
        "" | "gzip" | "identity"
    ) {
        return Err(failed(url, &format!("it comes packed as {packed}")));
    }
    let length: Option<u64> = text(header::CONTENT_LENGTH).parse().ok();
    let length = length.filter(|_| packed.is_empty());
    let too_large = || {
        Error::new(
            Code::FileTooLarge,
            format!("{} has more than {} MiB.", shown(url), most / 1024 / 1024),
            format!("Stet reads up to {} MiB.", most / 1024 / 1024),
        )
    };
    if length.is_some_and(|length| length > most as u64) {
        return Err(too_large());
    }
    let mut from = response
        .into_body()
        .into_with_config()
        .limit(most as u64 + 1)
        .reader();
    let mut bytes = Vec::new();
    let mut piece = vec![0; 64 * 1024];
    loop {
        watch.go_on()?;
        let count = match from.read(&mut piece) {
            Ok(0) => break,
            Ok(count) => count,
            Err(error) => {
                let limit = error
                    .get_ref()
                    .and_then(|inner| inner.downcast_ref::<ureq::Error>())
                    .is_some_and(|inner| matches!(inner, ureq::Error::BodyExceedsLimit(_)));
                return Err(if limit {
                    too_large()
                } else {
                    failed(url, &io_words(&error))
                });
            }
        };
        bytes.extend_from_slice(piece.get(..count).unwrap_or_default());
        if bytes.len() > most {
            return Err(too_large());
        }
        watch.has(bytes.len(), length);
    }
    let mut original = Original::new(&name::of(url, &kind), bytes);
    original.choices.encoding =
        name::charset(&kind).filter(|label| stet_intake::knows_encoding(label));
    original.choices.address = Some(url.to_string());
    Ok(original)
}

fn shown(url: &Url) -> String {
    let mut text: String = url.as_str().chars().take(120).collect();
    if text.len() < url.as_str().len() {
        text.push('…');
    }
    text
}

fn failed(url: &Url, why: &str) -> Error {
    Error::new(
        Code::FetchFailed,
        format!("{} could not be fetched: {why}.", shown(url)),
        "Open it in a browser, save the page, and import the file.",
    )
}

fn status_words(status: u16) -> String {
    let words = match status {
        401 | 403 | 407 => "the server does not give it to everybody",
        402 => "the server wants to be paid",
        404 | 410 => "there is no such page",
        429 => "the server is asked too often",
        500..=599 => "the server has a fault",
        _ => "the server does not give it",
    };
    format!("{words} ({status})")
}

/// Words for what went wrong before there was an answer.
fn told(url: &Url, error: &ureq::Error, guard: &Guard) -> Error {
    if let Some(ip) = guard.refused() {
        return address::private(&shown(url), ip);
    }
    let why = match error {
        ureq::Error::HostNotFound => "there is no such server".into(),
        ureq::Error::Timeout(_) => "the server does not answer in time".into(),
        ureq::Error::Io(error) => io_words(error),
        ureq::Error::ConnectionFailed => "the server cannot be reached".into(),
        ureq::Error::Tls(_) | ureq::Error::Rustls(_) => tls_words(&error.to_string()),
        ureq::Error::Protocol(_) | ureq::Error::Http(_) => {
            "the server's answer is no page, or its head is too long".into()
        }
        other => other.to_string(),
    };
    failed(url, &why)
}

fn tls_words(why: &str) -> String {
    format!("the connection is not safe ({why})")
}

fn io_words(error: &std::io::Error) -> String {
    if let Some(inner) = error.get_ref() {
        if let Some(ureq::Error::Timeout(_)) = inner.downcast_ref::<ureq::Error>() {
            return "the server does not go on in time".into();
        }
        // What the encryption says comes under this name.
        if error.kind() == std::io::ErrorKind::InvalidData {
            return tls_words(&inner.to_string());
        }
    }
    match error.kind() {
        std::io::ErrorKind::ConnectionRefused => "the server refuses the connection".into(),
        std::io::ErrorKind::TimedOut | std::io::ErrorKind::WouldBlock => {
            "the server does not go on in time".into()
        }
        std::io::ErrorKind::UnexpectedEof
        | std::io::ErrorKind::ConnectionReset
        | std::io::ErrorKind::ConnectionAborted => "the server broke off".into(),
        _ => error.to_string(),
    }
}

#[cfg(test)]
mod tests;
