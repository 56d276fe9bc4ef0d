//! The rounds of one act: the calls at which it is killed, what is found afterwards, and the count.
use crate::after::Found;
use crate::place::{Ended, Place, Program};
use crate::power;
use crate::strace::{self, Call};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// How many writes of the database and its journal each act is killed at, unless all are asked for.
const MOST_DATA_WRITES: usize = 6;

/// The variable that asks for all writes.
const ALL: &str = "LEDENKLUIS_KILL";

/// Checks what is left. Gets what had been acknowledged when the run ended.
pub(crate) type Check = dyn Fn(&Place, &Ended, &mut Found);

/// Something done to a vault, and what must hold whenever it was cut short.
pub(crate) struct Act {
    /// The vault before it, with everything around it.
    pub(crate) before: Place,
    /// The program to be killed.
    pub(crate) program: Program,
    /// What must hold afterwards.
    pub(crate) after: Box<Check>,
}

/// Kills the act at one call after another and checks what is left each time; then the same for power cuts.
pub(crate) fn run(name: &str, act: &Act) {
    let whole = act.before.copy();
    let (calls, ended) = strace::record(&whole, &act.program);
    let mut rounds = Rounds { act, name, names: vec![], done: 0, faults: vec![] };
    rounds.look("whole", &whole, &ended);
    assert!(rounds.faults.is_empty(), "{}", rounds.faults.join("\n"));
    rounds.names = whole.names();

    let (chosen, left_out) = choose(&calls);
    let (mut killed, mut kinds) = (0, BTreeMap::<&str, usize>::new());
    for call in &chosen {
        let place = act.before.copy();
        let ended = strace::kill_at(&place, &act.program, call);
        let at = format!("killed at {} {} ({})", call.name, call.nth, call.file.as_deref().unwrap_or_default());
        if ended.killed {
            killed += 1;
            *kinds.entry(call.name.as_str()).or_default() += 1;
        }
        rounds.look(&at, &place, &ended);
    }
    let cuts = power::left(&act.before, &calls);
    for left in &cuts {
        let (place, ended) = left.place();
        rounds.look(&left.at, &place, &ended);
    }
    let kinds: Vec<String> = kinds.iter().map(|(kind, n)| format!("{n} {kind}")).collect();
    leave(
        name,
        &format!(
            "kill: {name}: {killed} killed of {} rounds ({}), {} not reached, {left_out} writes of data left out; {} power cuts\n",
            chosen.len(),
            kinds.join(", "),
            chosen.len() - killed,
            cuts.len()
        ),
    );
    let faults = &rounds.faults;
    assert!(faults.is_empty(), "{} faults in {} rounds\n{}", faults.len(), rounds.done, faults.join("\n"));
    assert!(killed * 10 >= chosen.len() * 9, "of {} rounds only {killed} were killed", chosen.len());
}

/// The rounds of an act and the faults found.
struct Rounds<'a> {
    act: &'a Act,
    name: &'a str,
    /// The files in the vault's folder after an undisturbed run; empty until that is known.
    names: Vec<String>,
    done: usize,
    faults: Vec<String>,
}

impl Rounds<'_> {
    fn look(&mut self, at: &str, place: &Place, ended: &Ended) {
        let mut found = Found::new(self.done);
        self.done += 1;
        found.must(ended.refused.is_empty(), || format!("it was refused: {}", ended.refused));
        (self.act.after)(place, ended, &mut found);
        let strange: Vec<String> = place.names().into_iter().filter(|n| !self.names.contains(n)).collect();
        let nothing_strange = self.names.is_empty() || strange.is_empty();
        found.must(nothing_strange, || format!("still there after everybody was in: {strange:?}"));
        self.faults.extend(found.faults().iter().map(|fault| format!("{}, {at}: {fault}", self.name)));
    }
}

/// The calls to be killed at, each once, and how many were left out.
fn choose(calls: &[Call]) -> (Vec<Call>, usize) {
    let mut all: Vec<Call> = vec![];
    for call in calls.iter().filter(|call| call.changes) {
        // Two threads may each have made their third write; strace kills at whichever comes first.
        if !all.iter().any(|c| (&c.name, c.nth) == (&call.name, call.nth)) {
            all.push(call.clone());
        }
    }
    let writes = all.iter().filter(|c| c.writes_data()).count();
    let most = if std::env::var(ALL).is_ok_and(|which| which == "all") { writes } else { MOST_DATA_WRITES.min(writes) };
    let (mut seen, before) = (0, all.len());
    all.retain(|call| {
        if !call.writes_data() {
            return true;
        }
        seen += 1;
        // Takes evenly spread writes: each time another share of them is full.
        (seen - 1) * most / writes != seen * most / writes
    });
    let left_out = before - all.len();
    (all, left_out)
}

#[expect(clippy::disallowed_methods, reason = "a line of the test's own, for the end of the run")]
fn leave(name: &str, line: &str) {
    println!("{line}");
    let folder: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("a workspace").join("target/kill");
    fs::create_dir_all(&folder).expect("target/kill");
    fs::write(folder.join(format!("{name}.txt")), line).expect("a line");
}

#[test]
fn of_many_writes_as_many_as_wanted_are_taken_evenly_and_nothing_else_is_left_out() {
    let call = |name: &str, nth, file: &str| Call {
        name: name.into(),
        nth,
        file: Some(file.into()),
        changes: true,
        names: vec![],
        words: String::new(),
    };
    let data = |nth| call("pwrite64", nth, "v/data.db");
    let other = call("rename", 1, "v/header");
    let mut calls: Vec<Call> = (1..=120).map(data).collect();
    calls.insert(60, other.clone());
    calls.push(other.clone());
    let (chosen, left_out) = choose(&calls);
    assert_eq!((chosen.len(), left_out), (MOST_DATA_WRITES + 1, 120 - MOST_DATA_WRITES));
    assert!(chosen.contains(&other));
    let few: Vec<Call> = (1..=5).map(data).collect();
    assert_eq!(choose(&few), (few.clone(), 0));
}
