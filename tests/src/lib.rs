//! Acceptance tests of Ledenkluis.
