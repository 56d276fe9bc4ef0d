//! Fills an empty vault with made-up people, their consents and their gifts.
use super::person::Draw;
use super::story;
use crate::error::{Check, Code, Error, Result};
use crate::features::{people, settings};
use crate::kernel::session::{Done, Session, Subject};
use crate::ops::Op;
use serde::{Deserialize, Serialize};

/// How many people to make, and which.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct DemoRequest {
    /// 1 to 100,000.
    pub people: u32,
    /// Another seed gives other people.
    #[ts(type = "number")]
    pub seed: u64,
}

/// What was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Filled {
    /// Made-up people in the vault.
    pub people: u32,
}

/// Fills an empty vault and marks it as a demo.
///
/// # Errors
/// `demo.not_empty` when there are people in it; `input.invalid`; `permission.denied`; `job.cancelled`.
pub fn fill(s: &mut Session, req: DemoRequest) -> Result<Done<Filled>> {
    Check::new().ensure("people", (1..=100_000).contains(&req.people), Code::FieldChoice).done()?;
    let done = s.write(Op::DemoFill, |tx| {
        if people::is_anybody(tx)? {
            return Err(Error::new(Code::DemoNotEmpty));
        }
        tx.progress().start(u64::from(req.people));
        let mut draw = Draw::new(req.seed);
        for number in 1..=req.people {
            let person = draw.person(number, tx.today());
            let id = people::insert(tx, &person, people::Source::Entered)?;
            story::tell(tx, &mut draw, id, &person)?;
            tx.progress().step()?;
        }
        settings::put(tx, "demo", &true)?;
        Ok(tx.changed(Subject::NONE, Filled { people: req.people }).counted(req.people as usize))
    });
    s.around().progress.finish();
    done
}
