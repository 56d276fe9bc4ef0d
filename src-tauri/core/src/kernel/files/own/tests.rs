use super::*;
use std::path::PathBuf;
use tempfile::TempDir;

fn place() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("header.json");
    (folder, path)
}

#[test]
fn what_cannot_be_written_leaves_the_old_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("taken");
    fs::create_dir(&path).unwrap();
    assert!(write_whole(&path, b"x").is_err());
    assert!(path.is_dir());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_folder_in_the_place_of_a_file_is_named() {
    let (_folder, path) = place();
    fs::create_dir(&path).unwrap();
    let refused = write_whole(&path, b"x").unwrap_err();
    assert_eq!((refused.code(), refused.view().args["file"].as_str()), (Code::VaultLink, "header.json"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_that_says_to_be_larger_than_it_is_does_not_fill_the_disk() {
    use std::os::unix::fs::MetadataExt;
    let (_folder, path) = place();
    let file = File::create(&path).unwrap();
    file.set_len(1 << 40).unwrap();
    overwrite(&file).unwrap();
    assert!(file.metadata().unwrap().blocks() * 512 <= MOST_OVERWRITTEN + 65_536);
    // What the file really contains is overwritten, however much that is.
    let full = vec![7; usize::try_from(MOST_OVERWRITTEN).unwrap() + 100_000];
    let second = path.with_extension("bak");
    write_whole(&second, &full).unwrap();
    let file = File::options().read(true).write(true).open(&second).unwrap();
    overwrite(&file).unwrap();
    assert!(fs::read(&second).unwrap().iter().all(|byte| *byte == 0));
}

#[test]
fn a_file_is_read_up_to_its_limit_and_no_further() {
    let (_folder, path) = place();
    write_whole(&path, &[1; 100]).unwrap();
    assert_eq!(read_own(&path, 100).unwrap().len(), 100);
    assert_eq!(read_own(&path, 99).unwrap_err().code(), Code::FileTooLarge);
    assert_eq!(read_chosen(&path, 99).unwrap_err().code(), Code::FileTooLarge);
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_that_hides_its_length_is_counted() {
    // Files in /proc report a length of 0.
    let endless = Path::new("/proc/self/environ");
    assert_eq!(fs::metadata(endless).unwrap().len(), 0);
    assert_eq!(read_chosen(endless, 4).unwrap_err().code(), Code::FileTooLarge);
}

#[test]
fn a_name_that_no_disk_takes_has_its_own_word() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a".repeat(300));
    assert_eq!(write_whole(&path, b"x").unwrap_err().code(), Code::FileNameTooLong);
    assert_eq!(open_own(&path, Access::Create).unwrap_err().code(), Code::FileNameTooLong);
    assert_eq!(read_chosen(&path, 10).unwrap_err().code(), Code::FileNameTooLong);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn only_what_the_program_left_half_written_is_swept() {
    let folder = tempfile::tempdir().unwrap();
    let part = part_in(folder.path()).unwrap().keep().unwrap().1;
    let others = [".kluis-.part", ".kluis-abc.part", ".kluis-0123456789abcde-.part", "kluis-0123456789abcdef.part"];
    for name in others {
        write_whole(&folder.path().join(name), b"x").unwrap();
    }
    sweep_parts(folder.path()).unwrap();
    assert!(!part.exists());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), others.len());
}

fn seconds_then(minutes: u64) -> u64 {
    u64::try_from(SystemClock.now().0 / 1000).unwrap() - minutes * 60
}

/// Makes a file look as if it was written some minutes ago.
fn minutes_ago(path: &Path, minutes: u64) {
    let then = UNIX_EPOCH + Duration::from_secs(seconds_then(minutes));
    File::options().write(true).open(path).unwrap().set_modified(then).unwrap();
}

/// A temporary file of the program, as a killed process leaves it.
fn left(folder: &Path, ending: &str, minutes: u64) -> PathBuf {
    let then = seconds_then(minutes);
    let path = folder.join(format!("{OURS}{then:08x}aB3dE5gH{ending}"));
    write_whole(&path, b"van Anneke").unwrap();
    minutes_ago(&path, minutes);
    path
}

#[test]
fn what_a_delivery_that_was_cut_off_left_is_swept_once_it_is_old() {
    let folder = tempfile::tempdir().unwrap();
    let (part, old) = (left(folder.path(), PART, 11), left(folder.path(), OLD, 11));
    let under_way = [left(folder.path(), PART, 3), left(folder.path(), OLD, 3)];
    // A document of last year that is being replaced now.
    let document = folder.path().join("rapport.pdf");
    write_whole(&document, b"%PDF").unwrap();
    minutes_ago(&document, 500_000);
    let aside = put_aside(&document, folder.path()).unwrap();
    // Files that are not the program's, whatever their age.
    for name in [".kluis-.part", ".kluis-abc.old", ".kluis-0123456789abcde-.part", ".kluis-nooitvankluisxx.old"] {
        write_whole(&folder.path().join(name), b"x").unwrap();
        minutes_ago(&folder.path().join(name), 500);
    }
    fs::create_dir(folder.path().join(".kluis-0123456789abcdef.part")).unwrap();
    sweep_abandoned(folder.path());
    assert!(!part.exists() && !old.exists());
    assert!(under_way.iter().all(|path| path.exists()) && aside.name.exists() && document.exists());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 9);
}

#[test]
fn what_is_put_aside_where_a_disk_knows_no_second_names_is_not_the_only_one() {
    let folder = tempfile::tempdir().unwrap();
    let document = folder.path().join("rapport.pdf");
    write_whole(&document, b"%PDF").unwrap();
    // Hard links do not work across disks either. If both folders are on one disk, this tests a hard link.
    let other = tempfile::tempdir_in("/dev/shm").unwrap_or_else(|_| tempfile::tempdir().unwrap());
    let aside = put_aside(&document, other.path()).unwrap();
    assert_eq!((fs::read(&document).unwrap(), fs::read(&aside.name).unwrap()), (b"%PDF".to_vec(), b"%PDF".to_vec()));
    // After the document is replaced, its old content is overwritten, not only unlinked.
    let handle = File::open(&document).unwrap();
    write_whole(&document, b"new").unwrap();
    let is_copy = aside.file.is_some();
    aside.wipe();
    let mut left = vec![];
    (&handle).read_to_end(&mut left).unwrap();
    assert_eq!(left, if is_copy { vec![0; 4] } else { b"%PDF".to_vec() });
    let (nowhere, missing) = (other.path().join("x.old"), folder.path().join("weg.pdf"));
    assert!(copy_aside(&missing, &nowhere).is_err() && !nowhere.exists(), "nothing half done stays");
}

#[cfg(unix)]
mod links {
    use super::*;
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::process::Command;

    const LETTER: &[u8] = b"lief dagboek";

    /// Someone else's file, and each way in which a path of the program's own can lead to it.
    fn each_way(what: impl Fn(&Path)) {
        type Way = (&'static str, fn(&Path, &Path));
        let ways: [Way; 2] = [
            ("a link", |outside, path| symlink(outside, path).unwrap()),
            ("a second name", |outside, path| fs::hard_link(outside, path).unwrap()),
        ];
        for (way, make) in ways {
            let (folder, path) = place();
            let outside = folder.path().join("brief.txt");
            write_whole(&outside, LETTER).unwrap();
            make(&outside, &path);
            what(&path);
            assert_eq!(fs::read(&outside).unwrap(), LETTER, "{way}");
            assert_eq!(fs::metadata(&outside).unwrap().permissions().mode() & 0o777, 0o600, "{way}");
        }
    }

    #[test]
    fn no_link_is_opened_whatever_for() {
        for access in [Access::Read, Access::Write, Access::Append, Access::Create] {
            each_way(|path| {
                let refused = open_own(path, access).unwrap_err();
                assert_eq!((refused.code(), refused.view().args["file"].as_str()), (Code::VaultLink, "header.json"));
            });
        }
        each_way(|path| assert_eq!(read_own(path, 1000).unwrap_err().code(), Code::VaultLink));
        each_way(|path| assert_eq!(copy_whole(path, &path.with_extension("bak")).unwrap_err().code(), Code::VaultLink));
    }

    /// The case in which the link is created after `look_at`.
    #[test]
    fn the_opening_itself_follows_no_link() {
        let (folder, path) = place();
        symlink(folder.path().join("elsewhere"), &path).unwrap();
        let mut how = OpenOptions::new();
        system::stay_here(how.write(true).create(true));
        assert!(system::is_link(&how.open(&path).unwrap_err()));
        assert!(!folder.path().join("elsewhere").exists());
    }

    #[test]
    fn what_is_wiped_or_replaced_is_the_link_and_not_what_it_leads_to() {
        each_way(|path| {
            wipe(path).unwrap();
            assert!(fs::symlink_metadata(path).is_err());
        });
        each_way(|path| {
            write_whole(path, b"x").unwrap();
            assert_eq!(fs::read(path).unwrap(), b"x");
        });
    }

    #[test]
    fn what_is_swept_is_no_file_of_anybody_elses() {
        let (folder, _) = place();
        let letter = folder.path().join("brief.txt");
        write_whole(&letter, LETTER).unwrap();
        minutes_ago(&letter, 60);
        let linked = folder.path().join(".kluis-0123456789abcdef.part");
        symlink(&letter, &linked).unwrap();
        let second = left(folder.path(), OLD, 60);
        fs::remove_file(&second).unwrap();
        fs::hard_link(&letter, &second).unwrap();
        sweep_abandoned(folder.path());
        assert_eq!(fs::read(&letter).unwrap(), LETTER);
        // The kill came before the new file got the name: the second name goes, the document stays.
        assert!(!second.exists() && fs::symlink_metadata(&linked).is_ok());
    }

    #[test]
    fn a_link_that_leads_nowhere_makes_no_file() {
        let (folder, path) = place();
        symlink(folder.path().join("elsewhere"), &path).unwrap();
        for access in [Access::Write, Access::Append, Access::Create, Access::New] {
            assert!(open_own(&path, access).is_err());
        }
        write_whole(&path, b"x").unwrap();
        assert!(!folder.path().join("elsewhere").exists());
    }

    #[test]
    fn what_is_no_file_is_refused_at_once() {
        let (folder, path) = place();
        assert!(Command::new("mkfifo").arg(&path).status().unwrap().success());
        for access in [Access::Read, Access::Write, Access::Create] {
            assert_eq!(open_own(&path, access).unwrap_err().code(), Code::VaultLink);
            assert_eq!(open_own(folder.path(), access).unwrap_err().code(), Code::VaultLink);
        }
        for no_file in [&path, folder.path(), Path::new("/dev/zero")] {
            assert_eq!(read_chosen(no_file, 10).unwrap_err().code(), Code::FileNotAFile);
        }
    }

    #[test]
    fn only_this_user_may_read_what_was_written_or_enter_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("herstelblad.pdf");
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let open_to_all = |path: &Path| fs::set_permissions(path, fs::Permissions::from_mode(0o644)).unwrap();
        write_whole(&path, b"x").unwrap();
        assert_eq!(mode(&path), 0o600);
        open_to_all(&path);
        write_whole(&path, b"y").unwrap();
        assert_eq!(mode(&path), 0o600, "also over a file that others could read");
        open_to_all(&path);
        open_own(&path, Access::Write).unwrap();
        assert_eq!(mode(&path), 0o600, "also one that is opened again");
        let within = folder.path().join("a/b");
        make_private_folder(&within).unwrap();
        assert_eq!((mode(&within), mode(&folder.path().join("a"))), (0o700, 0o700));
    }
}

#[test]
fn a_file_that_gets_the_number_of_one_that_is_gone_is_another() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data.db");
    write_whole(&path, b"ours").unwrap();
    let ours = identity(&path).unwrap();
    assert_eq!(identity(&path).unwrap(), ours);
    fs::rename(&path, folder.path().join("moved")).unwrap();
    assert_eq!(identity(&folder.path().join("moved")).unwrap(), ours, "another name does not make it another file");
    fs::remove_file(folder.path().join("moved")).unwrap();
    // The system counts time in steps of a few milliseconds.
    std::thread::sleep(Duration::from_millis(20));
    for n in 0..50 {
        // On ext4 one of the first takes the free number.
        let next = folder.path().join(n.to_string());
        write_whole(&next, b"theirs").unwrap();
        assert_ne!(identity(&next).unwrap(), ours);
    }
}
