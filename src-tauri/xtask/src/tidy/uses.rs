//! The paths that a file of Rust names: in `use` lines, one by one, and anywhere else.
use super::tokens::{Token, tokens};

/// A path, as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Path {
    /// Where it begins in the file.
    pub(crate) at: usize,
    /// The modules inside the file around it.
    pub(crate) inside: Vec<String>,
    /// Its names.
    pub(crate) names: Vec<String>,
    /// For a `use`, the name that it gives here; `*` for everything.
    pub(crate) gives: Option<String>,
    /// Whether it passes a name on: `pub use`.
    pub(crate) is_public: bool,
    /// Whether only tests see it.
    pub(crate) in_tests: bool,
}

/// What a file names, and which modules it contains or declares.
#[derive(Debug, Default)]
pub(crate) struct Named {
    pub(crate) paths: Vec<Path>,
    /// The modules in braces, with those around them.
    pub(crate) inner: Vec<Vec<String>>,
    /// The modules in files of their own that only tests see.
    pub(crate) test_files: Vec<String>,
}

/// Reads the paths of a file.
pub(crate) fn named(source: &str) -> Named {
    let tokens = tokens(source);
    let mut reader = Reader { tests: for_tests(&tokens), tokens, at: 0, open: vec![], named: Named::default() };
    while reader.at < reader.tokens.len() {
        reader.step();
    }
    reader.named
}

