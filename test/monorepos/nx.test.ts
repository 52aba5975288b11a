import { testCaching } from "./caching.ts";
import { nx } from "./engines.ts";

testCaching(nx);
