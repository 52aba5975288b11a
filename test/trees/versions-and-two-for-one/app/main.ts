import { count } from "metrics";
import { count as countAsEver } from "metrics-classic";

count("a");
countAsEver("b");
