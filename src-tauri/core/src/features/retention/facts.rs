//! Gathers the facts that retention is calculated from, for one person or, in a few queries, for everyone.
use super::bars::GivenConsent;
use super::due::{Facts, Standalone};
use super::rules::pack;
use super::store;
use crate::error::Result;
use crate::features::consent::{self, Stand, State};
use crate::features::donations::{self, FiscalYear};
use crate::features::people::{self, Standing};
use crate::kernel::id::PersonId;
use crate::kernel::session::ReadTx;
use crate::kernel::time::Date;
use crate::ops::Topic;
use std::collections::HashMap;
use std::sync::Arc;

/// One person, with the facts and the consents that are given now.
pub(super) fn of(tx: &ReadTx<'_>, person: PersonId) -> Result<(Standing, Facts, Vec<GivenConsent>)> {
    let standing = people::standing(tx, person)?;
    let consents = consent::standing(tx, person)?;
    let kept_until = store::find(tx, person)?.map(|k| k.until);
    let facts = facts(&standing, &donations::years(tx, person)?, &consents, kept_until);
    Ok((standing, facts, given(&consents)?))
}

pub(super) const READ_FROM: &[Topic] = &[Topic::People, Topic::Consent, Topic::Donations, Topic::Retention];

/// Everyone whom the role may see, with the facts.
pub(super) fn of_everyone(tx: &ReadTx<'_>) -> Result<Arc<Vec<(Standing, Facts)>>> {
    tx.cached(READ_FROM, read_everyone)
}

fn read_everyone(tx: &ReadTx<'_>) -> Result<Vec<(Standing, Facts)>> {
    let consents = consent::standing_of_all(tx)?;
    let years = donations::all_years(tx)?;
    let kept: HashMap<PersonId, Date> = store::all(tx)?.into_iter().collect();
    let with_facts = |standing: &Standing| {
        let years = years.get(&standing.id).map_or(&[][..], Vec::as_slice);
        let consents = consents.get(&standing.id).map_or(&[][..], Vec::as_slice);
        (standing.clone(), facts(standing, years, consents, kept.get(&standing.id).copied()))
    };
    Ok(people::everyone(tx)?.iter().map(with_facts).collect())
}

fn facts(person: &Standing, years: &[FiscalYear], consents: &[Stand], kept_until: Option<Date>) -> Facts {
    // Only a yes, withdrawn or not, ever kept somebody: a no to the first question neither keeps nor ends anything.
    let was_given = |state: &State| matches!(state, State::Given | State::Withdrawn);
    let keeps = consents.iter().filter(|(purpose, state, _)| purpose.keeps && was_given(state));
    Facts {
        relations: person.relations.clone(),
        fiscal: years.to_vec(),
        standalone: keeps
            .map(|(_, state, since)| Standalone { given: *state == State::Given, since: *since })
            .collect(),
        restricted: person.restricted,
        restricted_until: person.restricted_until,
        kept_until,
    }
}

/// The consents that are given now, each with the rule of its purpose.
fn given(consents: &[Stand]) -> Result<Vec<GivenConsent>> {
    let one = |(purpose, _, since): &Stand| {
        let rule = purpose.rule.as_deref().map(|id| pack()?.rule(id)).transpose()?;
        Ok(GivenConsent { purpose: purpose.id, text_id: purpose.text_id(), rule, since: *since })
    };
    let given = consents.iter().filter(|(_, state, _)| *state == State::Given);
    let mut given: Vec<_> = given.map(one).collect::<Result<_>>()?;
    given.sort_by_key(|g| (g.since, g.purpose));
    Ok(given)
}
