//! Times two sides of a comparison in turns: wall time, and the processor time of this program.
use crate::work::Work;
use std::time::{Duration, Instant};

const ROUNDS: usize = 7;

/// Shorter times are inaccurate, so faster actions are repeated within a round until they take this long.
const LEAST: Duration = Duration::from_millis(100);

/// Wall time and processor time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Spent {
    wall: Duration,
    processor: Duration,
}

impl std::ops::Add for Spent {
    type Output = Spent;
    fn add(self, other: Spent) -> Spent {
        Spent { wall: self.wall + other.wall, processor: self.processor + other.processor }
    }
}

/// The processor time of all current threads of this program so far; zero where the system does not report it.
fn processor() -> Duration {
    let tasks = std::fs::read_dir("/proc/self/task").into_iter().flatten().filter_map(Result::ok);
    let one = |task: std::fs::DirEntry| {
        let text = std::fs::read_to_string(task.path().join("schedstat")).ok()?;
        text.split_whitespace().next()?.parse::<u64>().ok()
    };
    Duration::from_nanos(tasks.filter_map(one).sum())
}

/// Times a single call.
pub(crate) fn once(f: impl FnOnce()) -> Spent {
    let (start, before) = (Instant::now(), processor());
    f();
    Spent { wall: start.elapsed(), processor: processor().saturating_sub(before) }
}

/// How often to repeat an action within a round, estimated from one call.
fn times(f: impl FnOnce()) -> u32 {
    let one = once(f).wall.max(Duration::from_micros(10));
    u32::try_from(LEAST.as_micros() / one.as_micros()).unwrap_or(1).clamp(1, 10_000)
}

/// Times repeated calls and returns the average.
fn each(times: u32, mut f: impl FnMut()) -> Spent {
    let all = once(|| (0..times).for_each(|_| f()));
    Spent { wall: all.wall / times, processor: all.processor / times }
}

/// Prints the results and remembers those over their budget.
pub(crate) struct Table {
    over: Vec<String>,
}

impl Table {
    /// Prints the header of the table.
    pub(crate) fn new(what: &str) -> Self {
        println!("{what}; each cell: wall / processor; median of {ROUNDS} where more than one round is said\n");
        println!("{:46} {:>21} {:>21} {:>13} {:>6}  baseline", "", "vault (ms)", "baseline (ms)", "ratio", "budget");
        Table { over: vec![] }
    }

    /// Compares both sides over seven rounds in turns, after one warm-up call each.
    pub(crate) fn compare(
        &mut self,
        work: &mut Work,
        what: &str,
        mut ours: impl FnMut(&mut Work),
        mut theirs: impl FnMut(&mut Work),
        baseline: &str,
        budget: Option<f64>,
    ) {
        let (our_times, their_times) = (times(|| ours(work)), times(|| theirs(work)));
        let rounds = (0..ROUNDS).map(|_| (each(our_times, || ours(work)), each(their_times, || theirs(work))));
        let (ours, theirs): (Vec<_>, Vec<_>) = rounds.unzip();
        self.line(what, median(&ours), median(&theirs), baseline, budget);
    }

    /// As `compare`, but each side measures its own part, so that its preparation does not count.
    pub(crate) fn compare_parts(
        &mut self,
        work: &mut Work,
        what: &str,
        mut ours: impl FnMut(&mut Work) -> Spent,
        mut theirs: impl FnMut(&mut Work) -> Spent,
        baseline: &str,
        budget: Option<f64>,
    ) {
        let (ours, theirs): (Vec<_>, Vec<_>) = (0..=ROUNDS).map(|_| (ours(work), theirs(work))).skip(1).unzip();
        self.line(what, median(&ours), median(&theirs), baseline, budget);
    }

    /// Prints one line and remembers it if it is over its budget.
    pub(crate) fn line(&mut self, what: &str, ours: Spent, theirs: Spent, baseline: &str, budget: Option<f64>) {
        let ratio = |a: Duration, b: Duration| (!b.is_zero()).then(|| a.as_secs_f64() / b.as_secs_f64());
        let told = |ratio: Option<f64>| ratio.map_or_else(|| "-".to_owned(), |r| format!("{r:.2}"));
        let (wall, processor) = (ratio(ours.wall, theirs.wall), ratio(ours.processor, theirs.processor));
        let cell = |s: Spent| format!("{:.2} / {:.2}", millis(s.wall), millis(s.processor));
        let allowed = told(budget);
        let ratios = format!("{} / {}", told(wall), told(processor));
        println!("{what:46} {:>21} {:>21} {ratios:>13} {allowed:>6}  {baseline}", cell(ours), cell(theirs));
        if processor > budget && budget.is_some() {
            self.over.push(format!("{what}: {}, allowed {allowed}", told(processor)));
        }
    }

    /// Prints one line about memory.
    pub(crate) fn bytes(&mut self, what: &str, ours: u64, theirs: u64, baseline: &str, budget: Option<f64>) {
        #[expect(clippy::cast_precision_loss, reason = "megabytes, to be read by a person")]
        let (ours, theirs) = (ours as f64 / 1e6, theirs as f64 / 1e6);
        let allowed = budget.map_or_else(|| "-".to_owned(), |budget| format!("{budget:.2}"));
        let ratio = ours / theirs;
        println!("{what:46} {ours:>18.2} MB {theirs:>18.2} MB {ratio:>13.2} {allowed:>6}  {baseline}");
        if budget.is_some_and(|budget| ratio > budget) {
            self.over.push(format!("{what}: {ratio:.2}, allowed {allowed}"));
        }
    }

    /// Prints what was over its budget.
    pub(crate) fn end(self) {
        match self.over.as_slice() {
            [] => println!("\neverything is within its budget"),
            over => println!("\nover budget:\n  {}", over.join("\n  ")),
        }
    }
}

fn median(rounds: &[Spent]) -> Spent {
    let middle = |of: fn(&Spent) -> Duration| {
        let mut all: Vec<_> = rounds.iter().map(of).collect();
        all.sort();
        all[all.len() / 2]
    };
    Spent { wall: middle(|s| s.wall), processor: middle(|s| s.processor) }
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}
