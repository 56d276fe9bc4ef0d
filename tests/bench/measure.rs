//! Two sides of one thing, timed in turns: on the wall, and by what the processor did for this program.
use crate::work::Work;
use std::time::{Duration, Instant};

const ROUNDS: usize = 7;

/// Less than this the system measures badly: what is quicker is done so many times in a round.
const LEAST: Duration = Duration::from_millis(100);

/// Time on the wall and of the processor.
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

/// What the processor did for every thread of this program so far; zero where the system does not tell.
fn processor() -> Duration {
    let tasks = std::fs::read_dir("/proc/self/task").into_iter().flatten().filter_map(Result::ok);
    let one = |task: std::fs::DirEntry| {
        let text = std::fs::read_to_string(task.path().join("schedstat")).ok()?;
        text.split_whitespace().next()?.parse::<u64>().ok()
    };
    Duration::from_nanos(tasks.filter_map(one).sum())
}

/// Times one thing once.
pub(crate) fn once(f: impl FnOnce()) -> Spent {
    let (start, before) = (Instant::now(), processor());
    f();
    Spent { wall: start.elapsed(), processor: processor().saturating_sub(before) }
}

/// How often something is done in a round, so that it can be measured; it is done once to find out.
fn times(f: impl FnOnce()) -> u32 {
    let one = once(f).wall.max(Duration::from_micros(10));
    u32::try_from(LEAST.as_micros() / one.as_micros()).unwrap_or(1).clamp(1, 10_000)
}

/// Times one thing done so many times; the time of one.
fn each(times: u32, mut f: impl FnMut()) -> Spent {
    let all = once(|| (0..times).for_each(|_| f()));
    Spent { wall: all.wall / times, processor: all.processor / times }
}

/// The lines printed so far, and those that are over their budget.
pub(crate) struct Table {
    over: Vec<String>,
}

impl Table {
    /// Prints the head.
    pub(crate) fn new(what: &str) -> Self {
        println!("{what}; each cell: wall / processor; median of {ROUNDS} where more than one round is said\n");
        println!("{:46} {:>21} {:>21} {:>13} {:>6}  baseline", "", "vault (ms)", "baseline (ms)", "ratio", "budget");
        Table { over: vec![] }
    }

    /// Both sides, seven times in turns after one to warm up.
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

    /// Both sides in turns, each of which times its own part: what must be done before is not counted.
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

    /// One line.
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

    /// Says what was over its budget.
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
