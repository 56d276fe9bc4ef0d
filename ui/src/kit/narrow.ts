// So narrow that a table is no table any more but a card for each row. Twice as large on a screen of 1280 is exactly this.
import { MediaQuery } from "svelte/reactivity";

export const narrow = new MediaQuery("max-width: 40rem");
