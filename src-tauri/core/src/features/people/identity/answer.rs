//! What the matcher answers, in codes that never change. The sentences belong to the texts.

use crate::kernel::stored::stored;

stored! {
    /// Are these two the same person?
    pub(crate) enum Answer {
        /// Yes, and nothing contradicts it.
        Same = "same",
        /// A person has to decide.
        Ask = "ask",
        /// No.
        Another = "another",
    }

    /// One reason for an answer.
    pub enum Because {
        /// The same given name and the same surname.
        SameName = "same_name",
        /// The same given name.
        SameGivenName = "same_given_name",
        /// One given name is a short or call name of the other: Jan and Johannes.
        CallName = "call_name",
        /// Two given names that may both be short for one name: Hans and Jan.
        RelatedGivenName = "related_given_name",
        /// The given name of one is a further given name of the other.
        FurtherGivenName = "further_given_name",
        /// The given names differ by a typing error.
        SpellingOfGivenName = "spelling_of_given_name",
        /// The same initials, while one side has no given name.
        SameInitials = "same_initials",
        /// The same surname.
        SameSurname = "same_surname",
        /// A double surname has one part in common with the other.
        PartOfSurname = "part_of_surname",
        /// The surnames differ by a typing error.
        SpellingOfSurname = "spelling_of_surname",
        /// The same date of birth.
        SameBirthDate = "same_birth_date",
        /// The same date of birth with day and month swapped.
        SwappedBirthDate = "swapped_birth_date",
        /// The dates of birth differ by one digit or one year.
        NearBirthDate = "near_birth_date",
        /// The parts of the date of birth that both sides know are the same.
        SamePartOfBirthDate = "same_part_of_birth_date",
        /// The same e-mail address, used by nobody else.
        SameEmail = "same_email",
        /// The same e-mail address, which several people use.
        SharedEmail = "shared_email",
        /// The e-mail addresses differ by a typing error.
        SpellingOfEmail = "spelling_of_email",
        /// The same telephone number, used by nobody else.
        SamePhone = "same_phone",
        /// The same telephone number, which several people use or which belongs to a house.
        SharedPhone = "shared_phone",
        /// The same address.
        SameAddress = "same_address",
        /// The same member number.
        SameNumber = "same_number",
        /// The same member number, which several people have.
        SharedNumber = "shared_number",
        /// Since the same day.
        SameSince = "same_since",
        /// Everything that is known of the two is equal, and as much is known of both.
        Identical = "identical",
        /// Another given name.
        OtherGivenName = "other_given_name",
        /// Other initials.
        OtherInitials = "other_initials",
        /// Another surname.
        OtherSurname = "other_surname",
        /// Another date of birth.
        OtherBirthDate = "other_birth_date",
        /// The same birthday a generation apart.
        OtherGeneration = "other_generation",
        /// Another e-mail address.
        OtherEmail = "other_email",
        /// Another telephone number.
        OtherPhone = "other_phone",
        /// Another address.
        OtherAddress = "other_address",
        /// Another member number.
        OtherNumber = "other_number",
        /// Since another day.
        OtherSince = "other_since",
        /// Two people in this house, or of this name, have this date of birth: perhaps twins.
        PerhapsTwins = "perhaps_twins",
        /// Several people fit about as well.
        SeveralFit = "several_fit",
        /// Another row of the list is this person.
        TakenByOtherRow = "taken_by_other_row",
        /// Too little is known to be certain.
        TooLittle = "too_little",
    }

    /// A field in which two records can differ.
    pub(crate) enum Field {
        /// Given name, call name.
        GivenName = "given_name",
        /// Initials.
        Initials = "initials",
        /// Surname.
        Surname = "surname",
        /// Date of birth.
        BirthDate = "birth_date",
        /// E-mail address.
        Email = "email",
        /// Telephone number.
        Phone = "phone",
        /// Address.
        Address = "address",
        /// Member number.
        MemberNumber = "member_number",
        /// First day of the relation.
        Since = "since",
    }
}

/// What was compared with what, and what came of it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Likeness {
    /// The place of the other in the list of records that the index was built from.
    pub(crate) with: usize,
    /// What this comparison says by itself. Never `Same` where something contradicts it.
    pub(crate) answer: Answer,
    /// How likely it is that they are the same person: log2 of the odds, in bits. 0 is one to one, 10 is 1024 to one.
    pub(crate) bits: f64,
    /// Why, strongest first; what speaks against it after what speaks for it.
    pub(crate) because: Vec<Because>,
    /// The fields that both know and that are not equal.
    pub(crate) differs: Vec<Field>,
}

/// The decision about one row of a list.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Decision {
    /// `Same`: `likeness` is this person. `Ask`: it may be. `Another`: nobody who is known.
    pub(crate) answer: Answer,
    /// The person of the vault that fits best, if one is worth naming.
    pub(crate) likeness: Option<Likeness>,
    /// An earlier row of the same list that is the same person (`Same`) or may be (`Ask`).
    pub(crate) row: Option<Likeness>,
    /// Other people of the vault who fit about as well, best first, by their places. At most four.
    pub(crate) others: Vec<usize>,
    /// By how many bits the person fits better than the next one who is still free; infinite if there is none.
    pub(crate) margin: f64,
}
