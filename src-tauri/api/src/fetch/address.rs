//! Which addresses are fetched: http and https without a name or password in them, and of the
//! machines behind them those that everybody can reach.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use stet_core::error::{Code, Error, Result};
use url::Url;

/// An address that may be asked for.
///
/// # Errors
/// `link-refused`.
pub fn checked(text: &str) -> Result<Url> {
    let refused = |why: &str| {
        Error::new(
            Code::LinkRefused,
            format!(
                "“{}” is not fetched: {why}.",
                text.chars().take(120).collect::<String>()
            ),
            "Give an address that begins with http:// or https://.",
        )
    };
    let mut url = Url::parse(text.trim()).map_err(|_| refused("it is no web address"))?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(refused(&format!("{}: is not fetched from", url.scheme())));
    }
    if url.host_str().is_none_or(str::is_empty) {
        return Err(refused("it names no server"));
    }
    if !url.username().is_empty() || url.password().is_some() {
        // “https://bank.example@evil.example” shows one server and asks another.
        return Err(refused("it carries a name or password before the server's"));
    }
    url.set_fragment(None);
    Ok(url)
}

/// Words for an address in a private network.
pub fn private(shown: &str, ip: IpAddr) -> Error {
    Error::new(
        Code::AddressPrivate,
        format!("{shown} leads to {ip}, on this machine or in a private network."),
        "If you trust it, allow private addresses: --allow-private.",
    )
}

/// Whether everybody can reach this machine: nothing of one's own, of a private network, of a
/// single link, of many, or set aside for documents and tests.
pub fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => is_public_v6(ip),
    }
}

fn is_public_v4(ip: Ipv4Addr) -> bool {
    !matches!(
        ip.octets(),
        [0 | 10 | 127, ..]
            | [100, 64..=127, ..]
            | [169, 254, ..]
            | [172, 16..=31, ..]
            | [192, 0, 0 | 2, _]
            | [192, 88, 99, _]
            | [192, 168, ..]
            | [198, 18 | 19, ..]
            | [198, 51, 100, _]
            | [203, 0, 113, _]
            | [224..=255, ..]
    )
}

fn is_public_v6(ip: Ipv6Addr) -> bool {
    let parts = ip.segments();
    let inner = |high: u16, low: u16| {
        let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
        Ipv4Addr::new(a, b, c, d)
    };
    match parts {
        // An IPv4 address in other clothes: NAT64, 6to4.
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] | [0x2002, high, low, ..] => {
            is_public_v4(inner(high, low))
        }
        // Teredo hides one; benchmarks, documents, identifiers.
        [0x2001, 0 | 2 | 0xdb8 | 0x10..=0x3f, ..] | [0x3fff, ..] => false,
        // Of the whole space only this is given out. (An IPv4 address written as IPv6 is not.)
        [0x2000..=0x3fff, ..] => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_without_secrets_pass() {
        let table = [
            ("a page", "https://example.org/a?b=c", true),
            ("without encryption", "http://example.org", true),
            ("any port", "http://example.org:8080/", true),
            ("a file", "file:///etc/passwd", false),
            ("another protocol", "ftp://example.org/a", false),
            ("data", "data:text/html,hello", false),
            ("a password", "https://a:b@example.org/", false),
            ("a name", "https://bank.example@evil.example/", false),
            ("no server", "https:///a", true), // the next part becomes the server
            ("nothing", "", false),
            ("words", "the page", false),
        ];
        for (why, text, passes) in table {
            assert_eq!(checked(text).is_ok(), passes, "{why}: {text}");
        }
    }

    #[test]
    fn machines_that_not_everybody_reaches_are_known() {
        let table = [
            ("a public one", "93.184.216.34", true),
            ("a public one, IPv6", "2606:4700::1", true),
            ("this machine", "127.0.0.1", false),
            ("all of this machine's", "127.9.9.9", false),
            ("no machine", "0.0.0.0", false),
            ("a private network", "10.1.2.3", false),
            ("a private network", "172.16.0.1", false),
            ("just beside it", "172.32.0.1", true),
            ("a private network", "192.168.1.1", false),
            ("a provider's own", "100.64.0.1", false),
            ("just beside it", "100.128.0.1", true),
            (
                "a single link, where clouds keep secrets",
                "169.254.169.254",
                false,
            ),
            ("documents", "192.0.2.1", false),
            ("documents", "198.51.100.1", false),
            ("documents", "203.0.113.9", false),
            ("benchmarks", "198.18.0.1", false),
            ("many", "224.0.0.1", false),
            ("set aside", "240.0.0.1", false),
            ("everybody on the link", "255.255.255.255", false),
            ("this machine, IPv6", "::1", false),
            ("no machine, IPv6", "::", false),
            ("IPv4 written as IPv6", "::ffff:127.0.0.1", false),
            (
                "a public IPv4 written as IPv6",
                "::ffff:93.184.216.34",
                false,
            ),
            ("NAT64 of a private one", "64:ff9b::10.0.0.1", false),
            ("NAT64 of a public one", "64:ff9b::93.184.216.34", true),
            ("6to4 of this machine", "2002:7f00:1::", false),
            ("a private network, IPv6", "fd00::1", false),
            ("a single link, IPv6", "fe80::1", false),
            ("many, IPv6", "ff02::1", false),
            ("documents, IPv6", "2001:db8::1", false),
            ("Teredo", "2001:0:1::1", false),
        ];
        for (why, ip, public) in table {
            assert_eq!(is_public(ip.parse().unwrap()), public, "{why}: {ip}");
        }
    }
}
