// The page with a made-up core, to look at screens while making them. Never part of what is built.
import { start } from "../src/app/start";
import { fakeHost } from "./fake";

void start(fakeHost());
