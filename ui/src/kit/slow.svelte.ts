// Waiting is shown only when it takes a moment: a quick answer would make the screen flicker.

/** Has this been waiting for longer than a moment? */
export function slow(waiting: () => boolean, moment = 200): { readonly now: boolean } {
  let late = $state(false);
  $effect(() => {
    late = false;
    if (!waiting()) return;
    const timer = setTimeout(() => (late = true), moment);
    return () => clearTimeout(timer);
  });
  return {
    get now() {
      return late;
    },
  };
}
