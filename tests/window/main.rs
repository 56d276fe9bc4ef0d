//! `window PROGRAM FOLDER [CHECK]`: in the real window, on the display that `cargo xtask window` gives it, the main job end to end, what
//! stays in memory after a lock, and that nothing reaches the network; or one of `job`, `memory`, `network`. Talks straight to
//! WebKitWebDriver; leaves its pictures and papers in the folder.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a program for the terminal")]

mod afterwards;
mod display;
mod keyboard;
mod main_job;
#[cfg(target_os = "linux")]
mod memory;
#[cfg(target_os = "linux")]
mod network;
mod screen;

use screen::{Outcome, Screen};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let words: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let (Some(program), Some(folder)) = (words.first(), words.get(1)) else {
        eprintln!("window PROGRAM FOLDER [job|memory|network]");
        return ExitCode::from(2);
    };
    let only = words.get(2).and_then(|word| word.to_str());
    match run(program, folder, only).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

async fn run(program: &Path, folder: &Path, only: Option<&str>) -> Outcome {
    let wanted = |check: &str| only.is_none_or(|only| only == check);
    if wanted("job") {
        job(program, folder).await?;
    }
    #[cfg(target_os = "linux")]
    if wanted("memory") {
        memory::check(program, folder)?;
    }
    #[cfg(target_os = "linux")]
    if wanted("network") {
        network::check(program, folder).await?;
    }
    Ok(())
}

async fn job(program: &Path, folder: &Path) -> Outcome {
    let screen = Screen::open(program, folder).await?;
    let done = main_job::run(&screen, program).await;
    if done.is_err() {
        screen.say_where_it_stopped().await;
    }
    let closed = screen.close().await;
    done.and(closed)
}
