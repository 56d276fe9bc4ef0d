//! What the tests, the generator and the window test start, built in one set of features.
use crate::process::{Result, cargo, run};

/// The window in one set of features everywhere, so that nothing of Tauri is built twice.
pub(crate) const FEATURES: &str = "--features=ledenkluis/custom-protocol,ledenkluis/e2e";

/// Builds what the later steps start. With the tests, because their libraries ask for other features than the programs
/// alone would: one set everywhere.
pub(crate) fn build() -> Result {
    run(cargo(&["build", "--workspace", "--bins", "--tests", FEATURES]))
}
