//! `window PROGRAM FOLDER`: the main job, end to end, in the real window. Talks straight to WebKitWebDriver, on the display
//! that `cargo xtask window` gives it; leaves its pictures and papers in the folder.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a program for the terminal")]

mod afterwards;
mod keyboard;
mod main_job;
mod screen;

use screen::{Outcome, Screen};
use std::path::PathBuf;
use std::process::ExitCode;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let words: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [program, folder] = words.as_slice() else {
        eprintln!("window PROGRAM FOLDER");
        return ExitCode::from(2);
    };
    match run(program.clone(), folder.clone()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

async fn run(program: PathBuf, folder: PathBuf) -> Outcome {
    let screen = Screen::open(&program, &folder).await?;
    let done = main_job::run(&screen, &program).await;
    if done.is_err() {
        screen.say_where_it_stopped().await;
    }
    screen.close().await;
    done
}
