// Screenshots of the retention screens.
const dark = { theme: "dark" };
const check = async (page) => {
  await page.getByRole("button", { name: "Verder naar controle" }).click();
};
const words = async (page) => {
  await check(page);
  await page.getByRole("textbox", { name: /^Typ/ }).fill("wis 7 personen");
  await page
    .locator("main")
    .getByRole("button", { name: /verwerken/ })
    .click();
};
export const retention = [
  { name: "ret", hash: "#/bewaartermijnen" },
  { name: "ret-dark", hash: "#/bewaartermijnen", query: dark },
  { name: "ret-720", hash: "#/bewaartermijnen", height: 720 },
  { name: "ret-200", hash: "#/bewaartermijnen", width: 640, height: 360 },
  { name: "ret-320", hash: "#/bewaartermijnen", width: 320, height: 700 },
  { name: "ret-row2", hash: "#/bewaartermijnen", act: (p) => p.getByText("Mulder, Pieter", { exact: true }).click() },
  {
    name: "ret-keep",
    hash: "#/bewaartermijnen",
    act: async (p) => {
      await p.getByLabel("Voorstel voor Mulder, Pieter").selectOption({ label: "Langer bewaren" });
    },
  },
  { name: "ret-empty", hash: "#/bewaartermijnen", query: { nobody: "2027-01-12" } },
  { name: "ret-rules", hash: "#/bewaartermijnen/regels" },
  { name: "ret-proofs", hash: "#/bewaartermijnen/bewijzen" },
  { name: "ret-check", hash: "#/bewaartermijnen", act: check },
  {
    name: "ret-check-wrong",
    hash: "#/bewaartermijnen",
    act: async (p) => {
      await check(p);
      await p
        .locator("main")
        .getByRole("button", { name: /verwerken/ })
        .click();
    },
  },
  {
    name: "ret-busy",
    hash: "#/bewaartermijnen",
    query: { slow: 5000 },
    act: async (p) => {
      await words(p);
      await p.waitForTimeout(500);
    },
  },
  {
    name: "ret-done",
    hash: "#/bewaartermijnen",
    act: async (p) => {
      await words(p);
      await p.waitForTimeout(300);
    },
  },
  { name: "ret-check-dark", hash: "#/bewaartermijnen", query: dark, act: check },
];
