//! What would tell about this machine in a document that leaves it.

use std::env;

use stet_report::Machine;

/// As the system says it; what it does not say is empty.
pub(crate) fn machine() -> Machine {
    let set = |keys: &[&str]| {
        keys.iter()
            .find_map(|key| env::var(key).ok().filter(|value| !value.trim().is_empty()))
            .unwrap_or_default()
    };
    let told = |path: &str| {
        std::fs::read_to_string(path)
            .ok()
            .map(|name| name.trim().to_owned())
            .filter(|name| !name.is_empty())
    };
    Machine {
        home: dirs::home_dir().map_or_else(String::new, |home| home.to_string_lossy().into_owned()),
        user: set(&["USER", "LOGNAME", "USERNAME"]),
        host: told("/proc/sys/kernel/hostname")
            .or_else(|| told("/etc/hostname"))
            .unwrap_or_else(|| set(&["COMPUTERNAME", "HOSTNAME"])),
        temporary: env::temp_dir().to_string_lossy().into_owned(),
    }
}
