//! Servers of the tests' own, on this machine, that do what servers on the web do to people.

use std::{
    io::{Read, Write},
    net::{TcpListener, TcpStream},
};

use super::*;

/// Serves one connection after the other, each by `serve`, for as long as the test runs.
fn server(serve: impl Fn(&mut TcpStream, &str) + Send + 'static) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            let mut head = [0; 2048];
            let count = stream.read(&mut head).unwrap_or(0);
            let head = String::from_utf8_lossy(&head[..count]).into_owned();
            serve(&mut stream, &head);
        }
    });
    port
}

/// Serves the same answer to everybody.
fn saying(answer: impl Into<Vec<u8>>) -> u16 {
    let answer = answer.into();
    server(move |stream, _| {
        let _ = stream.write_all(&answer);
    })
}

fn page(kind: &str, body: &[u8]) -> Vec<u8> {
    let mut answer = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    )
    .into_bytes();
    answer.extend_from_slice(body);
    answer
}

fn rules(port: u16) -> Rules {
    Rules {
        allow_private: false,
        allow_port: Some(port),
        in_all: Some(Duration::from_secs(2)),
    }
}

fn get(port: u16) -> Result<Original> {
    fetch(
        &format!("http://127.0.0.1:{port}/start"),
        &rules(port),
        &Watch::default(),
    )
}

#[test]
fn a_page_comes_with_its_type_encoding_and_last_address() {
    let port = server(|stream, head| {
        assert!(head.to_lowercase().contains("user-agent: stet/"), "{head}");
        assert!(!head.to_lowercase().contains("cookie"), "{head}");
        let answer = if head.starts_with("GET /start") {
            b"HTTP/1.1 302 Found\r\nLocation: /news/1?x=y\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".to_vec()
        } else {
            page("text/html; charset=ISO-8859-2", b"<p>Hello</p>")
        };
        let _ = stream.write_all(&answer);
    });
    let original = get(port).unwrap();
    assert_eq!(
        (&*original.name, &*original.bytes),
        ("1.html", &b"<p>Hello</p>"[..])
    );
    assert_eq!(original.choices.encoding.as_deref(), Some("iso-8859-2"));
    assert_eq!(
        original.choices.address,
        Some(format!("http://127.0.0.1:{port}/news/1?x=y")),
        "links are relative to where it came from in the end"
    );
}

