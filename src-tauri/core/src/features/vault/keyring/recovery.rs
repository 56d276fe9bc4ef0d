//! The secret of the recovery sheet: 160 random bits as 8 groups of 5 characters. The fifth character of each group
//! checks the other four and the group's position, so that a typing error is reported at its group.
use super::keys;
use crate::error::{Code, Error, Result};
use crate::kernel::id::VaultId;
use crate::kernel::secret::{Key, Secret};
use subtle::ConstantTimeEq;
use zeroize::{Zeroize, Zeroizing};

/// Groups on a sheet.
pub(crate) const GROUPS: usize = 8;
const DATA: usize = 4;
const GROUP: usize = DATA + 1;

/// Crockford's base 32, without I, L, O and U: nobody has to tell a one from an I.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The secret on the sheet. Wiped on drop, hidden in `Debug`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RecoverySecret(Secret<[u8; 20]>);

impl RecoverySecret {
    /// A fresh secret.
    ///
    /// # Errors
    /// When the operating system has no random bytes.
    pub(crate) fn make() -> Result<Self> {
        Ok(RecoverySecret(Secret::new(*keys::make_bytes::<20>()?)))
    }

    /// The groups as they are printed.
    pub(crate) fn groups(&self) -> Secret<Vec<String>> {
        let mut symbols = Zeroizing::new(to_symbols(self.0.expose()));
        let groups = symbols.chunks(DATA).enumerate().map(|(index, data)| {
            let check = check_symbol(index, data);
            data.iter().chain([&check]).map(|s| char::from(ALPHABET[usize::from(*s)])).collect()
        });
        let groups = Secret::new(groups.collect());
        symbols.zeroize();
        groups
    }

    /// Reads the groups as typed: lower case, spaces, O for 0, I and L for 1 are accepted.
    ///
    /// # Errors
    /// `vault.recovery_group` with the number of the first wrong group, counted from 1.
    pub(crate) fn parse(groups: &[Secret<String>]) -> Result<Self> {
        let wrong = |index: usize| Error::new(Code::VaultRecoveryGroup).arg("n", index + 1);
        let mut symbols = Zeroizing::new(Vec::with_capacity(GROUPS * DATA));
        for index in 0..GROUPS {
            let group = groups.get(index).and_then(|g| read_group(index, g.expose())).ok_or_else(|| wrong(index))?;
            symbols.extend_from_slice(&group[..DATA]);
        }
        if groups.len() > GROUPS {
            return Err(wrong(GROUPS));
        }
        Ok(RecoverySecret(Secret::new(*from_symbols(&symbols))))
    }

    /// Is this group `index` of the sheet, counted from 0?
    pub(crate) fn matches(&self, index: usize, typed: &str) -> bool {
        let Some(group) = read_group(index, typed) else { return false };
        let symbols = Zeroizing::new(to_symbols(self.0.expose()));
        symbols.get(index * DATA..(index + 1) * DATA).is_some_and(|own| own.ct_eq(&group[..DATA]).into())
    }

    /// The key that this sheet derives for a slot of this vault.
    ///
    /// # Errors
    /// Never in practice.
    pub(crate) fn derive_key(&self, vault: VaultId, salt: &[u8]) -> Result<Key> {
        keys::derive_key(self.0.expose(), &[vault.0.as_bytes(), salt].concat(), "ledenkluis/recovery/2")
    }
}

/// Does group `index`, counted from 0, match its own check character?
pub(crate) fn is_group_right(index: usize, group: &str) -> bool {
    index < GROUPS && read_group(index, group).is_some()
}

fn read_group(index: usize, typed: &str) -> Option<Zeroizing<[u8; GROUP]>> {
    let mut group = Zeroizing::new([0_u8; GROUP]);
    let mut n = 0;
    for c in typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '.')) {
        *group.get_mut(n)? = symbol(c)?;
        n += 1;
    }
    (n == GROUP && check_symbol(index, &group[..DATA]) == group[DATA]).then_some(group)
}

fn symbol(c: char) -> Option<u8> {
    let c = match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        c => c,
    };
    ALPHABET.iter().position(|a| char::from(*a) == c).and_then(|i| u8::try_from(i).ok())
}

/// A weighted sum over GF(32). The weights differ, so one wrong character and two swapped neighbours are always found.
/// The group's position is included, so swapped groups are found too.
fn check_symbol(index: usize, data: &[u8]) -> u8 {
    let place = u8::try_from(index + 1).unwrap_or(0);
    data.iter().fold(times_x(place), |sum, symbol| times_x(sum ^ symbol))
}

