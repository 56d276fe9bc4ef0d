// Below this width a table becomes a card for each row. A screen of 1280 px at 200% zoom is exactly this wide.
import { MediaQuery } from "svelte/reactivity";

export const narrow = new MediaQuery("max-width: 40rem");
