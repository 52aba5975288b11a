import { wait } from "timer";

wait(100);
