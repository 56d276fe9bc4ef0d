// A text of several sentences in two parts, where its beginning stands out.

/** The first sentence, which says what is so, and the rest, which says what to do. A name or a date ends no sentence. */
export function firstSentence(text: string): [first: string, rest: string] {
  const end = /(?<=[.?!]) (?=\p{Lu})/u.exec(text)?.index ?? text.length;
  return [text.slice(0, end), text.slice(end + 1)];
}
