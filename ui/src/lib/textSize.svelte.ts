// The size of everything, in percent. The window zooms the page, so that the layout follows.
import { host } from "./host";

export const textSizes = [90, 100, 115, 130, 150, 200] as const;

class TextSize {
  now = $state(100);
  /** Called with each size that the user chooses, to save it. */
  chosen: ((percent: number) => void) | undefined;

  set(percent: number): void {
    this.now = percent;
    void host().setZoom(percent / 100);
  }

  /** Sets a size that the user chose. */
  choose(percent: number): void {
    this.set(percent);
    this.chosen?.(percent);
  }

  /** One step larger or smaller. */
  step(direction: 1 | -1): void {
    const larger = textSizes.findIndex((size) => size >= this.now);
    const at = larger < 0 ? textSizes.length - 1 : larger;
    this.choose(textSizes[Math.max(0, Math.min(textSizes.length - 1, at + direction))] ?? 100);
  }
}

export const textSize = new TextSize();
