export function refusal(from: string, to: string): string | undefined;
