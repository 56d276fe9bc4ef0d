// Amounts as people type them: '25', '12,50', '€ 1.250,00' or '1250.00'.

/** The amount in cents; null when this is not an amount above zero. */
export function cents(text: string): number | null {
  const clean = text.replace(/[€\s]/g, "").replace(/,-$/, "");
  // A point or comma before the last two digits separates the cents; the others separate thousands.
  const parts = /^(\d{1,3}(?:[.,]?\d{3})*|\d+)(?:[.,](\d{2}))?$/.exec(clean);
  if (!parts) return null;
  const whole = Number((parts[1] ?? "").replace(/[.,]/g, ""));
  const amount = whole * 100 + Number(parts[2] ?? 0);
  return amount > 0 && Number.isSafeInteger(amount) ? amount : null;
}
