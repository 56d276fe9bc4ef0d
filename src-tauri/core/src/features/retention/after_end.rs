//! What the end of a relation would mean: until when the person is kept then, and why. Shown while the date is typed.
use super::bars::{self, While};
use super::due::{self, Facts, Outcome};
use super::facts;
use super::rules::{Terms, terms};
use super::said::Said;
use crate::error::{Code, Error, Result};
use crate::kernel::id::{PersonId, RelationId};
use crate::kernel::session::Session;
use crate::kernel::time::Date;
use crate::ops::Permission;
use serde::{Deserialize, Serialize};

/// A relation, and the day on which it would end.
#[derive(Debug, Clone, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct AfterEndRequest {
    /// Whose relation it is.
    pub person: PersonId,
    /// The relation, which must belong to that person.
    pub relation: RelationId,
    /// Its last day, which may lie in the future.
    pub ended_on: Date,
}

/// What its end would mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct AfterEnd {
    /// The last day on which something is kept; `null` while something else has no end.
    pub until: Option<Date>,
    /// How long that lasts, where there is no last day because something has no end.
    #[serde(rename = "while")]
    pub lasts: Option<While>,
    /// Why until then; `null` where there is no last day.
    pub because: Option<Said>,
    /// Is the retention period over at once?
    pub due: bool,
}

/// What the end of a relation on that day would mean. Nothing is changed.
///
/// # Errors
/// `person.missing`; `relation.missing`, also when it belongs to somebody else; `clock.doubtful`; `permission.denied`.
pub fn after_end(s: &Session, req: AfterEndRequest) -> Result<AfterEnd> {
    s.read(Permission::RetentionSee, |tx| {
        let on = tx.day_to_count_from()?;
        let (_, mut facts, _) = facts::of(tx, req.person)?;
        let Some(relation) = facts.relations.iter_mut().find(|relation| relation.id == req.relation) else {
            return Err(Error::new(Code::RelationMissing));
        };
        relation.ended_on = Some(req.ended_on);
        // Also for a day to come: the bars then count from it.
        relation.ended = true;
        Ok(assess(terms()?, &facts, on))
    })
}

fn assess(rules: &Terms, facts: &Facts, on: Date) -> AfterEnd {
    let due = matches!(due::assess(rules, facts, on), Outcome::Due(_));
    let until = bars::keep_until(rules, facts, on);
    let because = until.map(|until| reason(rules, facts, on, until));
    AfterEnd { until, lasts: bars::lasts(rules, facts, on), because, due }
}

/// The reason that lasts until that day, as the bars give it but without the day.
fn reason(rules: &Terms, facts: &Facts, on: Date, until: Date) -> Said {
    let bar = bars::bars(rules, facts, &[], on).into_iter().find(|bar| bar.until == Some(until));
    match bar {
        Some(bar) => Said { text_id: reason_id(&bar.sentence.text_id), ..bar.sentence },
        // No bar ends then: it is a consent that keeps the person until they must be asked again.
        None => Said::new("retention-reason-consent"),
    }
}

fn reason_id(of_bar: &str) -> String {
    format!("retention-reason-{}", of_bar.trim_start_matches("retention-bar-"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::people::RelationKind;
    use crate::features::retention::rules::pack;
    use crate::text::{Language, Text};

    /// The ids are built from those of the bars.
    #[test]
    fn every_bar_with_a_last_day_has_its_reason() {
        let unit = |rule: &str| pack().unwrap().rule(rule).unwrap().unit.as_str();
        let of =
            |kind: RelationKind, end: &str, rule: &str| format!("retention-bar-{}-{end}-{}", kind.as_str(), unit(rule));
        let bars = [
            of(RelationKind::Member, "ended", "R01"),
            of(RelationKind::Volunteer, "ended", "R09"),
            of(RelationKind::Donor, "ended", "R07c"),
            of(RelationKind::Donor, "stopped", "R07c"),
            of(RelationKind::Contact, "ended", "R22"),
            "retention-bar-books".to_owned(),
            "retention-bar-longer".to_owned(),
        ];
        for language in Language::ALL {
            for bar in &bars {
                let text = Text::of(*language);
                assert!(text.has(bar) && text.has(&reason_id(bar)), "{bar} in {}", language.tag());
            }
        }
    }
}
