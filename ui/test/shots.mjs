// The screenshots to take: a name, the state of the fake core, the place, the size, and what to press first.
import { importing } from "./shots/import.mjs";
import { retention } from "./shots/retention.mjs";
import { people } from "./shots/people.mjs";
import { vault } from "./shots/vault.mjs";

const dark = { theme: "dark" };
const next = (page) => page.getByRole("button", { name: "Verder" }).click();

async function toPassphrase(page) {
  await page.getByRole("button", { name: /Nieuwe kluis maken/ }).click();
  await page.getByLabel("Naam van de vereniging").fill("Muziekvereniging Veldrade");
  await next(page);
  await page.getByLabel("Uw naam").fill("Ria de Boer");
  await next(page);
  await page.getByText("Uw zes woorden").waitFor();
}

async function toSheet(page) {
  await toPassphrase(page);
  const words = await page.locator("ol.words li").allTextContents();
  await page.getByLabel("Typ de zes woorden over").fill(words.join(" "));
  await page.getByRole("button", { name: "Kluis maken" }).click();
  await page.getByRole("button", { name: "Herstelblad afdrukken" }).click();
  await page.getByLabel("Groep 3").fill("B123");
  await page.getByRole("button", { name: "Blad controleren" }).click();
  await page.getByRole("alert").waitFor();
}

