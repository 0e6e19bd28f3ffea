//! The page's one door: `call` passes JSON to the session by the name of a command; beside it only
//! what a session cannot do, which is dialogs, links and the end. Everything else is refused by the
//! window's capability.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
    thread,
    time::Instant,
};

use serde::Deserialize;
use serde_json::value::{RawValue, to_raw_value};
use stet_api::{
    Session, Work,
    commands::{Commands, KeyAsk, ReportAsk, Saved, ShareAsk},
};
use stet_core::error::{Code, Error, Result};
use tauri::{
    AppHandle, Manager, State, WebviewWindow, Wry,
    ipc::{Invoke, InvokeBody, InvokeResolver, InvokeResponseBody, Response},
};

use crate::{dialogs, keeper::Keeper, link, saved};

/// What the shell holds while the program runs.
pub struct Shell {
    /// The session.
    pub keeper: Keeper,
    began: Instant,
    handles: Mutex<u64>,
    /// The report that was saved last: what “Open” opens. The page never says a path.
    saved: Mutex<Option<PathBuf>>,
}

impl Shell {
    /// A shell over a session; `began` is when the program started.
    pub fn new(keeper: Keeper, began: Instant) -> Self {
        Self {
            keeper,
            began,
            handles: Mutex::new(0),
            saved: Mutex::new(None),
        }
    }

    /// Hands paths to the session under names that mean nothing elsewhere: the page never sees or
    /// says a path.
    pub async fn stage(&self, paths: Vec<PathBuf>) -> Result<Vec<String>> {
        let files = paths.into_iter().flat_map(|path| {
            // Of a folder, the articles in it; what is wrong with it is said when it is read.
            let folder = path
                .is_dir()
                .then(|| stet_api::folder(&path).ok())
                .flatten();
            let files = folder.map(|folder| folder.files).unwrap_or_default();
            if files.is_empty() { vec![path] } else { files }
        });
        let named: BTreeMap<String, PathBuf> = files.map(|path| (self.handle(), path)).collect();
        self.keeper
            .answer(move |session| {
                let handles = named.keys().cloned().collect();
                for (handle, path) in named {
                    session.stage_path(&handle, path);
                }
                Ok(handles)
            })
            .await
    }

    /// Hands over the files that the program was started with; the page asks for them once it
    /// stands.
    pub fn wait_with(&self, paths: Vec<PathBuf>) {
        let named: Vec<(String, PathBuf)> = paths
            .into_iter()
            .map(|path| (self.handle(), path))
            .collect();
        self.keeper.ask(
            move |session| {
                session.wait_with(named);
                Ok(())
            },
            // Of a session that could not be opened, the page tells.
            |_: Result<()>| {},
        );
    }

    fn last_saved(&self) -> Result<PathBuf> {
        let saved = self.saved.lock().unwrap_or_else(PoisonError::into_inner);
        saved
            .clone()
            .ok_or_else(|| Error::new(Code::Usage, "Nothing has been saved yet.", ""))
    }

    fn handle(&self) -> String {
        let mut last = self.handles.lock().unwrap_or_else(PoisonError::into_inner);
        *last += 1;
        // Padded, so that the order of names is the order of files.
        format!("file-{:06}", *last)
    }
}

/// Answers what the page asks; the capability has already let it through.
pub fn handler() -> impl Fn(Invoke<Wry>) -> bool + Send + Sync + 'static {
    let shell_commands: fn(Invoke<Wry>) -> bool = tauri::generate_handler![
        pick_files,
        save_report,
        save_share,
        save_key,
        open_saved,
        show_saved,
        save_copy,
        open_link,
        quit,
        painted
    ];
    move |invoke| {
        // By hand, because a generated asynchronous command may start later than the next one, and
        // the order of steps is the order of keys.
        if invoke.message.command() == "call" {
            call(invoke);
            return true;
        }
        shell_commands(invoke)
    }
}

#[derive(Deserialize)]
struct Call {
    name: String,
    takes: serde_json::Value,
}

fn call(invoke: Invoke<Wry>) {
    let asked = match invoke.message.payload() {
        InvokeBody::Json(body) => {
            Call::deserialize(body).and_then(|call| Ok((call.name, to_raw_value(&call.takes)?)))
        }
        InvokeBody::Raw(body) => serde_json::from_slice::<Call>(body)
            .and_then(|call| Ok((call.name, to_raw_value(&call.takes)?))),
    };
    let resolver = invoke.resolver;
    match asked {
        Ok((name, takes)) => {
            let app = invoke.message.webview().app_handle().clone();
            let shell = app.clone();
            shell.state::<Shell>().keeper.ask(
                move |session| command(session, &name, &takes),
                move |answered| match answered {
                    Ok(Asked::Answer(json)) => answer(resolver, Ok(json)),
                    Ok(Asked::Work(work)) => beside(app, *work, resolver),
                    Err(error) => answer(resolver, Err(error)),
                },
            );
        }
        Err(error) => resolver.reject(Error::new(
            Code::Usage,
            format!("“call” takes a name and what the command takes: {error}."),
            "",
        )),
    }
}

/// What the session makes of a command.
enum Asked {
    Answer(String),
    /// A file has to be read or a report written first, which takes its time.
    Work(Box<Work>),
}

fn command(session: &mut Session, name: &str, takes: &RawValue) -> Result<Asked> {
    Ok(match session.begin(name, takes)? {
        Some(work) => Asked::Work(Box::new(work)),
        None => Asked::Answer(session.call(name, takes)?),
    })
}

