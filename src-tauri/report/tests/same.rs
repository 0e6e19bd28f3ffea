//! The same state gives the same bytes, in every format and for every reader.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::expect_used,
    reason = "a document that is not what it should be fails the test"
)]

mod common;

use common::{dossier_for, everything, sample};
use stet_core::report::Profile;
use stet_report::{Options, write};

#[test]
fn the_same_state_gives_the_same_bytes() {
    for profile in Profile::ALL {
        for format in common::formats() {
            // Everything anew, so that no order of a map's can come through.
            let bytes = || {
                let views = [sample(), everything()];
                let dossier = dossier_for(&[&views[0], &views[1]], profile);
                write(&dossier, format, Options::default()).unwrap()
            };
            let (first, second) = (bytes(), bytes());
            assert!(
                first == second,
                "{} for {profile:?} differs, first at byte {:?}",
                format.name(),
                first.iter().zip(&second).position(|(a, b)| a != b)
            );
        }
    }
}
