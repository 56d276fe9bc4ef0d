use super::*;
use crate::kernel::id::CountedIds;
use tempfile::TempDir;

const OLD: &[u8] = b"van vorig jaar";

struct Desk {
    folder: TempDir,
    ids: CountedIds,
    table: FileTable,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let table = FileTable::new(folder.path().join("print")).unwrap();
        Desk { folder, ids: CountedIds::default(), table }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn old(&self, name: &str) -> PathBuf {
        write_whole(&self.path(name), OLD).unwrap();
        self.path(name)
    }

    fn to(&self, name: &str) -> Target {
        Target::File { file: self.table.admit(&self.ids, self.path(name)) }
    }

    fn over(&self, name: &str) -> Target {
        Target::File { file: self.table.admit_to_replace(&self.ids, self.path(name)) }
    }

    fn deliver(&self, target: &Target) -> Result<Written> {
        self.table.deliver(&self.ids, target, "rapport.pdf", b"%PDF", 1)
    }

    fn put(&self, targets: &[&Target]) -> Result<Delivered> {
        let document = |target| Document { target, name: "rapport.pdf", bytes: b"%PDF", pages: 1 };
        self.table.put(&self.ids, &targets.iter().copied().map(document).collect::<Vec<_>>())
    }

    fn refused(&self, target: &Target) -> Code {
        self.deliver(target).unwrap_err().code()
    }

    /// The files on the desk, to check that nothing half-written or put aside is left.
    fn names(&self) -> Vec<String> {
        let all = fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<_> = all.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names.retain(|name| name != "print");
        names
    }
}

#[test]
fn a_document_for_printing_is_gone_after_the_lock() {
    let desk = Desk::new();
    let written = desk.deliver(&Target::Print).unwrap();
    assert_eq!(fs::read(&written.path).unwrap(), b"%PDF");
    desk.table.wipe_prints().unwrap();
    assert!(!Path::new(&written.path).exists());
}

#[test]
fn nothing_is_replaced_unasked() {
    let desk = Desk::new();
    let path = desk.old("rapport.pdf");
    assert_eq!(desk.refused(&desk.to("rapport.pdf")), Code::FileExists);
    assert_eq!(fs::read(&path).unwrap(), OLD);
    desk.deliver(&desk.over("rapport.pdf")).unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"%PDF");
    desk.old("rapport.pdf.part");
    desk.deliver(&desk.over("rapport.pdf")).unwrap();
    assert_eq!(fs::read(desk.path("rapport.pdf.part")).unwrap(), OLD, "nobody's file is taken for a part");
    assert_eq!(desk.names(), ["rapport.pdf", "rapport.pdf.part"]);
}

/// The earlier run was killed with the whole report in a part beside the target.
#[test]
fn a_delivery_clears_away_what_one_before_left_in_its_folder() {
    let desk = Desk::new();
    let left = desk.path(".kluis-0123456789abcdef.part");
    let a_year_ago = std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_764_000_000);
    let leave = || {
        let _ = write_whole(&left, b"%PDF van Anneke");
        fs::File::options().write(true).open(&left).unwrap().set_modified(a_year_ago).unwrap();
    };
    leave();
    desk.deliver(&desk.over("rapport.pdf")).unwrap();
    assert_eq!(desk.names(), ["rapport.pdf"]);
    leave();
    write_document(&desk.path("sleutel.txt"), b"x", false).unwrap();
    assert_eq!(desk.names(), ["rapport.pdf", "sleutel.txt"]);
}

/// A file appears between the check and the writing.
#[test]
fn what_appears_meanwhile_is_not_replaced_either() {
    let desk = Desk::new();
    let goal = Goal {
        shown: desk.path("rapport.pdf"),
        spot: Spot::of(&desk.path("rapport.pdf")).unwrap(),
        replace: false,
        open: FileToken(desk.ids.next()),
    };
    let path = desk.old("rapport.pdf");
    let document = Document { target: &Target::Print, name: "x", bytes: b"%PDF", pages: 1 };
    assert_eq!(delivery::put(vec![goal], &[document]).err().unwrap().code(), Code::FileExists);
    assert_eq!(fs::read(path).unwrap(), OLD);
}

#[test]
fn documents_that_do_not_stay_give_back_what_they_replaced() {
    let desk = Desk::new();
    let (one, another) = (desk.old("een.pdf"), desk.path("twee.pdf"));
    let (first, second) = (desk.over("een.pdf"), desk.over("twee.pdf"));
    drop(desk.put(&[&first, &second]).unwrap());
    assert_eq!(fs::read(&one).unwrap(), OLD);
    assert!(!another.exists());
    let written = desk.put(&[&first, &second]).unwrap().keep();
    assert_eq!(written.len(), 2);
    assert_eq!((fs::read(&one).unwrap(), fs::read(&another).unwrap()), (b"%PDF".to_vec(), b"%PDF".to_vec()));
    assert_eq!(desk.names(), ["een.pdf", "twee.pdf"]);
}

