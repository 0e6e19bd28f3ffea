//! The guard at the resolver: what it lets through is what is connected to, so that a name which
//! answers differently the second time gains nothing.

use std::{
    net::{IpAddr, SocketAddr},
    sync::{Arc, Mutex, PoisonError},
};

use ureq::{
    config::Config,
    http::Uri,
    unversioned::{
        resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver},
        transport::NextTimeout,
    },
};

use super::{Rules, address};

/// Looks up names, and lets through what the rules allow.
#[derive(Debug)]
pub struct Guard {
    rules: Rules,
    system: DefaultResolver,
    refused: Mutex<Option<IpAddr>>,
}

impl Guard {
    pub fn new(rules: Rules) -> Self {
        Self {
            rules,
            system: DefaultResolver::default(),
            refused: Mutex::new(None),
        }
    }

    /// The machine that was not asked, if that is why there is no answer.
    pub fn refused(&self) -> Option<IpAddr> {
        *self.refused.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn allows(&self, to: SocketAddr) -> bool {
        self.rules.allow_private
            || address::is_public(to.ip())
            || (to.ip().is_loopback() && self.rules.allow_port == Some(to.port()))
    }
}

/// The guard, as the agent holds it.
#[derive(Debug)]
pub struct Shared(pub Arc<Guard>);

impl Resolver for Shared {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = self.0.system.resolve(uri, config, timeout)?;
        let mut allowed = self.0.system.empty();
        let mut refused = None;
        for to in &found {
            if self.0.allows(*to) {
                allowed.push(*to);
            } else {
                refused = Some(to.ip());
            }
        }
        if allowed.is_empty() {
            *self
                .0
                .refused
                .lock()
                .unwrap_or_else(PoisonError::into_inner) = refused;
            return Err(ureq::Error::HostNotFound);
        }
        Ok(allowed)
    }
}
