//! Power cuts. A kill keeps what the system had not yet written to the disk; a power cut does not. Of a file's content
//! only what was there at its last `fsync` is durable, and of a new, renamed or removed name only what was there at the
//! last `fsync` of its folder. What may remain is calculated from the recorded calls of one run; nothing is run again
//! for it.
use crate::place::{Ended, Place};
use crate::strace::Call;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::Path;
use std::rc::Rc;

/// Every file and folder by its name relative to the place: the index of its content, or `None` for a folder.
type Names = BTreeMap<String, Option<usize>>;

/// What is on the disk after a power cut.
pub(crate) struct Left {
    /// Just before which call, and which of the two variants it is.
    pub(crate) at: String,
    /// What had been answered by then.
    pub(crate) said: String,
    /// Every folder (without content) and file.
    files: BTreeMap<String, Option<Rc<Vec<u8>>>>,
}

#[derive(Default)]
struct Disk {
    names: Names,
    sure_names: Names,
    contents: Vec<Vec<u8>>,
    sure_contents: Vec<Rc<Vec<u8>>>,
    /// Open files: the index of their content, and where the next `write` goes.
    open: HashMap<String, (usize, usize)>,
    said: Vec<u8>,
}

/// Every state that may remain, each once. There are two for each moment: only what was durable; and all names, also
/// those that were not durable, with only the durable content.
pub(crate) fn left(before: &Place, calls: &[Call]) -> Vec<Left> {
    let mut disk = Disk::default();
    disk.load(&before.path(""), "");
    disk.sure_names = disk.names.clone();
    disk.sure_contents = disk.contents.iter().map(|content| Rc::new(content.clone())).collect();
    let (mut seen, mut all) = (BTreeSet::new(), vec![]);
    let mut note = |disk: &Disk, at: &str, ended: bool| {
        let said = String::from_utf8_lossy(&disk.said).into_owned();
        for (which, names) in [("what was sure", &disk.sure_names), ("names without content", &disk.names)] {
            let found = names.iter().filter(|(name, _)| is_found(names, name));
            let sure = |content: &Option<usize>| content.map(|content| Rc::clone(&disk.sure_contents[content]));
            let files: BTreeMap<_, _> = found.map(|(name, content)| (name.clone(), sure(content))).collect();
            if seen.insert((files.clone(), said.clone())) || ended && which == "what was sure" {
                all.push(Left { at: format!("{which} at {at}"), said: said.clone(), files });
            }
        }
    };
    for call in calls {
        if call.changes {
            note(&disk, &format!("{} {} ({})", call.name, call.nth, call.file.as_deref().unwrap_or_default()), false);
        }
        disk.apply(call);
    }
    note(&disk, "the end", true);
    all
}

/// A name in a folder that is not durable itself cannot be found.
fn is_found(names: &Names, name: &str) -> bool {
    let above = name.rsplit_once('/').map_or("", |(above, _)| above);
    name.is_empty() || (names.contains_key(above) && is_found(names, above))
}

impl Disk {
    fn load(&mut self, folder: &Path, name: &str) {
        self.names.insert(name.to_owned(), None);
        for entry in fs::read_dir(folder).expect("a folder").map(|e| e.expect("an entry")) {
            let below = format!("{name}/{}", entry.file_name().to_string_lossy()).trim_start_matches('/').to_owned();
            if entry.path().is_dir() {
                self.load(&entry.path(), &below);
            } else {
                let content = self.add(fs::read(entry.path()).expect("a file"));
                self.names.insert(below, Some(content));
            }
        }
    }

    fn add(&mut self, content: Vec<u8>) -> usize {
        self.contents.push(content);
        self.sure_contents.push(Rc::default());
        self.contents.len() - 1
    }

    fn apply(&mut self, call: &Call) {
        let Some(file) = call.file.as_deref() else {
            if call.name.starts_with("open") {
                self.open.remove(&came_back(&call.words));
            }
            return;
        };
        let handle = call.words.split('<').next().unwrap_or_default().to_owned();
        match call.name.as_str() {
            "write" if file == "stdout" => self.said.extend(written(&call.words)),
            "open" | "openat" => self.open(call, file),
            "write" | "pwrite64" => self.write(call, &handle),
            "ftruncate" => {
                let (length, content) = (last_number(&call.words), self.open[&handle].0);
                self.contents[content].resize(length, 0);
            }
            "fsync" | "fdatasync" if matches!(self.names.get(file), Some(None)) => self.settle(file),
            "fsync" | "fdatasync" => {
                let content = self.open[&handle].0;
                self.sure_contents[content] = Rc::new(self.contents[content].clone());
            }
            "rename" | "renameat" | "renameat2" => {
                let content = self.names.remove(&call.names[0]).expect("the old name");
                self.names.insert(call.names[1].clone(), content);
            }
            "unlink" | "rmdir" => drop(self.names.remove(file)),
            "mkdir" => drop(self.names.insert(file.to_owned(), None)),
            "chmod" | "fchmod" => {}
            other => panic!("these tests do not know what {other} leaves on a disk: {file}"),
        }
    }

