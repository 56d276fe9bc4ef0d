//! Does a path lie in a folder that a cloud service synchronises? Then that service gets a copy of every version, and
//! two computers may change the vault at once. The user is warned, not refused: the files are encrypted.
use serde::Serialize;
use std::path::Path;

/// A folder for a vault, as shown in the UI.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "VaultPlace")]
pub struct Place {
    /// Its path, to show.
    pub path: String,
    /// The cloud service that synchronises it, by name; `null` if none is recognised.
    pub cloud: Option<String>,
}

/// How each service names its folder on the systems where it runs.
const NAMES: &[(&str, &[&str])] = &[
    ("Dropbox", &["dropbox"]),
    ("OneDrive", &["onedrive"]),
    ("Google Drive", &["google drive", "googledrive", "google-drive", "my drive", "mijn drive"]),
    ("iCloud", &["icloud", "icloud drive", "iclouddrive", "icloud~", "com~apple~clouddocs", "mobile documents"]),
    ("Nextcloud", &["nextcloud"]),
    ("ownCloud", &["owncloud"]),
];

/// A place and its cloud service. Links are followed, as the service does.
pub(crate) fn place(folder: &Path) -> Place {
    let real = std::fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    let cloud = service(folder).or_else(|| service(&real)).map(str::to_owned);
    Place { path: folder.display().to_string(), cloud }
}

/// The service whose folder is on this path, judged by names: `OneDrive - Harmonie` is one, `Dropboxer` is not.
fn service(path: &Path) -> Option<&'static str> {
    let names = path.components().filter_map(|c| c.as_os_str().to_str()).map(str::to_lowercase);
    names.into_iter().find_map(|found| {
        let is = |name: &&str| found.strip_prefix(name).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        NAMES.iter().find(|(_, names)| names.iter().any(is)).map(|(service, _)| *service)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_of_a_service_is_known_by_its_name() {
        for (path, expected) in [
            ("/home/ria/Dropbox/kluis", Some("Dropbox")),
            ("/home/ria/Dropbox (Persoonlijk)/a/b", Some("Dropbox")),
            ("/home/ria/OneDrive - Harmonie/kluis", Some("OneDrive")),
            ("/Users/ria/Library/CloudStorage/OneDrive-Personal/x", Some("OneDrive")),
            ("/Users/ria/Library/CloudStorage/GoogleDrive-ria@voorbeeld.nl/Mijn Drive", Some("Google Drive")),
            ("/run/user/1000/gvfs/google-drive:host=voorbeeld.nl,user=ria/kluis", Some("Google Drive")),
            ("/Users/ria/Library/Mobile Documents/com~apple~CloudDocs/kluis", Some("iCloud")),
            ("/home/ria/iCloudDrive", Some("iCloud")),
            ("/home/ria/Nextcloud/vereniging", Some("Nextcloud")),
            ("/home/ria/ownCloud/kluis", Some("ownCloud")),
            ("/home/ria/Documenten/kluis", None),
            ("/home/ria/Dropboxer/kluis", None),
            ("/home/ria/Brief aan Dropbox/kluis", None),
        ] {
            assert_eq!(service(Path::new(path)), expected, "{path}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_into_the_folder_of_a_service_is_followed() {
        let home = tempfile::tempdir().unwrap();
        let there = home.path().join("Nextcloud");
        std::fs::create_dir(&there).unwrap();
        std::os::unix::fs::symlink(&there, home.path().join("kluizen")).unwrap();
        assert_eq!(place(&home.path().join("kluizen")).cloud.as_deref(), Some("Nextcloud"));
        assert_eq!(place(home.path()).cloud, None);
    }
}
