//! Tests in the real window: the main job, what stays in memory after a lock, and that it opens no network connection.
//! They use a display, a session bus and a keychain of their own, WebKitWebDriver, and the application with the page
//! built in. The screenshots, the PDF and the JSON end up in `target/main-job/`.
use crate::build::build;
use crate::process::{Result, npm, program, root, run, run_within};
use crate::setup;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::Duration;

/// Builds the page, the window and its test, and runs the test.
pub(crate) fn check() -> Result {
    setup::for_test()?;
    run(npm(&["run", "--silent", "build"]))?;
    build()?;
    job_in_the_window(None)
}

/// The same, while other checks print: what it prints comes at its end. Expects everything to be built.
pub(crate) fn job_beside_others() -> Result {
    job_in_the_window(Some(&root().join("target/main-job.txt")))
}

fn job_in_the_window(output: Option<&Path>) -> Result {
    if !cfg!(target_os = "linux") {
        return Err("the window test drives WebKitWebDriver, which only Linux has".into());
    }
    let out = root().join("target/main-job");
    let home = root().join("target/main-job-home");
    for folder in [&out, &home] {
        clear(folder)?;
    }
    let display = Display::start()?;
    let done = run_within(job(&display, &home, &out), Duration::from_secs(10 * 60), output);
    drop(display);
    done?;
    report(&out)
}

/// The test, in its own session bus with an unlocked keychain and with an empty home folder.
fn job(display: &Display, home: &Path, out: &Path) -> std::process::Command {
    let inside =
        "printf 'test' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1 || exit 9; exec \"$@\"";
    let mut command = program("dbus-run-session", &["--", "sh", "-c", inside, "sh"]);
    command.arg(root().join("target/debug/window")).arg(root().join("target/debug/ledenkluis")).arg(out);
    command.env("DISPLAY", &display.name).env("HOME", home);
    for (variable, folder) in [
        ("XDG_RUNTIME_DIR", "run"),
        ("XDG_DATA_HOME", "data"),
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_CACHE_HOME", "cache"),
    ] {
        command.env(variable, home.join(folder));
    }
    for (variable, value) in
        [("GDK_BACKEND", "x11"), ("NO_AT_BRIDGE", "1"), ("LANG", "C.UTF-8"), ("TZ", "Europe/Amsterdam")]
    {
        command.env(variable, value);
    }
    command.env_remove("WAYLAND_DISPLAY");
    command
}

fn clear(folder: &Path) -> Result {
    let say = |why: std::io::Error| format!("{}: {why}", folder.display());
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(say)?;
    }
    fs::create_dir_all(folder.join("run")).map_err(say)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(folder.join("run"), fs::Permissions::from_mode(0o700)).map_err(say)?;
    }
    Ok(())
}

fn report(out: &Path) -> Result {
    let _ = fs::remove_dir(out.join("run"));
    let found = fs::read_dir(out).map_err(|why| format!("{}: {why}", out.display()))?;
    let mut paths: Vec<_> = found.filter_map(|entry| entry.ok()).map(|entry| entry.path()).collect();
    paths.sort();
    eprintln!("the main job ran in the real window and left:");
    for path in paths {
        eprintln!("  {}", path.display());
    }
    Ok(())
}

/// A virtual display with its own number. Dropping this value ends it.
struct Display {
    server: Child,
    name: String,
}

impl Display {
    fn start() -> Result<Self> {
        let mut command = program("Xvfb", &["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"]);
        let say = |why: std::io::Error| format!("Xvfb: {why}");
        let mut server = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().map_err(say)?;
        let mut number = String::new();
        if let Some(pipe) = server.stdout.take() {
            BufReader::new(pipe).read_line(&mut number).map_err(say)?;
        }
        Ok(Self { server, name: format!(":{}", number.trim()) })
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
