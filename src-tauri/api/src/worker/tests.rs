//! Workers that misbehave, played by small scripts.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops where its ground gives way"
)]

use std::{
    fs,
    io::Read,
    os::unix::fs::PermissionsExt,
    time::{Duration, Instant},
};

use stet_core::error::Code;

use super::*;

fn playing(script: &str) -> (tempfile::TempDir, Reader) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("worker");
    fs::write(
        &path,
        format!("#!/bin/sh\nexport PATH=/usr/bin:/bin\n{script}\n"),
    )
    .unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    (folder, Reader::program(path))
}

#[test]
fn whatever_a_worker_does_is_an_error_and_no_end() {
    let table = [
        (
            "it dies",
            "kill -SEGV $$",
            Code::ReaderStopped,
            "stopped at a.md",
        ),
        (
            "it is killed for its time",
            "kill -XCPU $$",
            Code::ReaderTime,
            "30 seconds",
        ),
        (
            "it gets no memory",
            "echo 'memory allocation of 99 bytes failed' >&2; kill -ABRT $$",
            Code::ReaderMemory,
            "1 GiB",
        ),
        (
            "it recurses too deeply",
            "echo 'thread main has overflowed its stack' >&2; kill -ABRT $$",
            Code::ReaderStopped,
            "nested too deeply",
        ),
        ("it says nothing", "exit 0", Code::ReaderStopped, "stopped"),
        (
            "it says nonsense",
            "echo hello",
            Code::ReaderStopped,
            "stopped",
        ),
        (
            "it says half a thing",
            "printf '{\"Ok\":{\"meta\":'",
            Code::ReaderStopped,
            "stopped",
        ),
        (
            "it says what no reader says",
            "echo '{\"Ok\":{\"meta\":{\"title\":\"\",\"authors\":[],\"publisher\":\"\",\"published\":\"\",\"url\":\"\",\"language\":\"\"},\"blocks\":[],\"remarks\":[],\"notes\":[],\"format\":\"text\",\"encoding\":null,\"tracked_changes\":false}}'",
            Code::ReaderStopped,
            "cannot be",
        ),
        (
            "it claims to be the database",
            "echo '{\"Err\":{\"code\":\"database-damaged\",\"message\":\"x\",\"hint\":\"y\"}}'",
            Code::ReaderStopped,
            "x",
        ),
        (
            "it talks without end",
            "yes",
            Code::FileTooLarge,
            "more text",
        ),
        (
            "it complains without end, and then dies",
            "yes | head -c 1000000 >&2; kill -SEGV $$",
            Code::ReaderStopped,
            "stopped",
        ),
        (
            "it does not listen",
            "exec <&-; sleep 0.1; exit 3",
            Code::ReaderStopped,
            "stopped",
        ),
    ];
    for (why, script, code, says) in table {
        let (_folder, reader) = playing(script);
        // More than a pipe holds, so that writing it has to be given up too.
        let original = Original::new("a.md", vec![b'x'; 1 << 20]);
        let error = reader.read(&original, &Watch::default()).expect_err(why);
        assert_eq!(error.code, code, "{why}: {error}");
        assert!(error.message.contains(says), "{why}: {error}");
        assert!(!error.hint.is_empty(), "{why}: it says what to do");
    }
    let nobody = Reader::program("/nowhere/worker".into());
    let original = Original::new("a.md", vec![b'x']);
    let error = nobody.read(&original, &Watch::default()).unwrap_err();
    assert_eq!(error.code, Code::ReaderStopped, "there is no such program");
}

#[test]
fn stop_is_heard_while_it_reads() {
    let (_folder, reader) = playing("exec sleep 20");
    let watch = Watch::default();
    let stopping = watch.clone();
    std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(100));
        stopping.stop();
    });
    let began = Instant::now();
    let original = Original::new("a.md", vec![b'x']);
    let error = reader.read(&original, &watch).unwrap_err();
    assert_eq!(error.code, Code::Cancelled, "{error}");
    assert!(began.elapsed() < Duration::from_secs(2), "at once");
}

/// What anybody might take for a share by its first bytes.
fn seeming(folder: &tempfile::TempDir) -> std::path::PathBuf {
    let mut head = vec![0; 4096];
    head[..16].copy_from_slice(b"SQLite format 3\0");
    head[18..20].copy_from_slice(&[1, 1]);
    head[68..72].copy_from_slice(b"STET");
    let file = folder.path().join("seeming.stet");
    fs::write(&file, head).unwrap();
    file
}

#[test]
fn whatever_a_worker_says_of_a_share_is_not_believed() {
    let table = [
        ("it dies", "kill -SEGV $$", "stopped"),
        ("it says nothing", "exit 0", "stopped"),
        ("it says nonsense", "echo hello", "stopped"),
        (
            "it says half a thing",
            r"printf 'A\001\000\000\000'",
            "stopped",
        ),
        (
            "it begins with the end",
            r"printf 'Z\000\000\000\000'",
            "stopped",
        ),
        (
            "its words are longer than the file",
            r"printf 'A\377\377\377\177'; yes",
            "stopped",
        ),
        ("it talks without end", "yes", "stopped"),
        (
            "a note that a terminal would obey",
            r"printf 'A\003\000\000\000\000\033['",
            "stopped",
        ),
        (
            "a reason that a terminal would obey",
            r"printf 'R\004\000\000\000no\033['",
            "no[",
        ),
    ];
    for (why, script, says) in table {
        let (folder, reader) = playing(script);
        let how = stet_store::Receiving {
            scratch: &folder.path().join("scratch"),
            reciter: &reader,
        };
        let error = stet_store::look_at(&seeming(&folder), how).expect_err(why);
        assert_eq!(error.code, Code::ShareRefused, "{why}: {error}");
        assert!(error.message.contains(says), "{why}: {error}");
        assert!(!error.message.contains('\u{1b}'), "{why}: {error}");
    }
}

#[test]
fn stop_is_heard_while_a_share_is_read() {
    use stet_store::Reciter as _;
    let (folder, reader) = playing("exec sleep 20");
    let progress = stet_store::Progress::default();
    let mut told = reader.begin(&seeming(&folder), 4096, &progress).unwrap();
    progress.stop();
    let began = Instant::now();
    assert_eq!(told.read(&mut [0; 9]).unwrap(), 0, "it ended");
    assert!(
        began.elapsed() < Duration::from_secs(10),
        "long before it would"
    );
}