/// Times x, modulo x^5 + x^2 + 1.
fn times_x(a: u8) -> u8 {
    let doubled = a << 1;
    if doubled & 0b10_0000 == 0 { doubled } else { doubled ^ 0b10_0101 }
}

fn to_symbols(bytes: &[u8; 20]) -> Vec<u8> {
    let bit = |i: usize| (bytes[i / 8] >> (7 - i % 8)) & 1;
    (0..GROUPS * DATA).map(|s| (0..5).fold(0, |acc, b| (acc << 1) | bit(s * 5 + b))).collect()
}

fn from_symbols(symbols: &[u8]) -> Zeroizing<[u8; 20]> {
    let mut bytes = Zeroizing::new([0_u8; 20]);
    for (s, symbol) in symbols.iter().enumerate() {
        for b in 0..5 {
            let i = s * 5 + b;
            if let Some(byte) = bytes.get_mut(i / 8) {
                *byte |= ((symbol >> (4 - b)) & 1) << (7 - i % 8);
            }
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn typed(groups: &[String]) -> Vec<Secret<String>> {
        groups.iter().cloned().map(Secret::new).collect()
    }

    fn secret(bytes: [u8; 20]) -> RecoverySecret {
        RecoverySecret(Secret::new(bytes))
    }

    proptest! {
        #[test]
        fn what_is_printed_can_be_typed_back(bytes: [u8; 20]) {
            let secret = secret(bytes);
            let groups = secret.groups().expose().clone();
            prop_assert_eq!(groups.len(), GROUPS);
            prop_assert!(groups.iter().all(|g| g.len() == GROUP));
            prop_assert_eq!(RecoverySecret::parse(&typed(&groups)).unwrap(), secret.clone());
            let sloppy: Vec<_> =
                groups.iter().map(|g| format!(" {} ", g.to_lowercase().replace('0', "o").replace('1', "l"))).collect();
            prop_assert_eq!(RecoverySecret::parse(&typed(&sloppy)).unwrap(), secret);
        }

        #[test]
        fn a_wrong_character_is_told_by_its_group(bytes: [u8; 20], group in 0..GROUPS, place in 0..GROUP, other in 0..32_usize) {
            let mut groups = secret(bytes).groups().expose().clone();
            let mut letters: Vec<u8> = groups[group].bytes().collect();
            prop_assume!(letters[place] != ALPHABET[other]);
            letters[place] = ALPHABET[other];
            groups[group] = String::from_utf8(letters).unwrap();
            let refused = RecoverySecret::parse(&typed(&groups)).unwrap_err();
            prop_assert_eq!(refused.code(), Code::VaultRecoveryGroup);
            prop_assert_eq!(&refused.view().args["n"], &(group + 1).to_string());
        }

        #[test]
        fn swapped_neighbours_and_swapped_groups_are_found(bytes: [u8; 20], group in 0..GROUPS, place in 0..GROUP - 1) {
            let groups = secret(bytes).groups().expose().clone();
            let mut letters: Vec<u8> = groups[group].bytes().collect();
            letters.swap(place, place + 1);
            let changed = String::from_utf8(letters).unwrap();
            prop_assert_eq!(is_group_right(group, &changed), changed == groups[group]);
            for other in (0..GROUPS).filter(|o| *o != group) {
                prop_assert!(!is_group_right(other, &groups[group]));
            }
        }

        #[test]
        fn nothing_typed_makes_it_panic(index: usize, text: String) {
            let _ = is_group_right(index, &text);
        }
    }

    #[test]
    fn too_few_and_too_many_groups_are_told() {
        let mut groups = secret([7; 20]).groups().expose().clone();
        groups.push(groups[0].clone());
        assert_eq!(RecoverySecret::parse(&typed(&groups)).unwrap_err().view().args["n"], "9");
        assert_eq!(RecoverySecret::parse(&typed(&groups[..5])).unwrap_err().view().args["n"], "6");
    }

    #[test]
    fn a_group_typed_back_matches_in_its_own_place_only() {
        let secret = secret([9; 20]);
        let groups = secret.groups().expose().clone();
        assert!(secret.matches(2, &groups[2].to_lowercase()));
        assert!(!secret.matches(2, &groups[3]));
        let other = RecoverySecret::make().unwrap().groups().expose()[2].clone();
        assert!(is_group_right(2, &other) && !secret.matches(2, &other));
    }

    #[test]
    fn a_sheet_fits_one_vault() {
        let (one, two) = (VaultId(uuid::Uuid::from_u128(1)), VaultId(uuid::Uuid::from_u128(2)));
        let secret = secret([7; 20]);
        assert_ne!(secret.derive_key(one, b"salt").unwrap(), secret.derive_key(two, b"salt").unwrap());
    }
}
