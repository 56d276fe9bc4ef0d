// The language of the system: only for a computer on which no vault was opened yet. After that the settings say it.

/** Its tag, such as 'nl-NL'; undefined if the system does not say. */
export function spoken(): string | undefined {
  return navigator.language || undefined;
}
