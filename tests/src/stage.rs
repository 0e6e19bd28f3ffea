//! What the tests stand on: a screen without a monitor, a driver, a home of one's own, the program.
//! All of it is ended by its own process id.

use std::{
    fs::{self, File},
    net::{SocketAddr, TcpListener},
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    sync::{Mutex, MutexGuard, PoisonError},
    thread::sleep,
    time::{Duration, Instant},
};

use crate::driver::{Driver, answers};

static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// Which way WebKit draws: `1` without OpenGL, `0` with it.
const RENDERER: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// A screen, a home folder, and the window when it is open.
pub struct Stage {
    home: tempfile::TempDir,
    display: String,
    screen: Child,
    driver: Option<Child>,
    window: Option<Driver>,
    answers: Vec<(&'static str, PathBuf)>,
    _turn: MutexGuard<'static, ()>,
}

impl Default for Stage {
    fn default() -> Self {
        Self::new()
    }
}

impl Stage {
    /// Raises the screen. Tests take turns, because two windows at once disturb each other's focus.
    pub fn new() -> Self {
        Self::at(tempfile::tempdir().expect("a folder for temporary files"))
    }

    /// As [`Stage::new`], with a home folder of one's own choice.
    ///
    /// # Panics
    /// If the screen cannot be raised.
    pub fn at(home: tempfile::TempDir) -> Self {
        let turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
        let (screen, display) = raise(home.path());
        Self {
            home,
            display,
            screen,
            driver: None,
            window: None,
            answers: Vec::new(),
            _turn: turn,
        }
    }

    /// A path in the home folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// What the person chooses in the file dialog, from the next opening on.
    pub fn will_pick(&mut self, file: &Path) {
        self.answers.push(("STET_TEST_PICK", file.to_owned()));
    }

    /// The folder in which the person saves, from the next opening on.
    pub fn will_save_in(&mut self, folder: &Path) {
        fs::create_dir_all(folder).expect("a folder to save in");
        self.answers.push(("STET_TEST_SAVE", folder.to_owned()));
    }

    /// The file in which it is noted what the system would have been asked to open, from the next
    /// opening on.
    pub fn will_note_in(&mut self, file: &Path) {
        self.answers.push(("STET_TEST_OPENED", file.to_owned()));
    }

    /// Opens the window on the database of this stage, for a checker who has a name.
    pub fn open(&mut self) -> &Driver {
        self.open_with(&["--as", "Ada Lind"])
    }

    /// As [`Stage::open`], with other arguments.
    pub fn open_with(&mut self, arguments: &[&str]) -> &Driver {
        self.close();
        let address = free_address();
        let mut command = Command::new(needed("WebKitWebDriver", "webkit2gtk-driver"));
        command
            .arg(format!("--port={}", address.port()))
            .arg("--host=127.0.0.1");
        self.at_home(&mut command)
            .env("DISPLAY", &self.display)
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            // Drawing without OpenGL, WebKitWebDriver waits forever for a picture of some screens;
            // whoever has set the variable decides, as in the program.
            .env(
                RENDERER,
                std::env::var(RENDERER).unwrap_or_else(|_| "0".into()),
            )
            .env("NO_AT_BRIDGE", "1");
        command
            .envs(self.answers.iter().map(|(name, path)| (*name, path)))
            .stdout(self.log("driver.log"))
            .stderr(self.log("window.log"));
        self.driver = Some(command.spawn().expect("WebKitWebDriver starts"));
        until("WebKitWebDriver answers", || answers(address));
        let database = self.database().display().to_string();
        let arguments: Vec<String> = ["--db", &database]
            .iter()
            .chain(arguments)
            .map(|each| (*each).to_owned())
            .collect();
        let window = Driver::start(
            address,
            &program("stet-desktop").display().to_string(),
            &arguments,
        );
        self.window.insert(window)
    }

    /// The window that is open.
    pub fn window(&self) -> &Driver {
        self.window.as_ref().expect("the window is open")
    }

    /// The program on this stage without a driver, for who only wants to see it start. Whoever
    /// spawns it ends it.
    pub fn bare(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(program("stet-desktop"));
        self.at_home(&mut command)
            .env("DISPLAY", &self.display)
            .env("NO_AT_BRIDGE", "1")
            .arg("--db")
            .arg(self.database())
            .args(arguments)
            .stderr(self.log("window.log"));
        command
    }

    /// The processes of the window that is open, with their names: the program and its web view's.
    pub fn processes(&self) -> Vec<(String, u32)> {
        let driver = self.driver.as_ref().expect("the window is open").id();
        let program = child_of(driver, "stet-desktop").expect("the program runs under the driver");
        below(program)
    }

    /// Closes the window as a person does.
    pub fn close(&mut self) {
        if let Some(window) = self.window.take() {
            window.end();
        }
        if let Some(driver) = self.driver.take() {
            end(driver);
        }
    }

    /// Ends the program in the middle of everything, as a crash does.
    pub fn crash(&mut self) {
        let driver = self.driver.as_ref().expect("the window is open").id();
        let program = child_of(driver, "stet-desktop").expect("the program runs under the driver");
        signal(program, "KILL");
        until("the program is gone", || {
            child_of(driver, "stet-desktop").is_none()
        });
        self.close();
    }

    /// The annotation database.
    pub fn database(&self) -> PathBuf {
        self.path("annotations.stet")
    }

    /// Runs the command line on the same database.
    pub fn stet(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(program("stet"));
        self.at_home(&mut command);
        command
            .arg("--db")
            .arg(self.database())
            .args(arguments)
            .output()
            .expect("the command line runs")
    }

