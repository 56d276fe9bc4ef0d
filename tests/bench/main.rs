//! `cargo xtask bench`: what the vault costs, as ratios against a named baseline in the same run. Medians of seven rounds, the
//! two sides taking turns, so that a busy moment of the computer hits both.
mod plain;

use acceptance::TestVault;
use plain::Plain;
use serde_json::json;
use std::time::{Duration, Instant};

const ROUNDS: usize = 7;
const PEOPLE: u32 = 10_000;
const WORDS: [&str; 10] =
    ["berg", "anneke", "mul", "veldrade", "vissre", "pieter m", "9999", "0600", "yildiz", "hendriks"];

fn main() {
    let mut vault = TestVault::new();
    let mut plain = Plain::new();
    println!("{PEOPLE} people; ratio = the vault's time / the baseline's time, median of {ROUNDS}\n");
    println!("{:44} {:>10} {:>10} {:>8}   baseline", "", "vault", "baseline", "ratio");
    let fill = once(|| drop(vault.call("demo_fill", json!({ "people": PEOPLE, "seed": 1 }))));
    let people = vault.call("people_list", json!({ "limit": PEOPLE }));
    let rows: Vec<_> = people["rows"].as_array().cloned().unwrap_or_default();
    let fill_plain = once(|| plain.fill(&rows));
    line("write 10,000 people in one transaction", fill, fill_plain, "the same rows into a file without a key");
    compare(
        "first page of the list",
        || drop(vault.call("people_list", json!({ "limit": 50 }))),
        || plain.first_page(),
        "SELECT .. ORDER BY .. LIMIT 50, no key",
    );
    compare(
        "ten searches, typing errors found",
        || WORDS.iter().for_each(|q| drop(vault.call("people_list", json!({ "q": q, "limit": 50 })))),
        || WORDS.iter().for_each(|q| plain.search(q)),
        "LIKE '%word%' over the same fields, no key, no typing errors",
    );
    compare(
        "due list over everyone",
        || drop(vault.call("retention_due", json!({}))),
        || plain.scan(),
        "reading every row once, no key",
    );
    let mut n = 0;
    compare(
        "one save: person, trail row, durable",
        || {
            n += 1;
            vault.call("people_create", json!({ "surname": format!("Proef {n}") }));
        },
        || plain.durable_page(),
        "one 4 KiB page written and made durable",
    );
}

fn once(f: impl FnOnce()) -> Duration {
    let start = Instant::now();
    f();
    start.elapsed()
}

fn compare(what: &str, mut ours: impl FnMut(), mut theirs: impl FnMut(), baseline: &str) {
    ours();
    theirs();
    let (mut a, mut b): (Vec<_>, Vec<_>) = (0..ROUNDS).map(|_| (once(&mut ours), once(&mut theirs))).unzip();
    a.sort();
    b.sort();
    line(what, a[ROUNDS / 2], b[ROUNDS / 2], baseline);
}

fn line(what: &str, ours: Duration, theirs: Duration, baseline: &str) {
    let ratio = ours.as_secs_f64() / theirs.as_secs_f64().max(1e-9);
    let ms = |d: Duration| format!("{:.2} ms", d.as_secs_f64() * 1_000.0);
    println!("{what:44} {:>10} {:>10} {ratio:>8.2}   {baseline}", ms(ours), ms(theirs));
}
