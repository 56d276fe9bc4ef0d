// What to look at: a name, the state of the made-up core, the place, the size, and what to press first.
const dark = { theme: "dark" };

export const shots = [
  { name: "unlock", query: { state: "locked" } },
  { name: "today", hash: "#/vandaag" },
  { name: "today-dark", hash: "#/vandaag", query: dark },
];