export const shots = [
  { name: "unlock", query: { state: "locked" } },
  {
    name: "unlock-wrong",
    query: { state: "locked" },
    act: async (page) => {
      await page.getByLabel("Wachtzin van Ria").fill("fout");
      await page.keyboard.press("Enter");
      await page.getByText(/^Wacht \d/).waitFor();
    },
  },
  { name: "unlock-aside", query: { state: "locked", aside: 2 } },
  { name: "unlock-overwritten", query: { state: "locked", aside: "overwritten" } },
  { name: "unlock-version", query: { state: "locked", version: "/home/ria/Ledenkluis/veldrade.kluis" } },
  { name: "unlock-inuse", query: { state: "locked", inuse: 1, device: 1 } },
  { name: "unlock-problem", query: { state: "locked", problem: "vault.data_missing" } },
  { name: "unlock-small", query: { state: "locked" }, width: 640, height: 400 },
  {
    name: "recover",
    query: { state: "locked" },
    act: async (page) => {
      await page.getByText("Wachtzin vergeten?").click();
      await page.getByLabel("Groep 1", { exact: true }).fill("X1");
      await page.getByLabel("Groep 2", { exact: true }).focus();
      await page.getByText("klopt niet").waitFor();
    },
  },
  { name: "start", query: { state: "none" } },
  { name: "start-back", query: { state: "locked" }, act: (page) => page.getByRole("button", { name: "Nieuwe kluis maken" }).click() },
  {
    name: "start-demo",
    query: { state: "none" },
    act: async (page) => {
      await page.getByRole("button", { name: /^Eerst rondkijken/ }).click();
      await page.getByText("De voorbeelden staan klaar").waitFor();
    },
  },
  { name: "own-pass", hash: "#/", query: { first: 1 } },
  { name: "settings-nokeychain", hash: "#/beheer/instellingen", query: { nokeychain: 1, cloud: 1 } },
  {
    name: "start-org",
    query: { state: "none" },
    act: async (page) => {
      await page.getByRole("button", { name: /Nieuwe kluis maken/ }).click();
      await next(page);
      await page.getByRole("alert").waitFor();
    },
  },
  {
    name: "start-you",
    query: { state: "none" },
    act: async (page) => {
      await page.getByRole("button", { name: /Nieuwe kluis maken/ }).click();
      await page.getByLabel("Naam van de vereniging").fill("Muziekvereniging Veldrade");
      await next(page);
    },
  },
  { name: "start-pass", query: { state: "none" }, act: toPassphrase },
  { name: "start-sheet", query: { state: "none" }, act: toSheet },
  {
    name: "start-done",
    query: { state: "none" },
    act: async (page) => {
      await toSheet(page);
      await page.getByLabel("Groep 3").fill("A123");
      await page.getByRole("button", { name: "Blad controleren" }).click();
      await next(page);
      await page.getByText("Uw kluis is klaar").waitFor();
    },
  },
  { name: "start-pass-200", query: { state: "none" }, width: 640, height: 400, act: toPassphrase },
  { name: "start-320", query: { state: "none" }, width: 320, height: 640 },
  { name: "unlock-dark", query: { state: "locked" }, colorScheme: "dark" },
  { name: "first-day", hash: "#/vandaag", query: { empty: 1 } },
  { name: "no-access", hash: "#/beheer/gebruikers", query: { role: "viewer" } },
  { name: "nowhere", hash: "#/ergens" },
  { name: "menu-320", hash: "#/vandaag", width: 320, height: 640, act: (page) => page.getByRole("button", { name: "Menu" }).click() },
  { name: "help-200", hash: "#/vandaag", width: 640, height: 400, act: (page) => page.keyboard.press("F1") },
  { name: "today", hash: "#/vandaag" },
  { name: "today-200", hash: "#/vandaag", width: 640, height: 400 },
  { name: "today-320", hash: "#/vandaag", width: 320, height: 640 },
  { name: "help", hash: "#/vandaag", act: (page) => page.keyboard.press("F1") },
  {
    name: "search",
    hash: "#/vandaag",
    act: async (page) => {
      await page.keyboard.press("Control+k");
      await page.keyboard.type("berg");
      await page.getByRole("option").first().waitFor();
    },
  },
  {
    name: "search-actions",
    hash: "#/vandaag",
    act: async (page) => {
      await page.keyboard.press("Control+k");
      await page.keyboard.type("pers");
      await page.getByRole("option", { name: "Hulp: Personen" }).waitFor();
    },
  },
  {
    name: "search-forced",
    forcedColors: "active",
    hash: "#/vandaag",
    act: async (page) => {
      await page.keyboard.press("Control+k");
      await page.keyboard.type("berg");
      await page.getByRole("option").first().waitFor();
    },
  },
  { name: "help-consent", hash: "#/toestemming", height: 720, act: (page) => page.keyboard.press("F1") },
  { name: "draft-offer", hash: "#/personen/nieuw", query: { draft: 1 }, act: (page) => page.getByText("staat nog klaar").waitFor() },
  { name: "draft-notice", hash: "#/vandaag", query: { draft: 1 }, act: (page) => page.getByText("staat nog klaar").waitFor() },
  {
    name: "leave",
    hash: "#/personen/nieuw",
    act: async (page) => {
      await page.getByLabel("Achternaam", { exact: true }).fill("Zomer");
      await page.keyboard.press("Control+1");
      await page.getByRole("dialog").waitFor();
    },
  },
  { name: "today-forced", forcedColors: "active", hash: "#/vandaag" },
  {
    name: "person-forced",
    forcedColors: "active",
    hash: "#/personen/p1",
    act: async (page) => {
      await page.getByText("Molenpad").waitFor();
    },
  },
  { name: "ret-forced", forcedColors: "active", hash: "#/bewaartermijnen" },
  { name: "people-720", hash: "#/personen", height: 720 },
  { name: "people-960", hash: "#/personen", width: 960, height: 600 },
  { name: "person-960", hash: "#/personen/p1", width: 960, height: 600 },
  { name: "today-960", hash: "#/vandaag", width: 960, height: 600 },
  { name: "idle", hash: "#/vandaag", query: { idle: 1 }, act: (page) => page.getByRole("alertdialog").waitFor() },
  { name: "settings", hash: "#/beheer/instellingen" },
  { name: "settings-dark", hash: "#/beheer/instellingen", query: dark },
  { name: "settings-200", hash: "#/beheer/instellingen", width: 640, height: 400 },
  { name: "settings-pass", hash: "#/beheer/instellingen", act: (page) => page.getByRole("button", { name: "Wachtzin wijzigen" }).click() },
  { name: "users", hash: "#/beheer/gebruikers" },
  { name: "users-add", hash: "#/beheer/gebruikers", act: (page) => page.getByRole("button", { name: "Gebruiker toevoegen" }).click() },
  { name: "users-remove", hash: "#/beheer/gebruikers", act: (page) => page.getByRole("button", { name: /ontnemen: Henk/ }).click() },
  { name: "log", hash: "#/beheer/logboek" },
  { name: "log-en", hash: "#/beheer/logboek", query: { lang: "en" } },
  { name: "today-dark", hash: "#/vandaag", query: dark },
  ...importing,
  ...retention,
  ...people,
  ...vault,
];
