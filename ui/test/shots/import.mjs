// Screenshots of the import, step by step.
const hash = "#/importeren";
const dark = { theme: "dark" };
const on = (name) => async (page) => page.getByRole("button", { name, exact: true }).click();
const sheet = async (page) => {
  await on("Bestand kiezen")(page);
  await page.getByText("Wat voor lijst is dit?").first().waitFor();
};
const columns = async (page) => {
  await sheet(page);
  await on("Verder naar kolommen")(page);
  await page.getByText("Zo wordt rij 2").waitFor();
};
const problems = async (page) => {
  await columns(page);
  await on("Verder naar problemen")(page);
  await page.getByRole("button", { name: "Verder naar dubbelen" }).waitFor();
};
const doubts = async (page) => {
  await problems(page);
  await on("Verder naar dubbelen")(page);
};
const check = async (page) => {
  await doubts(page);
  await on("Verder naar controle")(page);
};
const run = async (page) => {
  await check(page);
  await page.getByRole("button", { name: /importeren$/ }).click();
};

export const importing = [
  { name: "imp-1", hash },
  { name: "imp-1-error", hash, query: { bad: "import.encrypted" }, act: on("Bestand kiezen") },
  { name: "imp-2", hash, act: sheet },
  { name: "imp-3", hash, act: columns },
  { name: "imp-3-dark", hash, query: dark, act: columns },
  { name: "imp-3-720", hash, height: 720, act: columns },
  { name: "imp-3-200", hash, width: 640, height: 360, act: columns },
  { name: "imp-3-320", hash, width: 320, height: 640, act: columns },
  { name: "imp-4", hash, act: problems },
  { name: "imp-4-none", hash, query: { clean: "" }, act: problems },
  { name: "imp-5", hash, act: doubts },
  { name: "imp-5-dark", hash, query: dark, act: doubts },
  { name: "imp-5-320", hash, width: 320, height: 640, act: doubts },
  { name: "imp-check", hash, act: check },
  { name: "imp-check-dark", hash, query: dark, act: check },
  {
    name: "imp-6",
    hash,
    query: { slow: "5000" },
    act: async (page) => {
      await run(page);
      await page.waitForTimeout(500);
    },
  },
  {
    name: "imp-7",
    hash,
    act: async (page) => {
      await run(page);
      await page.getByText("Ruim het oude bestand op").waitFor();
    },
  },
  {
    name: "imp-7-undo",
    hash,
    act: async (page) => {
      await run(page);
      await on("Import ongedaan maken")(page);
    },
  },
  { name: "imp-list", hash: "#/beheer/importen" },
];