#[test]
fn a_document_that_cannot_be_written_leaves_the_others_as_they_were() {
    let desk = Desk::new();
    let one = desk.old("een.pdf");
    for (name, code) in [("geen-map/twee.pdf", Code::FileMissing), ("print", Code::FileNotAFile)] {
        let refused = desk.put(&[&desk.over("een.pdf"), &desk.over(name)]).err().unwrap();
        assert_eq!(refused.code(), code);
        assert_eq!(fs::read(&one).unwrap(), OLD);
    }
    assert_eq!(desk.names(), ["een.pdf"]);
}

#[test]
fn no_document_is_written_into_the_folder_of_a_vault() {
    let desk = Desk::new();
    for half in ["header.json", "header.bak", "data.db"] {
        let name = format!("kluis-{half}");
        fs::create_dir(desk.path(&name)).unwrap();
        desk.old(&format!("{name}/{half}"));
        for target in [format!("{name}/rapport.pdf"), format!("{name}/{half}"), format!("print/../{name}/rapport.pdf")]
        {
            assert_eq!(desk.refused(&desk.over(&target)), Code::FileInVault, "{target}");
            assert_eq!(desk.refused(&desk.to(&target)), Code::FileInVault, "{target}");
        }
        assert_eq!(fs::read(desk.path(&format!("{name}/{half}"))).unwrap(), OLD);
    }
    // Also below a complete vault, but not below a folder with only one such file.
    fs::create_dir_all(desk.path("heel.kluis/files")).unwrap();
    desk.old("heel.kluis/header.json");
    desk.deliver(&desk.to("heel.kluis/files/rapport.pdf")).unwrap();
    desk.old("heel.kluis/data.db");
    assert_eq!(desk.refused(&desk.over("heel.kluis/files/rapport.pdf")), Code::FileInVault);
    assert_eq!(ensure_deliverable(&desk.path("heel.kluis/x"), true).unwrap_err().code(), Code::FileInVault);
    assert_eq!(write_document(&desk.path("heel.kluis/x"), b"x", true).unwrap_err().code(), Code::FileInVault);
}

#[test]
fn two_documents_never_go_into_one_file() {
    let desk = Desk::new();
    fs::create_dir(desk.path("map")).unwrap();
    desk.old("een.pdf");
    fs::hard_link(desk.path("een.pdf"), desk.path("tweede-naam.pdf")).unwrap();
    let same = |a: &str, b: &str| desk.table.is_one(&desk.over(a), &desk.over(b)).unwrap();
    for other in ["een.pdf", "map/../een.pdf", "EEN.pdf", "tweede-naam.pdf"] {
        assert!(same("een.pdf", other), "{other}");
        assert!(desk.put(&[&desk.over("een.pdf"), &desk.over(other)]).is_err(), "{other}");
    }
    assert!(same("caf\u{e9}.pdf", "cafe\u{301}.pdf"));
    assert!(!same("een.pdf", "map/een.pdf") && !same("een.pdf", "twee.pdf"));
    assert_eq!(fs::read(desk.path("een.pdf")).unwrap(), OLD);
}

#[cfg(unix)]
#[test]
fn links_and_devices_lead_no_document_astray() {
    use std::os::unix::fs::symlink;
    let desk = Desk::new();
    fs::create_dir(desk.path("heel.kluis")).unwrap();
    desk.old("heel.kluis/data.db");
    symlink(desk.path("heel.kluis"), desk.path("map")).unwrap();
    assert_eq!(desk.refused(&desk.over("map/rapport.pdf")), Code::FileInVault);
    symlink(desk.path("heel.kluis/data.db"), desk.path("rapport.pdf")).unwrap();
    assert_eq!(desk.refused(&desk.to("rapport.pdf")), Code::FileExists);
    desk.deliver(&desk.over("rapport.pdf")).unwrap();
    assert_eq!(fs::read(desk.path("heel.kluis/data.db")).unwrap(), OLD, "the link is replaced, not followed");
    symlink(desk.path("nergens"), desk.path("los.pdf")).unwrap();
    assert_eq!(desk.refused(&desk.to("los.pdf")), Code::FileExists);
    assert!(!desk.path("nergens").exists());
    symlink("/dev/null", desk.path("niets.pdf")).unwrap();
    assert_eq!(desk.refused(&desk.over("niets.pdf")), Code::FileNotAFile);
    let device = Target::File { file: desk.table.admit_to_replace(&desk.ids, "/dev/null".into()) };
    assert_eq!(desk.refused(&device), Code::FileNotAFile);
}

#[cfg(unix)]
#[test]
fn wiping_what_was_printed_follows_no_link() {
    use std::os::unix::fs::symlink;
    let desk = Desk::new();
    let letter = desk.old("brief.txt");
    symlink(&letter, desk.path("print/rapport.pdf")).unwrap();
    desk.table.wipe_prints().unwrap();
    fs::remove_dir(desk.path("print")).unwrap();
    fs::create_dir(desk.path("mijn-map")).unwrap();
    let other = desk.old("mijn-map/brief.txt");
    symlink(desk.path("mijn-map"), desk.path("print")).unwrap();
    desk.table.wipe_prints().unwrap();
    assert_eq!((fs::read(letter).unwrap(), fs::read(other).unwrap()), (OLD.to_vec(), OLD.to_vec()));
}
