// Screenshots of people, the person page and consent.
const dark = { theme: "dark" };
export const people = [
  {
    name: "people",
    hash: "#/personen",
    act: async (page) => {
      await page.getByText("Berg, Anneke").first().waitFor();
    },
  },
  {
    name: "people-find",
    hash: "#/personen?sel=leden",
    act: async (page) => {
      await page.getByRole("searchbox", { name: /Zoek in/ }).fill("berg");
      await page.getByText("Berghuis").first().waitFor();
    },
  },
  {
    name: "people-none",
    hash: "#/personen",
    act: async (page) => {
      await page.getByRole("searchbox", { name: /Zoek in/ }).fill("zzzz");
      await page.getByText("Niemand gevonden").waitFor();
    },
  },
  { name: "people-zoom", hash: "#/personen", width: 640, height: 360 },
  { name: "people-dark", hash: "#/personen", query: dark },
  {
    name: "person",
    hash: "#/personen/p1",
    act: async (page) => {
      await page.getByText("Molenpad").waitFor();
    },
  },
  {
    name: "person-dark",
    hash: "#/personen/p1",
    query: dark,
    act: async (page) => {
      await page.getByText("Molenpad").waitFor();
    },
  },
  { name: "person-zoom", hash: "#/personen/p1", width: 640, height: 360 },
  {
    name: "person-menu",
    hash: "#/personen/p1",
    act: async (page) => {
      await page.getByRole("button", { name: "Meer" }).click();
    },
  },
  { name: "person-consent", hash: "#/personen/p1/toestemming" },
  { name: "person-history", hash: "#/personen/p1/geschiedenis" },
  { name: "person-gifts", hash: "#/personen/p1/giften" },
  {
    name: "person-record",
    hash: "#/personen/p1",
    act: async (page) => {
      await page
        .getByRole("button", { name: /Keuze over/ })
        .first()
        .click();
      await page.getByRole("button", { name: "Keuze vastleggen" }).last().click();
      await page.getByRole("alert").waitFor();
    },
  },
  {
    name: "person-end",
    hash: "#/personen/p1",
    act: async (page) => {
      await page
        .getByRole("button", { name: /Lid be/ })
        .first()
        .click();
    },
  },
  {
    name: "person-report",
    hash: "#/personen/p1",
    act: async (page) => {
      await page.getByRole("button", { name: "Meer" }).click();
      await page.getByRole("menuitem", { name: /Inzage/ }).click();
    },
  },
  {
    name: "person-erase",
    hash: "#/personen/p1",
    act: async (page) => {
      await page.getByRole("button", { name: "Meer" }).click();
      await page.getByRole("menuitem", { name: /wissen/ }).click();
      await page.getByText("Dit gaat weg").waitFor();
    },
  },
  { name: "edit-new", hash: "#/personen/nieuw" },
  {
    name: "edit-new-fault",
    hash: "#/personen/nieuw",
    act: async (page) => {
      await page.getByLabel("Achternaam", { exact: true }).fill("Be");
      await page.locator("input[name=birth_date]").fill("32-1-2020");
      await page.getByRole("button", { name: "Opslaan" }).click();
      await page.getByRole("alert").waitFor();
    },
  },
  { name: "edit-change", hash: "#/personen/p1/wijzigen" },
  { name: "edit-zoom", hash: "#/personen/nieuw", width: 640, height: 800 },
  { name: "consent", hash: "#/toestemming" },
  { name: "consent-dark", hash: "#/toestemming", query: dark },
  { name: "consent-zoom", hash: "#/toestemming", width: 640, height: 400 },
];