#[test]
fn what_servers_do_wrong_is_said() {
    let packed = |bytes: &[u8]| {
        let mut answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n".to_vec();
        answer.extend_from_slice(bytes);
        answer
    };
    let too_long = format!(
        "HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n",
        40 * 1024 * 1024
    );
    let to = |address: &str| {
        format!(
            "HTTP/1.1 301 Moved\r\nLocation: {address}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        )
    };
    let header_bomb = server(|stream, _| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n");
        while stream
            .write_all(format!("X-A: {}\r\n", "a".repeat(1000)).as_bytes())
            .is_ok()
        {}
    });
    let endless = server(|stream, _| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
        while stream.write_all(&[b'a'; 65_536]).is_ok() {}
    });
    let silent = server(|_, _| thread::sleep(Duration::from_secs(5)));
    let drip = server(|stream, _| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
        while stream.write_all(b"a").is_ok() {
            thread::sleep(Duration::from_millis(100));
        }
    });
    let table: [(&str, u16, Code, &str); 15] = [
        (
            "no such page",
            saying("HTTP/1.1 404 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
            Code::FetchFailed,
            "no such page (404)",
        ),
        (
            "a wall",
            saying("HTTP/1.1 403 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
            Code::FetchFailed,
            "(403)",
        ),
        (
            "it says that it is too large",
            saying(too_long),
            Code::FileTooLarge,
            "32 MiB",
        ),
        (
            "it is, and does not say so",
            endless,
            Code::FileTooLarge,
            "32 MiB",
        ),
        ("it never answers", silent, Code::FetchFailed, "in time"),
        (
            "it answers a byte at a time",
            drip,
            Code::FetchFailed,
            "in time",
        ),
        ("a head without end", header_bomb, Code::FetchFailed, "head"),
        (
            "no HTTP at all",
            saying("SSH-2.0-x\r\n\r\n"),
            Code::FetchFailed,
            "",
        ),
        (
            "a circle",
            saying(to("/start")),
            Code::FetchFailed,
            "circle",
        ),
        (
            "into a private net",
            saying(to("http://10.0.0.1/")),
            Code::AddressPrivate,
            "10.0.0.1",
        ),
        (
            "to where clouds keep secrets",
            saying(to("http://169.254.169.254/")),
            Code::AddressPrivate,
            "169.254",
        ),
        (
            "to another port of this machine",
            saying(to("http://[::1]:9/")),
            Code::AddressPrivate,
            "::1",
        ),
        (
            "to a file",
            saying(to("file:///etc/passwd")),
            Code::LinkRefused,
            "file:",
        ),
        (
            "to another protocol",
            saying(to("ftp://example.org/a")),
            Code::LinkRefused,
            "ftp:",
        ),
        (
            "packed, and not so",
            saying(packed(b"no gzip")),
            Code::FetchFailed,
            "",
        ),
    ];
    for (why, port, code, says) in table {
        let began = Instant::now();
        let error = get(port).expect_err(why);
        assert_eq!(error.code, code, "{why}: {error}");
        assert!(error.message.contains(says), "{why}: {error}");
        assert!(!error.hint.is_empty(), "{why}: it says what to do");
        assert!(began.elapsed() < Duration::from_secs(8), "{why}: it ends");
    }
}

#[test]
fn redirects_are_counted() {
    let port = server(|stream, head| {
        let n = head.matches('a').count();
        let path = head.split(' ').nth(1).unwrap_or("/");
        let _ = write!(
            stream,
            "HTTP/1.1 302 Found\r\nLocation: {path}a\r\nX-N: {n}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        );
    });
    let error = get(port).unwrap_err();
    assert_eq!(error.code, Code::FetchFailed);
    assert!(error.message.contains("more than 10 times"), "{error}");
}

#[test]
fn a_private_address_is_asked_only_if_allowed() {
    let port = saying(page("text/plain", b"hello"));
    let address = format!("http://localhost:{port}/");
    let refused = fetch(&address, &Rules::default(), &Watch::default()).unwrap_err();
    assert_eq!(refused.code, Code::AddressPrivate, "{refused}");
    assert!(refused.hint.contains("--allow-private"), "{refused}");
    let allowed = Rules {
        allow_private: true,
        ..Rules::default()
    };
    let original = fetch(&address, &allowed, &Watch::default()).unwrap();
    assert_eq!(
        (&*original.name, &*original.bytes),
        ("localhost.txt", &b"hello"[..])
    );
}

#[test]
fn what_is_no_tls_is_no_safe_connection() {
    let port = saying(page("text/plain", b"hello"));
    let address = format!("https://127.0.0.1:{port}/");
    let error = fetch(&address, &rules(port), &Watch::default()).unwrap_err();
    assert_eq!(error.code, Code::FetchFailed);
    assert!(error.message.contains("not safe"), "{error}");
}

#[test]
fn a_certificate_that_nobody_vouches_for_is_no_safe_connection() {
    let own = rcgen::generate_simple_self_signed(vec!["localhost".into()]).unwrap();
    let key = rustls::pki_types::PrivateKeyDer::try_from(own.signing_key.serialize_der()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![own.cert.der().clone()], key)
        .unwrap();
    let config = Arc::new(config);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut server = rustls::ServerConnection::new(config.clone()).unwrap();
            let _ = server.complete_io(&mut stream.unwrap());
        }
    });
    let address = format!("https://localhost:{port}/");
    let error = fetch(&address, &rules(port), &Watch::default()).unwrap_err();
    assert_eq!(error.code, Code::FetchFailed);
    assert!(error.message.contains("not safe"), "{error}");
}

#[test]
fn a_bomb_is_counted_unpacked() {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    for _ in 0..40 {
        packer.write_all(&vec![b' '; 1024 * 1024]).unwrap();
    }
    let bomb = packer.finish().unwrap();
    assert!(bomb.len() < 64 * 1024, "it is small on the way");
    let mut answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n".to_vec();
    answer.extend(bomb);
    let error = get(saying(answer)).unwrap_err();
    assert_eq!(error.code, Code::FileTooLarge, "{error}");
}

#[test]
fn stop_is_heard_while_nobody_answers() {
    let port = server(|_, _| thread::sleep(Duration::from_secs(5)));
    let watch = Watch::default();
    let stopping = watch.clone();
    thread::spawn(move || {
        thread::sleep(Duration::from_millis(200));
        stopping.stop();
    });
    let began = Instant::now();
    let slow = Rules {
        in_all: None,
        ..rules(port)
    };
    let error = fetch(&format!("http://127.0.0.1:{port}/"), &slow, &watch).unwrap_err();
    assert_eq!(error.code, Code::Cancelled, "{error}");
    assert!(began.elapsed() < Duration::from_secs(2), "at once");
}
