//! Builds everything that the tests, the generator and the window test start, with one set of features.
use crate::process::{Result, cargo, run};

/// The features of the window, the same everywhere, so that Tauri is not built twice.
pub(crate) const FEATURES: &str = "--features=ledenkluis/custom-protocol,ledenkluis/e2e";

/// Builds what the later steps start. Includes the tests, because their dependencies enable more features than the
/// programs alone: one build then serves all.
pub(crate) fn build() -> Result {
    run(cargo(&["build", "--workspace", "--bins", "--tests", FEATURES]))
}