    fn open(&mut self, call: &Call, file: &str) {
        if let Some(None) = self.names.get(file) {
            return;
        }
        let content = match self.names.get(file).copied().flatten() {
            Some(content) => content,
            None => {
                let content = self.add(vec![]);
                self.names.insert(file.to_owned(), Some(content));
                content
            }
        };
        if call.words.contains("O_TRUNC") {
            self.contents[content].clear();
        }
        assert!(!call.words.contains("O_APPEND"), "these tests do not know where what is added to {file} goes");
        self.open.insert(came_back(&call.words), (content, 0));
    }

    fn write(&mut self, call: &Call, handle: &str) {
        let bytes = written(&call.words);
        let (content, next) = self.open[handle];
        let at = if call.name == "write" { next } else { last_number(&call.words) };
        let into = &mut self.contents[content];
        let end = at + bytes.len();
        if into.len() < end {
            into.resize(end, 0);
        }
        into[at..end].copy_from_slice(&bytes);
        if call.name == "write" {
            self.open.insert(handle.to_owned(), (content, end));
        }
    }

    /// The names in a folder are durable from now on: both those that exist and those that were removed.
    fn settle(&mut self, folder: &str) {
        let is_in = |name: &str| !name.is_empty() && name.rsplit_once('/').map_or("", |(above, _)| above) == folder;
        self.sure_names.retain(|name, _| !is_in(name));
        self.sure_names.extend(self.names.iter().filter(|(name, _)| is_in(name)).map(|(n, c)| (n.clone(), *c)));
    }
}

/// The `3` in `= 3</p/v/h>`.
fn came_back(words: &str) -> String {
    let back = words.rsplit_once(" = ").map_or("", |(_, back)| back);
    back.split('<').next().unwrap_or_default().to_owned()
}

/// The last argument.
fn last_number(words: &str) -> usize {
    let (arguments, _) = words.rsplit_once(')').expect("a call that came back");
    let argument = arguments.rsplit(", ").next().expect("an argument");
    argument.trim().parse().expect("a number")
}

/// The bytes between the quotes, in C's notation.
fn written(words: &str) -> Vec<u8> {
    let (_, text) = words.split_once('"').expect("what is written");
    let mut bytes = vec![];
    let mut rest = text.as_bytes().iter().copied().peekable();
    while let Some(byte) = rest.next() {
        match byte {
            b'"' => {
                assert!(rest.next() != Some(b'.'), "strace cut off what was written");
                break;
            }
            b'\\' => bytes.push(match rest.next().expect("a letter") {
                b'n' => b'\n',
                b't' => b'\t',
                b'r' => b'\r',
                b'v' => 11,
                b'f' => 12,
                digit @ b'0'..=b'7' => {
                    let mut value = u32::from(digit - b'0');
                    for _ in 0..2 {
                        if let Some(more) = rest.next_if(|more| (b'0'..=b'7').contains(more)) {
                            value = value * 8 + u32::from(more - b'0');
                        }
                    }
                    u8::try_from(value).expect("a byte")
                }
                other => other,
            }),
            other => bytes.push(other),
        }
    }
    bytes
}

impl Left {
    /// A place with that disk, and what the user had seen of the run.
    #[expect(clippy::disallowed_methods, reason = "files of the test's own")]
    pub(crate) fn place(&self) -> (Place, Ended) {
        let place = Place::new();
        for (name, content) in &self.files {
            match content {
                None => fs::create_dir_all(place.path(name)).expect("a folder"),
                Some(content) => fs::write(place.path(name), content.as_slice()).expect("a file"),
            }
        }
        place.same_disk();
        (place, Ended { killed: true, refused: String::new(), answers: crate::place::documents(&self.said) })
    }
}

#[test]
fn what_was_not_made_durable_is_not_sure_to_be_left() {
    let place = Place::new();
    place.write("old", "old");
    let call = |name: &str, file: &str, names: &[&str], words: &str| Call {
        name: name.into(),
        nth: 1,
        file: Some(file.into()),
        changes: true,
        names: names.iter().map(|name| (*name).to_owned()).collect(),
        words: words.into(),
    };
    let calls = [
        call("openat", "new", &["new"], "O_CREAT) = 3</p/new>"),
        call("write", "new", &[], "3</p/new>, \"n\\0\\\"w\", 4) = 4"),
        call("fsync", "new", &[], "3</p/new>) = 0"),
        call("pwrite64", "new", &[], "3</p/new>, \"x\", 1, 0) = 1"),
        call("rename", "old", &["new", "old"], ") = 0"),
        call("fsync", "", &[], "4</p>) = 0"),
    ];
    let files = |left: &Left| {
        let (place, _) = left.place();
        ["new", "old"].map(|name| place.read(name).unwrap_or_else(|| "none".into()))
    };
    let all: Vec<[String; 2]> = left(&place, &calls).iter().map(files).collect();
    let expected = [["none", "old"], ["", "old"], ["n\0\"w", "old"], ["none", "n\0\"w"], ["none", "n\0\"w"]];
    assert_eq!(all, expected.map(|names| names.map(String::from)));
}
