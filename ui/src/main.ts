// The entry point of the page, in the window or behind the bridge.
import { start } from "./app/start";
import { chooseHost } from "./host";

void chooseHost().then(start);
