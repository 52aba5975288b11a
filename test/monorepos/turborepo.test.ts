import { testCaching } from "./caching.ts";
import { turborepo } from "./engines.ts";

testCaching(turborepo);
