// Seconds that run down on screen.
export class Countdown {
  left = $state(0);

  /** Counts down from here; the answer stops it. */
  from(seconds: number): () => void {
    this.left = seconds;
    const timer = setInterval(() => {
      if (this.left > 0) this.left -= 1;
    }, 1000);
    return () => clearInterval(timer);
  }
}
