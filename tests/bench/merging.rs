//! How long it takes to merge what colleagues did: the everyday share, and one of a million steps,
//! into an empty database, into one that is as large, and once more.

use std::{fs::metadata, path::Path, time::Instant};

use stet_api::Reader;
use stet_core::ids::{Actor, Replica};
use stet_store::{Place, Progress, Receiving, Store};
use stet_tests::many::{self, Many};

use crate::table::{MB, MS, Row};

/// All figures of merging.
pub fn measure(folder: &Path) -> Vec<Row> {
    let folder = folder.join("merging");
    std::fs::create_dir(&folder).expect("a folder");
    let mut rows = of(&folder, 100_000, 2_000.0);
    rows.extend(of(&folder, 1_000_000, 15_000.0));
    rows
}

fn of(folder: &Path, events: usize, at_most: f64) -> Vec<Row> {
    let place = Place {
        database: folder.join(format!("into-{events}.stet")),
        replicas: folder.join("replicas"),
        backups: folder.join("backups"),
        fresh: Replica([9; 16]),
    };
    let database = place.database.clone();
    let mut store = Store::open(place, Actor([1; 32])).expect("a database");
    let mut merge = |name: &str, first_person, is_there, at_most: Option<f64>| {
        let share = folder.join(format!("from-{events}-{first_person}.stet"));
        if !share.exists() {
            let what = Many {
                events,
                first_person,
                people: 4,
                first_article: 0,
                sentences: 1_000,
                again_every: 10,
            };
            many::write(&share, what);
        }
        let began = Instant::now();
        let how = Receiving {
            scratch: &folder.join("scratch"),
            reciter: &Reader::own(),
        };
        let merged = store
            .merge_all(&[&share], how, (1, false), &Progress::default())
            .expect("it is merged");
        let value = began.elapsed().as_secs_f64() * 1_000.0;
        store.checkpoint().expect("it is written");
        let new = if is_there { 0 } else { events as u64 };
        assert_eq!(merged.new, new, "{name}: all is taken in, once");
        let bytes = metadata(&share).map_or(0, |file| file.len());
        Row {
            what: format!("merge {events} events {name}"),
            value,
            unit: MS,
            at_most,
            how: format!("once; a share of {} bytes an event", bytes / events as u64),
        }
    };
    let mut rows = vec![
        merge("into an empty database", 0, false, Some(at_most)),
        merge("that are there", 0, true, Some(at_most.min(3_000.0))),
        merge("by others, into as many", 10, false, Some(at_most)),
    ];
    rows.push(Row {
        what: format!("the database of {} events, projection included", 2 * events),
        value: metadata(&database).map_or(0.0, |file| file.len() as f64 / 1e6),
        unit: MB,
        at_most: None,
        how: "on disk".into(),
    });
    rows
}
