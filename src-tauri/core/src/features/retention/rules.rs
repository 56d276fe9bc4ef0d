//! The rule pack: how long each kind of data may be kept, counted from when, and on which source. Loaded from data and
//! checked as a whole.
use crate::error::{Error, OrError, Result};
use crate::features::donations::Kind;
use crate::features::people::RelationKind;
use crate::kernel::stored::stored;
use crate::kernel::time::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::LazyLock;

const SOURCE: &str = include_str!("../../../../../assets/rules/nl-2026-11.toml");

/// How binding a retention period is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "RuleStatus")]
pub enum Status {
    /// A statute: the period may not be shorter.
    Law,
    /// Advice, an old exemption decree, a code of conduct.
    Guidance,
    /// The association's own choice.
    Custom,
}

stored! {
    /// The unit of a retention period.
    #[ts(rename = "TermUnit")]
    pub enum Unit {
        /// Calendar years.
        Year = "year",
        /// Calendar months.
        Month = "month",
    }
}

/// What a retention period is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "TermStart")]
pub enum Start {
    /// The last day of the membership.
    MembershipEnd,
    /// The last day of the task.
    TaskEnd,
    /// The last day of the book year that a record belongs to.
    YearEnd,
    /// The end of the year of the last gift; the exact day is sealed.
    LastGift,
    /// The last choice about a consent.
    LastChoice,
    /// The last contact.
    LastContact,
    /// The end of the agreement.
    AgreementEnd,
}

/// What happens when the retention period is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "RuleAction")]
pub enum Action {
    /// Erase the data.
    Erase,
    /// Keep the data only for the law until then, and erase them afterwards.
    RestrictThenErase,
}

/// A rule of the pack, which is checked when it is loaded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "RuleOfPack")]
pub struct Rule {
    /// Its stable name: `R01`. Texts: `retention-rule-r01`, also with `-after` and `-line`.
    pub id: String,
    /// How binding it is.
    pub status: Status,
    /// The length of the retention period, in `unit`s.
    pub value: u32,
    /// The longest period, where the association may lengthen it.
    #[serde(default)]
    pub max: Option<u32>,
    /// The unit of `value` and `max`.
    pub unit: Unit,
    /// What the period is counted from.
    pub start: Start,
    /// What happens when it is over.
    pub action: Action,
    /// The articles or documents that it rests on.
    pub source: String,
    /// `C` certain, `L` likely, `V` to be verified.
    pub confidence: String,
    /// The first day on which it is in force.
    pub valid_from: Date,
    /// The last day on which it is in force, if known.
    #[serde(default)]
    pub valid_to: Option<Date>,
    /// ISO 3166-1 country code.
    pub jurisdiction: String,
}

impl Rule {
    /// The last day of the period that starts after `from`. If the last month does not have that day number, the period
    /// ends on its last day. A period from the end of a book year ends with a month, also if that is February.
    pub fn last_day(&self, from: Date) -> Date {
        let months = match self.unit {
            Unit::Year => 12 * self.value,
            Unit::Month => self.value,
        };
        match self.start {
            Start::YearEnd => from.plus_months(months).month_end(),
            Start::LastGift => from.year_end().plus_months(months),
            _ => from.plus_months(months),
        }
    }
}

/// The rules of one country at one point in time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "RulePack")]
pub(crate) struct Pack {
    /// `nl-2026-11`.
    pub id: String,
    /// ISO 3166-1 country code.
    pub jurisdiction: String,
    /// The day on which the law was last checked.
    pub date: Date,
    #[serde(rename(deserialize = "rule"))]
    pub rules: Vec<Rule>,
}

/// The rules that the calculation uses, by what they decide about. Filled once, when the pack is loaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Terms {
    /// How long a former member is kept.
    pub membership: Rule,
    /// How long a former volunteer is kept.
    pub task: Rule,
    /// How long a donor is kept after the last gift, or after the end where there was none.
    pub last_gift: Rule,
    /// How long a contact is kept after the last contact.
    pub contact: Rule,
    /// How long a consent keeps somebody of whom nothing more is heard.
    pub silence: Rule,
    /// How long tax law keeps contributions.
    pub contributions: Rule,
    /// How long tax law keeps gifts.
    pub gifts: Rule,
}

impl Terms {
    /// Takes the rules from a pack, each with the start that the calculation expects.
    ///
    /// # Errors
    /// The id of the first that is missing or starts elsewhere.
    fn of_pack(pack: &Pack) -> Result<Terms, &'static str> {
        let find = |id, start| pack.rules.iter().find(|r| r.id == id && r.start == start).cloned().ok_or(id);
        Ok(Terms {
            membership: find("R01", Start::MembershipEnd)?,
            task: find("R09", Start::TaskEnd)?,
            last_gift: find("R07c", Start::LastGift)?,
            contact: find("R22", Start::LastContact)?,
            silence: find("R12", Start::LastChoice)?,
            contributions: find("R03", Start::YearEnd)?,
            gifts: find("R07b", Start::YearEnd)?,
        })
    }

    pub(crate) fn of_relation(&self, kind: RelationKind) -> &Rule {
        match kind {
            RelationKind::Member => &self.membership,
            RelationKind::Volunteer => &self.task,
            RelationKind::Donor => &self.last_gift,
            RelationKind::Contact => &self.contact,
        }
    }

    /// The rule of tax law for a kind of payment.
    pub(crate) fn of_payment(&self, kind: Kind) -> &Rule {
        match kind {
            Kind::Contribution => &self.contributions,
            Kind::Gift => &self.gifts,
        }
    }

    /// Does this rule come from tax law?
    pub(crate) fn is_fiscal(&self, id: &str) -> bool {
        [&self.contributions, &self.gifts].iter().any(|rule| rule.id == id)
    }
}

