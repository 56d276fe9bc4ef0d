//! Installs what a fresh Debian or Ubuntu lacks: system libraries through apt, the UI's packages through npm. On other
//! systems it prints what to install by hand. It asks first, unless it runs as root.
use crate::process::{Result, npm, output, program, root, run, succeeds};
use std::io::{IsTerminal, Write};
use std::path::Path;
use std::process::Command;

/// A Debian package, how to detect it, and what it is for.
struct Package {
    name: &'static str,
    probe: Probe,
    why: &'static str,
}

/// How to detect that a package is installed.
enum Probe {
    File(&'static str),
    Library(&'static str),
}

const fn file(name: &'static str, path: &'static str, why: &'static str) -> Package {
    Package { name, probe: Probe::File(path), why }
}

const fn library(name: &'static str, module: &'static str, why: &'static str) -> Package {
    Package { name, probe: Probe::Library(module), why }
}

/// Needed to build the application.
const BUILD: &[Package] = &[
    file("build-essential", "/usr/bin/cc", "compiles SQLCipher"),
    file("make", "/usr/bin/make", "builds OpenSSL, which the vault's cipher comes from"),
    file("perl", "/usr/bin/perl", "configures OpenSSL"),
    file("pkg-config", "/usr/bin/pkg-config", "finds the libraries of the window"),
    library("libwebkit2gtk-4.1-dev", "webkit2gtk-4.1", "shows the page in the window"),
    library("librsvg2-dev", "librsvg-2.0", "draws the icons of the window"),
];

/// Needed in addition to run it on a desktop.
const RUN: &[Package] = &[file("xdg-utils", "/usr/bin/xdg-open", "opens a report in your own viewer")];

/// Needed in addition for the checks.
const TEST: &[Package] = &[
    file("chromium", "/usr/bin/chromium", "the browser tests"),
    file("webkit2gtk-driver", "/usr/bin/WebKitWebDriver", "drives the real window"),
    file("xvfb", "/usr/bin/Xvfb", "a display for the real window where there is none"),
    file("dbus", "/usr/bin/dbus-run-session", "a session bus of its own for that window"),
    file("gnome-keyring", "/usr/bin/gnome-keyring-daemon", "a keychain of its own for that window"),
    file("xdotool", "/usr/bin/xdotool", "types a passphrase into that window as a keyboard does"),
    file(
        "strace",
        "/usr/bin/strace",
        "kills kluis at every call that changes a file, and sees whether the window reaches for a network",
    ),
    file("fonts-dejavu-core", "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "letters on that window"),
];

/// Installs everything that `run` needs.
pub(crate) fn for_run() -> Result {
    packages(&[BUILD, RUN])?;
    page()
}

/// Installs everything that `test` needs, which includes the main job without a display.
pub(crate) fn for_test() -> Result {
    packages(&[BUILD, RUN, TEST])?;
    page()
}

/// Installs what `package` needs.
pub(crate) fn for_package() -> Result {
    const PACK: &[Package] = &[
        file("rpm", "/usr/bin/rpmbuild", "writes the .rpm"),
        file("file", "/usr/bin/file", "the bundler looks at files with it"),
    ];
    packages(&[BUILD, PACK])?;
    page()
}

/// Installs the npm packages of the UI if the lock file is newer than the installed ones.
pub(crate) fn page() -> Result {
    let version = output(program("node", &["--version"]))
        .map_err(|_| "Node.js 20.19 or newer is needed; install it and run this again".to_string())?;
    if !new_enough(&version) {
        return Err(format!("Node.js 20.19 or newer is needed, this is {}", version.trim()));
    }
    let changed = |path: &str| root().join("ui").join(path).metadata().and_then(|found| found.modified()).ok();
    // npm writes this file last.
    if changed("node_modules/.package-lock.json") < changed("package-lock.json") {
        return run(npm(&["ci", "--no-audit", "--no-fund"]));
    }
    Ok(())
}

fn new_enough(version: &str) -> bool {
    let mut parts = version.trim().trim_start_matches('v').split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    (parts.next().unwrap_or(0), parts.next().unwrap_or(0)) >= (20, 19)
}

fn packages(lists: &[&[Package]]) -> Result {
    let missing: Vec<&Package> = lists.iter().flat_map(|list| list.iter()).filter(|package| !there(package)).collect();
    if missing.is_empty() || !cfg!(target_os = "linux") {
        return Ok(());
    }
    eprintln!("This computer still needs:");
    for package in &missing {
        eprintln!("  {:24} {}", package.name, package.why);
    }
    let names: Vec<&str> = missing.iter().map(|package| package.name).collect();
    if !succeeds("apt-get", &["--version"]) {
        return Err(format!("please install what your system calls: {}", names.join(" ")));
    }
    let sudo = permission(&names)?;
    let mut install = vec!["install", "-y", "--no-install-recommends"];
    install.extend(&names);
    // An update discards what another apt-get has downloaded, so run it only when the install fails without it.
    if run(apt(sudo, &install)).is_err() {
        run(apt(sudo, &["update"]))?;
        run(apt(sudo, &install))?;
    }
    match missing.iter().find(|package| !there(package)) {
        Some(package) => Err(format!("{} was installed, but is not where it should be", package.name)),
        None => Ok(()),
    }
}

/// Whether sudo is needed. Asks for permission unless this runs as root.
fn permission(names: &[&str]) -> Result<bool> {
    if output(program("id", &["-u"]))?.trim() == "0" {
        return Ok(false);
    }
    let by_hand = format!("please run: sudo apt-get install {}", names.join(" "));
    if !succeeds("sudo", &["-V"]) {
        return Err(by_hand);
    }
    if !std::io::stdin().is_terminal() {
        return if succeeds("sudo", &["-n", "true"]) { Ok(true) } else { Err(by_hand) };
    }
    eprint!("Install this with sudo apt-get? [y/N] ");
    let _ = std::io::stderr().flush();
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer).map_err(|why| why.to_string())?;
    if matches!(answer.trim(), "y" | "Y" | "j" | "J") { Ok(true) } else { Err(by_hand) }
}

fn apt(sudo: bool, arguments: &[&str]) -> Command {
    let mut words = if sudo { vec!["sudo"] } else { vec![] };
    words.extend(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=600"]);
    words.extend(arguments);
    program(words[0], &words[1..])
}

fn there(package: &Package) -> bool {
    match package.probe {
        Probe::File(path) => Path::new(path).exists(),
        Probe::Library(module) => succeeds("pkg-config", &["--exists", module]),
    }
}

#[cfg(test)]
mod tests {
    use super::new_enough;

    #[test]
    fn an_old_node_is_told_apart_from_a_new_one() {
        assert!(new_enough("v20.19.0\n"));
        assert!(new_enough("v22.1.0"));
        assert!(!new_enough("v20.18.3"));
        assert!(!new_enough("nonsense"));
    }
}
