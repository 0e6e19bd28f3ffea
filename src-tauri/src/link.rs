//! Links out of the program: only http and https, only into the system's browser.

use stet_core::error::{Code, Error, Result};
use tauri::Url;

/// Opens an address in the system's browser.
///
/// # Errors
/// `link-refused`: any other kind of address, or no browser that would take it.
pub fn open(address: &str) -> Result<()> {
    let url = checked(address)?;
    open::that_detached(url.as_str()).map_err(|error| {
        Error::new(
            Code::LinkRefused,
            format!("The system opened no browser: {error}."),
            "Copy the address and open it yourself.",
        )
    })
}

fn checked(address: &str) -> Result<Url> {
    let refused = |why: &str| {
        Error::new(
            Code::LinkRefused,
            format!(
                "“{}” was not opened: {why}.",
                address.chars().take(120).collect::<String>()
            ),
            "Only http and https addresses are opened.",
        )
    };
    let url = Url::parse(address.trim()).map_err(|_| refused("it is no address"))?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(refused("it is not a web address"));
    }
    if !url.username().is_empty() || url.password().is_some() {
        // “https://bank.example@evil.example” shows one host and opens another.
        return Err(refused("it carries a name or password before the host"));
    }
    Ok(url)
}

#[cfg(test)]
mod tests {
    use super::checked;

    #[test]
    fn only_web_addresses_pass() {
        let table = [
            ("a web address", "https://example.org/a?b=c#d", true),
            ("without encryption", "http://example.org", true),
            ("capitals in the scheme", "HTTPS://example.org", true),
            ("spaces around", "  https://example.org ", true),
            ("a file", "file:///etc/passwd", false),
            ("a script", "javascript:alert(1)", false),
            ("data", "data:text/html,x", false),
            ("a program's own scheme", "vscode://open", false),
            ("an option of the opener", "--help", false),
            ("a path", "/usr/bin/env", false),
            (
                "a host in disguise",
                "https://bank.example@evil.example/",
                false,
            ),
            ("nothing", "", false),
        ];
        for (why, address, passes) in table {
            assert_eq!(checked(address).is_ok(), passes, "{why}: {address}");
        }
    }
}
