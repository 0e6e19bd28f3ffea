//! Size and place of the window, remembered in a small file of its own, so that it survives a
//! crash and needs no database.

use std::{
    fs,
    path::PathBuf,
    sync::{Mutex, MutexGuard, PoisonError},
};

use serde::{Deserialize, Serialize};

/// Where the window stands, in physical pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frame {
    /// Left edge.
    pub x: i32,
    /// Upper edge.
    pub y: i32,
    /// Width of the page.
    pub width: u32,
    /// Height of the page.
    pub height: u32,
    /// Whether it fills the screen; then the rest is what it goes back to.
    pub maximized: bool,
}

/// The frame and the file that keeps it.
pub struct Remembered {
    file: PathBuf,
    now: Mutex<State>,
}

struct State {
    frame: Option<Frame>,
    written: Option<Frame>,
}

impl Remembered {
    /// What the file says; a missing or broken one says nothing.
    pub fn read(file: PathBuf) -> Self {
        let frame = fs::read(&file)
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok());
        Self {
            file,
            now: Mutex::new(State {
                frame,
                written: frame,
            }),
        }
    }

    /// The frame last noted.
    pub fn frame(&self) -> Option<Frame> {
        self.state().frame
    }

    /// Notes a new frame; [`Remembered::write`] keeps it.
    pub fn note(&self, frame: Frame) {
        self.state().frame = Some(frame);
    }

    /// Writes the frame if it changed. A folder that refuses costs the memory of a size, nothing
    /// else, so nobody is told.
    pub fn write(&self) {
        let mut state = self.state();
        let Some(frame) = state.frame.filter(|_| state.frame != state.written) else {
            return;
        };
        let Ok(json) = serde_json::to_vec(&frame) else {
            return;
        };
        let made = self
            .file
            .parent()
            .is_none_or(|folder| fs::create_dir_all(folder).is_ok());
        if made && stet_api::write_whole(&self.file, &json).is_ok() {
            state.written = Some(frame);
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_survives_and_rubbish_is_ignored() {
        let file = std::env::temp_dir()
            .join(format!("stet-frame-{}", std::process::id()))
            .join("window.json");
        let frame = Frame {
            x: 3,
            y: 5,
            width: 900,
            height: 700,
            maximized: false,
        };
        let first = Remembered::read(file.clone());
        assert_eq!(first.frame(), None, "no file, no frame");
        first.note(frame);
        first.write();
        assert_eq!(
            Remembered::read(file.clone()).frame(),
            Some(frame),
            "the next start finds it"
        );
        fs::write(&file, b"{\"x\": 1").unwrap();
        assert_eq!(
            Remembered::read(file.clone()).frame(),
            None,
            "a broken file is no frame"
        );
        fs::remove_dir_all(file.parent().unwrap()).unwrap();
    }
}
