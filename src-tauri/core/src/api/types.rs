//! The types of the table, for callers that link the core: they know this module, `app`, `error`, `ops` and `text`, and nothing
//! deeper.
pub use crate::app::vault::ChooseVault;
pub use crate::features::demo::{DemoRequest, Filled};
pub use crate::features::erasure::{ByErasure, ErasureDone, RunErasure};
pub use crate::features::export::{Kind as ReportKind, ReportMade, ReportRequest};
pub use crate::features::import::{
    Column, Fact, Field, ImportRequest, InspectRequest, Inspection, Meaning, OpenRequest, PreviewColumn, Problem,
    Sample, SheetChoice, SheetView, TopRow, UndoRequest, Undone, Warning,
};
pub use crate::features::people::{
    ByPerson, Counts, Filter, PersonExport, PersonRow, PersonView, Relation, RelationKind, Tab,
};
pub use crate::features::purposes::{Basis, ConsentText, Purpose};
pub use crate::features::retention::{
    Action, DueGroup, DueRequest, DueRow, Proposal, Rule, RuleRow, Said, Start, Status, Stay, Unit,
};
pub use crate::features::today::{Birthday, Item, MemberYear, Members, Named};
pub use crate::features::users::NewUser;
pub use crate::features::vault::{
    InUse, Judgement, KdfRequest, Me, NewVault, Phase, RecoveryRequest, Unlock, VaultFinding, VaultMade, VaultState,
    VaultUser, VaultVerdict,
};
pub use crate::kernel::files::Target;
pub use crate::kernel::id::{ImportId, PersonId, UserId, VaultId};
pub use crate::kernel::nothing::Nothing;
