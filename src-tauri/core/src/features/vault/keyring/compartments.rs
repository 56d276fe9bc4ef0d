//! Which roles need the key of which compartment. A key is never sealed to a role that does not need it: that, not the
//! program, keeps a viewer from reading a gift.
use crate::kernel::sealed::Compartment;
use crate::ops::Role;
use std::collections::BTreeSet;

/// The compartments that these roles need. Everyone needs `main`; being an administrator adds none.
pub(crate) fn needed(roles: &[Role]) -> BTreeSet<Compartment> {
    let of_role = |role: &Role| match role {
        Role::Secretary | Role::Privacy => Some(Compartment::Confidential),
        Role::Treasurer => Some(Compartment::Giving),
        Role::Viewer => None,
    };
    [Compartment::Main].into_iter().chain(roles.iter().filter_map(of_role)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ops::Permission;

    #[test]
    fn whoever_may_read_a_sealed_column_has_its_key_and_nobody_else() {
        for role in Role::ALL {
            let (may, holds) = (role.permissions(), needed(&[*role]));
            assert_eq!(may.contains(&Permission::NotesSee), holds.contains(&Compartment::Confidential), "{role:?}");
            assert_eq!(may.contains(&Permission::DonationsSee), holds.contains(&Compartment::Giving), "{role:?}");
            assert!(holds.contains(&Compartment::Main), "{role:?}");
        }
    }
}
