//! `cargo xtask prove`: shows that the compiler holds the front door. In a copy of the sources it renames one field of an answer
//! in the core, and checks that the caller which reads that field no longer compiles: the window, `kluis`, the tests. (The bridge
//! passes answers on unread.) It is no part of `cargo xtask test`, because each caller is compiled once more.
use crate::process::{Result, cargo, output, program, root};
use std::fs;
use std::path::{Path, PathBuf};

/// A caller, and a field of an answer that it reads. Its name is a word that the core uses for nothing else.
struct Caller {
    who: &'static str,
    /// How it is compiled.
    check: &'static [&'static str],
    field: &'static str,
}

const CALLERS: [Caller; 4] = [
    Caller { who: "kluis", check: &["--package", "ledenkluis-cli"], field: "has_note" },
    Caller {
        who: "the support of the tests",
        check: &["--package", "acceptance", "--lib"],
        field: "must_change_passphrase",
    },
    Caller { who: "the journeys", check: &["--package", "acceptance", "--test", "journeys"], field: "first_broken" },
    Caller { who: "the window", check: &["--package", "ledenkluis"], field: "idle_minutes" },
];

/// Proves it for every caller, one after the other.
pub(crate) fn prove() -> Result {
    let copy = root().join("target/prove");
    let fresh = Fresh::of(&copy)?;
    for caller in &CALLERS {
        fresh.refuses(caller)?;
        println!("{}: does not compile without the field {}", caller.who, caller.field);
    }
    Ok(())
}

/// A copy of the committed sources, removed at the end. Its build folder stays, so that the next proof is faster.
struct Fresh<'a>(&'a Path);

impl<'a> Fresh<'a> {
    fn of(copy: &'a Path) -> Result<Self> {
        let path = copy.display().to_string();
        // One that an interrupted run left behind.
        let _ = output(program("git", &["worktree", "remove", "--force", &path]));
        output(program("git", &["worktree", "add", "--detach", "--quiet", &path, "HEAD"]))?;
        let fresh = Fresh(copy);
        // Tauri compiles a page into the window: any will do.
        let page = copy.join("ui/dist");
        fs::create_dir_all(&page).map_err(|why| why.to_string())?;
        fs::write(page.join("index.html"), "<!doctype html>").map_err(|why| why.to_string())?;
        Ok(fresh)
    }

    /// Renames the field everywhere in the core, and lets the caller be compiled: it must fail, and name the field.
    fn refuses(&self, caller: &Caller) -> Result {
        let core = self.0.join("src-tauri/core/src");
        let renamed = rename(&core, caller.field)?;
        let mut check = cargo(&["check", "--quiet", "--message-format", "short", "--target-dir"]);
        check.arg(self.0.with_file_name("prove-build")).args(caller.check).current_dir(self.0);
        let done = check.output().map_err(|why| format!("cargo: {why}"))?;
        for (file, whole) in renamed {
            fs::write(file, whole).map_err(|why| why.to_string())?;
        }
        let said = String::from_utf8_lossy(&done.stderr);
        let errors: Vec<&str> = said.lines().filter(|line| line.contains(": error")).collect();
        let in_core = errors.iter().any(|line| line.starts_with("src-tauri/core/"));
        let names_it = errors.iter().any(|line| line.contains(caller.field));
        match (done.status.success(), names_it && !in_core) {
            (true, _) => Err(format!("{} compiles although the core has no field {}", caller.who, caller.field)),
            (false, false) => Err(format!("{} fails for another reason:\n{said}", caller.who)),
            (false, true) => Ok(()),
        }
    }
}

/// Gives the field another name in every source below; returns what stood in those files.
fn rename(folder: &Path, field: &str) -> Result<Vec<(PathBuf, String)>> {
    let mut renamed = vec![];
    for entry in fs::read_dir(folder).map_err(|why| format!("{}: {why}", folder.display()))? {
        let path = entry.map_err(|why| why.to_string())?.path();
        if path.is_dir() {
            renamed.extend(rename(&path, field)?);
        } else if let Ok(whole) = fs::read_to_string(&path)
            && whole.contains(field)
        {
            fs::write(&path, whole.replace(field, &format!("{field}_renamed"))).map_err(|why| why.to_string())?;
            renamed.push((path, whole));
        }
    }
    Ok(renamed)
}

impl Drop for Fresh<'_> {
    fn drop(&mut self) {
        let _ = output(program("git", &["worktree", "remove", "--force", &self.0.display().to_string()]));
    }
}
