//! The relations of a row: from the columns that say what somebody is, from their status, and from a death. Whatever
//! cannot be read makes no relation that runs.
use super::guess::answer::{self, Answer};
use super::guess::meaning::Field;
use super::guess::relation::{self, Kind, Said};
use super::request::ImportRequest;
use crate::error::Code;
use crate::features::people::{NewRelation, RelationKind};
use crate::kernel::time::Date;

/// The row says that this person has died.
pub(super) const DECEASED: &str = "import.deceased";
/// "Inactive" may be the end of a relation or a pause. It is stored as an end.
const INACTIVE: &str = "import.inactive";

/// What a row says about the relations of a person, collected column by column.
#[derive(Debug, Default)]
pub(super) struct Standing {
    /// The kinds that are named, and whether each has ended.
    kinds: Vec<(RelationKind, bool)>,
    /// It says that they are active.
    active: bool,
    /// It says that they are not, and does not say that they ever were.
    not: bool,
    /// All of it has ended.
    ended: bool,
    unread: bool,
    died: bool,
    died_on: Option<Date>,
}

impl Standing {
    /// Takes what a cell says; returns what has to be told about it. `None` for a field that is about something else.
    pub(super) fn take(
        &mut self,
        field: Field,
        text: &str,
        usual: RelationKind,
        day: impl FnOnce() -> Option<Date>,
    ) -> Option<Option<&'static str>> {
        match field {
            Field::Relation => Some(self.say(&relation::of(text), usual)),
            // A no to "active" says that it stopped; a no to "member" does not.
            Field::Status if answer::of(text) == Answer::No => Some(self.say(&[Said::Inactive], usual)),
            Field::Status => Some(self.say(&relation::of(text), usual)),
            Field::Deceased => Some(self.die(text, day())),
            _ => None,
        }
    }

    /// A formula that failed, where the relation or its end would be.
    pub(super) fn fail(&mut self, field: Field) {
        self.unread |= matches!(field, Field::Relation | Field::Status);
        self.ended |= matches!(field, Field::MemberUntil | Field::Deceased);
    }

    fn say(&mut self, said: &[Said], usual: RelationKind) -> Option<&'static str> {
        let kind = |kind: Kind| match kind {
            Kind::Member => RelationKind::Member,
            Kind::Donor => RelationKind::Donor,
            Kind::Volunteer => RelationKind::Volunteer,
            Kind::Contact => RelationKind::Contact,
            Kind::Usual => usual,
        };
        let others = said.iter().any(|s| matches!(s, Said::Runs(k) if kind(*k) != usual));
        let contrary = said.iter().any(|s| match s {
            Said::Ended(Kind::Usual) => others,
            Said::Ended(k) => said.contains(&Said::Runs(*k)),
            Said::Not => said.contains(&Said::Runs(Kind::Usual)),
            _ => false,
        });
        if contrary || said.contains(&Said::Unread) {
            self.unread = true;
            return Some(Code::FieldChoice.as_str());
        }
        let mut told = None;
        for one in said {
            match one {
                Said::Runs(Kind::Usual) => self.active = true,
                Said::Runs(k) => self.name(kind(*k), false),
                Said::Ended(Kind::Usual) => self.ended = true,
                Said::Ended(k) => self.name(kind(*k), true),
                Said::Not => self.not = true,
                Said::Inactive => (self.ended, told) = (true, Some(INACTIVE)),
                Said::Died => (self.died, told) = (true, Some(DECEASED)),
                Said::Unread => {}
            }
        }
        told
    }

    /// Of two columns that name the same kind, an end wins.
    fn name(&mut self, kind: RelationKind, ended: bool) {
        match self.kinds.iter_mut().find(|(k, _)| *k == kind) {
            Some((_, has_ended)) => *has_ended |= ended,
            None => self.kinds.push((kind, ended)),
        }
    }

    fn die(&mut self, text: &str, day: Option<Date>) -> Option<&'static str> {
        let is_year = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
        match (answer::of(text), day) {
            (_, Some(day)) => (self.died, self.died_on) = (true, Some(day)),
            (Answer::No | Answer::Nothing, _) => return None,
            (Answer::Yes, _) => self.died = true,
            _ if is_year || relation::of(text) == [Said::Died] => self.died = true,
            _ => {
                self.ended = true;
                return Some(Code::FieldDate.as_str());
            }
        }
        Some(DECEASED)
    }

    /// A last day that is no date: `ja` under "Opgezegd", or an end that cannot be read. Returns what has to be told.
    pub(super) fn end(&mut self, text: &str) -> Option<&'static str> {
        match answer::of(text) {
            Answer::No | Answer::Nothing => None,
            Answer::Yes | Answer::Left => {
                self.ended = true;
                None
            }
            _ => {
                self.ended = true;
                Some(Code::FieldDate.as_str())
            }
        }
    }

    /// The relations, with the first and the last day that the row gives.
    pub(super) fn relations(
        self,
        request: &ImportRequest,
        since: Option<Date>,
        until: Option<Date>,
    ) -> Vec<NewRelation> {
        let usual = request.relation;
        let mut kinds = self.kinds;
        if self.unread && !self.died {
            return vec![];
        }
        // In a list of former members, the kind of member they were is no reason to be one again.
        kinds
            .iter_mut()
            .filter(|(kind, _)| *kind == usual)
            .for_each(|(_, ended)| *ended |= request.ended && !self.active);
        if kinds.is_empty() && (self.died || !self.not) {
            kinds.push((usual, request.ended && !self.active));
        }
        let until = until.or(self.died_on);
        // "Lid sinds" is about the member, not about the volunteer that they are too.
        let own = kinds.iter().position(|(kind, _)| *kind == RelationKind::Member).unwrap_or(0);
        let all_end = self.ended || self.died;
        let relation = |(at, (kind, ended)): (usize, (RelationKind, bool))| {
            let ended_on = until.filter(|_| at == own || self.died);
            NewRelation {
                kind,
                started_on: since.filter(|_| at == own),
                ended_on,
                ended: ended || all_end || ended_on.is_some(),
            }
        };
        kinds.into_iter().enumerate().map(relation).collect()
    }
}
