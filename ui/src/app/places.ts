// Every place there is, as the link that leads to it. Features use these words, never an address of their own.
export const places = {
  today: "#/vandaag",
  people: "#/personen",
  newPerson: "#/personen/nieuw",
  person: (person: string, tab?: string) => `#/personen/${person}${tab ? `/${tab}` : ""}`,
  editPerson: (person: string) => `#/personen/${person}/wijzigen`,
  import: "#/importeren",
  consent: "#/toestemming",
  retention: "#/bewaartermijnen",
  retentionTab: (tab: string) => `#/bewaartermijnen/${tab}`,
  users: "#/beheer/gebruikers",
  settings: "#/beheer/instellingen",
  log: "#/beheer/logboek",
  imports: "#/beheer/importen",
} as const;