/// Works on a thread of its own, so that every other command is answered meanwhile.
fn beside(app: AppHandle, work: Work, resolver: InvokeResolver<Wry>) {
    let working = move || {
        let done = work.run();
        app.state::<Shell>().keeper.ask(
            move |session| session.finish(done),
            move |answered| answer(resolver, answered),
        );
    };
    let started = thread::Builder::new().name("beside".into()).spawn(working);
    if let Err(error) = started {
        // The page was answered by the resolver that went with the closure: as “cancelled”.
        eprintln!("stet-desktop: nothing can be read or written: {error}.");
    }
}

fn answer(resolver: InvokeResolver<Wry>, answered: Result<String>) {
    match answered {
        Ok(json) => resolver.resolve(Response::new(InvokeResponseBody::Json(json))),
        Err(error) => resolver.reject(error),
    }
}

/// Shows the file dialog. Gives a handle for each chosen file, none when the person cancelled.
#[tauri::command]
async fn pick_files(
    window: WebviewWindow,
    shell: State<'_, Shell>,
    what: dialogs::What,
) -> Result<Vec<String>> {
    let paths = dialogs::pick(&window, what).await?;
    shell.stage(paths).await
}

/// Shows the save dialog and writes the report. An empty path when the person cancelled.
#[tauri::command]
async fn save_report(
    window: WebviewWindow,
    shell: State<'_, Shell>,
    ask: ReportAsk,
) -> Result<Saved> {
    let making = shell
        .keeper
        .answer(move |session| session.making_file(&ask))
        .await?;
    let name = making.file_name();
    save_beside(&window, &shell, &name, move |path| making.save(path)).await
}

/// Shows the save dialog and writes a share. An empty path when the person cancelled.
#[tauri::command]
async fn save_share(
    window: WebviewWindow,
    shell: State<'_, Shell>,
    ask: ShareAsk,
) -> Result<Saved> {
    let sharing = shell
        .keeper
        .answer(move |session| session.sharing(&ask))
        .await?;
    let name = sharing.file_name().to_owned();
    save_beside(&window, &shell, &name, move |path| {
        sharing.replace(path).map(|_| ())
    })
    .await
}

/// Shows the save dialog and writes a key, encrypted. An empty path when the person cancelled.
#[tauri::command]
async fn save_key(window: WebviewWindow, shell: State<'_, Shell>, ask: KeyAsk) -> Result<Saved> {
    let file = shell
        .keeper
        .answer(move |session| session.key_file(&ask.id, &ask.passphrase))
        .await?;
    let name = file.file_name().to_owned();
    save_beside(&window, &shell, &name, move |path| file.save(path)).await
}

/// Asks where, and writes on a thread of its own, so that every other command is answered.
async fn save_beside(
    window: &WebviewWindow,
    shell: &Shell,
    name: &str,
    write: impl FnOnce(&Path) -> Result<()> + Send + 'static,
) -> Result<Saved> {
    let Some(path) = dialogs::save(window, name).await? else {
        return Ok(Saved {
            path: String::new(),
        });
    };
    let target = path.clone();
    tauri::async_runtime::spawn_blocking(move || write(&target))
        .await
        .map_err(|_| unwritten())??;
    let shown = path.display().to_string();
    *shell.saved.lock().unwrap_or_else(PoisonError::into_inner) = Some(path);
    Ok(Saved { path: shown })
}

fn unwritten() -> Error {
    Error::new(
        Code::Internal,
        "It could not be made.",
        "Try again, or choose another format, and tell the makers of Stet.",
    )
}

/// Opens the report that was saved last with the program that the system has for it.
#[tauri::command]
async fn open_saved(shell: State<'_, Shell>) -> Result<()> {
    saved::open(&shell.last_saved()?)
}

/// Shows the report that was saved last in its folder.
#[tauri::command]
async fn show_saved(shell: State<'_, Shell>) -> Result<()> {
    saved::show(&shell.last_saved()?)
}

/// Shows the save dialog and writes a copy of the database. An empty path when the person cancelled.
#[tauri::command]
async fn save_copy(window: WebviewWindow, shell: State<'_, Shell>) -> Result<Saved> {
    let Some(path) = dialogs::save(&window, "stet-copy.stet").await? else {
        return Ok(Saved {
            path: String::new(),
        });
    };
    let shown = path.display().to_string();
    shell
        .keeper
        .answer(move |session| session.save_copy(&path))
        .await?;
    Ok(Saved { path: shown })
}

/// Opens an http or https address in the system's browser.
#[tauri::command]
async fn open_link(url: String) -> Result<()> {
    link::open(&url)
}

/// Ends the program once everything asked before is done.
#[tauri::command]
fn quit(app: AppHandle, shell: State<'_, Shell>) {
    shell
        .keeper
        .ask(|_| Ok(()), move |_: Result<()>| app.exit(0));
}

/// The first picture stood `ago_ms` ago; `make bench` reads how long after the start that was.
#[tauri::command]
fn painted(shell: State<'_, Shell>, ago_ms: f64) {
    if std::env::var_os("STET_BENCH").is_some_and(|value| value == "1") {
        let told_ms = shell.began.elapsed().as_secs_f64() * 1000.0;
        println!("painted {:.0} ms", told_ms - ago_ms);
    }
}
