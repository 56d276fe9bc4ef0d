//! The rule pack: how long what may be kept, since when, says who. Loaded from data and checked as a whole.
use crate::error::{Error, OrError, Result};
use crate::kernel::time::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::LazyLock;

const SOURCE: &str = include_str!("../../../../../assets/rules/nl-2026-11.toml");

/// How hard a term is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "RuleStatus")]
pub enum Status {
    /// A statute: not shorter.
    Law,
    /// Advice, an old exemption decree, a code of conduct.
    Guidance,
    /// The association's own.
    Custom,
}

/// What a term is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "TermUnit")]
pub enum Unit {
    /// Calendar years.
    Year,
    /// Calendar months.
    Month,
}

impl Unit {
    /// Its stable name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Unit::Year => "year",
            Unit::Month => "month",
        }
    }
}

/// What a term is counted from.
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
    /// The end of the year of the last gift (the day itself is sealed).
    LastGift,
    /// The last choice about a consent.
    LastChoice,
    /// The last contact.
    LastContact,
    /// The end of the agreement.
    AgreementEnd,
}

/// What happens when the term is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "RuleAction")]
pub enum Action {
    /// Erase.
    Erase,
    /// Until then only for the law; then erase.
    RestrictThenErase,
}

/// One rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "RuleOfPack")]
pub struct Rule {
    /// Its stable name: `R01`. Texts: `retention-rule-r01`, `-after`.
    pub id: String,
    /// How hard it is.
    pub status: Status,
    /// How long.
    pub value: u32,
    /// At most, where the association may lengthen it.
    #[serde(default)]
    pub max: Option<u32>,
    /// Counted in.
    pub unit: Unit,
    /// Counted from.
    pub start: Start,
    /// What happens then.
    pub action: Action,
    /// Where that stands.
    pub source: String,
    /// `C` certain, `L` likely, `V` to be verified.
    pub confidence: String,
    /// Holds from.
    pub valid_from: Date,
    /// The last day on which it holds, where that is known.
    #[serde(default)]
    pub valid_to: Option<Date>,
    /// ISO 3166-1.
    pub jurisdiction: String,
}

impl Rule {
    /// The last day of the term that starts after `from`. A day number that the last month does not have becomes its last
    /// day; a term from a year's end ends at a year's end, also where a book year ends with February.
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

/// The rules of one country at one time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "RulePack")]
pub struct Pack {
    /// `nl-2026-11`.
    pub id: String,
    /// ISO 3166-1.
    pub jurisdiction: String,
    /// The day on which the law was looked at.
    pub date: Date,
    /// The rules.
    #[serde(rename(deserialize = "rule"))]
    pub rules: Vec<Rule>,
}

/// Rules that the program counts with, by name: the pack must have each, with the start that the counting expects.
const NEEDED: &[(&str, Start)] = &[
    ("R01", Start::MembershipEnd),
    ("R03", Start::YearEnd),
    ("R07b", Start::YearEnd),
    ("R07c", Start::LastGift),
    ("R09", Start::TaskEnd),
    ("R12", Start::LastChoice),
    ("R22", Start::LastContact),
];

impl Pack {
    /// A rule of the pack.
    ///
    /// # Errors
    /// `internal`: what the program counts with is there, `load` saw to that.
    pub fn rule(&self, id: &str) -> Result<&Rule> {
        self.rules.iter().find(|r| r.id == id).or_broken()
    }
}

static PACK: LazyLock<Result<Pack, String>> = LazyLock::new(|| load(SOURCE));

/// The pack in use.
///
/// # Errors
/// `internal` when the built-in pack does not fit, which a test rules out.
pub(crate) fn pack() -> Result<&'static Pack> {
    PACK.as_ref().map_err(|e| Error::broken(e.as_str()))
}

/// How long a rule of the pack is.
///
/// # Errors
/// `internal` for a rule that is not in it.
pub(crate) fn term(id: &str) -> Result<(u32, Unit)> {
    let rule = pack()?.rule(id)?;
    Ok((rule.value, rule.unit))
}

fn load(source: &str) -> Result<Pack, String> {
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
    let missing = NEEDED.iter().find(|(id, start)| !pack.rules.iter().any(|r| r.id == *id && r.start == *start));
    match (twice, unfit, missing) {
        (true, ..) => Err("a rule stands twice".into()),
        (_, Some(rule), _) => Err(format!("rule {} does not fit", rule.id)),
        (.., Some((id, _))) => Err(format!("rule {id} is missing or starts elsewhere")),
        _ => Ok(pack),
    }
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
        assert!(load(&SOURCE.replacen("\"R03\"", "\"R01\"", 1)).is_err_and(|e| e.contains("twice")));
        assert!(load(&SOURCE.replacen("max = 2", "max = 0", 1)).is_err_and(|e| e.contains("R01")));
        let from = "valid_from = \"2026-11-23\"\n";
        let until = |to: &str| SOURCE.replacen(from, &format!("{from}valid_to = \"{to}\"\n"), 1);
        assert!(load(&until("2027-12-31")).is_ok_and(|p| p.rules[0].valid_to.is_some()));
        assert!(load(&until("2026-11-22")).is_err_and(|e| e.contains("R01")));
        assert!(load(&SOURCE.replacen("value = 1", "value = \"one\"", 1)).is_err());
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
