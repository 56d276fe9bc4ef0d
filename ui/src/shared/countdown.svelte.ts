// A countdown in seconds, shown on screen.
export class Countdown {
  left = $state(0);
  /** It has ended, and nothing was tried since. */
  over = $state(false);

  /** Counts down from here; the returned function stops it. */
  from(seconds: number): () => void {
    this.left = seconds;
    this.over = false;
    const timer = setInterval(() => {
      if (this.left === 0) return;
      this.left -= 1;
      this.over = this.left === 0;
    }, 1000);
    return () => clearInterval(timer);
  }
}