    /// As [`Stage::stet`] with `--json`, read.
    pub fn ask(&self, arguments: &[&str]) -> serde_json::Value {
        let out = self.stet(&[arguments, &["--json"]].concat());
        assert!(
            out.status.success(),
            "stet {arguments:?}: {}",
            String::from_utf8_lossy(&out.stderr)
        );
        serde_json::from_slice(&out.stdout)
            .unwrap_or_else(|error| panic!("stet {arguments:?} printed no JSON: {error}"))
    }

    /// Keeps a picture of the window in `target/screens`.
    pub fn keep_picture(&self, name: &str) {
        let folder = target().parent().unwrap_or(Path::new(".")).join("screens");
        fs::create_dir_all(&folder).expect("a folder for pictures");
        fs::write(folder.join(format!("{name}.png")), self.window().picture())
            .expect("a picture is kept");
    }

    fn at_home<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        let home = self.home.path();
        command
            .env("HOME", home)
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_CACHE_HOME", home.join("cache"));
        command
            .env_remove("STET_DB")
            .env_remove("WAYLAND_DISPLAY")
            .env("LANG", "C.UTF-8")
            .env("TZ", "UTC")
    }

    /// To a file, never to a pipe: nobody empties it.
    fn log(&self, name: &str) -> Stdio {
        File::options()
            .create(true)
            .append(true)
            .open(self.path(name))
            .map_or_else(|_| Stdio::null(), Stdio::from)
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        if std::thread::panicking() {
            if self.window.is_some() {
                self.keep_picture("failed");
                eprintln!("A picture of the window as it failed is in target/screens/failed.png.");
            }
            eprintln!(
                "--- what the program said:\n{}",
                fs::read_to_string(self.path("window.log")).unwrap_or_default()
            );
        }
        self.close();
        // The screen holds nothing worth a friendly end.
        let _ = self.screen.kill();
        let _ = self.screen.wait();
    }
}

fn raise(home: &Path) -> (Child, String) {
    let file = home.join("display");
    let out = File::create(&file).expect("a file for the screen's number");
    let screen = Command::new(needed("Xvfb", "xvfb"))
        .args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1400x1000x24",
            "-nolisten",
            "tcp",
        ])
        .stdout(out)
        .stderr(Stdio::null())
        .spawn()
        .expect("Xvfb starts");
    let number = || {
        fs::read_to_string(&file)
            .ok()
            .filter(|text| text.ends_with('\n'))
            .map(|text| text.trim().to_owned())
    };
    until("Xvfb names its screen", || number().is_some());
    let display = format!(":{}", number().unwrap_or_default());
    (screen, display)
}

/// Where cargo puts this profile's programs.
fn target() -> PathBuf {
    let here = std::env::current_exe().expect("a program knows where it is");
    let folder = here.parent().expect("a program lies in a folder");
    // Tests lie one deeper than programs.
    match folder.parent() {
        Some(above) if folder.ends_with("deps") => above.to_owned(),
        _ => folder.to_owned(),
    }
}

fn program(name: &str) -> PathBuf {
    let path = target().join(name);
    assert!(
        path.exists(),
        "{name} is not built: `make build` builds it, `make test` does both"
    );
    path
}

fn needed(program: &str, package: &str) -> PathBuf {
    let places = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&places)
        .map(|folder| folder.join(program))
        .find(|path| path.exists())
        .unwrap_or_else(|| {
            panic!("{program} is missing: `sudo apt install {package}`, or `make need`")
        })
}

fn free_address() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0")
        .and_then(|listener| listener.local_addr())
        .expect("a free port")
}

fn until(what: &str, mut done: impl FnMut() -> bool) {
    let from = Instant::now();
    while !done() {
        assert!(
            from.elapsed() < Duration::from_secs(20),
            "waited in vain until {what}"
        );
        sleep(Duration::from_millis(25));
    }
}

/// WebKitWebDriver leaves its browser behind when it is killed outright, so it is asked to end.
fn end(mut driver: Child) {
    signal(driver.id(), "TERM");
    let from = Instant::now();
    while from.elapsed() < Duration::from_secs(5) {
        if matches!(driver.try_wait(), Ok(Some(_))) {
            return;
        }
        sleep(Duration::from_millis(20));
    }
    let _ = driver.kill();
    let _ = driver.wait();
}

fn signal(process: u32, name: &str) {
    // One that has ended by itself needs none.
    let _ = Command::new("kill")
        .args([&format!("-{name}"), &process.to_string()])
        .stderr(Stdio::null())
        .status();
}

fn child_of(parent: u32, name: &str) -> Option<u32> {
    // The system cuts names at 15 letters.
    let name = &name[..name.len().min(15)];
    running()
        .find(|one| one.parent == parent && one.name == name)
        .map(|one| one.id)
}

/// A process and all that it has started, with their names.
fn below(process: u32) -> Vec<(String, u32)> {
    let all: Vec<Running> = running().collect();
    let mut found: Vec<(String, u32)> = Vec::new();
    let mut next: Vec<&Running> = all.iter().filter(|one| one.id == process).collect();
    while let Some(one) = next.pop() {
        next.extend(all.iter().filter(|child| child.parent == one.id));
        found.push((one.name.clone(), one.id));
    }
    found
}

struct Running {
    id: u32,
    parent: u32,
    name: String,
}

/// What runs on this machine, zombies left out.
fn running() -> impl Iterator<Item = Running> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    entries.filter_map(|entry| {
        let id = entry.file_name().to_str()?.parse().ok()?;
        let stat = fs::read_to_string(entry.path().join("stat")).ok()?;
        let (head, tail) = stat.rsplit_once(')')?;
        let mut fields = tail.split_whitespace();
        let (state, parent) = (fields.next()?, fields.next()?.parse().ok()?);
        let name = head.split_once('(')?.1.to_owned();
        (state != "Z").then_some(Running { id, parent, name })
    })
}
