// Keys that a screen claims while it is shown: F2 edits what is open, Ctrl+P makes its report. Unclaimed keys do
// nothing, not even what the browser would do.
/** The keys that a screen may claim. */
export type Claimable = "F2" | "Ctrl+P";

const claims = new Map<Claimable, (() => void)[]>();

/** Claims a key; the latest claim wins. The returned function gives it up. */
export function claim(key: Claimable, run: () => void): () => void {
  claims.set(key, [...(claims.get(key) ?? []), run]);
  return () =>
    void claims.set(
      key,
      (claims.get(key) ?? []).filter((one) => one !== run),
    );
}

/** What the key does now, if it is claimed. */
export function claimed(key: Claimable): (() => void) | undefined {
  return claims.get(key)?.at(-1);
}
