// Screenshots of asking for the passphrase again, the recovery sheet, the findings at unlock, and refused unlocks.
const settings = "#/beheer/instellingen";
const small = { width: 640, height: 400 };
const narrow = { width: 320, height: 640 };

const unlock = async (page) => {
  await page.locator("input[name=passphrase]").fill("vier woorden op rij");
  await page.keyboard.press("Enter");
  await page.waitForTimeout(300);
};
const press = (name) => (page) => page.getByRole("button", { name }).click();
const wrongAfter = (name) => async (page) => {
  await page.getByRole("button", { name }).click();
  await page.locator("dialog input[name=passphrase]").fill("fout");
  await page.keyboard.press("Enter");
  await page.locator("dialog .wait").waitFor();
};
const sheet = async (page) => {
  await page.getByRole("button", { name: /Nieuw herstelblad|new recovery sheet/ }).click();
  await page.locator("dialog input[name=passphrase]").fill("vier woorden op rij");
  await page.keyboard.press("Enter");
  await page.waitForTimeout(300);
};
const refused = (code, more = {}) => ({
  name: `refused-${code.replace("vault.", "")}${more.width ?? ""}`,
  query: { state: "locked", refuse: code },
  act: unlock,
  ...more,
});
const codes = [
  "header_older",
  "data_older",
  "pages_replaced",
  "not_followed",
  "roster_refused",
  "key_refused",
  "trail_cut",
  "halves_differ",
];

export const vault = [
  { name: "remember-on", hash: settings, act: press(/^(Wachtzin onthouden|Remember passphrase)$/) },
  { name: "remember-off", hash: settings, query: { device: 1 }, act: press(/^(Niet meer onthouden|Stop remembering)$/) },
  { name: "remember-wrong", hash: settings, act: wrongAfter(/^(Wachtzin onthouden|Remember passphrase)$/) },
  { name: "remember-200", hash: settings, ...small, act: wrongAfter(/^(Wachtzin onthouden|Remember passphrase)$/) },
  { name: "sheet-asked", hash: settings, act: press(/Nieuw herstelblad|new recovery sheet/) },
  { name: "sheet-less", hash: settings, query: { less: 1 }, act: sheet },
  { name: "sheet-less-200", hash: settings, query: { less: 1 }, ...small, act: sheet },
  { name: "sheet-lacks", hash: settings, query: { lacks: 1 }, act: sheet },
  { name: "sheet-made", hash: settings, act: sheet },
  {
    name: "told",
    hash: "#/vandaag",
    query: { told: "attempts,header,users,clock" },
    act: (page) => page.getByRole("status").getByRole("button").first().waitFor(),
  },
  {
    name: "told-200",
    hash: "#/vandaag",
    query: { told: "attempts,clock" },
    ...small,
    act: (page) => page.getByRole("status").getByRole("button").first().waitFor(),
  },
  {
    name: "told-320",
    hash: "#/vandaag",
    query: { told: "attempts,clock" },
    ...narrow,
    act: (page) => page.getByRole("status").getByRole("button").first().waitFor(),
  },
  {
    name: "told-elsewhere",
    hash: "#/personen",
    query: { told: "clock" },
    act: (page) => page.getByRole("status").getByRole("button").first().waitFor(),
  },
  refused("vault.older_copy"),
  refused("vault.older_copy", small),
  refused("vault.older_copy", narrow),
  ...codes.map((code) => refused(`vault.${code}`)),
  refused("vault.pages_replaced", small),
  refused("vault.pages_replaced", narrow),
  { name: "problem-too-old", query: { state: "locked", problem: "vault.too_old" }, ...small },
  { name: "log-unsigned", hash: "#/beheer/logboek", query: { fault: "unsigned" } },
  { name: "log-not-allowed", hash: "#/beheer/logboek", query: { fault: "not_allowed" } },
];