/// For each token, whether it belongs to an item under `#[cfg(test)]` or `#[cfg(any(test, ..))]`.
fn for_tests(tokens: &[Token<'_>]) -> Vec<bool> {
    let mut marked = vec![false; tokens.len()];
    for start in 0..tokens.len() {
        let is = |offset: usize, text: &str| tokens.get(start + offset).is_some_and(|token| token.text == text);
        let opens = is(0, "#") && is(1, "[") && is(2, "cfg") && is(3, "(");
        if opens && (is(4, "test") || (is(4, "any") && is(6, "test"))) {
            let end = end_of_item(tokens, start);
            marked[start..end].fill(true);
        }
    }
    marked
}

/// The token after the item that begins here, with its attributes.
fn end_of_item(tokens: &[Token<'_>], start: usize) -> usize {
    let mut depth = 0_i32;
    for (offset, token) in tokens[start..].iter().enumerate() {
        match token.text {
            "{" | "(" | "[" => depth += 1,
            ")" | "]" => depth -= 1,
            "}" => {
                depth -= 1;
                if depth == 0 {
                    return start + offset + 1;
                }
            }
            ";" if depth == 0 => return start + offset + 1,
            _ => {}
        }
    }
    tokens.len()
}

struct Reader<'a> {
    tokens: Vec<Token<'a>>,
    tests: Vec<bool>,
    at: usize,
    /// What each open brace belongs to: a module, or something else.
    open: Vec<Option<String>>,
    named: Named,
}

impl<'a> Reader<'a> {
    fn text(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.text)
    }

    fn inside(&self) -> Vec<String> {
        self.open.iter().flatten().cloned().collect()
    }

    fn step(&mut self) {
        let (token, next) = (self.tokens[self.at], self.text(self.at + 1));
        match token.text {
            "{" => self.open.push(None),
            "}" => {
                self.open.pop();
            }
            "mod" if self.text(self.at + 2) == "{" => {
                self.open.push(Some(next.to_owned()));
                self.named.inner.push(self.inside());
                self.at += 2;
            }
            "mod" if self.text(self.at + 2) == ";" && self.tests[self.at] => {
                self.named.test_files.push(next.to_owned());
            }
            "use" if next != "<" => return self.use_line(),
            _ if token.is_name() && next == "::" => return self.path(),
            _ => {}
        }
        self.at += 1;
    }

    /// A path in code: `a::b::c`. What follows a type or a method's own `::` is none.
    fn path(&mut self) {
        let start = self.at;
        let mut names = vec![self.text(start).to_owned()];
        while self.text(self.at + 1) == "::" && self.tokens.get(self.at + 2).is_some_and(Token::is_name) {
            self.at += 2;
            names.push(self.text(self.at).to_owned());
        }
        self.at += 1;
        let before = start.checked_sub(1).map_or("", |at| self.text(at));
        if !matches!(before, "." | "::") {
            self.add(start, names, None, false);
        }
    }

    fn use_line(&mut self) {
        let is_public = self.at > 0 && matches!(self.text(self.at - 1), "pub" | ")");
        self.at += 1;
        self.tree(&mut vec![], is_public);
    }

    /// One tree of a `use`, after `before`.
    fn tree(&mut self, before: &mut Vec<String>, is_public: bool) {
        let (start, depth) = (self.at, before.len());
        loop {
            match self.text(self.at) {
                "::" => self.at += 1,
                "{" => {
                    self.at += 1;
                    while !matches!(self.text(self.at), "}" | "") {
                        self.tree(before, is_public);
                        if self.text(self.at) == "," {
                            self.at += 1;
                        }
                    }
                    self.at += 1;
                    break;
                }
                "*" => {
                    self.add(start, before.clone(), Some("*".to_owned()), is_public);
                    self.at += 1;
                    break;
                }
                "as" => {
                    let name = self.text(self.at + 1).to_owned();
                    self.add(start, before.clone(), Some(name), is_public);
                    self.at += 2;
                    break;
                }
                // `a::{self}` names `a`.
                "self" if !before.is_empty() => self.at += 1,
                "," | "}" | ";" | "" => {
                    self.add(start, before.clone(), before.last().cloned(), is_public);
                    break;
                }
                name => {
                    before.push(name.to_owned());
                    self.at += 1;
                }
            }
        }
        before.truncate(depth);
    }

    fn add(&mut self, token: usize, names: Vec<String>, gives: Option<String>, is_public: bool) {
        let inside = self.inside();
        let in_tests = self.tests.get(token).copied().unwrap_or_default();
        let at = self.tokens.get(token).map_or(0, |token| token.at);
        self.named.paths.push(Path { at, inside, names, gives, is_public, in_tests });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(source: &str) -> Vec<String> {
        named(source).paths.iter().map(|path| path.names.join("::")).collect()
    }

    #[test]
    fn every_branch_of_a_use_is_a_path() {
        assert_eq!(
            paths("use crate::a::{self, b::{C, d as e}, f::*};"),
            ["crate::a", "crate::a::b::C", "crate::a::b::d", "crate::a::f"]
        );
        assert_eq!(paths("pub(crate) use super::super::x;\nuse self::y::Z;"), ["super::super::x", "self::y::Z"]);
        let gives: Vec<_> =
            named("use a::{b as c, d, e::*};").paths.into_iter().filter_map(|path| path.gives).collect();
        assert_eq!(gives, ["c", "d", "*"]);
    }

    #[test]
    fn paths_in_code_count_and_methods_do_not() {
        assert_eq!(paths("fn a() { crate::b::c(x.collect::<D>(), super::E::f) }"), ["crate::b::c", "super::E::f"]);
        assert_eq!(paths("fn a() -> impl Sized + use<'_> { <B as C>::d() }"), Vec::<String>::new());
    }

    #[test]
    fn what_only_tests_see_is_marked() {
        let all =
            named("use a::b;\n#[cfg(test)]\nmod tests {\n    use super::c;\n}\n#[cfg(test)]\nmod more;\nuse d::e;");
        assert_eq!(all.paths.iter().map(|path| path.in_tests).collect::<Vec<_>>(), [false, true, false]);
        assert_eq!(all.paths[1].inside, ["tests"]);
        assert_eq!((all.inner, all.test_files), (vec![vec!["tests".to_owned()]], vec!["more".to_owned()]));
    }
}
