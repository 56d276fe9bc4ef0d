// The page with a fake core, to view screens during development. Never part of the build.
import { start } from "../src/app/start";
import { fakeHost } from "./fake";

void start(fakeHost());
