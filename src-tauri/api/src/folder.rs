//! The articles in a folder, and in the folders in it.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use stet_core::error::{Code, Error, Result};

/// How deep folders are looked into.
const DEPTH: usize = 32;
/// The most files that are taken from one folder.
const MOST_FILES: usize = 10_000;

/// What lies in a folder, in the order of names, hidden files left aside.
#[derive(Debug, Default)]
pub struct Folder {
    /// Files of a format that Stet reads, by their names.
    pub files: Vec<PathBuf>,
    /// Files of other formats.
    pub others: Vec<PathBuf>,
    /// Folders in it that cannot be read.
    pub errors: Vec<Error>,
}

impl Folder {
    /// What is to be said of files of other formats, if there are any: they are left aside.
    #[must_use]
    pub fn note(&self) -> Option<String> {
        const NAMED: usize = 10;
        let name = |path: &PathBuf| {
            let name = path.file_name().unwrap_or(path.as_os_str());
            name.to_string_lossy().into_owned()
        };
        let names: Vec<String> = self.others.iter().take(NAMED).map(name).collect();
        let more = self.others.len() - names.len();
        let names = names.join(", ");
        match (self.others.len(), more) {
            (0, _) => None,
            (_, 0) => Some(format!(
                "Left aside, of formats that Stet does not read: {names}."
            )),
            (_, more) => Some(format!(
                "Left aside, of formats that Stet does not read: {names} and {more} more."
            )),
        }
    }
}

/// The ends of names that Stet reads.
fn formats() -> String {
    let ends = stet_intake::Format::ALL
        .iter()
        .filter_map(|format| format.extensions().first());
    let ends: Vec<String> = ends.map(|end| format!(".{end}")).collect();
    ends.join(", ")
}

/// Looks into a folder.
///
/// # Errors
/// `file-denied`, `file-missing`: the folder itself; `file-empty`: there is nothing in it.
pub fn folder(path: &Path) -> Result<Folder> {
    let mut found = Folder::default();
    walk(path, 0, &mut found)?;
    if found.files.is_empty() && found.errors.is_empty() {
        return Err(Error::new(
            Code::FileEmpty,
            format!("There is no article in the folder {}.", path.display()),
            format!("Stet reads {}.", formats()),
        ));
    }
    Ok(found)
}

fn walk(folder: &Path, depth: usize, found: &mut Folder) -> Result<()> {
    let unreadable = |error: &io::Error| {
        let (code, hint) = match error.kind() {
            io::ErrorKind::NotFound => (Code::FileMissing, "Check the name."),
            _ => (Code::FileDenied, "Check its permissions."),
        };
        Error::new(
            code,
            format!("The folder {} cannot be read: {error}.", folder.display()),
            hint,
        )
    };
    let mut entries = fs::read_dir(folder)
        .and_then(Iterator::collect::<io::Result<Vec<_>>>)
        .map_err(|error| unreadable(&error))?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let (path, name) = (entry.path(), entry.file_name());
        if name.as_encoded_bytes().starts_with(b".") {
            continue;
        }
        let Ok(kind) = entry.file_type() else {
            continue;
        };
        // A link to a folder may lead back up, so it is not followed; one to a file is.
        if kind.is_dir() {
            if depth + 1 >= DEPTH {
                found.errors.push(too_deep(&path));
            } else if let Err(error) = walk(&path, depth + 1, found) {
                found.errors.push(error);
            }
        } else if found.files.len() + found.others.len() >= MOST_FILES {
            return Err(Error::new(
                Code::FileTooLarge,
                format!("There are more than {MOST_FILES} files in this folder."),
                "Import its folders one by one.",
            ));
        } else if kind.is_file() || path.is_file() {
            // Without an end a name says nothing: such a file is imported when it is named.
            let name = name.to_string_lossy();
            if name.contains('.') && crate::is_read(&name) {
                found.files.push(path);
            } else {
                found.others.push(path);
            }
        }
    }
    Ok(())
}

fn too_deep(folder: &Path) -> Error {
    Error::new(
        Code::FileDenied,
        format!("{} lies too deep in other folders.", folder.display()),
        "Import it by itself.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_in_a_folder_is_read_or_said_not_to_be() {
        let root = tempfile::tempdir().unwrap();
        let at = |name: &str| root.path().join(name);
        assert_eq!(
            folder(root.path()).unwrap_err().code,
            Code::FileEmpty,
            "nothing in it"
        );
        assert_eq!(folder(&at("none")).unwrap_err().code, Code::FileMissing);
        fs::create_dir_all(at("b/c")).unwrap();
        fs::create_dir_all(at(".git")).unwrap();
        for name in [
            "a.txt",
            "b/c/z.md",
            "b/table.xlsx",
            "README",
            ".hidden.txt",
            ".git/x.txt",
        ] {
            fs::write(at(name), "x").unwrap();
        }
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(root.path(), at("b/up")).unwrap();
            std::os::unix::fs::symlink(at("a.txt"), at("link.txt")).unwrap();
        }
        let found = folder(root.path()).unwrap();
        let names: Vec<String> = found
            .files
            .iter()
            .map(|path| {
                path.strip_prefix(root.path())
                    .unwrap()
                    .display()
                    .to_string()
            })
            .collect();
        let expected: &[&str] = if cfg!(unix) {
            &["a.txt", "b/c/z.md", "link.txt"]
        } else {
            &["a.txt", "b/c/z.md"]
        };
        assert_eq!(
            names, expected,
            "in order, hidden ones left aside, no link followed up"
        );
        assert!(found.errors.is_empty());
        assert_eq!(
            found.note().as_deref(),
            Some("Left aside, of formats that Stet does not read: README, table.xlsx.")
        );
    }
}
