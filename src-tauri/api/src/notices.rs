//! Things a person should know about where the database lies.

use std::path::Path;

use crate::commands::Notice;

/// Folder names under which known services keep copies of files in step.
const CLOUD_FOLDERS: &[&str] = &[
    "dropbox",
    "onedrive",
    "google drive",
    "googledrive",
    "icloud drive",
    "iclouddrive",
    "mobile documents",
    "nextcloud",
    "owncloud",
    "box sync",
    "syncthing",
    "sync",
];
/// File systems that are not on this machine, as Linux names them.
const NETWORK_FILE_SYSTEMS: &[&str] = &[
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "9p",
    "afs",
    "ceph",
    "glusterfs",
    "fuse.sshfs",
    "fuse.rclone",
    "fuse.davfs",
    "davfs",
    "fuse.gvfsd-fuse",
];

/// Warnings about the folder of `database`, given the system's table of mounts (empty if it has
/// none).
#[must_use]
pub fn about(database: &Path, mounts: &str) -> Vec<Notice> {
    let path = std::path::absolute(database).unwrap_or_else(|_| database.to_owned());
    let mut notices = Vec::new();
    if let Some(kind) = network_kind(&path, mounts) {
        notices.push(Notice {
            message: format!("The database lies on a network drive ({kind}), where a crash or a second machine can damage it."),
            hint: "Keep it on a local disk and hand work over with a share.".into(),
        });
    }
    let cloud = path
        .iter()
        .map(|part| part.to_string_lossy().to_lowercase())
        .find(|part| {
            CLOUD_FOLDERS
                .iter()
                .any(|name| part == name || part.starts_with(&format!("{name} -")))
        });
    if let Some(cloud) = cloud {
        notices.push(Notice {
            message: format!("The database lies in a folder that is copied to other machines (“{cloud}”): two machines at work would overwrite each other."),
            hint: "Keep it on a local disk and put shares into that folder.".into(),
        });
    }
    notices
}

/// The mount with the longest path above `path`, if it is a network one.
fn network_kind<'m>(path: &Path, mounts: &'m str) -> Option<&'m str> {
    let mut best: Option<(usize, &str)> = None;
    for line in mounts.lines() {
        let mut fields = line.split(' ').skip(1);
        let (Some(at), Some(kind)) = (fields.next(), fields.next()) else {
            continue;
        };
        let at = at.replace("\\040", " ");
        if path.starts_with(&at) && best.is_none_or(|(length, _)| at.len() >= length) {
            best = Some((at.len(), kind));
        }
    }
    best.map(|(_, kind)| kind)
        .filter(|kind| NETWORK_FILE_SYSTEMS.contains(kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn warns_of_places_that_others_write_to() {
        let mounts = "/dev/sda1 / ext4 rw 0 0\nserver:/x /mnt/news nfs4 rw 0 0\n/dev/sdb1 /mnt/news/local ext4 rw 0 0\n//srv/y /mnt/with\\040space cifs rw 0 0\n";
        let table = [
            ("a local disk", "/home/a/annotations.stet", 0),
            ("a network drive", "/mnt/news/a.stet", 1),
            ("a local disk within one", "/mnt/news/local/a.stet", 0),
            ("a path with a space", "/mnt/with space/a.stet", 1),
            ("a cloud folder", "/home/a/Dropbox/a.stet", 1),
            (
                "a company's cloud folder",
                "/home/a/OneDrive - The Paper/a.stet",
                1,
            ),
            (
                "a name that only looks so",
                "/home/a/dropbox-notes/a.stet",
                0,
            ),
        ];
        for (why, path, expected) in table {
            assert_eq!(about(Path::new(path), mounts).len(), expected, "{why}");
        }
    }
}