impl Pack {
    /// A rule of the pack.
    ///
    /// # Errors
    /// `internal` if the pack lacks it. `Terms` has the rules that the code uses by name.
    pub(crate) fn rule(&self, id: &str) -> Result<&Rule> {
        self.rules.iter().find(|r| r.id == id).or_broken()
    }
}

static PACK: LazyLock<Result<(Pack, Terms), String>> = LazyLock::new(|| load(SOURCE));

fn loaded() -> Result<&'static (Pack, Terms)> {
    PACK.as_ref().map_err(|e| Error::broken(e.as_str()))
}

/// The pack in use.
///
/// # Errors
/// `internal` when the built-in pack is invalid, which a test rules out.
pub(crate) fn pack() -> Result<&'static Pack> {
    loaded().map(|(pack, _)| pack)
}

/// The rules of the pack in use, by what they decide about.
///
/// # Errors
/// As `pack`.
pub(crate) fn terms() -> Result<&'static Terms> {
    loaded().map(|(_, terms)| terms)
}

/// The length of the retention period of a rule.
///
/// # Errors
/// `internal` for a rule that is not in it.
pub(crate) fn term(id: &str) -> Result<(u32, Unit)> {
    let rule = pack()?.rule(id)?;
    Ok((rule.value, rule.unit))
}

fn load(source: &str) -> Result<(Pack, Terms), String> {
    let pack: Pack = toml::from_str(source).map_err(|e| e.to_string())?;
    let ids: BTreeSet<_> = pack.rules.iter().map(|r| r.id.as_str()).collect();
    let twice = ids.len() != pack.rules.len();
    let unfit = pack.rules.iter().find(|r| {
        r.value == 0
            || r.max.is_some_and(|m| m < r.value)
            || r.source.is_empty()
            || r.valid_to.is_some_and(|to| to < r.valid_from)
            || r.jurisdiction != pack.jurisdiction
            || !["C", "L", "V"].contains(&r.confidence.as_str())
            || (r.status == Status::Law && r.max.is_some())
    });
    if twice {
        return Err("a rule stands twice".into());
    }
    if let Some(rule) = unfit {
        return Err(format!("rule {} does not fit", rule.id));
    }
    let terms = Terms::of_pack(&pack).map_err(|id| format!("rule {id} is missing or starts elsewhere"))?;
    Ok((pack, terms))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_pack_fits() {
        let pack = pack().unwrap();
        assert_eq!((pack.id.as_str(), pack.rules.len()), ("nl-2026-11", 8));
        let r03 = pack.rule("R03").unwrap();
        assert_eq!((r03.status, r03.value, r03.unit), (Status::Law, 7, Unit::Year));
    }

    #[test]
    fn a_pack_with_a_hole_or_a_contradiction_is_refused() {
        assert!(load(&SOURCE.replacen("R07c", "R99", 1)).is_err_and(|e| e.contains("R07c")));
        assert!(load(&SOURCE.replacen("\"task_end\"", "\"last_contact\"", 1)).is_err_and(|e| e.contains("R09")));
        assert!(load(&SOURCE.replacen("\"R03\"", "\"R01\"", 1)).is_err_and(|e| e.contains("twice")));
        assert!(load(&SOURCE.replacen("max = 2", "max = 0", 1)).is_err_and(|e| e.contains("R01")));
        let from = "valid_from = \"2026-11-23\"\n";
        let until = |to: &str| SOURCE.replacen(from, &format!("{from}valid_to = \"{to}\"\n"), 1);
        assert!(load(&until("2027-12-31")).is_ok_and(|(pack, _)| pack.rules[0].valid_to.is_some()));
        assert!(load(&until("2026-11-22")).is_err_and(|e| e.contains("R01")));
        assert!(load(&SOURCE.replacen("value = 1", "value = \"one\"", 1)).is_err());
    }

    #[test]
    fn every_kind_has_its_own_rule() {
        let terms = terms().unwrap();
        let kinds = [RelationKind::Member, RelationKind::Volunteer, RelationKind::Donor, RelationKind::Contact];
        assert_eq!(kinds.map(|kind| terms.of_relation(kind).id.as_str()), ["R01", "R09", "R07c", "R22"]);
        assert_eq!((&*terms.of_payment(Kind::Gift).id, &*terms.of_payment(Kind::Contribution).id), ("R07b", "R03"));
        assert!(terms.is_fiscal("R03") && terms.is_fiscal("R07b") && !terms.is_fiscal("R07c"));
    }

    #[test]
    fn terms_end_where_the_calendar_says() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let last = |id: &str, from: &str| pack().unwrap().rule(id).unwrap().last_day(day(from)).to_string();
        assert_eq!(last("R01", "2025-10-31"), "2026-10-31");
        assert_eq!(last("R01", "2024-02-29"), "2025-02-28");
        assert_eq!(last("R03", "2019-12-31"), "2026-12-31");
        assert_eq!((last("R03", "2019-08-31"), last("R07b", "2021-02-28")), ("2026-08-31".into(), "2028-02-29".into()));
        assert_eq!(last("R03", "2018-12-31"), "2025-12-31");
        assert_eq!(last("R07c", "2024-02-29"), "2026-12-31");
        assert_eq!(last("R12", "2024-11-30"), "2026-11-30");
    }
}
