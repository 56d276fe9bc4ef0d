//! An index over records: which of them could be the same person as another one, and how common each value is.
use super::keys::{self, Kind};
use super::traits::{Given, Traits};

/// Values that more people have than this do not lead to candidates: they say nothing, and would cost time.
const CROWD: usize = 2_000;
/// From this many people with a given name, it is a name and no typing error.
const IN_USE: u32 = 3;

/// A record with what the index knows of its given names.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) traits: Traits,
    /// For each given name, whether it is in use: in the table of names, or in several records.
    common: Vec<bool>,
}

impl Entry {
    /// Is this given name in use?
    pub(super) fn is_common(&self, at: usize) -> bool {
        self.common.get(at).copied().unwrap_or_default()
    }
}

/// How many people use one value.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Use {
    /// Known people besides the one who is compared.
    pub(super) others: u32,
    /// The most people who use it in one source, the vault or the list.
    pub(super) most: u32,
}

impl Use {
    /// Do several people use it?
    pub(super) fn shared(self) -> bool {
        self.most > 1
    }
}

/// How common the values of one record are among the known, besides the one it is compared with.
#[derive(Debug, Clone, Default)]
pub(super) struct Tally {
    /// The number of known people that all others are counted among.
    pub(super) of: u32,
    pub(super) given: Vec<u32>,
    pub(super) surname: Vec<u32>,
    pub(super) initial: u32,
    pub(super) initials: u32,
    pub(super) birth: u32,
    /// Do two people of this surname have this date of birth?
    pub(super) twins: bool,
    pub(super) emails: Vec<Use>,
    pub(super) phones: Vec<Use>,
    pub(super) homes: Vec<u32>,
    pub(super) numbers: Vec<Use>,
    pub(super) since: Vec<u32>,
}

/// Records, and for each key the records that have it.
#[derive(Debug)]
pub(super) struct Index {
    pub(super) entries: Vec<Entry>,
    /// Key and place of the record, sorted, each pair once.
    postings: Vec<(u64, u32)>,
}

impl Index {
    /// An index over these records, in their order. Places beyond `u32::MAX` are left out; a vault has no such number.
    pub(super) fn of(records: impl Iterator<Item = Traits>) -> Self {
        let mut entries = vec![];
        let mut postings: Vec<(u64, u32)> = vec![];
        for (traits, at) in records.zip(0_u32..) {
            keys::of(&traits, &mut |key| postings.push((key, at)));
            entries.push(Entry { traits, common: vec![] });
        }
        postings.sort_unstable();
        postings.dedup();
        let mut index = Index { entries, postings };
        for at in 0..index.entries.len() {
            let common = index.entries.get(at).map(|entry| index.common(&entry.traits)).unwrap_or_default();
            if let Some(entry) = index.entries.get_mut(at) {
                entry.common = common;
            }
        }
        index
    }

    fn common(&self, traits: &Traits) -> Vec<bool> {
        let in_use =
            |given: &Given| !given.places.is_empty() || self.count(keys::hash(Kind::Given, &given.text)) >= IN_USE;
        traits.given.iter().map(in_use).collect()
    }

    /// The places of the records with this key.
    fn with(&self, key: u64) -> &[(u64, u32)] {
        let from = self.postings.partition_point(|(k, _)| *k < key);
        let rest = self.postings.get(from..).unwrap_or_default();
        // Most keys have few records: looking on is faster than halving.
        let len = rest.iter().take(8).take_while(|(k, _)| *k == key).count();
        let len = if len == 8 { rest.partition_point(|(k, _)| *k == key) } else { len };
        rest.get(..len).unwrap_or_default()
    }

    fn count(&self, key: u64) -> u32 {
        u32::try_from(self.with(key).len()).unwrap_or(u32::MAX)
    }

    /// The number of records.
    pub(super) fn len(&self) -> u32 {
        u32::try_from(self.entries.len()).unwrap_or(u32::MAX)
    }

    /// The places of the records that could be the same person, each once, in order.
    pub(super) fn candidates(&self, traits: &Traits, into: &mut Vec<u32>) {
        into.clear();
        keys::leading(traits, &mut |key| {
            let with = self.with(key);
            if with.len() <= CROWD {
                into.extend(with.iter().map(|(_, at)| *at));
            }
        });
        into.sort_unstable();
        into.dedup();
    }

    /// At most so many candidates has a record.
    pub(super) fn reach(&self, traits: &Traits) -> usize {
        let mut reach = 0;
        keys::leading(traits, &mut |key| reach += Some(self.with(key).len()).filter(|len| *len <= CROWD).unwrap_or(0));
        reach
    }

    /// Pairs of people of one address; of three people two pairs. Not those who seem to be one person twice.
    pub(super) fn housemates(&self) -> Vec<(&Traits, &Traits)> {
        let mut homes: Vec<(u64, &Traits)> = vec![];
        for entry in &self.entries {
            homes.extend(entry.traits.homes.iter().map(|home| (keys::hash(Kind::Home, &home.key()), &entry.traits)));
        }
        homes.sort_by_key(|(home, _)| *home);
        let mut pairs = vec![];
        for pair in homes.windows(2) {
            if let [(home, a), (next, b)] = pair
                && home == next
                && !(a.birth == b.birth && !a.given.is_empty() && a.given == b.given)
            {
                pairs.push((*a, *b));
            }
        }
        pairs
    }

    /// Does anybody who is known live at this address, or use this mailbox or telephone?
    pub(super) fn has_house_of(&self, traits: &Traits) -> bool {
        let homes = traits.homes.iter().map(|home| keys::hash(Kind::Home, &home.key()));
        let emails = traits.emails.iter().map(|email| keys::hash(Kind::Email, email));
        let phones = traits.phones.iter().map(|phone| keys::hash(Kind::Phone, &phone.digits));
        homes.chain(emails).chain(phones).any(|key| self.count(key) > 0)
    }

    /// How common the values of a record are. `list` is the index of the list that it comes from; `own` says that it is
    /// in this index itself.
    pub(super) fn tally(&self, traits: &Traits, list: &Index, own: bool) -> Tally {
        let itself = u32::from(own);
        let others = |key: u64| self.count(key).saturating_sub(1 + itself);
        // Two records that are compared inside one source do not make a value shared: they may be one person.
        let most = |key: u64| self.count(key).max(list.count(key)).saturating_sub(itself);
        let used = |key: u64| Use { others: others(key), most: most(key) };
        Tally {
            of: self.len(),
            given: traits.given.iter().map(|g| others(keys::hash(Kind::Given, &g.text))).collect(),
            surname: traits.surname.iter().map(|p| others(keys::hash(Kind::Part, &p.text))).collect(),
            initial: keys::initial(traits).map_or(0, others),
            initials: others(keys::hash(Kind::Initials, &traits.initials)),
            birth: traits.birth.map_or(0, |day| others(keys::hash(Kind::Birth, &day))),
            twins: keys::twins(traits).any(|key| most(key) > 1),
            emails: traits.emails.iter().map(|e| used(keys::hash(Kind::Email, e))).collect(),
            phones: traits.phones.iter().map(|p| used(keys::hash(Kind::Phone, &p.digits))).collect(),
            homes: traits.homes.iter().map(|h| others(keys::hash(Kind::Home, &h.key()))).collect(),
            numbers: traits.numbers.iter().map(|n| used(keys::hash(Kind::Number, n))).collect(),
            since: traits.since.iter().map(|s| others(keys::hash(Kind::Since, s))).collect(),
        }
    }
}
